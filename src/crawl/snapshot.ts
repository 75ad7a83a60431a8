import type { RepositoryFiles, RepositoryInfo } from '../catalog/repository-files.ts';
import type { CrawlMemory, KnownListing, KnownRepository } from './known/known-repository.ts';
import type { Completeness } from './sources/source.ts';

/** Reads the content of kept blobs by Git object id. */
export interface BlobStore {
  /** Absolute path of a file with the blob's bytes. Rejects when the blob is not kept. */
  readonly pathOf: (oid: string) => string;
  readonly read: (oid: string) => Promise<Uint8Array>;
}

/** What one source listed, whether or not it could be read afterwards. */
export type SourceListing = Completeness & {
  /** Name of the source. */
  readonly source: string;
  /** Ids of its repositories, as the source sorts them. */
  readonly repositoryIds: readonly string[];
  /** It was not asked for its list in this run, and this is how its list was when it was. */
  readonly before?: KnownListing;
};

/**
 * What became of a repository in one run: `fresh` was read, or confirmed to be unchanged; `stale` is kept from an earlier run
 * because it could not be read; `refused` was reached but what it holds cannot be used, so the earlier version stays; `removed`
 * is proved to be gone; `absent` could not be read, and no earlier run read it either.
 */
export interface RepositoryOutcome {
  /** `RepositoryInfo.id`. */
  readonly id: string;
  readonly slug: string;
  /** Name of the source. */
  readonly source: string;
  readonly outcome: 'fresh' | 'stale' | 'refused' | 'removed' | 'absent';
  /** When it was last fresh, ISO 8601 in UTC; absent: never. */
  readonly freshAt?: string;
  /** Why it is not fresh: one sentence with its full stop. */
  readonly reason?: string;
}

/** A repository that is proved to be gone. It is not among the snapshot's repositories and not in `next`. */
export interface RemovedRepository {
  /** As it would be shown if its removal were held back: with `stale.held`. Its slug is no other repository's. */
  readonly repository: RepositoryInfo;
  /** What to remember of it if its removal is held back; see `holdRemoved`. */
  readonly known: KnownRepository;
  /** Reads what an earlier run kept, without any request. `undefined`: it is lost. */
  readonly read: () => Promise<RepositoryFiles | undefined>;
}

/** Everything that one crawl read: each repository at one commit. */
export interface Snapshot {
  /** One for each source, in the configured order. */
  readonly listings: readonly SourceListing[];
  /** Sorted by slug. */
  readonly repositories: readonly RepositoryFiles[];
  readonly blobs: BlobStore;
  /** What became of each repository, those that are gone among them; sorted by slug. */
  readonly outcomes: readonly RepositoryOutcome[];
  /** Proved to be gone; sorted by slug. */
  readonly removed: readonly RemovedRepository[];
  /** Why addresses that Locations name were not followed. */
  readonly notFollowed: ReadonlyMap<string, string>;
  /** Nothing was remembered of earlier runs: nothing could stand in for what was not read. */
  readonly isFirst: boolean;
  /** What the next run is to remember, once the portal is in place. */
  readonly next: CrawlMemory;
}
