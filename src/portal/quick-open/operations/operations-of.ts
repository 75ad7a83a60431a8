import { recogniseDefinition } from '../../../catalog/definitions/recognise-definition.ts';
import type { CatalogEntity } from '../../../catalog/entity.ts';
import { textOf } from '../../mention.ts';
import type { DefinitionForm } from '../../views/quick-open.ts';
import { asyncApiOperations } from './asyncapi.ts';
import { graphqlOperations } from './graphql.ts';
import { grpcOperations } from './grpc.ts';
import { openApiOperations } from './openapi.ts';
import type { Operation } from './operation.ts';

const readers: Readonly<Record<string, (text: string) => readonly Operation[]>> = {
  openapi: openApiOperations,
  asyncapi: asyncApiOperations,
  graphql: graphqlOperations,
  grpc: grpcOperations,
};

/** What an API offers, as its definition says; nothing for other kinds, other languages and what is no definition at all. */
export function operationsOf(
  item: CatalogEntity,
): { readonly form: DefinitionForm; readonly operations: readonly Operation[] } | undefined {
  const text = item.entity.kind === 'API' ? textOf(item.entity, 'definition') : undefined;
  if (text === undefined) return undefined;
  const type = recogniseDefinition(text)?.type ?? textOf(item.entity, 'type') ?? '';
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  const operations = read?.(text) ?? [];
  return operations.length > 0 ? { form: formOf(type, text), operations } : undefined;
}

function formOf(type: string, text: string): DefinitionForm {
  if (type === 'graphql') return 'graphql';
  if (type === 'grpc') return 'proto';
  return text.trimStart().startsWith('{') ? 'json' : 'yaml';
}
