import { randomUUID } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { create } from 'tar';
import { CallboardError } from '../../diagnostics/callboard-error.ts';
import { lockState } from '../../state/state-lock.ts';
import { dropDamaged, type StateReport } from './check-state.ts';
import { manifestName, type StateManifest } from './layout.ts';

/**
 * Writes what builds remember into one tar: a manifest with the checksum of every file, then the files, sorted, without dates or
 * owners. What is damaged is left out, and said. The tar is there as a whole or not at all.
 */
export async function packState(stateFolder: string, file: string): Promise<StateReport> {
  const unlock = await lockState(stateFolder);
  const unfinished = `${resolve(file)}.${randomUUID()}.tmp`;
  const manifestFile = join(stateFolder, manifestName);
  try {
    const { report, files } = await dropDamaged(stateFolder);
    if (files.length === 0) {
      const hint = 'Build once, or name the configuration beside it with --config.';
      throw new CallboardError('state/empty', 'There is no state in .callboard.', hint);
    }
    const manifest: StateManifest = { format: 'callboard-state', version: 1, files };
    await writeFile(manifestFile, JSON.stringify(manifest));
    const paths = [manifestName, ...files.map(([path]) => path)];
    await create({ cwd: stateFolder, file: unfinished, portable: true, strict: true, mtime: new Date(0) }, paths);
    const written = await open(unfinished, 'r+');
    await written.sync().finally(() => written.close());
    await rename(unfinished, resolve(file));
    return report;
  } finally {
    await rm(manifestFile, { force: true });
    await rm(unfinished, { force: true });
    await unlock();
  }
}
