import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import { fileUrl } from '../../catalog/repository-urls.ts';
import { isPublishedAsset } from '../layout/asset-types.ts';
import { isPage } from '../layout/docs-source.ts';
import { folderOf, isWithin, resolveInside } from '../layout/repository-paths.ts';
import { judgeUrl, writePath } from '../pages/safe-url.ts';
import { idPrefix } from '../pages/sanitize-schema.ts';
import { relativePath, type SiteMap, type SiteTarget } from './site-map.ts';

/** Where a link of a page leads. */
export type ResolvedLink =
  | { readonly type: 'site' | 'portal' | 'external'; readonly href: string }
  /** Nowhere: shown as text. `reason` completes "the link … ". */
  | { readonly type: 'broken'; readonly reason: string }
  | { readonly type: 'refused' };

/** The page that a link stands on. */
export interface LinkPlace {
  readonly page: SiteTarget;
  readonly map: SiteMap;
  readonly repository: RepositoryInfo;
}

/** Docs live at `/docs/<namespace>/<kind>/<name>/` of the portal. */
const portalDepth = 4;
const portalFolders = /^\/(?:docs|catalog|api-docs|create|search|catalog-graph)(?:\/|$)/;

/** Resolves the address of a link or picture as written, or as MkDocs has already made it relative to the page. */
export function resolveLink(written: string, place: LinkPlace, use: 'link' | 'picture'): ResolvedLink {
  const url = judgeUrl(written);
  if (url.type === 'refused') return url;
  if (url.type === 'malformed') return { type: 'broken', reason: 'is not an address' };
  if (url.type === 'external') return { type: 'external', href: url.href };
  const { page, map } = place;
  const fragment = url.fragment === '' ? '' : `${idPrefix}${url.fragment}`;
  if (url.path === '') return { type: 'site', href: writePath('', url.query, fragment) || '#' };
  if (use === 'link' && portalFolders.test(url.path) && !findInSite(url.path, place)) {
    const up = '../'.repeat(portalDepth + page.path.split('/').length - 1);
    return { type: 'portal', href: writePath(up + url.path.slice(1), url.query, fragment) };
  }
  const target = findInSite(url.path, place);
  if (target) return { type: 'site', href: writePath(relativePath(page.path, target), url.query, fragment) };
  return outsideSite(url.path, url.fragment, map, place, use);
}

/** Path inside the site of what a relative address means: as the page's own URL, then as a path between source files. */
function findInSite(path: string, { page, map }: LinkPlace): string | undefined {
  const absolute = path.startsWith('/');
  const asUrl = resolveInside(absolute ? '' : page.path.replace(/\/$/, ''), path.replace(/^\/+/, ''));
  const fromUrl = asUrl === undefined ? undefined : atPath(asUrl, map);
  if (fromUrl !== undefined) return fromUrl;
  const asUri = resolveInside(absolute ? '' : folderOf(page.uri), path.replace(/^\/+/, ''));
  const byUri =
    asUri === undefined ? undefined : (map.byUri.get(asUri)?.path ?? atPath(asUri.replace(/\.(?:md|html)$/, ''), map));
  if (byUri !== undefined) return byUri;
  const asSource = absolute ? undefined : resolveInside(folderOf(page.source), path);
  if (asSource === undefined) return undefined;
  return (
    map.bySource.get(asSource) ??
    map.bySource.get(`${asSource}/index.md`) ??
    map.bySource.get(`${asSource}/README.md`)
  )?.path;
}

function atPath(path: string, map: SiteMap): string | undefined {
  const bare = path.replace(/(?:^|\/)index(?:\.html)?$/, '');
  const page = bare === '' ? '' : `${bare}/`;
  if (map.byPath.has(page)) return page;
  if (map.byPath.has(path)) return path;
  const moved = map.redirects.get(page);
  return moved?.split('#')[0];
}

function outsideSite(
  path: string,
  fragment: string,
  map: SiteMap,
  place: LinkPlace,
  use: 'link' | 'picture',
): ResolvedLink {
  const source = path.startsWith('/')
    ? resolveInside('', path.slice(1))
    : resolveInside(folderOf(place.page.source), path);
  if (source === undefined) return { type: 'broken', reason: 'leads outside the repository' };
  if (map.sources.has(source)) {
    const type =
      isPage(source) || isPublishedAsset(source) ? 'is excluded from the site' : 'is of a type that is not published';
    const href = use === 'link' ? hostUrl(source, fragment, place.repository) : undefined;
    return href === undefined ? { type: 'broken', reason: `leads to a file that ${type}` } : { type: 'external', href };
  }
  const docs = docsFolder(place);
  const inDocs = docs !== undefined && isWithin(source, docs);
  const href =
    use === 'link' && !inDocs && !path.startsWith('/') ? hostUrl(source, fragment, place.repository) : undefined;
  if (href !== undefined) return { type: 'external', href };
  return { type: 'broken', reason: brokenReason(source, path, inDocs, map) };
}

function brokenReason(source: string, path: string, inDocs: boolean, map: SiteMap): string {
  const isFolder = [...map.sources].some((known) => known.startsWith(`${source}/`));
  if (isFolder) return 'leads to a folder that has no index page';
  if (path.startsWith('/')) return 'starts at the root of the site, where there is no such page';
  return inDocs ? 'leads to a file that does not exist' : 'leads to a file that is not among the docs';
}

/** The docs folder that the page itself lies in; a README that stands for an index lies in none. */
function docsFolder({ page }: LinkPlace): string | undefined {
  if (page.source === page.uri) return '';
  const suffix = `/${page.uri}`;
  return page.source.endsWith(suffix) ? page.source.slice(0, -suffix.length) : undefined;
}

function hostUrl(path: string, fragment: string, repository: RepositoryInfo): string | undefined {
  const url = fileUrl(repository, path, 'blob');
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(fragment === '' ? url : `${url}#${encodeURIComponent(fragment)}`).href;
}
