import { Ajv } from 'ajv';
import { didYouMean } from '../validation/schema-problem.ts';
import { compileSpecSchema } from '../validation/validate-spec.ts';
import { isMapping } from '../values.ts';
import type { YamlPath } from '../yaml/yaml-positions.ts';
import type { SpecSchema } from './extend-spec-schema.ts';

/** Why a JSON Schema cannot be used, and where in it. */
export interface SpecSchemaProblem {
  readonly path: YamlPath;
  readonly message: string;
}

const keywords = Object.keys(new Ajv().RULES.all);

/** Compiles a schema of `spec` as validation will; `undefined` when it is fit for use. */
export function checkSpecSchema(schema: SpecSchema): SpecSchemaProblem | undefined {
  for (const key of ['$id', '$schema']) {
    if (Object.hasOwn(schema, key)) {
      return {
        path: [key],
        message: `${key} has no place here: the schema is part of the model and is read as JSON Schema draft 7`,
      };
    }
  }
  try {
    compileSpecSchema(schema);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return describe(schema, reason);
  }
}

function describe(schema: SpecSchema, reason: string): SpecSchemaProblem {
  const keyword = /unknown keyword: "(.+?)"/.exec(reason)?.[1];
  if (keyword !== undefined) {
    const message = `"${keyword}" is no keyword of JSON Schema${didYouMean(keyword, keywords)}`;
    return { path: findKey(schema, (key) => key === keyword) ?? [], message };
  }
  const format = /unknown format "(.+?)"/.exec(reason)?.[1];
  if (format !== undefined) {
    return {
      path: findKey(schema, (key, value) => key === 'format' && value === format) ?? [],
      message: `there is no format "${format}" in JSON Schema`,
    };
  }
  const reference = /can't resolve reference (\S+)/.exec(reason)?.[1];
  if (reference !== undefined) {
    const message = `$ref "${reference}" leads nowhere: it can lead to #/definitions/… of the same schema only`;
    return { path: findKey(schema, (key, value) => key === '$ref' && value === reference) ?? [], message };
  }
  return { path: [], message: `the JSON Schema cannot be used: ${reason}` };
}

// Ajv names what it stumbles over and not where it is.
function findKey(
  value: unknown,
  matches: (key: string | number, value: unknown) => boolean,
  path: YamlPath = [],
): YamlPath | undefined {
  if (!isMapping(value) && !Array.isArray(value)) return undefined;
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : Object.entries(value);
  for (const [key, item] of entries) {
    if (matches(key, item)) return [...path, key];
    const found = findKey(item, matches, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
