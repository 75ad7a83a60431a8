import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import { formatPath } from '../catalog/validation/entity-problem.ts';
import { describeSchemaError, didYouMean } from '../catalog/validation/schema-problem.ts';
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
  const problem = describeSchemaError(error);
  if (error.keyword !== 'discriminator') return problem;
  const found = (error.data as Record<string, unknown> | undefined)?.['type'];
  const known = problem.path[0] === 'publish' ? ['folder', 's3'] : ['local', 'git', 'github', 'gitlab'];
  const meant = typeof found === 'string' ? didYouMean(found, known) : '';
  const path = [...problem.path, 'type'];
  return { path, message: `${formatPath(path)} must be one of ${known.join(', ')}${meant}` };
}
