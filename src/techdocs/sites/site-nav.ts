import type { DocsNavItem } from '../docs-site.ts';
import type { DocsLayout } from '../layout/docs-layout.ts';
import type { WrittenNavItem } from '../layout/mkdocs-nav.ts';
import { placeOf } from '../layout/place-in-text.ts';
import type { SiteMap } from '../links/site-map.ts';
import { judgeUrl, writePath } from '../pages/safe-url.ts';
import type { MkdocsNav, RenderedNavItem } from '../renderer/render-job.ts';

/** An entry of the navigation that leads nowhere. */
export interface NavProblem {
  readonly message: string;
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

/** Turns MkDocs' navigation into the portal's: pages by path and title, safe links, no entry that leads nowhere. */
export function finishNav(
  rendered: readonly RenderedNavItem[],
  map: SiteMap,
  titles: ReadonlyMap<string, string>,
  layout: DocsLayout,
  configText: string,
): { readonly nav: readonly DocsNavItem[]; readonly problems: readonly NavProblem[] } {
  const problems: NavProblem[] = [];
  const finish = (item: RenderedNavItem): readonly DocsNavItem[] => {
    if (item.children) {
      const children = item.children.flatMap(finish);
      return children.length > 0 ? [{ title: item.title ?? '', children }] : [];
    }
    const page = item.uri === undefined ? undefined : map.byUri.get(item.uri);
    if (page?.kind === 'page') {
      return [{ title: item.title ?? titles.get(page.uri) ?? page.uri, path: page.path, children: [] }];
    }
    const link = finishLink(item, map);
    if (link) return [link];
    const target = item.uri ?? item.url ?? '';
    const message = `nav names "${target}", which is not a page of the site`;
    problems.push({ message, ...placeOf(configText, target) });
    return [];
  };
  return { nav: rendered.flatMap(finish), problems: layout.nav ? problems : [] };
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
