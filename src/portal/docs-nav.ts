import type { DocsNavItem } from '../techdocs/docs-site.ts';
import { docsPath, urlOf } from './urls.ts';
import type { DocsNavLink } from './views/docs.ts';
import type { TextLink } from './views/shared.ts';
import { type Language, textsIn } from './views/text/texts.ts';

/** Where a navigation is shown: of whose docs, on which page, below which base path. */
export interface NavPlace {
  readonly entityRef: string;
  /** Path of the page inside the site. */
  readonly page: string;
  readonly base: string;
  readonly language: Language;
}

/** A navigation of at most so many entries is on every page as a whole. */
const wholeUpTo = 100;
/** Else so many neighbours are shown on either side, on each level that leads to the page. */
const neighbours = 25;

/** What is known of a navigation as a whole. */
interface NavIndex {
  readonly size: number;
  /** Page → places of the entries that lead to it, level by level. */
  readonly trails: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<readonly DocsNavItem[], NavIndex>();

/**
 * The navigation beside one page. A large one shows the way to the page and what lies beside it; each other branch is one
 * link to its first page, and a long row of neighbours ends with a link that leads on.
 */
export function docsNav(nav: readonly DocsNavItem[], place: NavPlace): readonly DocsNavLink[] {
  const { size, trails } = indexOf(nav);
  if (size <= wholeUpTo) return nav.map((item) => wholeLink(item, place));
  return nearLinks(nav, trails.get(place.page) ?? [], place);
}

/** The sections that lead to a page, from the outermost, each with the address of its first page. */
export function sectionsAbove(nav: readonly DocsNavItem[], place: NavPlace): readonly TextLink[] {
  const links: TextLink[] = [];
  let items = nav;
  for (const at of (indexOf(nav).trails.get(place.page) ?? []).slice(0, -1)) {
    const item = items[at] as DocsNavItem;
    links.push({ text: item.title, url: addressOf(item, place) ?? '' });
    items = item.children;
  }
  return links;
}

function indexOf(nav: readonly DocsNavItem[]): NavIndex {
  const known = indexes.get(nav);
  if (known) return known;
  const trails = new Map<string, readonly number[]>();
  let size = 0;
  const visit = (items: readonly DocsNavItem[], above: readonly number[]): void => {
    for (const [at, item] of items.entries()) {
      const trail = [...above, at];
      size += 1;
      if (item.path !== undefined && !trails.has(item.path)) trails.set(item.path, trail);
      visit(item.children, trail);
    }
  };
  visit(nav, []);
  indexes.set(nav, { size, trails });
  return { size, trails };
}

function wholeLink(item: DocsNavItem, place: NavPlace): DocsNavLink {
  const children = item.children.map((child) => wholeLink(child, place));
  const current = item.path === place.page;
  return { ...plainLink(item, place), current, open: current || children.some((child) => child.open), children };
}

function plainLink(item: DocsNavItem, place: NavPlace): DocsNavLink {
  const url = item.path === undefined ? undefined : addressOf(item, place);
  const title = item.title;
  return {
    title,
    ...(url !== undefined && { url }),
    current: false,
    open: false,
    external: isExternal(item),
    children: [],
  };
}

function nearLinks(
  items: readonly DocsNavItem[],
  [at = 0, ...below]: readonly number[],
  place: NavPlace,
): readonly DocsNavLink[] {
  const text = textsIn(place.language).docs;
  const first = at <= neighbours + 1 ? 0 : at - neighbours;
  const end = items.length - at <= neighbours + 2 ? items.length : at + neighbours + 1;
  return [
    ...(first > 0 ? [moreLink(text.moreBefore(first), items[first - 1], place)] : []),
    ...items.slice(first, end).map((item, index): DocsNavLink => {
      const link = plainLink(item, place);
      if (below.length > 0 && first + index === at) {
        return { ...link, open: true, children: nearLinks(item.children, below, place) };
      }
      const current = item.path === place.page;
      if (item.children.length === 0) return { ...link, current, open: current };
      return { ...link, url: addressOf(item, place) ?? '', current, open: current, part: 'branch' };
    }),
    ...(end < items.length ? [moreLink(text.moreAfter(items.length - end), items[end], place)] : []),
  ];
}

function moreLink(title: string, to: DocsNavItem | undefined, place: NavPlace): DocsNavLink {
  const url = (to && addressOf(to, place)) ?? '';
  return { title, url, current: false, open: false, external: false, part: 'more', children: [] };
}

/** Address of an entry, or of the first page below it. */
function addressOf(item: DocsNavItem, place: NavPlace): string | undefined {
  if (isExternal(item)) return item.path;
  if (item.path !== undefined) return urlOf(place.base, docsPath(place.entityRef, item.path));
  for (const child of item.children) {
    const address = isExternal(child) ? undefined : addressOf(child, place);
    if (address !== undefined) return address;
  }
  return undefined;
}

function isExternal(item: DocsNavItem): boolean {
  return item.path !== undefined && URL.canParse(item.path);
}
