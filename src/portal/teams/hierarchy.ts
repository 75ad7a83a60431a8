import type { CatalogEntity } from '../../catalog/entity.ts';
import { groupDescendants, ownedInHierarchy } from '../../catalog/graph/ownership.ts';
import type { Portal } from '../assemble-portal.ts';
import { targetsOf } from '../mention.ts';
import { partsOf } from '../urls.ts';

const answered = new WeakMap<Portal['catalog'], Map<string, readonly string[]>>();

/** All teams of the catalog below a team, nearest first, each once. */
export function childTeams({ catalog }: Portal, { ref }: Pick<CatalogEntity, 'ref'>): readonly CatalogEntity[] {
  return groupDescendants(catalog, ref).flatMap((reached) => catalog.byRef.get(reached.ref) ?? []);
}

/**
 * Everything that a team answers for, as the catalog index counts it: what it, the teams below it, and the people of all these
 * own. Sorted. Remembered for each team, since its parents ask again.
 */
export function answeredFor({ catalog }: Portal, ref: string): readonly string[] {
  const known = answered.get(catalog) ?? new Map<string, readonly string[]>();
  answered.set(catalog, known);
  const refs = known.get(ref) ?? ownedInHierarchy(catalog, ref);
  known.set(ref, refs);
  return refs;
}

/** The people of a team, in the catalog or only named. */
export function membersOf({ entity }: CatalogEntity): readonly string[] {
  return targetsOf(entity, 'hasMember').filter((ref) => partsOf(ref).kind === 'user');
}

/** The teams that a person belongs to. */
export function teamsOf({ entity }: CatalogEntity): readonly string[] {
  return targetsOf(entity, 'memberOf').filter((ref) => partsOf(ref).kind === 'group');
}
