import type { FileRequest, FileSelector, RepositoryView } from '../../catalog/repository-files.ts';
import { decisionFoldersBeside } from '../decisions/layout-decisions.ts';
import { layoutDocs } from '../layout/docs-layout.ts';
import { type DocsTree, findConfig, isPage } from '../layout/docs-source.ts';
import { folderOf, joinPath, pathsWithin } from '../layout/repository-paths.ts';
import { findDecisionFolders, findTechdocsRefs, resolveTechdocsRef } from './techdocs-annotations.ts';

/** Asks for every file that the docs of a repository need: configurations as text, pages and pictures as blobs. */
export const selectDocsFiles: FileSelector = function* (view) {
  const tree = treeOf(view);
  const roots = new Map<string, Set<string>>();
  for (const path of catalogFiles(view)) {
    const named = findDecisionFolders(view.text(path) ?? '', path, view.repository);
    for (const root of rootsOf(path, named, view, tree)) {
      const folders = roots.get(root) ?? new Set();
      for (const folder of named) folders.add(folder);
      roots.set(root, folders);
    }
  }
  for (const [root, folders] of roots) yield* requestsOf(root, [...folders].sort(), tree);
};

/** Folder that a catalog file speaks for: its own, or the parent of `.backstage` and `.catalog`. */
export function homeOf(catalogPath: string): string {
  const folder = folderOf(catalogPath);
  return /(?:^|\/)\.(?:backstage|catalog)$/.test(folder) ? folderOf(folder) : folder;
}

/** Whether a folder has docs that need no annotation: an MkDocs configuration, Markdown in `docs`, or decision records. */
export function hasUnannotatedDocs(home: string, tree: DocsTree, decisionFolders: readonly string[] = []): boolean {
  if (findConfig(home, tree) !== undefined || pathsWithin(tree.paths, joinPath(home, 'docs')).some(isPage)) return true;
  return decisionFoldersBeside(home, tree, decisionFolders).some((folder) =>
    pathsWithin(tree.paths, folder).some(isPage),
  );
}

function treeOf(view: RepositoryView): DocsTree {
  let known: ReadonlySet<string> | undefined;
  const has = (path: string) => {
    known ??= new Set(view.paths);
    return known.has(path);
  };
  return { paths: view.paths, has, text: view.text };
}

function catalogFiles(view: RepositoryView): readonly string[] {
  const first = new Set(view.catalogPaths);
  const others = view.paths.filter(
    (path) => /\.ya?ml$/i.test(path) && !first.has(path) && isCatalogText(view.text(path)),
  );
  return [...view.catalogPaths, ...others];
}

function isCatalogText(text: string | undefined): boolean {
  return text !== undefined && /^kind\s*:/m.test(text) && /^apiVersion\s*:/m.test(text);
}

function rootsOf(path: string, named: readonly string[], view: RepositoryView, tree: DocsTree): readonly string[] {
  const text = view.text(path);
  if (text === undefined) return [];
  const refs = findTechdocsRefs(text).map((value) => resolveTechdocsRef(value, path, view.repository));
  if (refs.length > 0) return refs.flatMap((ref) => (ref.type === 'folder' ? [ref.path] : []));
  const home = homeOf(path);
  return hasUnannotatedDocs(home, tree, named) ? [home] : [];
}

/** Bytes of a page beyond which it is taken for what its name says. */
const mostText = 262_144;

function* requestsOf(root: string, decisionFolders: readonly string[], tree: DocsTree): Iterable<FileRequest> {
  const config = findConfig(root, tree);
  if (config !== undefined) yield { path: config, as: 'text' };
  // Its settings say where the pages are: asked again when it has been read.
  if (config !== undefined && tree.text(config) === undefined) return;
  const layout = layoutDocs(root, tree, decisionFolders);
  if (!layout) return;
  for (const path of layout.configPaths) yield { path, as: 'text' };
  for (const path of layout.textPaths ?? []) yield { path, as: 'text', upTo: mostText };
  for (const { path } of layout.files) yield { path, as: 'blob' };
  for (const path of layout.snippetFiles) yield { path, as: 'blob' };
}
