import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBlobNames } from './repository-record.ts';

const day = 86_400_000;

/** What Git itself fetched of a repository and nobody has asked for since. */
const longestUnused = 14 * day;

/**
 * Deletes blobs that no record names, and what Git itself has fetched of repositories that are long gone; at most once a day,
 * because all records are read for it. What two builds have read stays, because their records do. Must be the only one to write to
 * the folder. A sweep that is killed is taken up by the next.
 */
export async function sweepBlobs(stateFolder: string, now = Date.now()): Promise<void> {
  const mark = join(stateFolder, 'blobs', 'swept');
  const last = await stat(mark).catch(() => undefined);
  if (last && now - last.mtimeMs < day) return;
  const named = await readBlobNames(stateFolder);
  const groups = await readdir(join(stateFolder, 'blobs'), { withFileTypes: true }).catch(() => []);
  for (const group of groups.filter((each) => each.isDirectory() && /^[0-9a-f]{2}$/.test(each.name))) {
    const folder = join(stateFolder, 'blobs', group.name);
    const surplus = (await readdir(folder)).filter((name) => isBlobName(name) && !named.has(name));
    await Promise.all(surplus.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  }
  await sweepFetched(join(stateFolder, 'git'), now);
  if (groups.length > 0) await writeFile(mark, '');
}

// What killed runs have left among them. Whatever else stands there is not ours to delete.
function isBlobName(name: string): boolean {
  return /^[0-9a-f]{40,64}(?:\.[0-9a-f-]+)?$/.test(name);
}

async function sweepFetched(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => /^[0-9a-f]{32}$/.test(each))) {
    // Written with every fetch.
    const used = await stat(join(folder, name, 'HEAD')).catch(() => undefined);
    if (!used || now - used.mtimeMs > longestUnused) await rm(join(folder, name), { recursive: true, force: true });
  }
}
