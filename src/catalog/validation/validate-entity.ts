import { backstageModel, type CatalogModel } from '../model/catalog-model.ts';
import type { KindDefinition } from '../model/kind-definition.ts';
import { isMapping, type Mapping } from '../values.ts';
import type { EntityProblem } from './entity-problem.ts';
import { validateEnvelope } from './validate-envelope.ts';
import { validateMetadata } from './validate-metadata.ts';
import { missingLists, validateSpec } from './validate-spec.ts';

/** What validation says of one entity's data. */
export interface EntityVerdict {
  /** Any of these keeps the entity out of the catalog. */
  readonly problems: readonly EntityProblem[];
  /** What the entity's kind means; absent for unknown kinds. */
  readonly definition: KindDefinition | undefined;
  /** Why the fields of `spec` were not checked. */
  readonly unchecked?: 'unknown-kind' | 'foreign-api-version';
  /** Fields of `spec` that were left out and are taken as empty lists. */
  readonly missingLists: readonly string[];
}

/** Validates an entity's data (placeholders filled in) as Backstage's catalog does; positions play no part. */
export function validateEntity(entity: Mapping, model: CatalogModel = backstageModel): EntityVerdict {
  const { apiVersion, kind, metadata, spec } = entity;
  const problems = validateEnvelope(entity);
  if (isMapping(metadata)) problems.push(...validateMetadata(metadata));
  const specType = isMapping(spec) ? spec['type'] : undefined;
  const definition = typeof kind === 'string' ? model.findKind(kind, specType) : undefined;
  if (!definition) {
    const known = typeof kind === 'string' ? model.spellingOf(kind) : undefined;
    if (known) problems.push(misspelled(String(kind), known));
    return { problems, definition, unchecked: 'unknown-kind', missingLists: [] };
  }
  if (typeof apiVersion !== 'string' || !definition.apiVersions.includes(apiVersion)) {
    return { problems, definition, unchecked: 'foreign-api-version', missingLists: [] };
  }
  if (spec !== undefined && !isMapping(spec)) return { problems, definition, missingLists: [] };
  const lists = spec === undefined ? [] : missingLists(spec, definition);
  const completed = lists.length === 0 ? spec : { ...spec, ...emptyLists(lists) };
  problems.push(...validateSpec(completed, definition));
  return { problems, definition, missingLists: lists };
}

/** The lists that were left out, as empty ones. */
export function emptyLists(fields: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(fields.map((field) => [field, []]));
}

function misspelled(kind: string, known: string): EntityProblem {
  const message = `The kind "${kind}" is not spelled "${known}".`;
  return { code: 'catalog/kind-spelling', message, path: ['kind'], hint: `Write kind: ${known}.` };
}
