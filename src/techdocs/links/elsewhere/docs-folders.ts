import type { DocsSite } from '../../docs-site.ts';
import { folderOf, isWithin, joinPath, relativeTo } from '../../layout/repository-paths.ts';

/** A folder of the repository whose files a site publishes, and below which address. */
export interface DocsFolder {
  readonly folder: string;
  /** Path inside the site, `''` unless the folder is of an included part. */
  readonly prefix: string;
}

/** Folders that a site's pages come from, told from where its pages stand and where they lie. Pure. */
export function docsFolders(site: DocsSite): readonly DocsFolder[] {
  const found = new Map<string, DocsFolder>();
  for (const { path, sourcePath } of site.pages) {
    const folder = folderOfPage(path, sourcePath);
    if (folder) found.set(JSON.stringify(folder), folder);
  }
  return [...found.values()];
}

function folderOfPage(path: string, source: string): DocsFolder | undefined {
  const stem = path.replace(/\/$/, '');
  const file = source.slice(source.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const isIndex = file === 'index' || file === 'README';
  if (!isIndex && stem.slice(stem.lastIndexOf('/') + 1) !== file) return undefined;
  let folder = folderOf(source);
  let prefix = isIndex ? stem : folderOf(stem);
  while (folder !== '' && prefix !== '' && last(folder) === last(prefix)) {
    folder = folderOf(folder);
    prefix = folderOf(prefix);
  }
  return { folder, prefix };
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Path inside a site at which a file of the folder would stand, were it an asset; `undefined` for files elsewhere. */
export function pathInSite(source: string, { folder, prefix }: DocsFolder): string | undefined {
  return isWithin(source, folder) && source !== folder ? joinPath(prefix, relativeTo(folder, source)) : undefined;
}
