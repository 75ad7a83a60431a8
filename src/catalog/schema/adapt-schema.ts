import { isMapping } from '../values.ts';
import type { JsonSchema } from './format-schemas.ts';

/** Keywords whose value is data and no schema. */
const data: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples']);
/** Keywords that hold schemas by name. */
const named: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'definitions', '$defs', 'dependencies']);
/** Keywords whose schemas are of values inside the value. */
const inside: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'items', 'additionalProperties']);
/** Keywords that ask and do not demand. */
const questions: ReadonlySet<string> = new Set(['if', 'not', 'contains', 'propertyNames', 'dependencies']);
const annotations: readonly string[] = ['title', 'description', 'examples', 'default'];

const path = { type: 'string', minLength: 1 };
const placeholders = {
  $text: { ...path, description: 'The file as text.' },
  $json: { ...path, description: 'The value that the JSON file holds.' },
  $yaml: { ...path, description: 'The value that the YAML file holds.' },
  $openapi: { ...path, description: 'An OpenAPI definition, with all files that it refers to.' },
  $asyncapi: { ...path, description: 'An AsyncAPI definition, with all files that it refers to.' },
};

/** Definitions that `acceptFile` refers to. No kind has a name like theirs. */
export const fileDefinitions: Readonly<Record<string, JsonSchema>> = {
  'file-content': {
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
    properties: placeholders,
  },
};

/** Lets a value be a file's content, as authors write it: `{ $text: ./readme.md }`. Annotations stay outside. */
export function acceptFile(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema);
  const demands = entries.filter(([key]) => !annotations.includes(key));
  if (demands.length === 0) return schema;
  return {
    ...Object.fromEntries(entries.filter(([key]) => annotations.includes(key))),
    anyOf: [Object.fromEntries(demands), { $ref: '#/definitions/file-content' }],
  };
}

/**
 * Makes a schema part of a larger one: references into itself lead to `root`, a URI fragment, and every value inside it may be
 * a file's content, unless it is to stay as it is.
 */
export function adaptSchema(schema: unknown, root: string, mode: 'with files' | 'as it is' = 'with files'): unknown {
  if (Array.isArray(schema)) return schema.map((item: unknown) => adaptSchema(item, root, mode));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]: [string, unknown]) => [key, adaptKeyword(key, value, root, mode)]),
  );
}

function adaptKeyword(key: string, value: unknown, root: string, mode: 'with files' | 'as it is'): unknown {
  if (key === '$ref' && typeof value === 'string') return value.startsWith('#') ? root + value.slice(1) : value;
  if (data.has(key)) return value;
  const below = questions.has(key) ? 'as it is' : mode;
  const adapt = (item: unknown) => {
    const adapted = adaptSchema(item, root, below);
    return below === 'with files' && inside.has(key) && isMapping(item) ? acceptFile(adapted as JsonSchema) : adapted;
  };
  if (!named.has(key) || typeof value !== 'object' || value === null) return adapt(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]: [string, unknown]) => [name, adapt(item)]));
}
