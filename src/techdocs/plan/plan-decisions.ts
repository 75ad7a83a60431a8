import type { CatalogEntity } from '../../catalog/entity.ts';
import type { RepositoryFiles, RepositoryInfo } from '../../catalog/repository-files.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DocsLayout } from '../layout/docs-layout.ts';
import type { DocsTree } from '../layout/docs-source.ts';
import { isWithin } from '../layout/repository-paths.ts';
import { annotationProblem } from './annotation-problem.ts';
import { annotation } from './entity-annotation.ts';
import { homeOf } from './select-docs-files.ts';
import {
  adrLocationAnnotation,
  findDecisionFolders,
  findTechdocsRefs,
  resolveAdrLocation,
  resolveTechdocsRef,
} from './techdocs-annotations.ts';

/** Folders of decision records that catalog files name, by the root of the docs that they belong to. */
export function findDecisionRoots(
  entities: readonly CatalogEntity[],
  { repository }: RepositoryFiles,
  tree: DocsTree,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const path of new Set(entities.map(({ source }) => source.path))) {
    const text = tree.text(path) ?? '';
    const folders = findDecisionFolders(text, path, repository);
    if (folders.length === 0) continue;
    const refs = findTechdocsRefs(text).map((value) => resolveTechdocsRef(value, path, repository));
    const roots = refs.length > 0 ? refs.flatMap((ref) => (ref.type === 'folder' ? [ref.path] : [])) : [homeOf(path)];
    for (const root of roots) found.set(root, [...new Set([...(found.get(root) ?? []), ...folders])].sort());
  }
  return found;
}

/** What is wrong with an entity's `adr-location`: it leads out of the repository, or to no decision record of its docs. */
export function decisionProblems(
  entity: CatalogEntity,
  repository: RepositoryInfo,
  layouts: readonly DocsLayout[],
): readonly Diagnostic[] {
  const value = annotation(entity, adrLocationAnnotation);
  if (value === undefined) return [];
  const target = resolveAdrLocation(value, entity.source.path, repository);
  const report = (reason: string) => [
    annotationProblem('techdocs/decisions-not-found', `adr-location ${reason}.`, entity, adrLocationAnnotation),
  ];
  if (target.type === 'unsupported') return report(`cannot be followed: ${target.reason}`);
  const isFound = layouts.some(({ decisions = [], files }) => {
    const uris = new Set(decisions.map(({ uri }) => uri));
    return files.some(({ uri, path }) => uris.has(uri) && isWithin(path, target.path));
  });
  return isFound ? [] : report(`"${value}" leads to no decision record`);
}
