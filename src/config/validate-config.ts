import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import { closest, distance } from 'fastest-levenshtein';
import schema from './callboard.schema.json' with { type: 'json' };
import type { ConfigPath } from './expand-variables.ts';

/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  readonly path: ConfigPath;
  readonly message: string;
}

const ajv = new Ajv({ allErrors: true, discriminator: true, verbose: true, strictRequired: false });
formats.default(ajv);
const check = ajv.compile(schema);

/** Checks a parsed `callboard.yaml` against the shipped JSON Schema; unknown keys come with the nearest known one. */
export function validateConfig(value: unknown): readonly ConfigProblem[] {
  if (check(value)) return [];
  return (check.errors ?? []).filter((error) => error.keyword !== 'oneOf').map(describe);
}

function describe(error: ErrorObject): ConfigProblem {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const name = path.length === 0 ? 'the file' : path.join('.');
  if (error.keyword === 'additionalProperties') {
    const unknown = String(error.params['additionalProperty']);
    return { path: [...path, unknown], message: `unknown key "${unknown}" in ${name}${nearest(unknown, error)}` };
  }
  if (error.keyword === 'required') {
    return { path, message: `${name} has no "${String(error.params['missingProperty'])}"` };
  }
  if (error.keyword === 'discriminator') {
    const found = (error.data as Record<string, unknown> | undefined)?.['type'];
    const known = path[0] === 'publish' ? ['folder', 's3'] : ['local', 'git', 'github'];
    const meant = typeof found === 'string' ? didYouMean(found, known) : '';
    return { path: [...path, 'type'], message: `${name}.type must be one of ${known.join(', ')}${meant}` };
  }
  const shown = typeof error.data === 'object' ? '' : `, but is ${JSON.stringify(error.data)}`;
  return { path, message: `${name} ${error.message ?? 'is not valid'}${shown}` };
}

function nearest(unknown: string, error: ErrorObject): string {
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
  return didYouMean(unknown, known) || (known.length > 0 ? `; known are ${known.join(', ')}` : '');
}

function didYouMean(unknown: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const best = closest(unknown.toLowerCase(), known);
  return distance(unknown.toLowerCase(), best.toLowerCase()) <= Math.max(2, unknown.length / 3)
    ? `; did you mean "${best}"?`
    : '';
}
