import type { CheckedCatalog, FoundProblem } from './catalog-check.ts';

/** APIs that no component provides. An MCP server is run by somebody else as a rule. */
export function* checkApiProviders({ entities, isWhole }: CheckedCatalog): Generator<FoundProblem> {
  if (!isWhole || !entities.some(({ draft }) => draft.kind === 'Component')) return;
  const provided = new Set<string>();
  for (const { references } of entities) {
    for (const { field, target } of references) if (field.relation === 'providesApi' && target) provided.add(target);
  }
  for (const entity of entities) {
    const { kind, definition, ref, spec } = entity.draft;
    if (kind !== 'API' || !definition || spec?.['type'] === 'mcp-server' || provided.has(ref)) continue;
    const message = `No component says that it provides ${ref}.`;
    yield { entity, problem: { code: 'catalog/api-without-provider', message, path: ['metadata', 'name'] } };
  }
}
