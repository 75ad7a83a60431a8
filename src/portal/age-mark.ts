import type { CatalogEntity } from '../catalog/entity.ts';
import type { RepositoryInfo } from '../catalog/repository-files.ts';
import { formatDay } from './views/moment.ts';

/** What lists say of an entity that is shown as it was, in a few words; `undefined` when it is up to date. */
export function ageMark({ stale }: CatalogEntity, repository: RepositoryInfo | undefined): string | undefined {
  const ofRepository = repository?.stale;
  if (stale?.held || ofRepository?.held) return 'awaits removal';
  if (ofRepository) return `as of ${formatDay(ofRepository.freshAt)}`;
  return stale && 'earlier version';
}
