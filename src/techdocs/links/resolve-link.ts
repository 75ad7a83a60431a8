import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import { fileUrl, repositoryKey } from '../../catalog/repository-urls.ts';
import { isPublishedAsset } from '../layout/asset-types.ts';
import { isPage } from '../layout/docs-source.ts';
import { folderOf, isWithin, resolveInside } from '../layout/repository-paths.ts';
import { judgeUrl, writePath } from '../pages/safe-url.ts';
import { idPrefix } from '../pages/sanitize-schema.ts';
import { parseHostUrl } from './elsewhere/parse-host-url.ts';
import { relativePath, type SiteMap, type SiteTarget } from './site-map.ts';
import { suggestPath } from './suggest-path.ts';

/** Where a link of a page leads. */
export type ResolvedLink =
  /** `target` is a path inside the site; `fragment` is without the prefix of ids. */
  | { readonly type: 'site'; readonly href: string; readonly target: string; readonly fragment: string }
  /** `address` begins at the portal's root. */
  | { readonly type: 'portal'; readonly href: string; readonly address: string }
  | { readonly type: 'external'; readonly href: string }
  /** Nowhere: shown as text. `reason` completes "the link … ". */
  | { readonly type: 'broken'; readonly reason: string; readonly hint?: string }
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
  const { page } = place;
  if (url.type === 'external') return (use === 'picture' && ownPicture(url.href, place)) || url;
  const { path, query, fragment } = url;
  if (path === '') return inSite(page.path, query, fragment, place, true);
  const target = findInSite(path, place);
  if (target !== undefined) return inSite(target, query, fragment, place);
  if (use === 'link' && portalFolders.test(path) && !isOwnPath(path, place)) {
    const up = '../'.repeat(portalDepth + page.path.split('/').length - 1);
    return {
      type: 'portal',
      href: writePath(up + path.slice(1), query, fragment),
      address: writePath(path, query, fragment),
    };
  }
  return outsideSite(path, fragment, place, use);
}

/** A file from the repository's root, as code hosts read a slash in front, and no page of the portal. */
function isOwnPath(path: string, { map }: LinkPlace): boolean {
  return isPage(path) && map.folders().has(path.split('/')[1] ?? '');
}

function inSite(target: string, query: string, fragment: string, { page }: LinkPlace, isHere = false): ResolvedLink {
  const path = isHere ? '' : relativePath(page.path, target);
  const href = writePath(path, query, fragment === '' ? '' : `${idPrefix}${fragment}`) || '#';
  return { type: 'site', href, target, fragment };
}

/** A picture that its author named by the address that the code host gives it, though it lies in the same docs. */
function ownPicture(href: string, place: LinkPlace): ResolvedLink | undefined {
  const { repository, map } = place;
  const ownKey = repository.webUrl === undefined ? undefined : repositoryKey(repository.webUrl);
  const path = parseHostUrl(href, (key) => (key === ownKey ? repository : undefined))?.path;
  const target = path === undefined ? undefined : map.bySource.get(path);
  return target?.kind === 'asset' ? inSite(target.path, '', '', place) : undefined;
}

/** Path inside the site of what a relative address means: as the page's own URL, then as a path between source files. */
function findInSite(path: string, { page, map }: LinkPlace): string | undefined {
  const absolute = path.startsWith('/');
  const bare = path.replace(/^\/+/, '');
  const asUrl = resolveInside(absolute ? '' : page.path.replace(/\/$/, ''), bare);
  const fromUrl = asUrl === undefined ? undefined : atPath(asUrl, map);
  if (fromUrl !== undefined) return fromUrl;
  const asUri = resolveInside(absolute ? '' : folderOf(page.uri), bare);
  const byUri =
    asUri === undefined ? undefined : (map.byUri.get(asUri)?.path ?? atPath(asUri.replace(/\.(?:md|html)$/, ''), map));
  if (byUri !== undefined) return byUri;
  // A slash in front means the repository's root on code hosts.
  const asSource = resolveInside(absolute ? '' : folderOf(page.source), bare);
  if (asSource === undefined) return undefined;
  return (
    map.bySource.get(asSource) ??
    map.bySource.get(`${asSource}/index.md`) ??
    map.bySource.get(`${asSource}/README.md`)
  )?.path;
}

function atPath(path: string, map: SiteMap): string | undefined {
  const bare = path.replace(/(?:^|\/)(?:index|README)(?:\.html)?$/, '');
  const page = bare === '' ? '' : `${bare}/`;
  if (map.byPath.has(page)) return page;
  if (map.byPath.has(path)) return path;
  const moved = map.redirects.get(page);
  return moved?.split('#')[0];
}

function outsideSite(path: string, fragment: string, place: LinkPlace, use: 'link' | 'picture'): ResolvedLink {
  const { map, page, repository } = place;
  const absolute = path.startsWith('/');
  const bare = path.replace(/^\/+/, '');
  const source = unpublishedFile(bare, absolute, place) ?? resolveInside(absolute ? '' : folderOf(page.source), bare);
  if (source === undefined) return { type: 'broken', reason: 'leads outside the repository' };
  const view = path.endsWith('/') ? 'tree' : 'blob';
  const href = use === 'link' ? hostUrl(source, fragment, repository, view) : undefined;
  if (map.sources.has(source)) {
    const why =
      isPage(source) || isPublishedAsset(source) ? 'is excluded from the site' : 'is of a type that is not published';
    return href === undefined ? { type: 'broken', reason: `leads to a file that ${why}` } : { type: 'external', href };
  }
  const docs = docsFolder(place);
  const inDocs = docs !== undefined && isWithin(source, docs);
  if (href !== undefined && !inDocs && !absolute) return { type: 'external', href };
  const reason = brokenReason(source, absolute, inDocs, map);
  const near = suggestPath(path, place, use);
  return { type: 'broken', reason, ...(near !== undefined && { hint: `Did you mean "${near}"?` }) };
}

/** Source of a file that the site does not publish, of whose address MkDocs may have made one relative to the page. */
function unpublishedFile(path: string, absolute: boolean, { page, map }: LinkPlace): string | undefined {
  const bases = absolute ? [''] : [page.path.replace(/\/$/, ''), folderOf(page.uri)];
  const uris = bases.map((base) => resolveInside(base, path));
  return uris.flatMap((uri) => (uri === undefined ? [] : (map.unpublished.get(uri) ?? [])))[0];
}

function brokenReason(source: string, absolute: boolean, inDocs: boolean, map: SiteMap): string {
  if (map.folders().has(source)) return 'leads to a folder that has no index page';
  if (absolute) return 'starts at the root of the site, where there is no such page';
  return inDocs ? 'leads to a file that does not exist' : 'leads to a file that is not among the docs';
}

/** The docs folder that the page itself lies in; a README that stands for an index lies in none. */
function docsFolder({ page }: LinkPlace): string | undefined {
  if (page.source === page.uri) return '';
  const suffix = `/${page.uri}`;
  return page.source.endsWith(suffix) ? page.source.slice(0, -suffix.length) : undefined;
}

function hostUrl(
  path: string,
  fragment: string,
  repository: RepositoryInfo,
  view: 'blob' | 'tree',
): string | undefined {
  const url = fileUrl(repository, path, view);
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(fragment === '' ? url : `${url}#${encodeURIComponent(fragment)}`).href;
}
