import { Ajv } from 'ajv';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import { problemOfKey } from './check-manifest.ts';
import { type Manifest, type ManifestEntry, makeManifest } from './manifest.ts';

const headerValue = { type: 'string', minLength: 1, maxLength: 256, pattern: '^[\\x20-\\x7e]+$' };

const validate = new Ajv({ allErrors: false }).compile<{
  version: 1;
  entries: ManifestEntry[];
  unsettled?: string[];
  incompleteFirst?: string;
}>({
  type: 'object',
  required: ['version', 'entries'],
  properties: {
    version: { const: 1 },
    entries: {
      type: 'array',
      items: {
        type: 'object',
        required: ['key', 'sha256', 'size', 'type', 'cachePolicy'],
        properties: {
          key: { type: 'string' },
          sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          size: { type: 'integer', minimum: 0 },
          type: headerValue,
          cachePolicy: headerValue,
        },
      },
    },
    unsettled: { type: 'array', items: { type: 'string' } },
    incompleteFirst: { type: 'string' },
  },
});

function invalid(where: string, reason: string, cause?: unknown): CallboardError {
  return new CallboardError(
    'publish/invalid-manifest',
    `${where} is not a manifest of Callboard: ${reason}.`,
    'Run `callboard build` again; it writes the manifest anew.',
    { cause },
  );
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(where, 'it is not JSON', error);
  }
}

/**
 * Reads a manifest that somebody else may have written: shape, hashes and every key are checked. Throws
 * `publish/invalid-manifest`, or `publish/newer-manifest` when a later Callboard wrote it. `where` names it in errors.
 */
export function parseManifest(text: string, where: string): Manifest {
  const value = parseJson(text, where);
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > 1) {
    throw new CallboardError(
      'publish/newer-manifest',
      `${where} was written by a newer Callboard (manifest version ${version}).`,
      'Publish with that version or a later one: an older one could undo what it keeps there.',
    );
  }
  if (!validate(value)) {
    const error = validate.errors?.[0];
    throw invalid(where, `${error?.instancePath || 'it'} ${error?.message ?? 'has the wrong shape'}`);
  }
  for (const key of [...value.entries.map((entry) => entry.key), ...(value.unsettled ?? [])]) {
    const problem = problemOfKey(key);
    if (problem) throw invalid(where, `the key ${JSON.stringify(key)} ${problem}`);
  }
  const manifest = makeManifest(
    value.entries.map(({ key, sha256, size, type, cachePolicy }) => ({ key, sha256, size, type, cachePolicy })),
    value.unsettled,
  );
  return value.incompleteFirst === undefined ? manifest : { ...manifest, incompleteFirst: value.incompleteFirst };
}
