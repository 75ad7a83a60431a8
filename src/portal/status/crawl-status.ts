/**
 * What became of a repository, as pages and `api/status.json` say it: `fresh` is as it stands today; `stale` could not be read
 * and is as an earlier run read it; `refused` was reached but cannot be used, so the earlier version stays; `held` is gone and
 * stays until its removal is confirmed; `removed` is gone; `absent` could not be read by any run.
 */
export type StatusOutcome = 'fresh' | 'stale' | 'refused' | 'held' | 'removed' | 'absent';

/** Every outcome, in the order in which people read them. */
export const statusOutcomes: readonly StatusOutcome[] = ['fresh', 'stale', 'refused', 'held', 'removed', 'absent'];

/** What became of one repository. */
export interface RepositoryStatus {
  /** `RepositoryInfo.id`. */
  readonly id: string;
  readonly slug: string;
  /** Name of the source. */
  readonly source: string;
  readonly outcome: StatusOutcome;
  /** When it was last as it stood then, ISO 8601 in UTC; absent: never. */
  readonly freshAt?: string;
  /** Why it is not fresh: one sentence with its full stop. */
  readonly reason?: string;
}

/** What one source of the configuration listed. */
export interface SourceStatus {
  readonly name: string;
  /** As the configuration spells it: `github`. */
  readonly type: string;
  /** When it was last asked for its list, ISO 8601 in UTC: in this run, or before one that read a few repositories only. */
  readonly listedAt: string;
  /** It listed everything that it had then. */
  readonly complete: boolean;
  /** Why the list is not complete: no sentence, no full stop. */
  readonly reason?: string;
}

/** An entity that is gone and is shown until its removal is confirmed. */
export interface HeldEntity {
  /** Canonical ref. */
  readonly ref: string;
  /** Slug of the repository that it was last read in. */
  readonly repository: string;
}

/** Removals that one run did not make, because they are so many. */
export interface HeldRemovals {
  /** What confirms exactly these: `callboard build --confirm-removals <id>`. */
  readonly id: string;
  /** Why they are held: one sentence with its full stop. */
  readonly reason: string;
  /** Sorted by ref; one at least. */
  readonly entities: readonly HeldEntity[];
}

/** What a run removed of one repository. */
export interface Removal {
  /** Slug. */
  readonly repository: string;
  /** Why: one sentence with its full stop. */
  readonly reason: string;
  /** Canonical refs, sorted; one at least. */
  readonly entities: readonly string[];
}

/** What the run that made this portal learned of its sources: how far what it shows is what there is. */
export interface CrawlStatus {
  /** When the crawl began, ISO 8601 in UTC. */
  readonly crawledAt: string;
  /** In the configured order. */
  readonly sources: readonly SourceStatus[];
  /** Every repository of any source, sorted by slug. */
  readonly repositories: readonly RepositoryStatus[];
  readonly held?: HeldRemovals;
  /** Sorted by repository. */
  readonly removed: readonly Removal[];
  /** Nothing is known of earlier runs, and so much could not be read that this is no whole portal: why, one sentence. */
  readonly incompleteFirst?: string;
}
