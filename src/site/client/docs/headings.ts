import * as text from '@text/docs';
import { say } from '../say.ts';

const idOf = (link: HTMLAnchorElement): string => decodeURIComponent(link.hash.slice(1));

/** Marks the heading being read in "On this page", and keeps the mark in sight. */
export const followHeadings = (toc: HTMLElement): void => {
  const links = [...toc.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const headings = links.flatMap((link) => document.getElementById(idOf(link)) ?? []);
  let marked: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.25);
    const current = end && scrollY > 0 ? headings.at(-1) : (passed.at(-1) ?? headings[0]);
    const link = links.find((each) => current && idOf(each) === current.id);
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    marked = link;
    if (!link || toc.scrollHeight <= toc.clientHeight) return;
    const middle = link.offsetTop - toc.clientHeight / 2;
    if (Math.abs(middle - toc.scrollTop) > toc.clientHeight / 3) toc.scrollTo({ top: middle });
  };
  let waiting = false;
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later, { passive: true });
  mark();
};

/** The sign beside a heading leads to it, and puts its whole address on the clipboard. */
export const copyHeadingLinks = (prose: HTMLElement): void => {
  for (const link of prose.querySelectorAll<HTMLAnchorElement>('a.headerlink')) {
    const heading = link.parentElement?.textContent?.replace(/¶\s*$/, '').trim() ?? '';
    link.title = text.copyHeadingLink;
    link.setAttribute('aria-label', text.linkTo(heading));
    link.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(link.href);
        link.dataset['done'] = '';
        say(text.linkCopied);
        setTimeout(() => delete link.dataset['done'], 1600);
      } catch {
        // The address bar has it.
      }
    });
  }
};
