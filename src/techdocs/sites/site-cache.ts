import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSiteRecord } from './check-record.ts';
import type { SiteRecord } from './site-record.ts';

/** A site of the cache: what it is, and the folder with its pages. */
export interface CachedSite {
  readonly record: SiteRecord;
  /** Hash of its inputs, which is the entry's name. */
  readonly hash: string;
  readonly folder: string;
}

/** First words of a record. Raise the number with every change of what a record must hold. */
const mark = 'callboard-docs 1';

/** Folder of the entry with this hash. */
export function entryFolder(stateFolder: string, hash: string): string {
  return join(stateFolder, 'techdocs', hash);
}

/**
 * Reads an entry and every file of it; `undefined` when there is none or when anything in it is not what was written for these
 * inputs. Synchronous, because ten thousand small files are read so in half the time.
 */
export function readCachedSite(stateFolder: string, hash: string): CachedSite | undefined {
  const folder = entryFolder(stateFolder, hash);
  try {
    const text = readPlainFile(join(folder, 'site.json')).toString();
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== headerOf(hash, body)) return undefined;
    const record: unknown = JSON.parse(body);
    if (!isSiteRecord(record)) return undefined;
    const pages = record.pages.map((page) => [join(folder, 'pages', page.file), page.hash] as const);
    const assets = record.assets.flatMap((asset) =>
      'file' in asset ? [[join(folder, 'assets', asset.file), asset.hash] as const] : [],
    );
    const isWhole = [...pages, ...assets].every(([file, expected]) => digest(readPlainFile(file)) === expected);
    return isWhole ? { record, hash, folder } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes an entry: `fill` writes into a new folder, which takes its place only when it is complete. An entry that another
 * run has finished meanwhile is replaced by the same. What fails leaves nothing behind.
 */
export async function writeCachedSite(
  stateFolder: string,
  hash: string,
  fill: (folder: string) => Promise<SiteRecord>,
): Promise<CachedSite> {
  const folder = entryFolder(stateFolder, hash);
  const building = `${folder}.${process.pid}.new`;
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true });
  try {
    const record = await fill(building);
    const body = JSON.stringify(record);
    await writeFile(join(building, 'site.json'), `${headerOf(hash, body)}\n${body}`);
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
    return { record, hash, folder };
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** Deletes the entries that are not in use, and what killed runs have left; nothing whose name is not of the cache. */
export async function sweepSites(stateFolder: string, inUse: ReadonlySet<string>): Promise<void> {
  const parent = join(stateFolder, 'techdocs');
  const names = await readdir(parent).catch(() => []);
  const surplus = names.filter((name) => /^[0-9a-f]{64}(?:\.\d+\.new)?$/.test(name) && !inUse.has(name));
  for (const name of surplus) await rm(join(parent, name), { recursive: true, force: true });
}

function headerOf(hash: string, body: string): string {
  return `${mark} ${hash} ${digest(body)}`;
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

// A pipe would be waited for without end, and a link leads elsewhere.
function readPlainFile(path: string): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is no file.`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}
