import { randomUUID } from 'node:crypto';
import { link, mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import { readOwnFile } from './own-file.ts';

/** Who holds a state folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly key: string;
}

/** A holder that has not said for so long that it is alive is not; milliseconds. */
const longestSilence = 120_000;
const betweenSigns = 10_000;

// Of this process: its id alone could be that of another process in a container that was started again.
const held = new Set<string>();

/**
 * Takes a state folder for this process alone and gives back what frees it. Nobody else may write there meanwhile. Throws a
 * `CallboardError` when somebody else has it; a holder that was killed has it no longer.
 */
export async function lockState(stateFolder: string): Promise<() => Promise<void>> {
  const path = resolve(stateFolder, 'lock');
  await mkdir(stateFolder, { recursive: true }).catch((cause) => {
    throw noFolder(cause);
  });
  const holder: Holder = { pid: process.pid, host: hostname(), key: randomUUID() };
  for (let attempt = 0; !(await take(path, holder)); attempt += 1) {
    const before = await readOwnFile(path)
      .then(String)
      .catch(() => undefined);
    if (before === undefined && attempt < 10) continue;
    if (attempt >= 10 || (await isAlive(path, before ?? ''))) throw inUse(before ?? '');
    await takeAway(path, before ?? '');
  }
  held.add(holder.key);
  await finishReplacement(stateFolder);
  const signs = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, betweenSigns);
  signs.unref();
  return async () => {
    clearInterval(signs);
    held.delete(holder.key);
    const now = await readOwnFile(path)
      .then(String)
      .catch(() => '');
    if (parse(now).key === holder.key) await rm(path, { force: true });
  };
}

// Whoever replaces `state` moves the old one aside first, and may be killed before the new one is there.
async function finishReplacement(stateFolder: string): Promise<void> {
  const [state, before] = [join(stateFolder, 'state'), join(stateFolder, 'state.before')];
  if (!(await exists(before))) return;
  if (await exists(state)) await rm(before, { recursive: true, force: true });
  else await rename(before, state);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

// A link is made only when there is none, and is there with its content at once.
async function take(path: string, holder: Holder): Promise<boolean> {
  const unfinished = `${path}.${holder.key}.tmp`;
  await writeFile(unfinished, JSON.stringify(holder));
  try {
    await link(unfinished, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function isAlive(path: string, text: string): Promise<boolean> {
  const { pid, host, key } = parse(text);
  const found = await stat(path).catch(() => undefined);
  if (!found || Date.now() - found.mtimeMs > longestSilence || pid === undefined) return false;
  if (host !== hostname()) return true;
  if (pid === process.pid) return held.has(key ?? '');
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Two may see the same dead holder: whoever finds that it took away a living one's lock puts it back.
async function takeAway(path: string, expected: string): Promise<void> {
  const aside = `${path}.${randomUUID()}.tmp`;
  await rename(path, aside).catch(() => {});
  const taken = await readOwnFile(aside)
    .then(String)
    .catch(() => expected);
  if (taken !== expected) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

function parse(text: string): Partial<Holder> {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return {};
  }
}

function noFolder(cause: Error): CallboardError {
  const hint = 'Delete or move what stands there, and see that this user may write beside callboard.yaml.';
  return new CallboardError('state/no-folder', 'The folder .callboard cannot be made.', hint, { cause });
}

function inUse(text: string): CallboardError {
  const { pid, host } = parse(text);
  const who = pid === undefined ? 'another run' : `process ${pid} on ${host}`;
  const hint = `Wait until it has ended. If nothing of Callboard runs any more, delete the file ${join('.callboard', 'lock')}.`;
  return new CallboardError('state/in-use', `The folder .callboard is in use by ${who}.`, hint);
}
