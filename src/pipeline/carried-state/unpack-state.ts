import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { CallboardError } from '../../diagnostics/callboard-error.ts';
import { restoreFolders } from '../../state/restore-folders.ts';
import { lockState } from '../../state/state-lock.ts';
import { isCarried, listState, manifestName, type StateManifest } from './layout.ts';

/** What one tar may hold. */
const mostFiles = 5_000_000;
const mostBytes = 100_000_000_000;
const mostBytesOfManifest = 1_000_000_000;

/**
 * Puts the state that a tar holds in the place of the one that is there. Nothing changes unless every file that the tar promises
 * is in it, sound, and nothing else: no links, no other paths. Throws a `CallboardError` otherwise.
 */
export async function unpackState(stateFolder: string, file: string): Promise<{ files: number; bytes: number }> {
  const unlock = await lockState(stateFolder);
  const staging = join(stateFolder, `unpacking-${randomUUID()}`);
  try {
    await restoreFolders(stateFolder);
    await removeLeftovers(stateFolder);
    await mkdir(staging);
    await extractWithin(resolve(file), staging);
    const manifest = await readManifest(staging);
    await verify(staging, manifest);
    await takeOver(stateFolder, staging, manifest);
    return { files: manifest.files.length, bytes: manifest.files.reduce((sum, [, size]) => sum + size, 0) };
  } finally {
    await rm(staging, { recursive: true, force: true });
    await unlock();
  }
}

async function extractWithin(file: string, folder: string): Promise<void> {
  let [files, bytes] = [0, 0];
  let problem: string | undefined;
  const admit = (path: string, entry: { readonly size?: number | undefined; readonly type?: unknown }): boolean => {
    const size = entry.size ?? 0;
    files += 1;
    bytes += size;
    if (entry.type !== 'File' && entry.type !== 'OldFile') problem ??= `${path} is no file`;
    else if (path === manifestName ? size > mostBytesOfManifest : !isCarried(path))
      problem ??= `${path} has no place there`;
    else if (files > mostFiles || bytes > mostBytes) problem ??= 'it holds too much';
    return problem === undefined;
  };
  const options = { cwd: folder, strict: true, noChmod: true, noMtime: true, filter: admit as never };
  await extract({ ...options, file }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && error.path === file) throw refuse('there is no such file', error);
    problem ??= error.message;
  });
  if (problem !== undefined) throw refuse(problem);
}

async function readManifest(folder: string): Promise<StateManifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '');
  const manifest = parse(text);
  if (manifest?.format !== 'callboard-state' || !Array.isArray(manifest.files))
    throw refuse('it says not what it holds');
  if (manifest.version !== 1) throw refuse('another version of Callboard has packed it');
  return manifest as StateManifest;
}

async function verify(folder: string, { files }: StateManifest): Promise<void> {
  const { carried, others } = await listState(folder);
  if (carried.length !== files.length || others.length > 0) throw refuse('it is not complete');
  const there = new Set(carried);
  for (const [path, size, sum] of files) {
    if (!there.has(path)) throw refuse(`${path} is missing`);
    const found = await stat(join(folder, path));
    if (found.size !== size || (await checksumOf(join(folder, path))) !== sum) throw refuse(`${path} is damaged`);
  }
}

// Everything but `state` is named after its content, so that it may lie beside what is there. `state` alone says what counts, and
// is replaced as a whole.
async function takeOver(stateFolder: string, staging: string, { files }: StateManifest): Promise<void> {
  const made = new Set<string>();
  const documents = new Set<string>();
  for (const [path] of files) {
    if (path.startsWith('state/')) continue;
    const [folder = '', entry = ''] = path.split('/');
    // A docs site is one folder, of which nobody should see a part.
    const whole = folder === 'techdocs' ? join(folder, entry) : path;
    if (documents.has(whole)) continue;
    if (folder === 'techdocs') await rm(join(stateFolder, whole), { recursive: true, force: true });
    documents.add(whole);
    const parent = dirname(join(stateFolder, whole));
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await rename(join(staging, whole), join(stateFolder, whole));
  }
  const [state, before] = [join(stateFolder, 'state'), join(stateFolder, 'state.before')];
  await mkdir(join(staging, 'state'), { recursive: true });
  await rename(state, before).catch(ignoreMissing);
  await rename(join(staging, 'state'), state);
  await rm(before, { recursive: true, force: true });
}

async function removeLeftovers(stateFolder: string): Promise<void> {
  const names = (await readdir(stateFolder)).filter((name) => name.startsWith('unpacking-'));
  await Promise.all(names.map((name) => rm(join(stateFolder, name), { recursive: true, force: true })));
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function parse(text: string): Partial<StateManifest> | undefined {
  try {
    return JSON.parse(text) as Partial<StateManifest>;
  } catch {
    return undefined;
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function refuse(reason: string, cause?: unknown): CallboardError {
  const hint =
    'Nothing was changed. Give a file that `callboard state pack` has written, and copy it again if it came over a network.';
  return new CallboardError('state/tar-refused', `The tar cannot be used: ${reason}.`, hint, { cause });
}
