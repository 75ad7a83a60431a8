import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a tar of a state says of itself. */
export interface StateManifest {
  readonly format: 'callboard-state';
  readonly version: 1;
  /** Path, bytes and SHA-256 of every file, sorted by path. */
  readonly files: readonly (readonly [path: string, size: number, sha256: string])[];
}

/** Name of the manifest, which is the first file of the tar. */
export const manifestName = 'callboard-state.json';

/** Folders below `.callboard/` that are worth carrying to another machine; the others are made anew where they are needed. */
export const carriedFolders = ['blobs', 'snapshot', 'state', 'techdocs'] as const;

const patterns: readonly RegExp[] = [
  /^blobs\/[0-9a-f]{2}\/(?:[0-9a-f]{40}|[0-9a-f]{64})$/,
  /^snapshot\/[0-9a-f]{32}\.[0-9a-f]{40,64}\.json$/,
  /^state\/[\w-]+\/(?:current|previous)\.json$/,
  /^state\/[\w-]+\/shards\/[0-9a-f]{64}\.jsonl$/,
  /^techdocs\/[0-9a-f]+\/.+$/,
];

/** Whether a path inside `.callboard/` is one that a build writes and another may read. */
export function isCarried(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return false;
  if (path.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) return false;
  return patterns.some((pattern) => pattern.test(path));
}

/** Files of a state folder: those that can be carried, and those that have no place there, such as what killed runs have left. */
export async function listState(
  stateFolder: string,
): Promise<{ readonly carried: readonly string[]; readonly others: readonly string[] }> {
  const paths: string[] = [];
  for (const folder of carriedFolders) {
    const found = await readdir(join(stateFolder, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of found) {
      if (entry.isDirectory()) continue;
      const path = join(entry.parentPath, entry.name).slice(stateFolder.length + 1);
      if (entry.isFile()) paths.push(path.replaceAll('\\', '/'));
    }
  }
  paths.sort();
  const others = paths.filter((path) => !isCarried(path) && path !== 'blobs/swept');
  return { carried: paths.filter(isCarried), others };
}
