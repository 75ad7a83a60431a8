import { type CheckedCatalog, type FoundProblem, nameOf } from './catalog-check.ts';

/**
 * Teams that own something while nobody is a member of them or of a team below. Says nothing where the catalog does not
 * describe who is in which team: of the teams that own something, most must have members.
 */
export function* checkTeams(catalog: CheckedCatalog): Generator<FoundProblem> {
  const { entities, isWhole, isMentionedInRefused } = catalog;
  if (!isWhole) return;
  const owned = new Map<string, number>();
  const parents = new Map<string, string[]>();
  const peopled = new Set<string>();
  for (const { draft, references } of entities) {
    for (const { field, target } of references) {
      if (target === undefined) continue;
      if (field.relation === 'ownedBy') owned.set(target, (owned.get(target) ?? 0) + 1);
      if (field.relation === 'memberOf' && draft.kind === 'User') peopled.add(target);
      // A member who is not there is reported as such.
      if (field.relation === 'hasMember') peopled.add(draft.ref);
      if (field.relation === 'childOf') append(parents, draft.ref, target);
      if (field.relation === 'parentOf') append(parents, target, draft.ref);
    }
  }
  // A set grows while it is walked: what is above a team with members has members too.
  for (const team of peopled) for (const parent of parents.get(team) ?? []) peopled.add(parent);
  const owning = entities.filter(({ draft }) => draft.kind === 'Group' && owned.has(draft.ref));
  const empty = owning.filter(({ draft }) => !peopled.has(draft.ref));
  if (empty.length * 2 >= owning.length) return;
  for (const entity of empty) {
    const { ref } = entity.draft;
    if (isMentionedInRefused(nameOf(ref))) continue;
    const count = owned.get(ref) === 1 ? 'one entity' : `${owned.get(ref)} entities`;
    const message = `${ref} owns ${count}, but nobody in the catalog is a member of it or of a team below it.`;
    yield { entity, problem: { code: 'catalog/owner-without-members', message, path: ['metadata', 'name'] } };
  }
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
