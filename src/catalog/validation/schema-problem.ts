import type { ErrorObject } from 'ajv';
import { closest, distance } from 'fastest-levenshtein';
import type { YamlPath } from '../yaml/yaml-positions.ts';
import { formatPath } from './entity-problem.ts';

/** One thing that is wrong with a file of the portal's owner. */
export interface SchemaProblem {
  readonly path: YamlPath;
  readonly message: string;
}

/**
 * Says what an error of a validator with `verbose: true` means; unknown keys and values come with the nearest known one.
 * `whole` is what the checked value itself is called.
 */
export function describeSchemaError(error: ErrorObject, whole = 'the file'): SchemaProblem {
  const path = pathOf(error);
  const name = path.length === 0 ? whole : formatPath(path);
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const unknown = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
      return { path: [...path, unknown], message: `unknown key "${unknown}" in ${name}${nearest(unknown, known)}` };
    }
    case 'required':
      return { path, message: `${name} has no "${String(params['missingProperty'])}"` };
    case 'enum': {
      const known = (params['allowedValues'] as readonly unknown[]).map(String);
      const found = typeof error.data === 'string' ? nearest(error.data, known) : `; known are ${known.join(', ')}`;
      return { path, message: `${name} cannot be ${shown(error.data)}${found}` };
    }
    case 'pattern': {
      const examples: unknown = error.parentSchema?.['examples'];
      if (!Array.isArray(examples)) return describeOther(error, path, name);
      return { path, message: `${name} cannot be ${shown(error.data)}; write it like ${examples.join(' or ')}` };
    }
    default:
      return describeOther(error, path, name);
  }
}

function describeOther(error: ErrorObject, path: YamlPath, name: string): SchemaProblem {
  const value = typeof error.data === 'object' ? '' : `, but is ${shown(error.data)}`;
  return { path, message: `${name} ${error.message ?? 'is not valid'}${value}` };
}

/** `; did you mean "x"?` where something known is near, else nothing. */
export function didYouMean(unknown: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const best = closest(unknown.toLowerCase(), known);
  return distance(unknown.toLowerCase(), best.toLowerCase()) <= Math.max(2, unknown.length / 3)
    ? `; did you mean "${best}"?`
    : '';
}

function nearest(unknown: string, known: readonly string[]): string {
  return didYouMean(unknown, known) || (known.length > 0 ? `; known are ${known.join(', ')}` : '');
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'empty';
}

function pathOf(error: ErrorObject): YamlPath {
  return error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
