import type { GoodRepository, LastGood } from '../../catalog/last-good/good-entity.ts';
import type { Snapshot } from '../../crawl/snapshot.ts';
import type { RemovalDecision } from './decide-removals.ts';

/** Ids that one entity remembers: a confirmation is good for that many changes of the list. */
const idLimit = 50;

/**
 * What to remember once the decision is carried out: what is held knows its id, and what is gone is forgotten, so that it cannot
 * come back. `read` is what the catalog remembers of the repositories that it was made of. Pure.
 */
export function rememberRemovals(read: LastGood, { held, id }: RemovalDecision, snapshot: Snapshot): LastGood {
  const next = new Map<string, GoodRepository>();
  const byRepository = Map.groupBy(held, ({ repositoryId }) => repositoryId);
  for (const [repositoryId, good] of read) {
    if (isGone(repositoryId, snapshot)) continue;
    const refs = new Set(byRepository.get(repositoryId)?.map(({ ref }) => ref));
    next.set(repositoryId, id === undefined || refs.size === 0 ? good : markHeld(good, refs, id));
  }
  return next;
}

function markHeld(good: GoodRepository, refs: ReadonlySet<string>, id: string): GoodRepository {
  const entities = good.entities.map((entity) => {
    const ids = entity.held ?? [];
    if (!refs.has(entity.ref) || ids.at(-1) === id) return entity;
    return { ...entity, held: [...ids.filter((other) => other !== id), id].slice(-idLimit) };
  });
  return { ...good, entities };
}

// A repository that no run remembers may still be there when a list is not complete, or when all memory of it was lost.
function isGone(id: string, { removed, outcomes, next, isFirst, listings }: Snapshot): boolean {
  if (next.known.has(id)) return false;
  if (removed.some(({ repository }) => repository.id === id)) return true;
  if (next.waiting.has(id) || isFirst || !listings.every(({ complete }) => complete)) return false;
  return !outcomes.some((outcome) => outcome.id === id);
}
