import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteRecord } from './site-record.ts';

/** A site of the cache: what it is, and the folder with its pages. */
export interface CachedSite {
  readonly record: SiteRecord;
  readonly folder: string;
}

/** Folder of the entry with this hash. */
export function entryFolder(stateFolder: string, hash: string): string {
  return join(stateFolder, 'techdocs', hash);
}

/** Reads an entry; `undefined` when there is none or when anything in it is not what was written. */
export async function readCachedSite(stateFolder: string, hash: string): Promise<CachedSite | undefined> {
  const folder = entryFolder(stateFolder, hash);
  try {
    const text = String(await readPlainFile(join(folder, 'site.json')));
    const end = text.lastIndexOf('\n');
    const body = text.slice(0, end);
    if (digest(body) !== text.slice(end + 1)) return undefined;
    const record = JSON.parse(body) as SiteRecord;
    const files = [
      ...record.pages.map(({ file, hash }) => [join(folder, 'pages', file), hash] as const),
      ...record.assets.flatMap((asset) =>
        'file' in asset ? [[join(folder, 'assets', asset.file), asset.hash] as const] : [],
      ),
    ];
    const intact = await Promise.all(
      files.map(async ([file, expected]) => digest(await readPlainFile(file)) === expected),
    );
    return intact.every(Boolean) ? { record, folder } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes an entry: `fill` writes into a new folder, which takes its place only when it is complete. An entry that another
 * run has finished meanwhile is replaced by the same.
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
    await writeFile(join(building, 'site.json'), `${body}\n${digest(body)}`);
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
    return { record, folder };
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

// A pipe would be waited for without end.
async function readPlainFile(path: string): Promise<Buffer> {
  if (!(await lstat(path)).isFile()) throw new Error(`${path} is no file.`);
  return readFile(path);
}
