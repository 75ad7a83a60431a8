import type { CatalogEntity } from '../catalog/entity.ts';
import type { RepositoryInfo } from '../catalog/repository-files.ts';
import { type Language, textsIn } from './views/text/texts.ts';

/** What lists say of an entity that is shown as it was, in a few words; `undefined` when it is up to date. */
export function ageMark(
  { stale }: CatalogEntity,
  repository: RepositoryInfo | undefined,
  language: Language,
): string | undefined {
  const text = textsIn(language).marks;
  const ofRepository = repository?.stale;
  if (stale?.held || ofRepository?.held) return text.awaitsRemoval;
  if (ofRepository) return text.asOf(ofRepository.freshAt);
  return stale && text.earlierVersion;
}
