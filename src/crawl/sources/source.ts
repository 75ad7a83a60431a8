import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import type { Head } from '../git/head.ts';
import type { GitObject } from '../git/object-reader.ts';
import type { Tree } from '../git/tree.ts';
import type { KnownBlob } from '../repository-record.ts';

/** A place that repositories come from. A new kind of source is one file that makes one of these. */
export interface Source {
  readonly name: string;
  /**
   * Lists the repositories, in an order that is the same with every run. What goes wrong is a diagnostic; what was listed
   * until then still counts.
   */
  readonly discover: (context: StageContext) => Promise<StageResult<Listing>>;
}

/** Whether a source listed everything that it has. Only from a complete list does it follow that something is gone. */
export type Completeness =
  | { readonly complete: true }
  | {
      readonly complete: false;
      /** Why, for people. */
      readonly reason: string;
    };

/** The repositories that a source found. */
export type Listing = { readonly repositories: readonly FoundRepository[] } & Completeness;

/** A repository that a source found, before anything of it was read. */
export interface FoundRepository extends Omit<RepositoryInfo, 'branch' | 'commit' | 'committedAt'> {
  /** Canonical address, by which two sources that found the same repository are noticed. Never shown. */
  readonly address: string;
  readonly catalogPaths: readonly string[];
  /** Whether reading it is mostly waiting for a network. */
  readonly remote: boolean;
  /** Files that the listing brought along already, by object id. */
  readonly knownBlobs?: ReadonlyMap<string, KnownBlob>;
  /** Resolves the repository to one commit. Rejects when that cannot be done; aborting `signal` stops everything. */
  readonly open: (signal: AbortSignal) => Promise<RepositoryReader>;
}

/** Reads one repository at one commit. The methods are called one at a time. */
export interface RepositoryReader {
  /** `undefined`: the repository has no commit. Everything below is of this commit and is called only when there is one. */
  readonly head: Head | undefined;
  /** Committer date, ISO 8601 in UTC, and the whole tree. */
  readonly readCommit: () => Promise<CommitListing>;
  /** Reads blobs by object id, in order, leaving out those that cannot be had; holds content only of accepted sizes. */
  readonly readBlobs: (oids: readonly string[], accept: (size: number) => boolean) => AsyncIterable<GitObject>;
  /** Its files were made from what a host knows; there is no such repository. */
  readonly generated?: true;
  /** Frees what it holds. Never rejects. */
  readonly close: () => void;
}

/** What a commit says without the content of its files. */
export interface CommitListing {
  readonly committedAt: string;
  readonly tree: Tree;
}
