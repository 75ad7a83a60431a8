import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { KindDefinition } from '../model/kind-definition.ts';
import { describeValue, quote } from '../values.ts';
import type { YamlPath } from '../yaml/yaml-positions.ts';
import { type EntityProblem, formatPath, textProblem } from './entity-problem.ts';

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
const compiled = new WeakMap<KindDefinition, ValidateFunction>();

/** Checks `spec` against the kind's schema; every violation is reported, none of them twice. */
export function validateSpec(spec: unknown, definition: KindDefinition): EntityProblem[] {
  if (spec === undefined) {
    return [{ code: 'catalog/missing-field', message: 'spec is missing.', path: ['spec'] }];
  }
  const validate = validatorOf(definition);
  if (validate(spec)) return [];
  return (validate.errors ?? []).map((error) => toProblem(error, definition));
}

/** Lists that the kind's schema requires and that may be taken as empty. */
export function missingLists(spec: Readonly<Record<string, unknown>>, definition: KindDefinition): string[] {
  return (definition.lenientLists ?? []).filter((field) => spec[field] === undefined || spec[field] === null);
}

function validatorOf(definition: KindDefinition): ValidateFunction {
  const known = compiled.get(definition);
  if (known) return known;
  const validate = ajv.compile(definition.specSchema);
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
      const expected =
        params['type'] === 'array' ? 'a list' : `a ${params['type'] === 'object' ? 'mapping' : params['type']}`;
      return invalid(path, `must be ${expected}, but is ${describeValue(error.data)}`);
    }
    case 'minLength':
      return invalid(path, 'is an empty text');
    case 'minItems':
      return invalid(path, 'is an empty list');
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map((value) => quote(String(value))).join(' or ');
      return invalid(path, `must be ${allowed}, but is ${describeValue(error.data)}`);
    }
    default:
      return invalid(path, error.message ?? 'is not valid');
  }
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
