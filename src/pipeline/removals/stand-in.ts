import type { GoodRepository } from '../../catalog/last-good/good-entity.ts';
import type { RepositoryFiles, RepositoryInfo } from '../../catalog/repository-files.ts';

/**
 * A repository of which nothing is left but its last good definitions: none of its files can be read, so that each stands for
 * itself. Pure.
 */
export function standIn(repository: RepositoryInfo, { entities }: GoodRepository): RepositoryFiles {
  const unread = new Set(entities.map(({ path }) => path));
  return { repository, catalogPaths: [], files: new Map(), unread };
}
