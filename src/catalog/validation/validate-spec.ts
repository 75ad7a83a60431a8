import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { closest, distance } from 'fastest-levenshtein';
import type { KindDefinition } from '../model/kind-definition.ts';
import { describeValue, quote } from '../values.ts';
import type { YamlPath } from '../yaml/yaml-positions.ts';
import { type EntityProblem, formatPath, textProblem } from './entity-problem.ts';

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, strictTypes: false, strictTuples: false });
// Their exact expressions can take long on a text that is made for it, and entities are anybody's.
formats.default(ajv, { mode: 'fast' });
const compiled = new WeakMap<KindDefinition, ValidateFunction>();

/** Checks `spec` against the kind's schema; every violation is reported, none of them twice. */
export function validateSpec(spec: unknown, definition: KindDefinition): EntityProblem[] {
  if (spec === undefined) {
    return [{ code: 'catalog/missing-field', message: 'spec is missing.', path: ['spec'] }];
  }
  const validate = validatorOf(definition);
  if (validate(spec)) return [];
  const errors = validate.errors ?? [];
  const problems = withoutConsequences(errors).map((error) => toProblem(error, definition));
  // A field of which a kind and its extension ask the same lacks it once.
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

/** Compiles the schema of a kind's `spec`. Throws an Error that says what is wrong with the schema. */
export function compileSpecSchema(schema: object): ValidateFunction {
  return ajv.compile(schema);
}

/** Lists that the kind's schema requires and that may be taken as empty. */
export function missingLists(spec: Readonly<Record<string, unknown>>, definition: KindDefinition): string[] {
  return (definition.lenientLists ?? []).filter((field) => spec[field] === undefined || spec[field] === null);
}

function validatorOf(definition: KindDefinition): ValidateFunction {
  const known = compiled.get(definition);
  if (known) return known;
  const validate = compileSpecSchema(definition.specSchema);
  compiled.set(definition, validate);
  return validate;
}

function toProblem(error: ErrorObject, definition: KindDefinition): EntityProblem {
  const path: YamlPath = ['spec', ...pointerSteps(error)];
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required': {
      const missing = [...path, String(params['missingProperty'])];
      const message = `${formatPath(missing)} is missing; every ${nameOf(definition)} has one.`;
      return { code: 'catalog/missing-field', message, path: missing };
    }
    case 'type': {
      if (params['type'] === 'string') return textProblem(error.data, path) ?? invalid(path, 'is not valid');
      const expected = [params['type']].flat().map((type) => typeNames.get(String(type)) ?? String(type));
      return invalid(path, `must be ${expected.join(' or ')}, but is ${describeValue(error.data)}`);
    }
    case 'minLength':
      return error.data === '' ? invalid(path, 'is an empty text') : describeRest(error, path, definition);
    case 'minItems':
      return isEmptyList(error.data) ? invalid(path, 'is an empty list') : describeRest(error, path, definition);
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map((value) => quote(String(value))).join(' or ');
      return invalid(path, `must be ${allowed}, but is ${describeValue(error.data)}`);
    }
    default:
      return describeRest(error, path, definition);
  }
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['array', 'a list'],
  ['object', 'a mapping'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['null', 'empty'],
]);

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function describeRest(error: ErrorObject, path: YamlPath, definition: KindDefinition): EntityProblem {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'const':
      return invalid(path, `must be ${JSON.stringify(params['allowedValue'])}, but is ${describeValue(error.data)}`);
    case 'anyOf':
    case 'oneOf':
      return invalid(
        path,
        `is ${describeValue(error.data)} and has none of the forms that every ${nameOf(definition)} has`,
      );
    case 'additionalProperties': {
      const unknown = [...path, String(params['additionalProperty'])];
      const near = nearField(error);
      const problem = invalid(unknown, `is no field of ${nameOf(definition)}`);
      return { ...problem, part: 'key', ...(near !== undefined && { hint: `Did you mean ${near}?` }) };
    }
    default:
      return invalid(path, `${error.message ?? 'is not valid'}, but is ${describeValue(error.data)}`);
  }
}

// A value that fits none of several forms has one problem, not one for each of them; "then" and "else" speak for "if".
function withoutConsequences(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const insides = [...new Set(choices.map(({ schemaPath }) => `${schemaPath}/`))];
  return errors.filter(
    ({ keyword, schemaPath }) => keyword !== 'if' && !insides.some((inside) => schemaPath.startsWith(inside)),
  );
}

function nearField(error: ErrorObject): string | undefined {
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
  const unknown = String((error.params as Record<string, unknown>)['additionalProperty']);
  if (known.length === 0) return undefined;
  const near = closest(unknown, known);
  return distance(unknown, near) <= 2 ? near : undefined;
}

function invalid(path: YamlPath, what: string): EntityProblem {
  return { code: 'catalog/invalid-field', message: `${formatPath(path)} ${what}.`, path };
}

function nameOf(definition: KindDefinition): string {
  return definition.specType ? `${definition.kind} of type ${definition.specType}` : definition.kind;
}

// JSON pointers do not tell an index from a key of digits; the data does.
function pointerSteps(error: ErrorObject): YamlPath {
  if (error.instancePath === '') return [];
  const steps = error.instancePath.slice(1).split('/');
  return steps.map((step) => {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~');
    return /^\d+$/.test(key) ? Number(key) : key;
  });
}
