import type { RepositoryFiles } from '../catalog/repository-files.ts';

/** Reads the content of kept blobs by Git object id. */
export interface BlobStore {
  /** Absolute path of a file with the blob's bytes. Rejects when the blob is not kept. */
  readonly pathOf: (oid: string) => string;
  readonly read: (oid: string) => Promise<Uint8Array>;
}

/** Everything that one crawl read: each repository at one commit. */
export interface Snapshot {
  /** Sorted by slug. */
  readonly repositories: readonly RepositoryFiles[];
  readonly blobs: BlobStore;
}
