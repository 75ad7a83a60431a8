import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pLimit from 'p-limit';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import { cachePolicyOf } from './cache-policy.ts';
import { contentTypeOf } from './content-type.ts';
import { type Manifest, type ManifestEntry, makeManifest, manifestKey } from './manifest.ts';

/** Files open at once while hashing; more gains nothing on libuv's four threads. */
const openFiles = 16;

/** Above this many bytes a file is hashed as a stream rather than in memory. */
const streamedFrom = 4 * 1024 * 1024;

async function hashFile(path: string): Promise<{ readonly sha256: string; readonly size: number }> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const { size } = await file.stat();
    if (size > streamedFrom) {
      await pipeline(createReadStream(path), hash);
      return { sha256: hash.digest('hex'), size };
    }
    const content = await file.readFile();
    return { sha256: hash.update(content).digest('hex'), size: content.length };
  } finally {
    await file.close();
  }
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
  const limit = pLimit({ concurrency: openFiles, rejectOnClear: true });
  const describe = async (key: string): Promise<ManifestEntry> => {
    const { sha256, size } = known.get(key) ?? (await hashFile(join(folder, key)));
    return { key, sha256, size, type: contentTypeOf(key), cachePolicy: cachePolicyOf(key) };
  };
  try {
    return makeManifest(await limit.map(await readKeys(folder), describe));
  } catch (error) {
    limit.clearQueue();
    throw error;
  }
}
