import type { FileSelector } from '../repository-files.ts';
import type { LastGood } from './good-entity.ts';

/**
 * Asks for the files that entities were last good in, also where nothing leads to them today: whether they are still
 * there decides whether an entity was removed or only cannot be reached.
 */
export function selectLastGoodFiles(lastGood: LastGood): FileSelector {
  return function* ({ repository }) {
    const entities = lastGood.get(repository.id)?.entities ?? [];
    for (const path of new Set(entities.map((entity) => entity.path))) yield { path, as: 'text' };
  };
}
