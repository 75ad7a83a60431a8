import type { KindDefinition, RelationField } from '../model/kind-definition.ts';
import { commonTexts, type FieldText, kindTexts } from './field-texts.ts';
import type { JsonSchema } from './format-schemas.ts';

/** The schema of a kind's `spec`, with what editors say about its fields, and with lists that may be left out as such. */
export function specSchema(definition: KindDefinition, types: readonly string[]): JsonSchema {
  const { specSchema: schema, lenientLists = [], relations } = definition;
  const { properties, required, definitions: _, $defs: __, ...rest } = schema as JsonSchema;
  const own = Object.entries((properties ?? {}) as Record<string, unknown>).map(([field, value]) => {
    const described = isSchema(value) ? describeField(field, value, definition, types) : value;
    return [field, lenientLists.includes(field) ? { anyOf: [described, { type: 'null' }] } : described];
  });
  const known = new Set(own.map(([field]) => field));
  // Where unknown fields are forbidden, to name one would allow it.
  const isOpen = !Object.hasOwn(rest, 'additionalProperties');
  const related = relations.filter(({ field }) => isOpen && !known.has(field) && !field.includes('.'));
  return {
    ...rest,
    required: ((required ?? []) as readonly string[]).filter((field) => !lenientLists.includes(field)),
    properties: Object.fromEntries([
      ...own,
      ...related.map(({ field }) => [field, describeField(field, {}, definition, types)]),
    ]),
  };
}

function describeField(
  field: string,
  schema: JsonSchema,
  { kind, relations }: KindDefinition,
  types: readonly string[],
): JsonSchema {
  const known: FieldText | undefined = textIn(kindTexts[kind] ?? {}, field) ?? textIn(commonTexts, field);
  const relation = relations.find((item) => item.field === field);
  const texts = [known?.description, relation && describeReference(relation)].filter((text) => text !== undefined);
  const examples = [...(known?.examples ?? []), ...(field === 'type' ? types : [])];
  return {
    ...(texts.length > 0 && { description: texts.join(' ') }),
    ...(examples.length > 0 && { examples: [...new Set(examples)] }),
    ...schema,
  };
}

function describeReference({ defaultKind, targetKinds }: RelationField): string {
  const kinds = targetKinds && targetKinds.length > 0 ? ` to ${targetKinds.join(' or ')}` : '';
  const form = defaultKind
    ? `the name, or [kind:][namespace/]name; of kind ${defaultKind} where it names none`
    : 'kind:[namespace/]name';
  return `A reference${kinds}: ${form}.`;
}

function textIn(texts: Readonly<Record<string, FieldText>>, field: string): FieldText | undefined {
  return Object.hasOwn(texts, field) ? texts[field] : undefined;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
