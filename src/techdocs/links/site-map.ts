import { isPublishedAsset } from '../layout/asset-types.ts';
import { type DocsLayout, pagePath } from '../layout/docs-layout.ts';
import { isPage } from '../layout/docs-source.ts';
import { folderOf } from '../layout/repository-paths.ts';

/** A page or asset of a site by its address. */
export interface SiteTarget {
  readonly kind: 'page' | 'asset';
  /** Path inside the site; pages end in a slash, the index is `''`. */
  readonly path: string;
  readonly uri: string;
  /** Path in the repository. */
  readonly source: string;
}

/** A site's addresses, seen from the three sides that links are written from. */
export interface SiteMap {
  readonly byUri: ReadonlyMap<string, SiteTarget>;
  readonly byPath: ReadonlyMap<string, SiteTarget>;
  readonly bySource: ReadonlyMap<string, SiteTarget>;
  /** Files that are not published: path in the repository by that inside the docs folder. */
  readonly unpublished: ReadonlyMap<string, string>;
  /** Every file of the docs folders, also those that are not published. */
  readonly sources: ReadonlySet<string>;
  readonly redirects: ReadonlyMap<string, string>;
  /** Every folder of those files, as paths in the repository. */
  readonly folders: () => ReadonlySet<string>;
}

/** Maps a layout's files to their addresses, but for those that the site excludes. */
export function mapSite(
  layout: DocsLayout,
  excluded: ReadonlySet<string>,
  redirects: ReadonlyMap<string, string>,
): SiteMap {
  const byUri = new Map<string, SiteTarget>();
  const byPath = new Map<string, SiteTarget>();
  const bySource = new Map<string, SiteTarget>();
  const unpublished = new Map<string, string>();
  for (const { uri, path: source } of layout.files) {
    const kind = isPage(uri) ? 'page' : 'asset';
    if (excluded.has(uri) || (kind === 'asset' && !isPublishedAsset(uri))) {
      unpublished.set(uri, source);
      continue;
    }
    const target: SiteTarget = { kind, path: kind === 'page' ? pagePath(uri) : uri, uri, source };
    byUri.set(uri, target);
    byPath.set(target.path, target);
    if (!bySource.has(source)) bySource.set(source, target);
  }
  const sources = new Set(layout.files.map(({ path }) => path));
  let known: ReadonlySet<string> | undefined;
  const folders = () => {
    known ??= foldersOf(sources);
    return known;
  };
  return { byUri, byPath, bySource, unpublished, sources, redirects, folders };
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  }
  return folders;
}

/** Relative path from one page of a site to another of its addresses; never empty. */
export function relativePath(fromPage: string, to: string): string {
  const from = fromPage.split('/').slice(0, -1);
  const target = to.split('/');
  const last = target.pop() ?? '';
  let common = 0;
  while (common < from.length && common < target.length && from[common] === target[common]) common += 1;
  const path = [...from.slice(common).map(() => '..'), ...target.slice(common), last].join('/');
  return path === '' ? './' : path;
}
