import type { LastGood } from '../catalog/last-good/good-entity.ts';
import type { Snapshot } from '../crawl/snapshot.ts';
import { removalLimit } from './removals/decide-removals.ts';

/**
 * Why a build that knows nothing of earlier ones is no whole portal, in one sentence; `undefined` when it is one, or when
 * earlier builds stand in for what is missing. `lastGood` is what is remembered of definitions. Pure.
 */
export function describeIncompleteFirst(snapshot: Snapshot, lastGood: LastGood): string | undefined {
  if (!snapshot.isFirst) return undefined;
  const listing = snapshot.listings.find(({ complete }) => !complete);
  if (listing && !listing.complete) {
    return `Source "${listing.source}" could not be listed as a whole: ${listing.reason.replace(/\.$/, '')}.`;
  }
  const all = snapshot.outcomes.length;
  const absent = snapshot.outcomes.filter(({ outcome }) => outcome === 'absent').length;
  if (absent > removalLimit(all)) return `${absent} of ${all} repositories could not be read.`;
  const here = new Set(snapshot.outcomes.map(({ id }) => id));
  const orphans = [...lastGood].filter(([id]) => !here.has(id)).flatMap(([, { entities }]) => entities);
  const before = [...lastGood.values()].reduce((sum, { entities }) => sum + entities.length, 0);
  if (orphans.length <= removalLimit(before)) return undefined;
  return `${orphans.length} of ${before} entities that earlier builds showed are of repositories that no source lists.`;
}
