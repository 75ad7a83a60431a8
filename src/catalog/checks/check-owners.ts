import type { CheckedCatalog, FoundProblem } from './catalog-check.ts';

/** Entities that nobody owns although their kind has owners, and those that belong to one person. */
export function* checkOwners({ entities, byRef }: CheckedCatalog): Generator<FoundProblem> {
  for (const entity of entities) {
    const { definition, kind, ref } = entity.draft;
    if (!definition?.relations.some(({ relation }) => relation === 'ownedBy')) continue;
    const owners = entity.references.filter(({ field }) => field.relation === 'ownedBy');
    if (owners.length === 0) {
      const message = `${ref} has no owner: nothing says who answers for this ${kind}.`;
      yield { entity, problem: { code: 'catalog/no-owner', message, path: ['spec', 'owner'] } };
    }
    for (const { target, path } of owners) {
      // One who is not there is reported as such.
      if (!target?.startsWith('user:') || !byRef.has(target)) continue;
      const message = `${ref} belongs to ${target}, a person and not a team.`;
      yield { entity, problem: { code: 'catalog/owner-is-user', message, path } };
    }
  }
}
