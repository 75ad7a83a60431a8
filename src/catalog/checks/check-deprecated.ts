import { type CheckedCatalog, type FoundProblem, specText } from './catalog-check.ts';
import { repeatedReferences } from './repeated-references.ts';

const ending: ReadonlySet<string> = new Set(['deprecated', 'end-of-life', 'eol', 'retired', 'decommissioned']);
const needing: ReadonlySet<string> = new Set(['dependsOn', 'consumesApi', 'partOf']);

/** What is in production and needs something that is on its way out. */
export function* checkDeprecated({ entities, byRef }: CheckedCatalog): Generator<FoundProblem> {
  for (const entity of entities) {
    if (specText(entity, 'lifecycle').toLowerCase() !== 'production') continue;
    for (const reference of entity.references) {
      const { field, target, path } = reference;
      const needed = needing.has(field.relation) && target !== undefined ? byRef.get(target) : undefined;
      const lifecycle = needed ? specText(needed, 'lifecycle') : '';
      if (!needed || !ending.has(lifecycle.toLowerCase())) continue;
      if (repeatedReferences(entity.references).has(reference)) continue;
      const owner = needed.references.find((each) => each.field.relation === 'ownedBy')?.target;
      const message = `${entity.draft.ref} is in production and relies on ${target}, which is ${lifecycle}.`;
      const hint = `Move to what replaces it${owner ? `; ${owner} owns it and can say what that is` : ''}.`;
      yield { entity, problem: { code: 'catalog/depends-on-deprecated', message, path, hint } };
    }
  }
}
