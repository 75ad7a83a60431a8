import type { JsonSchema } from '../../../catalog/schema/format-schemas.ts';

/** Text that is not empty. */
export const text: JsonSchema = { type: 'string', minLength: 1 };

/** A whole number from 0 up. */
export const count: JsonSchema = { type: 'integer', minimum: 0 };

/** A number of a line or column. */
export const position: JsonSchema = { type: 'integer', minimum: 1 };

/** A canonical entity ref. */
export const refSchema: JsonSchema = { type: 'string', pattern: '^[^:/]+:[^:/]+/.+$' };

/** An object with these fields, all of them required unless `required` says which. Others may be added to the format. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  required = Object.keys(properties),
): JsonSchema {
  return { type: 'object', ...(required.length > 0 && { required }), properties };
}

/** A list. */
export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** An object whose keys are data. */
export function mapOf(values: JsonSchema, keys?: JsonSchema): JsonSchema {
  return { type: 'object', ...(keys && { propertyNames: keys }), additionalProperties: values };
}
