import type { DocsNavItem } from '../docs-site.ts';
import type { DocsLayout } from '../layout/docs-layout.ts';
import type { WrittenNavItem } from '../layout/mkdocs-nav.ts';
import { isIndex, nameOf, titleOfName } from '../layout/ordering/page-tree.ts';
import { placeOfName } from '../layout/place-in-text.ts';
import { folderOf } from '../layout/repository-paths.ts';
import type { SiteMap } from '../links/site-map.ts';
import { judgeUrl, writePath } from '../pages/safe-url.ts';
import type { MkdocsNav, RenderedNavItem } from '../renderer/render-job.ts';

/** An entry of the navigation that leads nowhere. */
export interface NavProblem {
  readonly message: string;
  /** The configuration that it is in; absent: the site's own. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Writes a navigation in the form that MkDocs reads. */
export function toMkdocsNav(items: readonly WrittenNavItem[]): MkdocsNav {
  return items.map((item) => {
    if (item.children) return { [item.title ?? 'Section']: toMkdocsNav(item.children) };
    const target = item.target ?? '';
    return item.title === undefined ? target : { [item.title]: target };
  });
}

interface Finishing {
  readonly map: SiteMap;
  readonly titles: ReadonlyMap<string, string>;
  readonly layout: DocsLayout;
  readonly textOf: (path: string) => string;
  readonly problems: NavProblem[];
}

/** Turns MkDocs' navigation into the portal's: pages by path and title, safe links, no entry that leads nowhere. */
export function finishNav(
  rendered: readonly RenderedNavItem[],
  map: SiteMap,
  titles: ReadonlyMap<string, string>,
  layout: DocsLayout,
  textOf: (path: string) => string,
): { readonly nav: readonly DocsNavItem[]; readonly problems: readonly NavProblem[] } {
  const finishing: Finishing = { map, titles, layout, textOf, problems: [] };
  const nav = rendered.flatMap((item) => finishItem(item, finishing));
  return { nav, problems: layout.nav ? finishing.problems : [] };
}

function finishItem(item: RenderedNavItem, finishing: Finishing): readonly DocsNavItem[] {
  const { map, titles } = finishing;
  if (item.children) return finishSection(item, item.children, finishing);
  const page = item.uri === undefined ? undefined : map.byUri.get(item.uri);
  if (page?.kind === 'page') {
    return [{ title: item.title ?? titles.get(page.uri) ?? page.uri, path: page.path, children: [] }];
  }
  const link = finishLink(item, map);
  if (link) return [link];
  noteMissing(item.uri ?? item.url ?? '', finishing);
  return [];
}

/** A section; one that stands for a folder has its index for its own page, and is called as that page is. */
function finishSection(
  { title }: RenderedNavItem,
  items: readonly RenderedNavItem[],
  finishing: Finishing,
): readonly DocsNavItem[] {
  const [first, ...others] = items;
  const uri = first?.uri;
  const page = uri === undefined ? undefined : finishing.map.byUri.get(uri);
  const isFolder =
    !finishing.layout.isNavWritten &&
    page?.kind === 'page' &&
    first?.title == null &&
    isIndex(page.uri) &&
    [nameOf(folderOf(page.uri)), titleOfName(nameOf(folderOf(page.uri)))].includes(title ?? '');
  const children = (isFolder ? others : items).flatMap((item) => finishItem(item, finishing));
  if (isFolder) return [{ title: finishing.titles.get(page.uri) ?? title ?? '', path: page.path, children }];
  return children.length > 0 ? [{ title: title ?? '', children }] : [];
}

/** Reports an entry where its author wrote it, which may be in an included configuration. */
function noteMissing(target: string, { layout, textOf, problems }: Finishing): void {
  const from = findWritten(layout.nav ?? [], target)?.from;
  const path = from?.path ?? layout.configPath;
  const written = from?.written ?? target;
  const message = `nav names "${written}", which is not a page of the site`;
  const place = path === undefined ? {} : placeOfName(textOf(path), written);
  problems.push({ message, ...(path !== undefined && { path }), ...place });
}

function findWritten(items: readonly WrittenNavItem[], target: string): WrittenNavItem | undefined {
  for (const item of items) {
    const found = item.target === target ? item : findWritten(item.children ?? [], target);
    if (found) return found;
  }
  return undefined;
}

function finishLink(item: RenderedNavItem, map: SiteMap): DocsNavItem | undefined {
  const url = judgeUrl(item.url ?? '');
  if (url.type === 'external') return { title: item.title ?? url.href, path: url.href, children: [] };
  if (url.type !== 'internal' || url.path === '') return undefined;
  const bare = url.path.replace(/^\/+/, '');
  const target = map.byPath.get(bare) ?? map.byPath.get(`${bare.replace(/\/$/, '')}/`);
  if (target?.kind !== 'page') return undefined;
  return { title: item.title ?? bare, path: target.path + writePath('', '', url.fragment), children: [] };
}

/** Paths of pages in the order in which a navigation names them. */
export function readingOrder(nav: readonly DocsNavItem[]): readonly string[] {
  return nav.flatMap((item) => [...(item.path === undefined ? [] : [item.path]), ...readingOrder(item.children)]);
}
