import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';

const folders = [
  'state',
  'state/crawl',
  'state/last-good',
  'state/changes',
  'state/docs',
  'state/external-links',
  'state/history',
  'snapshot',
  'blobs',
  'git',
  'techdocs',
  'site',
];
const innermost = [
  'state/crawl/shards',
  'state/last-good/shards',
  'state/changes/shards',
  'state/docs/shards',
  'state/external-links/shards',
  'state/history/shards',
];

/**
 * Removes what stands where a state folder has folders of its own and is none: a file, a pipe, or a link, behind which builds would
 * write and delete what is not theirs. What it leads to stays as it is. What those folders held is had again, or is told as lost.
 */
export async function restoreFolders(stateFolder: string): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const folder of folders) if (await isRemoved(join(stateFolder, folder))) diagnostics.push(describe(folder));
  const groups = await readdir(join(stateFolder, 'blobs')).catch(() => []);
  const hidden = groups.filter((name) => /^[0-9a-f]{2}$/.test(name)).map((name) => `blobs/${name}`);
  for (const folder of [...innermost, ...hidden]) {
    if (await isRemoved(join(stateFolder, folder))) diagnostics.push(describe(folder));
  }
  return diagnostics;
}

async function isRemoved(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  if (!found || found.isDirectory()) return false;
  await rm(path, { force: true });
  return true;
}

function describe(folder: string): Diagnostic {
  const message = `.callboard/${folder} was no folder, and has been removed; it begins anew.`;
  return diagnose('state/damaged', { message });
}
