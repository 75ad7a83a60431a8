import type { FileSelector, RepositoryFiles } from '../../catalog/repository-files.ts';
import { isPage } from '../layout/docs-source.ts';
import { selectDocsFiles } from '../plan/select-docs-files.ts';

/** Where a repository says by which names people want to be known. */
export const mailmapPath = '.mailmap';

const largestMailmap = 500_000;

/** Asks for the `.mailmap` of repositories that have docs. */
export const selectMailmap: FileSelector = function* (view) {
  if (!view.paths.includes(mailmapPath)) return;
  const [first] = selectDocsFiles(view);
  if (first) yield { path: mailmapPath, as: 'text', upTo: largestMailmap };
};

/** Files of a repository of which docs pages say who changed them when. */
export function listDatedPages({ catalogPaths, files }: RepositoryFiles): readonly string[] {
  return catalogPaths.length === 0 ? [] : [...files.keys()].filter(isPage).sort();
}
