import { randomUUID } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FolderTargetConfig } from '../../config/config.ts';
import { CallboardError } from '../../diagnostics/callboard-error.ts';
import { problemOfKey } from '../check-manifest.ts';
import type { ManifestEntry } from '../manifest.ts';
import type { Store } from './store.ts';

/** Where half-written files live until they are renamed into place. In the target, so that renaming is atomic. */
const uploadFolder = '.callboard-upload';

const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Opens a folder as a store; it is made when the first file is put. */
export function openFolderStore(target: FolderTargetConfig): Store {
  return new FolderStore(resolve(target.path));
}

class FolderStore implements Store {
  readonly concurrency = 8;
  readonly #root: string;
  readonly #checkedFolders = new Map<string, Promise<void>>();

  constructor(root: string) {
    this.#root = root;
  }

  describe(): string {
    return this.#root;
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    const path = this.#pathOf(key);
    try {
      await this.#refuseEscape(dirname(path));
      return await readFile(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw this.#translate(error, key);
    }
  }

  async put(entry: ManifestEntry, content: Uint8Array): Promise<void> {
    const path = this.#pathOf(entry.key);
    const temporary = join(this.#root, uploadFolder, randomUUID());
    try {
      await this.#makeFolder(dirname(temporary));
      await this.#makeFolder(dirname(path));
      await writeFile(temporary, content, { flag: 'wx' });
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw this.#translate(error, entry.key);
    }
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const path = this.#pathOf(key);
      try {
        await this.#refuseEscape(dirname(path));
        await unlink(path);
        await this.#removeEmptyFolders(dirname(path));
      } catch (error) {
        if (!isMissing(error)) throw this.#translate(error, key);
      }
    }
    this.#checkedFolders.clear();
  }

  async close(): Promise<void> {
    await rm(join(this.#root, uploadFolder), { recursive: true, force: true });
  }

  #pathOf(key: string): string {
    const path = join(this.#root, ...key.split('/'));
    const isReserved = key === uploadFolder || key.startsWith(`${uploadFolder}/`);
    if (problemOfKey(key) || isReserved || !path.startsWith(this.#root + sep)) {
      throw new CallboardError(
        'publish/unsafe-key',
        `${JSON.stringify(key)} cannot be published into a folder.`,
        'Rename the file that the build made this from, then build again.',
      );
    }
    return path;
  }

  /** Once per folder: made where missing, and really inside the target. */
  #makeFolder(folder: string): Promise<void> {
    const known = this.#checkedFolders.get(folder);
    if (known) return known;
    const check = this.#refuseEscape(folder).then(async () => {
      await mkdir(folder, { recursive: true });
    });
    this.#checkedFolders.set(folder, check);
    return check;
  }

  /** A link inside the target must not lead a write or a deletion out of it. Looks at the nearest folder that exists. */
  async #refuseEscape(folder: string): Promise<void> {
    const root = await realpath(this.#root).catch(() => this.#root);
    let nearest = folder;
    while (nearest !== this.#root) {
      const real = await realpath(nearest).catch(() => undefined);
      if (real !== undefined) {
        if (real === join(root, relative(this.#root, nearest))) return;
        throw new CallboardError(
          'publish/link-in-target',
          `${nearest} leads through a link to ${real}.`,
          'Callboard writes only inside the folder that it publishes to. Remove the link, or publish to where it leads.',
        );
      }
      nearest = dirname(nearest);
    }
  }

  async #removeEmptyFolders(folder: string): Promise<void> {
    for (let current = folder; current.startsWith(this.#root + sep); current = dirname(current)) {
      try {
        await rmdir(current);
      } catch {
        return;
      }
    }
  }

  #translate(error: unknown, key: string): unknown {
    if (error instanceof CallboardError) return error;
    const { code } = error as NodeJS.ErrnoException;
    const place = `${key} in ${this.#root}`;
    const [title, hint] = folderProblems[code ?? ''] ?? ['could not be written', 'See the cause below.'];
    return new CallboardError('publish/folder-failed', `${place} ${title}.`, hint, { cause: error });
  }
}

const inTheWay = [
  'is in the way: a file lies where this release needs a folder, or the other way round',
  'Move or delete what lies there, then publish again.',
] as const;

const folderProblems: Readonly<Record<string, readonly [title: string, hint: string]>> = {
  EACCES: ['may not be written by this user', 'Give this user write access to the folder.'],
  EPERM: ['may not be written by this user', 'Give this user write access to the folder.'],
  EROFS: ['is on a read-only file system', 'Publish to a folder that can be written.'],
  ENOSPC: ['did not fit: the disk is full', 'Make room, then publish again; what is up already is kept.'],
  EDQUOT: ['did not fit: the quota is used up', 'Make room, then publish again; what is up already is kept.'],
  ENAMETOOLONG: ['has a name too long for this file system', 'Shorten the name where it comes from.'],
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
  EISDIR: inTheWay,
  ENOTEMPTY: inTheWay,
};
