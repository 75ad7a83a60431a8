import type { FurtherTarget } from '../../catalog/locations/further-targets.ts';
import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import type { KnownHistory } from '../history/known-history.ts';
import type { Completeness } from '../sources/source.ts';

/** A repository that some run has read and that is not proved to be gone. */
export interface KnownRepository {
  /** As it was when it was last read: what is needed to show it again. Never with `stale`. */
  readonly repository: RepositoryInfo;
  /** Canonical address, as `FoundRepository.address`. Never shown. */
  readonly address: string;
  /** Globs of its descriptor files when it was last read. */
  readonly catalogPaths: readonly string[];
  /** Descriptor files beyond those, which Locations elsewhere named when it was last read; absent: none. */
  readonly targets?: readonly FurtherTarget[];
  /** Where its own Locations lead; absent: into no other repository. */
  readonly leadsTo?: readonly FurtherTarget[];
  /** When it was last read, or confirmed to be unchanged; ISO 8601 in UTC. */
  readonly freshAt: string;
  /** Nothing that was wanted of it was left out for a limit or because it could not be had. */
  readonly whole: boolean;
  /** Why the last run that looked for it shows it as it was; absent: it was fresh then. One sentence with its full stop. */
  readonly stale?: string;
  /** It is proved to be gone, and somebody held its removal back. */
  readonly held?: true;
  /** When reading it last failed, ISO 8601 in UTC; absent: it did not, since it was fresh. */
  readonly triedAt?: string;
  /** How often in a row it was missing where it should be, and since when; absent: it was there when last looked for. */
  readonly missing?: { readonly times: number; readonly since: string };
  /** Slugs that it had before, oldest first; none that a repository has now. Absent: none. */
  readonly formerSlugs?: readonly string[];
}

/** By `RepositoryInfo.id`. */
export type KnownRepositories = ReadonlyMap<string, KnownRepository>;

/** How the list of a source was when it was last asked for. */
export type KnownListing = Completeness & {
  /** When that was, ISO 8601 in UTC. */
  readonly listedAt: string;
};

/** What a crawl remembers of those before it. */
export interface CrawlMemory {
  readonly known: KnownRepositories;
  /** Repositories that were listed but never read, by id. */
  readonly waiting: ReadonlyMap<string, WaitingRepository>;
  /** By source. Absent: none was listed. */
  readonly listings?: ReadonlyMap<string, KnownListing>;
  /** Who changed which files when, by `RepositoryInfo.id`. Absent: nobody asked. */
  readonly histories?: ReadonlyMap<string, KnownHistory>;
}

/** A repository that was listed and that no run has read. */
export interface WaitingRepository {
  /** When it was first listed, or reading it last failed; ISO 8601 in UTC. */
  readonly since: string;
  /** Reading it failed then: it had its turn. */
  readonly tried?: true;
}

/** What the very first crawl remembers. */
export const emptyMemory: CrawlMemory = { known: new Map(), waiting: new Map() };
