import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How many compiled versions are kept: of another base path, or of the version of Callboard that one may go back to. */
const mostKept = 4;
/** Hours after which what a killed run was still compiling is deleted. */
const patience = 2;
const sealName = 'sealed.json';

/** Says in a folder what every file of it is. Written last: a folder without it is not whole. */
export async function sealFolder(folder: string): Promise<void> {
  await writeFile(join(folder, sealName), JSON.stringify(digestFiles(folder)));
}

/** Whether a folder holds exactly the files that it was sealed with. Takes a few milliseconds for one of a megabyte. */
export function isSealed(folder: string): boolean {
  try {
    if (!lstatSync(join(folder, sealName)).isFile()) return false;
    return readFileSync(join(folder, sealName), 'utf8') === JSON.stringify(digestFiles(folder));
  } catch {
    return false;
  }
}

function digestFiles(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  const digest = (path: string): string => {
    // A pipe would be waited for without end.
    if (!lstatSync(join(folder, path)).isFile()) throw new Error(`${path} is no file.`);
    return createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  };
  return Object.fromEntries(paths.filter((path) => path !== sealName).map((path) => [path, digest(path)]));
}

/** Marks a compiled version as used now, and deletes those that were not used for longest, and what killed runs left. */
export async function sweepCompiled(parent: string, used: string): Promise<void> {
  await utimes(join(parent, used), new Date(), new Date());
  const names = (await readdir(parent)).filter((name) => /^[0-9a-f]{20}(?:\.\d+)?$/.test(name) && name !== used);
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (await stat(join(parent, name)).catch(() => ({ mtimeMs: 0 }))).mtimeMs);
  const newestFirst = names.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0));
  const kept = new Set(newestFirst.filter((name) => !name.includes('.')).slice(0, mostKept - 1));
  const isBeingMade = (name: string) =>
    name.includes('.') && Date.now() - (times.get(name) ?? 0) < patience * 3_600_000;
  const surplus = newestFirst.filter((name) => !kept.has(name) && !isBeingMade(name));
  await Promise.all(surplus.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}
