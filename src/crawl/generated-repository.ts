import { createHash } from 'node:crypto';
import { blobId } from './blob-store.ts';
import type { GitObject } from './git/object-reader.ts';
import type { TreeEntry } from './git/tree.ts';
import type { RepositoryReader } from './sources/source.ts';

/**
 * Reads files that were made from what a host knows as if they were a repository at one commit, so that limits, diagnostics,
 * provenance and what was good last time hold for them too. The commit is the address of the content; its date is `now`, which
 * counts only for content that was not seen before. Paths are safe and sorted by nobody.
 */
export function openGenerated(files: ReadonlyMap<string, string>, now: number): RepositoryReader {
  const blobs = new Map<string, Buffer>();
  const entries: TreeEntry[] = [];
  for (const path of [...files.keys()].sort()) {
    const content = Buffer.from(files.get(path) ?? '');
    const oid = blobId(content);
    blobs.set(oid, content);
    entries.push({ path, oid, kind: 'file' });
  }
  const commit = createHash('sha1').update(JSON.stringify(entries)).digest('hex');
  return {
    head: { commit, branch: 'generated' },
    generated: true,
    readCommit: async () => ({
      committedAt: new Date(Math.floor(now / 1000) * 1000).toISOString(),
      tree: { entries, refused: 0, truncated: false },
    }),
    readBlobs: (oids, accept) => read(blobs, oids, accept),
    close: () => {},
  };
}

async function* read(
  blobs: ReadonlyMap<string, Buffer>,
  oids: readonly string[],
  accept: (size: number) => boolean,
): AsyncGenerator<GitObject> {
  for (const oid of oids) {
    const content = blobs.get(oid);
    if (!content) continue;
    const size = content.length;
    yield { oid, type: 'blob', size, ...(accept(size) && { content }) };
  }
}
