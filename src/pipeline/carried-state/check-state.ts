import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { blobId } from '../../crawl/blob-store.ts';
import { isSoundRecord } from '../../crawl/repository-record.ts';
import { sha256 } from '../../state/durable-file.ts';
import { restoreFolders } from '../../state/restore-folders.ts';
import { lockState } from '../../state/state-lock.ts';
import { listState, type StateManifest } from './layout.ts';

/** What was found in a state folder. */
export interface StateReport {
  /** Sound files that can be carried to another machine. */
  readonly files: number;
  readonly bytes: number;
  /** Paths of files that were not what they say they are; they have been deleted, so that what they held is had again. */
  readonly damaged: readonly string[];
  /** Files that killed runs have left; deleted too. */
  readonly leftovers: number;
}

/** Checks every checksum of `.callboard/` and deletes what is damaged. Throws a `CallboardError` when a build uses the folder. */
export async function checkState(stateFolder: string): Promise<StateReport> {
  const unlock = await lockState(stateFolder);
  try {
    const { report } = await dropDamaged(stateFolder);
    return report;
  } finally {
    await unlock();
  }
}

/** The same for who has the lock already; says also what the sound files are. */
export async function dropDamaged(
  stateFolder: string,
): Promise<{ readonly report: StateReport; readonly files: StateManifest['files'] }> {
  await restoreFolders(stateFolder);
  const { carried, others } = await listState(stateFolder);
  const files: [string, number, string][] = [];
  const damaged: string[] = [];
  for (const path of carried) {
    const content = await readFile(join(stateFolder, path)).catch(() => undefined);
    if (content && isSound(path, content)) files.push([path, content.length, sha256(content)]);
    else damaged.push(path);
  }
  for (const path of [...damaged, ...others]) await rm(join(stateFolder, path), { force: true });
  const bytes = files.reduce((sum, [, size]) => sum + size, 0);
  return { report: { files: files.length, bytes, damaged, leftovers: others.length }, files };
}

function isSound(path: string, content: Buffer): boolean {
  const name = basename(path);
  const [folder] = path.split('/');
  if (folder === 'blobs') return blobId(content, name.length) === name;
  if (folder === 'snapshot') return isSoundRecord(name, content.toString());
  // A docs site is checked as a whole whenever it is used, and rendered again when it is not what was written.
  if (folder === 'techdocs') return true;
  if (name.endsWith('.jsonl')) return `${sha256(content)}.jsonl` === name;
  const end = content.indexOf(10);
  return end > 0 && content.toString('utf8', 0, end).split(' ').at(-1) === sha256(content.subarray(end + 1));
}
