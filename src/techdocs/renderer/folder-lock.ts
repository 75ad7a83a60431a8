import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock of a process on another machine that has not been touched for so long is nobody's. */
const staleSeconds = 60;
const pulseSeconds = 5;

/**
 * Does something while holding a folder as a lock, which must lie in a folder that exists. Waits for another process that holds
 * it, but not for one that has died. Rejects when the lock cannot be made, or is not free after `patienceSeconds`.
 */
export async function withFolderLock<Value>(
  lock: string,
  { signal, patienceSeconds }: { readonly signal: AbortSignal; readonly patienceSeconds: number },
  act: () => Promise<Value>,
): Promise<Value> {
  const deadline = Date.now() + patienceSeconds * 1000;
  while (!(await take(lock))) {
    signal.throwIfAborted();
    if (Date.now() > deadline) throw new Error('another process has been making it for too long');
    await sleep(250);
  }
  const pulse = setInterval(() => utimes(lock, new Date(), new Date()).catch(() => undefined), pulseSeconds * 1000);
  try {
    return await act();
  } finally {
    clearInterval(pulse);
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    await writeFile(join(lock, 'owner'), ownName());
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const owner = await ownerOf(lock);
  if (owner !== undefined && (await isForsaken(lock, owner))) await sweep(lock, owner);
  return false;
}

function ownName(): string {
  return `${hostname()} ${process.pid}`;
}

/** Whose the lock is; `''` when that is not written yet, nothing when the lock is gone. */
async function ownerOf(lock: string): Promise<string | undefined> {
  const found = await stat(lock).catch(() => undefined);
  return found && (await readFile(join(lock, 'owner'), 'utf8').catch(() => ''));
}

async function isForsaken(lock: string, owner: string): Promise<boolean> {
  const [host, id] = owner.split(' ');
  if (host === hostname() && Number(id) > 0) return !isAlive(Number(id));
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
  return (Date.now() - mtimeMs) / 1000 > staleSeconds;
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Moved away first: of several that sweep, one succeeds, and what somebody has taken meanwhile is put back. */
async function sweep(lock: string, owner: string): Promise<void> {
  const aside = `${lock}.${process.pid}.old`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  if ((await ownerOf(aside)) === owner) await rm(aside, { recursive: true, force: true });
  else await rename(aside, lock).catch(() => undefined);
}
