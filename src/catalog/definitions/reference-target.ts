import { resolveTarget } from '../locations/resolve-target.ts';
import type { RepositoryInfo } from '../repository-files.ts';

/** A `$ref` taken apart. */
export interface ReferenceTarget {
  /** Path of the file inside the repository. */
  readonly file: string;
  /** JSON Pointer inside that file: `''` for all of it. */
  readonly pointer: string;
}

/** What a `$ref` of a file means: a place in a file of the repository, or why it is none that can be followed. */
export function resolveReference(
  repository: RepositoryInfo,
  from: string,
  reference: string,
): ReferenceTarget | { readonly reason: string; readonly isElsewhere: boolean } {
  const hash = reference.indexOf('#');
  const file = hash === -1 ? reference : reference.slice(0, hash);
  const pointer = hash === -1 ? '' : decode(reference.slice(hash + 1)).replace(/\/$/, '');
  if (file === '') return { file: from, pointer };
  const resolved = resolveTarget(repository, from, decode(file));
  if (resolved.type === 'path') return { file: resolved.path, pointer };
  return { reason: resolved.reason, isElsewhere: resolved.type === 'elsewhere' };
}

/** Keys along a JSON Pointer (RFC 6901). */
export function pointerKeys(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A JSON Pointer as the fragment of a `$ref`. */
export function pointerFragment(keys: readonly (string | number)[]): string {
  const escaped = keys.map((key) => encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1')));
  return `#${escaped.map((key) => `/${key}`).join('')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
