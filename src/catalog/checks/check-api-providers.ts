import { type CheckedCatalog, type FoundProblem, nameOf } from './catalog-check.ts';

/** APIs that no component provides. An MCP server is run by somebody else as a rule. */
export function* checkApiProviders(catalog: CheckedCatalog): Generator<FoundProblem> {
  const { entities, isWhole, isMentionedInRefused } = catalog;
  if (!isWhole || !entities.some(({ draft }) => draft.kind === 'Component')) return;
  const provided = new Set<string>();
  for (const { draft, references } of entities) {
    for (const { field, target } of references) {
      if (target === undefined) continue;
      if (field.relation === 'providesApi') provided.add(target);
      if (field.relation === 'apiProvidedBy') provided.add(draft.ref);
    }
  }
  for (const entity of entities) {
    const { kind, definition, ref, spec } = entity.draft;
    if (kind !== 'API' || !definition || spec?.['type'] === 'mcp-server') continue;
    if (provided.has(ref) || isMentionedInRefused(nameOf(ref))) continue;
    const message = `No component says that it provides ${ref}.`;
    yield { entity, problem: { code: 'catalog/api-without-provider', message, path: ['metadata', 'name'] } };
  }
}
