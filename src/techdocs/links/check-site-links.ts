import { writePath } from '../pages/safe-url.ts';
import { idPrefix } from '../pages/sanitize-schema.ts';
import { type AnchoredPage, anchorNames, findAnchor } from './heading-anchors.ts';
import { nearWord } from './near-word.ts';
import type { AnchorLink } from './page-links.ts';

/** A page of a site whose links are checked. */
export interface LinkingPage extends AnchoredPage {
  /** Path inside the site. */
  readonly path: string;
  readonly anchorLinks: readonly AnchorLink[];
}

/** A link to a part that its page does not have. */
export interface BrokenAnchor {
  /** The page that has the link. */
  readonly page: LinkingPage;
  readonly link: AnchorLink;
  readonly message: string;
  readonly hint?: string;
}

/** What becomes of a site's links to parts of its own pages. */
export interface CheckedSiteLinks {
  /** By the page's path: what stands in its HTML, and what should stand there. */
  readonly mended: ReadonlyMap<string, readonly (readonly [string, string])[]>;
  readonly broken: readonly BrokenAnchor[];
}

/** Checks links to parts of a site's own pages. `pages` are those whose parts are known. Pure. */
export function checkSiteLinks(pages: readonly LinkingPage[]): CheckedSiteLinks {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const mended = new Map<string, (readonly [string, string])[]>();
  const broken: BrokenAnchor[] = [];
  for (const page of pages) {
    for (const link of page.anchorLinks) {
      const target = byPath.get(link.target);
      if (!target) continue;
      const found = findAnchor(link.fragment, target);
      if (found === undefined) broken.push({ page, link, ...describeBroken(link.fragment, target, page) });
      else if (found !== link.fragment) {
        const list = mended.get(page.path) ?? [];
        list.push([link.href, withFragment(link.href, found)]);
        mended.set(page.path, list);
      }
    }
  }
  return { mended, broken };
}

/** What is said of a fragment that a page does not have. */
export function describeBroken(
  fragment: string,
  target: AnchoredPage & { readonly path: string },
  from?: AnchoredPage,
): { readonly message: string; readonly hint?: string } {
  const where = target === from ? 'this page' : `the page "${target.title}"`;
  const names = anchorNames(target);
  const near = nearWord(fragment, names) ?? onlyLonger(fragment.toLowerCase(), names);
  const message = `The link leads to "#${fragment.slice(0, 200)}", and ${where} has no such heading or anchor`;
  return { message, ...(near !== undefined && { hint: `Did you mean "#${near}"?` }) };
}

/** The only name that begins with these words. */
function onlyLonger(fragment: string, names: readonly string[]): string | undefined {
  const [first, ...others] = names.filter((name) => name.startsWith(`${fragment}-`));
  return others.length === 0 ? first : undefined;
}

function withFragment(href: string, fragment: string): string {
  const path = href.replace(/#.*$/s, '');
  return `${path}${fragment === '' ? '#top' : writePath('', '', idPrefix + fragment)}`;
}
