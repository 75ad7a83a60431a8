import { type GoneEntity, idOfRemovals } from './gone-entity.ts';

/** What one run would take away. */
export interface RemovalQuestion {
  /** How many entities the run before showed. */
  readonly before: number;
  /** Those of them that are proved to be gone. */
  readonly gone: readonly GoneEntity[];
  /** Ids under which removals are held of what this run says nothing new of. */
  readonly awaiting?: readonly string[];
  /** Names of sources that had entities and have none left. */
  readonly emptied: readonly string[];
  /** Ids of removals that somebody confirms. */
  readonly confirmed: readonly string[];
}

/** Which of it is taken away. */
export interface RemovalDecision {
  readonly removed: readonly GoneEntity[];
  readonly held: readonly GoneEntity[];
  /** Names what is held; absent: nothing is. */
  readonly id?: string;
  /** Why it is held, one sentence. */
  readonly reason?: string;
  /** Ids that confirm nothing that is gone. */
  readonly outdated: readonly string[];
}

/** How many entities one run may remove without being asked: 5, or 5 % of what there was. */
export function removalLimit(before: number): number {
  return Math.max(5, Math.floor(before * 0.05));
}

/**
 * Lets removals through as long as they are few; otherwise holds all of them, until somebody confirms their id or they are no
 * longer gone. While any are held, further ones are held with them, except beside what one repository takes out of itself. A confirmation is for what was listed under its id, and
 * for nothing that went since. Pure.
 */
export function decideRemovals({ before, gone, awaiting = [], emptied, confirmed }: RemovalQuestion): RemovalDecision {
  const isNamed = ({ held = [] }: GoneEntity) => held.some((id) => confirmed.includes(id));
  const named = gone.filter(isNamed);
  const unnamed = gone.filter((entity) => !isNamed(entity));
  // Seen elsewhere: by a run whose state this one does not have.
  const isAll = [gone, unnamed].some((list) => list.length > 0 && confirmed.includes(idOfRemovals(list)));
  const open = isAll ? [] : unnamed;
  const own = findOwn(open, before);
  const others = open.filter((entity) => !own.has(entity));
  const reasonForAll = reasonToHold(others, before - own.size, emptied);
  const held = reasonForAll === undefined ? [...own] : open;
  const isHeld = new Set(held);
  const reason = reasonForAll ?? reasonForOwn(own, before);
  const used = new Set([...named.flatMap(({ held = [] }) => held), idOfRemovals(gone), idOfRemovals(unnamed)]);
  return {
    removed: gone.filter((entity) => !isHeld.has(entity)),
    held,
    ...(reason !== undefined && { id: idOfRemovals(held), reason }),
    outdated: confirmed.filter((id) => !awaiting.includes(id) && (gone.length === 0 || !used.has(id))),
  };
}

// What one repository takes out of itself concerns nobody else: where that alone is too much, or some of it is held already, it
// is held for itself, so that a repository that comes and goes by the thousand cannot hold up what truly goes elsewhere.
function findOwn(open: readonly GoneEntity[], before: number): ReadonlySet<GoneEntity> {
  const groups = Map.groupBy(
    open.filter(({ inside }) => inside),
    ({ repositoryId }) => repositoryId,
  );
  const isOwn = (group: readonly GoneEntity[]) =>
    group.length > removalLimit(before) || group.some(({ held }) => held !== undefined);
  return new Set([...groups.values()].filter(isOwn).flat());
}

function reasonForOwn({ size }: ReadonlySet<GoneEntity>, before: number): string | undefined {
  if (size === 0) return undefined;
  const count = `${size.toLocaleString('en')} of ${before.toLocaleString('en')}`;
  return `Single repositories no longer define ${count} entities, more than may go of one without a word, or held before.`;
}

function reasonToHold(open: readonly GoneEntity[], before: number, emptied: readonly string[]): string | undefined {
  if (open.length === 0) return undefined;
  const limit = removalLimit(before);
  const would = `This build would remove ${open.length.toLocaleString('en')} of ${before.toLocaleString('en')} entities`;
  if (open.length > limit) return `${would}, more than ${limit.toLocaleString('en')}.`;
  const source = emptied.find((name) => open.some((entity) => entity.source === name));
  if (source !== undefined) return `${would}, and with them everything of source "${source}".`;
  if (open.some(({ held }) => held !== undefined)) return `${would}; some of them were held back before.`;
  return undefined;
}
