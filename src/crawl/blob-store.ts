import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { putInPlace, readOwnFile } from '../state/own-file.ts';
import type { BlobStore } from './snapshot.ts';

/** A {@link BlobStore} that can be written to. */
export interface WritableBlobStore extends BlobStore {
  /** Size in bytes of a blob that is kept and sound, else `undefined`. With `size` known, the content is not checked again. */
  readonly sizeOf: (oid: string, size?: number) => Promise<number | undefined>;
  /** Keeps a blob. Rejects when the content is not what its id says. Atomic: a blob is there as a whole or not at all. */
  readonly write: (oid: string, content: Uint8Array) => Promise<void>;
}

/** Blobs by Git object id in `<stateFolder>/blobs/<first two digits>/<id>`. */
export function openBlobStore(stateFolder: string): WritableBlobStore {
  const pathOf = (oid: string) => join(stateFolder, 'blobs', oid.slice(0, 2), oid);
  const read = async (oid: string) => {
    const content = await readOwnFile(pathOf(oid));
    if (blobId(content, oid.length) !== oid) throw new Error(`The kept copy of blob ${oid} is damaged.`);
    return content;
  };
  return {
    pathOf,
    read,
    sizeOf: async (oid, size) => {
      const there = await lstat(pathOf(oid)).catch(() => undefined);
      if (!there?.isFile()) return undefined;
      if (size !== undefined) return there.size === size ? size : undefined;
      return (await read(oid).catch(() => undefined))?.length;
    },
    write: async (oid, content) => {
      if (blobId(content, oid.length) !== oid) throw new Error(`The content of blob ${oid} is not what its id says.`);
      const path = pathOf(oid);
      const unfinished = `${path}.${randomUUID()}`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(unfinished, content);
      await putInPlace(unfinished, path);
    },
  };
}

/** Git's id of a blob: SHA-1, or SHA-256 where ids have 64 digits. */
export function blobId(content: Uint8Array, digits = 40): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex');
}
