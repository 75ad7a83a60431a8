import { element, glyph } from './element.ts';

/** Marks the heading being read in "On this page". */
const followHeadings = (toc: HTMLElement): void => {
  const links = [...toc.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const headings = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? []);
  const mark = (): void => {
    const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.25);
    const current = end ? headings.at(-1) : (passed.at(-1) ?? headings[0]);
    for (const link of links) {
      if (current && decodeURIComponent(link.hash.slice(1)) === current.id)
        link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
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

/** Code can be copied; what scrolls sideways can be reached by keyboard. */
const equip = (prose: HTMLElement): void => {
  for (const block of prose.querySelectorAll<HTMLElement>('.highlight:has(pre)')) {
    const label = { 'aria-label': 'Copy code', title: 'Copy code' };
    block.append(element('button', { class: 'cb-copy', type: 'button', 'data-copy': '', ...label }, glyph('copy')));
  }
  for (const wide of prose.querySelectorAll<HTMLElement>('pre, table')) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }
};

/** A link may lead into what is folded or behind another tab: opens the way to it. */
const reveal = (): void => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let place: Element | null = target ?? null; place; place = place.parentElement) {
    if (place instanceof HTMLDetailsElement) place.open = true;
    const content = place.classList.contains('tabbed-block') ? place.parentElement : undefined;
    if (!content) continue;
    const input =
      content.parentElement?.querySelectorAll<HTMLInputElement>(':scope > input')[[...content.children].indexOf(place)];
    if (input) input.checked = true;
  }
  target?.scrollIntoView();
};

const prose = document.querySelector<HTMLElement>('[data-prose]');
if (prose) equip(prose);
const toc = document.querySelector<HTMLElement>('[data-toc]');
if (toc) followHeadings(toc);
const nav = document.querySelector<HTMLDetailsElement>('[data-docs-nav]');
if (nav && !CSS.supports('selector(::details-content)') && matchMedia('(min-width: 901px)').matches) nav.open = true;
const current = nav?.querySelector<HTMLElement>('[aria-current]');
if (nav && current && current.offsetTop > nav.clientHeight) nav.scrollTop = current.offsetTop - nav.clientHeight / 2;
addEventListener('hashchange', reveal);
if (location.hash) reveal();
