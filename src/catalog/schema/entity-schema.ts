import type { CatalogModel } from '../model/catalog-model.ts';
import type { KindDefinition } from '../model/kind-definition.ts';
import { adaptSchema, fileDefinitions } from './adapt-schema.ts';
import { kindDescriptions } from './field-texts.ts';
import { anyCapitals, formatSchemas, type JsonSchema } from './format-schemas.ts';
import { metadataSchema } from './metadata-schema.ts';
import { specSchema } from './spec-schema.ts';

/** The version of JSON Schema that all schemas are written in. */
export const draft = 'http://json-schema.org/draft-07/schema#';

/** JSON Schema of one document of a descriptor file, whatever its kind, as authors write it. Needs no other file. */
export function catalogInfoSchema(model: CatalogModel): JsonSchema {
  const rules = model.kinds.map((kind) => when(having({ kind: { const: kind } }), kindRules(model, kind)));
  const description = 'An entity of the software catalog.';
  return { ...envelope('catalog-info.yaml', description, kindProperty(model)), allOf: rules, ...shared(model) };
}

/** JSON Schema of an entity of one kind, as authors write it. Needs no other file. */
export function kindSchema(model: CatalogModel, kind: string): JsonSchema {
  const description = describeKind(model, kind);
  const { properties, ...rules } = kindRules(model, kind);
  const schema = envelope(kind, description ?? `An entity of kind ${kind}.`, {});
  return {
    ...schema,
    properties: { ...(schema['properties'] as object), ...(properties as object), kind: { const: kind } },
    ...rules,
    ...shared(model, kind),
  };
}

function envelope(title: string, description: string, kind: JsonSchema): JsonSchema {
  return {
    $schema: draft,
    title,
    description,
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata'],
    additionalProperties: false,
    properties: {
      apiVersion: { description: 'The version of the format.', ...formatSchemas.apiVersion },
      kind: { description: 'What sort of thing it is.', ...kind },
      metadata: metadataSchema('authors'),
      spec: { type: 'object', description: 'What there is to say about an entity of its kind.' },
    },
  };
}

// Unknown kinds are legal, known ones in the wrong capitals are not.
function kindProperty(model: CatalogModel): JsonSchema {
  const spellings = model.kinds.map(anyCapitals).join('|');
  return { anyOf: [{ enum: model.kinds }, { ...formatSchemas.kindName, not: { pattern: `^(?:${spellings})$` } }] };
}

/** What holds for a kind: `spec` by `apiVersion` and `spec.type`. Other apiVersions are legal, and nothing is known of them. */
function kindRules(model: CatalogModel, kind: string): JsonSchema {
  const definitions = definitionsOf(model, kind);
  const versions = [...new Set(definitions.flatMap(({ apiVersions }) => apiVersions))];
  const types = typesOf(definitions);
  const description = describeKind(model, kind);
  return {
    properties: {
      apiVersion: { ...formatSchemas.apiVersion, description: 'The version of the format.', examples: versions },
      ...(description && { kind: { description } }),
    },
    allOf: definitions.map((definition) => {
      const applies = [having({ apiVersion: { enum: definition.apiVersions } }), ...typeCondition(definition, types)];
      return when({ allOf: applies }, having({ spec: { $ref: pointerTo(nameOf(definition)) } }));
    }),
  };
}

function typeCondition({ specType }: KindDefinition, types: readonly string[]): readonly JsonSchema[] {
  const isOf = (type: JsonSchema) => having({ spec: { type: 'object', ...having({ type }) } });
  if (specType !== undefined) return [isOf({ const: specType })];
  return types.length > 0 ? [{ not: isOf({ enum: types }) }] : [];
}

/** The fields are there and like this. Editors propose all fields at once that one schema describes and requires: not these. */
function having(fields: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { properties: fields, allOf: [{ required: Object.keys(fields) }] };
}

function when(condition: JsonSchema, rules: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  return { if: condition, then: rules };
}

function shared(model: CatalogModel, kind?: string): JsonSchema {
  const definitions = kind === undefined ? model.definitions : definitionsOf(model, kind);
  const specs = definitions.flatMap((definition) => {
    const name = nameOf(definition);
    // What a schema refers to in itself is kept as it was declared: the pointers must stay true.
    const declared = `${name}:declared`;
    const types = definition.specType === undefined ? typesOf(definitionsOf(model, definition.kind)) : [];
    const adapted = adaptSchema(specSchema(definition, types), pointerTo(declared));
    const original = adaptSchema(definition.specSchema, pointerTo(declared), 'as it is');
    return JSON.stringify(original).includes('"$ref"')
      ? [
          [name, adapted],
          [declared, original],
        ]
      : [[name, adapted]];
  });
  return { definitions: { ...Object.fromEntries(specs), ...fileDefinitions } };
}

function definitionsOf(model: CatalogModel, kind: string): readonly KindDefinition[] {
  return model.definitions.filter((definition) => definition.kind === kind);
}

function typesOf(definitions: readonly KindDefinition[]): readonly string[] {
  return definitions.flatMap(({ specType }) => specType ?? []);
}

function describeKind(model: CatalogModel, kind: string): string | undefined {
  return (
    model.presentations.get(kind)?.description ??
    (Object.hasOwn(kindDescriptions, kind) ? kindDescriptions[kind] : undefined)
  );
}

function nameOf({ kind, specType }: KindDefinition): string {
  return specType === undefined ? kind : `${kind}.${specType}`;
}

/** JSON pointer to a definition, as a URI fragment (RFC 6901). */
function pointerTo(name: string): string {
  return `#/definitions/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
}
