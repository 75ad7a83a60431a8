import type { LinkedDraft } from '../link-relations.ts';
import { type CheckedCatalog, type FoundProblem, specText } from './catalog-check.ts';
import { repeatedReferences } from './repeated-references.ts';

const ending: ReadonlySet<string> = new Set(['deprecated', 'end-of-life', 'eol', 'retired', 'decommissioned']);
const needing: ReadonlySet<string> = new Set(['dependsOn', 'consumesApi', 'partOf']);

/** What is in production and needs something that is on its way out: told once for each that its own file names. */
export function* checkDeprecated({ entities }: CheckedCatalog): Generator<FoundProblem> {
  const ended = new Map<string, LinkedDraft>();
  for (const entity of entities) {
    if (ending.has(specText(entity, 'lifecycle').toLowerCase())) ended.set(entity.draft.ref, entity);
  }
  if (ended.size === 0) return;
  for (const entity of entities) {
    if (specText(entity, 'lifecycle').toLowerCase() !== 'production') continue;
    for (const reference of entity.references) {
      const { field, target, path } = reference;
      const needed = target !== undefined && needing.has(field.relation) ? ended.get(target) : undefined;
      if (!needed || repeatedReferences(entity.references).has(reference)) continue;
      const owner = needed.references.find((each) => each.field.relation === 'ownedBy')?.target;
      const message = `${entity.draft.ref} is in production and relies on ${target}, which is ${specText(needed, 'lifecycle')}.`;
      const hint = `Move to what replaces it${owner ? `; ${owner} owns it and can say what that is` : ''}.`;
      yield { entity, problem: { code: 'catalog/depends-on-deprecated', message, path, hint } };
    }
  }
}
