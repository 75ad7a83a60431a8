import { constants } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Reads a file of the state folder. Rejects when anything else stands there: a pipe, which would be waited for without end, a folder,
 * a link to somewhere else.
 */
export async function readOwnFile(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    if (!(await file.stat()).isFile()) throw new Error(`${path} is no file.`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Puts a file that was written beside it in the place of whatever stands there. */
export async function putInPlace(unfinished: string, path: string): Promise<void> {
  try {
    await rename(unfinished, path);
  } catch (error) {
    // A folder where none belongs.
    if (!['EISDIR', 'ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await rm(path, { recursive: true, force: true });
    await rename(unfinished, path);
  }
}
