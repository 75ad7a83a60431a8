import { folderOf, joinPath, relativeTo } from '../repository-paths.ts';

/** A folder of a site with its pages and folders, in MkDocs' own order: the index first, folders after pages. */
export interface PageFolder {
  readonly path: string;
  readonly pages: readonly string[];
  readonly folders: readonly PageFolder[];
}

/** Arranges the uris of a site's pages as folders. */
export function pageTree(uris: readonly string[]): PageFolder {
  const pages = Map.groupBy(uris, folderOf);
  const folders = new Set<string>();
  for (const folder of pages.keys()) {
    for (let at = folder; at !== '' && !folders.has(at); at = folderOf(at)) folders.add(at);
  }
  const below = Map.groupBy([...folders].sort(), folderOf);
  const build = (path: string): PageFolder => ({
    path,
    pages: [...(pages.get(path) ?? [])].sort(indexFirst),
    folders: (below.get(path) ?? []).map(build),
  });
  return build('');
}

function indexFirst(a: string, b: string): number {
  return Number(isIndex(b)) - Number(isIndex(a)) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Whether a page is its folder's index. */
export function isIndex(uri: string): boolean {
  return /^(?:index|README)\.[^.]+$/.test(nameOf(uri));
}

/** Last segment of a path. */
export function nameOf(path: string): string {
  return relativeTo(folderOf(path), path);
}

/** What MkDocs calls a folder or a page that says nothing of itself: its name as words. */
export function titleOfName(name: string): string {
  const words = name.replace(/\.(?:md|markdown|mdown|mkdn|mkd)$/i, '').replace(/[-_]/g, ' ');
  return words.toLowerCase() === words ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** Every page of a folder and of those below, in order. */
export function pagesBelow({ pages, folders }: PageFolder): readonly string[] {
  return [...pages, ...folders.flatMap(pagesBelow)];
}

/** Path of an entry of a folder. */
export function inFolder(folder: PageFolder, name: string): string {
  return joinPath(folder.path, name);
}
