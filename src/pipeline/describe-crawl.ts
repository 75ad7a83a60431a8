import type { SourceConfig } from '../config/config.ts';
import type { RepositoryOutcome, Snapshot } from '../crawl/snapshot.ts';
import type { CrawlStatus, RepositoryStatus } from '../portal/status/crawl-status.ts';
import type { DescribedRemovals } from './removals/describe-removals.ts';

/** What the portal says of a crawl. */
export interface DescribedCrawl {
  /** ISO 8601 in UTC. */
  readonly crawledAt: string;
  readonly sources: readonly SourceConfig[];
  /** With the repositories whose removal is held. */
  readonly snapshot: Snapshot;
  readonly removals: DescribedRemovals;
  readonly incompleteFirst: string | undefined;
}

/** What a crawl came to, for the status page and `api/status.json`. Pure. */
export function describeCrawl(crawl: DescribedCrawl): CrawlStatus {
  const { crawledAt, sources, snapshot, removals, incompleteFirst } = crawl;
  const types = new Map(sources.map(({ name, type }) => [name, type]));
  const shown = new Map(snapshot.repositories.map(({ repository }) => [repository.id, repository]));
  const describe = (outcome: RepositoryOutcome): RepositoryStatus => {
    const stale = shown.get(outcome.id)?.stale;
    if (stale?.held) return { ...outcome, outcome: 'held', reason: stale.reason };
    // Its files are lost, and its last good definitions stand for it.
    return outcome.outcome === 'absent' && stale ? { ...outcome, outcome: 'stale' } : outcome;
  };
  return {
    crawledAt,
    sources: snapshot.listings.map(({ source, ...today }) => {
      const { listedAt, ...listing } = today.before ?? { ...today, listedAt: crawledAt };
      return {
        name: source,
        type: types.get(source) ?? '',
        listedAt,
        complete: listing.complete,
        ...(!listing.complete && { reason: listing.reason }),
      };
    }),
    repositories: snapshot.outcomes.map(describe),
    ...(removals.held && { held: removals.held }),
    removed: removals.removed,
    ...(incompleteFirst !== undefined && { incompleteFirst }),
  };
}

/** Names that repositories had before, by the slug that they have now. Pure. */
export function formerSlugsOf({ repositories, next }: Snapshot): ReadonlyMap<string, readonly string[]> {
  return new Map(
    repositories.flatMap(({ repository }) => {
      const formers = next.known.get(repository.id)?.formerSlugs;
      return formers ? [[repository.slug, formers] as const] : [];
    }),
  );
}
