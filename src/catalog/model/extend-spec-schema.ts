/** A JSON Schema of `spec`. */
export type SpecSchema = Readonly<Record<string, unknown>>;

type Properties = Readonly<Record<string, unknown>>;

const merged: ReadonlySet<string> = new Set(['type', 'required', 'properties', 'definitions', '$defs', 'allOf']);
const annotations: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default', '$comment']);

/**
 * A schema that asks for what both ask for. It can only be stricter than the first, but for the fields that are named
 * as optional.
 */
export function extendSpecSchema(base: SpecSchema, addition: SpecSchema, optional: readonly string[] = []): SpecSchema {
  const required = [
    ...namesIn(base, 'required').filter((name) => !optional.includes(name)),
    ...namesIn(addition, 'required'),
  ];
  const rest = Object.entries(addition).filter(([key]) => !merged.has(key));
  const isTaken = rest.some(([key]) => !annotations.has(key) && Object.hasOwn(base, key));
  const allOf = [...listIn(base, 'allOf'), ...listIn(addition, 'allOf')];
  // Keywords such as if, then and else belong together, so all of them go where none is in the way.
  const constraints = rest.filter(([key]) => !annotations.has(key));
  if (isTaken) allOf.push(Object.fromEntries(constraints));
  const beside = isTaken ? rest.filter(([key]) => annotations.has(key)) : rest;
  return {
    ...base,
    ...Object.fromEntries(beside),
    type: 'object',
    required: [...new Set(required)],
    properties: mergeProperties(mappingIn(base, 'properties'), mappingIn(addition, 'properties')),
    ...mergedMapping('definitions', base, addition),
    ...mergedMapping('$defs', base, addition),
    ...(allOf.length > 0 && { allOf }),
  };
}

/** Names of the fields that a schema has anything to say about. */
export function fieldsOf(schema: SpecSchema): readonly string[] {
  return Object.keys(mappingIn(schema, 'properties'));
}

/** Names of the fields that a schema requires. */
export function requiredFields(schema: SpecSchema): readonly string[] {
  return namesIn(schema, 'required');
}

function mergeProperties(base: Properties, addition: Properties): Properties {
  const both = Object.entries(addition).map(([name, schema]) => [
    name,
    Object.hasOwn(base, name) ? { allOf: [base[name], schema] } : schema,
  ]);
  return { ...base, ...Object.fromEntries(both) };
}

function mergedMapping(key: string, base: SpecSchema, addition: SpecSchema): SpecSchema {
  if (!Object.hasOwn(base, key) && !Object.hasOwn(addition, key)) return {};
  return { [key]: { ...mappingIn(base, key), ...mappingIn(addition, key) } };
}

function mappingIn(schema: SpecSchema, key: string): Properties {
  return Object.hasOwn(schema, key) ? (schema[key] as Properties) : {};
}

function listIn(schema: SpecSchema, key: string): readonly unknown[] {
  return Object.hasOwn(schema, key) ? (schema[key] as readonly unknown[]) : [];
}

function namesIn(schema: SpecSchema, key: string): readonly string[] {
  return listIn(schema, key) as readonly string[];
}
