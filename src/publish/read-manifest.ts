import { createHash, hash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import { cachePolicyOf } from './cache-policy.ts';
import { contentTypeOf } from './content-type.ts';
import { type Manifest, type ManifestEntry, makeManifest, manifestKey } from './manifest.ts';

/** Above this many bytes a file is hashed as a stream rather than in memory. */
const streamedFrom = 1024 * 1024;

/** Files read between two turns of the event loop; some milliseconds. */
const filesPerTurn = 100;

async function hashFile(path: string): Promise<{ readonly sha256: string; readonly size: number }> {
  const { size } = statSync(path);
  if (size > streamedFrom) {
    const digest = createHash('sha256');
    await pipeline(createReadStream(path), digest);
    return { sha256: digest.digest('hex'), size };
  }
  // Synchronous on purpose: for a page's worth of bytes the thread pool costs six times what the reading does.
  const content = readFileSync(path);
  return { sha256: hash('sha256', content, 'hex'), size: content.length };
}

/** Keys of every file below `folder` but the manifest's own. Links and devices are refused: they lead elsewhere. */
async function readKeys(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new CallboardError(
      'publish/no-build',
      `There is no build to read in ${folder}.`,
      'Run `callboard build` first.',
      { cause: error },
    );
  });
  const keys: string[] = [];
  for (const item of found) {
    if (item.isDirectory()) continue;
    const key = relative(folder, join(item.parentPath, item.name)).split(sep).join('/');
    if (!item.isFile()) {
      throw new CallboardError(
        'publish/not-a-file',
        `${key} in the build is a link or a device, not a file.`,
        'A build consists of plain files only. Find out what put it there, remove it, and build again.',
      );
    }
    if (key !== manifestKey) keys.push(key);
  }
  return keys;
}

/**
 * Hashes what a build wrote. `known` gives SHA-256 and size of keys whose content the caller is sure of (it has just
 * written them), so that they need not be read again; a key that it names but that is not on disk is left out.
 */
export async function readOutputManifest(
  folder: string,
  known: ReadonlyMap<string, { readonly sha256: string; readonly size: number }> = new Map(),
): Promise<Manifest> {
  const entries: ManifestEntry[] = [];
  for (const key of await readKeys(folder)) {
    const { sha256, size } = known.get(key) ?? (await hashFile(join(folder, key)));
    entries.push({ key, sha256, size, type: contentTypeOf(key), cachePolicy: cachePolicyOf(key) });
    if (entries.length % filesPerTurn === 0) await setImmediate();
  }
  return makeManifest(entries);
}
