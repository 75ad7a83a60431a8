import { recogniseDefinition } from '../definitions/recognise-definition.ts';
import { type CheckedCatalog, type FoundProblem, specText } from './catalog-check.ts';

/** API definitions that are plainly not what `spec.type` says. */
export function* checkDefinitions({ entities }: CheckedCatalog): Generator<FoundProblem> {
  for (const entity of entities) {
    const { kind, definition } = entity.draft;
    if (kind !== 'API' || !definition) continue;
    const written = specText(entity, 'type');
    const type = written.toLowerCase();
    const found = types.has(type) ? recogniseDefinition(specText(entity, 'definition')) : undefined;
    if (!found || found.type === type) continue;
    const message = `spec.type is ${written}, but the definition looks like ${found.name}.`;
    const hint = `Write type: ${found.type}, or put the right definition here.`;
    yield { entity, problem: { code: 'catalog/definition-type', message, path: ['spec', 'type'], hint } };
  }
}

const types: ReadonlySet<string> = new Set(['openapi', 'asyncapi', 'graphql', 'grpc']);
