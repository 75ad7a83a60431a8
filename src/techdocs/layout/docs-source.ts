import { isPublishedAsset } from './asset-types.ts';
import type { MkdocsSettings } from './mkdocs-config.ts';
import { joinPath, pathsWithin, relativeTo, resolveInside } from './repository-paths.ts';

/** What of a repository is needed to find docs in it: its paths, sorted, and the text of some files. */
export interface DocsTree {
  readonly paths: readonly string[];
  readonly has: (path: string) => boolean;
  readonly text: (path: string) => string | undefined;
}

/** Where the pages of one docs root come from. */
export interface DocsSource {
  readonly docsDir: string;
  /** Files of the docs folder that may be published, sorted. */
  readonly files: readonly string[];
  /** README beside the docs folder, when the folder has no index of its own. */
  readonly readme?: string;
  /** `docs_dir` led outside the repository; `docs` was used. */
  readonly docsDirOutside: boolean;
}

const pageName = /\.(?:md|markdown|mdown|mkdn|mkd)$/i;
/** Folders that hold other people's code, also when a repository's root is its docs folder. */
const foreignFolders: ReadonlySet<string> = new Set(['node_modules', 'vendor', 'site-packages', '__pycache__']);

/** Whether MkDocs takes the file for a page. */
export function isPage(path: string): boolean {
  return pageName.test(path);
}

/** Path of a root's MkDocs configuration; `mkdocs.yaml` comes before `mkdocs.yml`. */
export function findConfig(root: string, tree: DocsTree): string | undefined {
  return ['mkdocs.yaml', 'mkdocs.yml'].map((name) => joinPath(root, name)).find((path) => tree.has(path));
}

/** Finds the pages of a root, or `undefined` when there is nothing to publish. */
export function findDocsSource(
  root: string,
  settings: MkdocsSettings | undefined,
  tree: DocsTree,
): DocsSource | undefined {
  const wanted = settings?.docsDir ?? 'docs';
  const resolved = resolveInside(root, wanted);
  const docsDir = resolved ?? joinPath(root, 'docs');
  const files = publishable(docsDir, tree);
  const readme = readmeOf(root, tree);
  const docsDirOutside = resolved === undefined;
  if (files.some(isPage)) {
    const hasIndex = files.some((path) => /^(?:index|readme)\.md$/i.test(relativeTo(docsDir, path)));
    return { docsDir, files, docsDirOutside, ...(!hasIndex && readme !== undefined && { readme }) };
  }
  // A root that is itself the folder of pages, as `dir:./docs` without a configuration says.
  const own = root === '' || settings ? [] : publishable(root, tree);
  if (own.some(isPage)) return { docsDir: root, files: own, docsDirOutside };
  return readme === undefined ? undefined : { docsDir, files: readmePictures(root, tree), readme, docsDirOutside };
}

function publishable(folder: string, tree: DocsTree): readonly string[] {
  return pathsWithin(tree.paths, folder).filter((path) => {
    const parts = relativeTo(folder, path).split('/');
    if (parts.some((part) => part.startsWith('.') || foreignFolders.has(part))) return false;
    return folder !== '' || isPage(path) || isPublishedAsset(path);
  });
}

function readmeOf(root: string, tree: DocsTree): string | undefined {
  return ['README.md', 'readme.md', 'Readme.md'].map((name) => joinPath(root, name)).find((path) => tree.has(path));
}

function readmePictures(root: string, tree: DocsTree): readonly string[] {
  const inFolder =
    /^(?:(?:docs?|assets|images?|img|media|static|\.github)\/.*)?[^/]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
  return pathsWithin(tree.paths, root).filter((path) => inFolder.test(relativeTo(root, path)));
}
