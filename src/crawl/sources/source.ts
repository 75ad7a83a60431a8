import type { FurtherTarget } from '../../catalog/locations/further-targets.ts';
import type { CommitAuthor, RepositoryInfo } from '../../catalog/repository-files.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import type { Head } from '../git/head.ts';
import type { GitObject } from '../git/object-reader.ts';
import type { ObjectSource, Tree } from '../git/tree.ts';
import type { KnownBlob } from '../repository-record.ts';

/** A place that repositories come from. A new kind of source is one file that makes one of these. */
export interface Source {
  readonly name: string;
  /**
   * `<host>/<owner>`, lower case, of which it lists every repository that is wanted: Locations lead to no others of that owner.
   * Absent: it lists those that it was given.
   */
  readonly owner?: string;
  /**
   * Lists the repositories, in an order that is the same with every run. What goes wrong is a diagnostic; what was listed
   * until then still counts.
   */
  readonly discover: (context: StageContext) => Promise<StageResult<Listing>>;
  /**
   * Finds one repository of its own with as few requests as can be, filters applied; what goes wrong is a diagnostic.
   * `undefined`: it has none such, which proves nothing. Absent: the repository is looked for in the whole list.
   */
  readonly find?: (
    wanted: WantedRepository,
    context: StageContext,
  ) => Promise<StageResult<FoundRepository | undefined>>;
}

/** A repository that somebody asks for. */
export interface WantedRepository {
  /** As people write it: `owner/name`, or a URL. */
  readonly name: string;
  /** Its id, when it is known already. */
  readonly id?: string;
}

/** Whether a source listed everything that it has. Only from a complete list does it follow that something is gone. */
export type Completeness =
  | { readonly complete: true }
  | {
      readonly complete: false;
      /** Why, for people. */
      readonly reason: string;
    };

/** The repositories that a source found, and what follows for those that it did not find. */
export type Listing = {
  readonly repositories: readonly FoundRepository[];
  /**
   * What it means that a repository is missing from a complete list. `gone`: the list is the disk, or the owner's own, so it is
   * gone. `doubtful`, which is the default: a host answered, and it is gone when it is missing from two such lists in a row.
   */
  readonly absence?: 'gone' | 'doubtful';
  /** Ids of repositories that are there and that the configuration leaves out: with a complete list, the owner's word. */
  readonly unwanted?: readonly string[];
  /** Ids of repositories that are listed but cannot be asked for, such as those with an address that is refused. */
  readonly unusable?: readonly string[];
} & Completeness;

/** A repository that a source found, before anything of it was read. */
export interface FoundRepository extends Omit<RepositoryInfo, 'branch' | 'commit' | 'committedAt' | 'stale'> {
  /** Canonical address, by which two sources that found the same repository are noticed. Never shown. */
  readonly address: string;
  readonly catalogPaths: readonly string[];
  /** Further descriptor files, which Locations of other repositories name. */
  readonly targets?: readonly FurtherTarget[];
  /** Whether reading it is mostly waiting for a network. */
  readonly remote: boolean;
  /** Where the listing says that it stands, if it says so: what was read of that commit before is then not asked for. */
  readonly listedHead?: Head;
  /** Files that the listing brought along already, by object id. */
  readonly knownBlobs?: ReadonlyMap<string, KnownBlob>;
  /**
   * Resolves the repository to one commit. Rejects when that cannot be done; aborting `signal` stops everything. `anew`: what the
   * listing said of it is out of date.
   */
  readonly open: (signal: AbortSignal, anew?: 'anew') => Promise<RepositoryReader>;
}

/** Reads one repository at one commit. The methods are called one at a time. */
export interface RepositoryReader {
  /** `undefined`: the repository has no commit. Everything below is of this commit and is called only when there is one. */
  readonly head: Head | undefined;
  /** Committer date, ISO 8601 in UTC, and the whole tree. What `before` has too may be taken from there. */
  readonly readCommit: (before?: ReadCommit) => Promise<CommitListing>;
  /** Reads blobs by object id, in order, leaving out those that cannot be had; holds content only of accepted sizes. */
  readonly readBlobs: (oids: readonly string[], accept: (size: number) => boolean) => AsyncIterable<GitObject>;
  /**
   * Gives access to the commits that lead up to this one, and their trees: at least those that are fewer than `depth` steps away.
   * Closed with the reader. Absent: it has no history.
   */
  readonly readHistory?: (depth: number) => Promise<ObjectSource>;
  /** Its files were made from what a host knows; there is no such repository. */
  readonly generated?: true;
  /** What came up when it was opened. */
  readonly problems?: readonly Diagnostic[];
  /** Frees what it holds. Never rejects. */
  readonly close: () => void;
}

/** A commit that was read before. */
export interface ReadCommit {
  readonly commit: string;
  readonly tree: Tree;
}

/** What a commit says without the content of its files. */
export interface CommitListing {
  readonly committedAt: string;
  readonly author?: CommitAuthor;
  readonly tree: Tree;
}
