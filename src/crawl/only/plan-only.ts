import type { CrawlMemory, KnownRepository } from '../known/known-repository.ts';
import type { Decision, Reading } from '../plan/decide-outcomes.ts';
import { type CrawlPlan, compare } from '../plan/plan-crawl.ts';
import { shareSlugs } from '../plan/share-slugs.ts';
import type { FoundRepository } from '../sources/source.ts';

/** What becomes of everything in a run that looks for a few repositories only. */
export interface OnlyPlan {
  /** The few, under slugs that no other repository has; those that were not found stay as they were. */
  readonly plan: Omit<CrawlPlan, 'diagnostics'>;
  /** All others: exactly as the last run left them. */
  readonly others: readonly Decision[];
}

/** A known repository that its source does not find today. One answer for one repository proves nothing. */
export interface NotFound {
  readonly known: KnownRepository;
  readonly reason: string;
}

/** Plans a run for a few repositories. Nothing is ever removed by it. Pure. */
export function planOnly(
  found: readonly FoundRepository[],
  notFound: readonly NotFound[],
  { known }: CrawlMemory,
): OnlyPlan {
  const few = new Set([...found.map(({ id }) => id), ...notFound.map((each) => each.known.repository.id)]);
  const rest = [...known.values()]
    .filter(({ repository }) => !few.has(repository.id))
    .sort((a, b) => compare(a.repository.slug, b.repository.slug));
  const slugs = shareSlugs([
    ...rest.filter(({ stale }) => stale === undefined).map(({ repository }) => repository),
    ...found,
    ...notFound.map((each) => each.known.repository),
    ...rest.filter(({ stale }) => stale !== undefined).map(({ repository }) => repository),
  ]);
  const slugOf = ({ id, slug }: { readonly id: string; readonly slug: string }) => slugs.get(id) ?? slug;
  return {
    plan: {
      found: found.map((each) => ({ ...each, ...targetsOf(known.get(each.id)), slug: slugOf(each) })),
      missing: notFound.map((each) => ({
        known: each.known,
        slug: slugOf(each.known.repository),
        verdict: 'stale',
        reason: each.reason,
      })),
    },
    others: rest.map((each) => leaveAlone(each, slugOf(each.repository))),
  };
}

/** Takes a reading for what it is in such a run: that a repository is empty proves nothing here. Pure. */
export function withoutProof(reading: Reading): Reading {
  return reading.type === 'empty' ? { type: 'failed', reason: reading.reason, provesNothing: true } : reading;
}

// Descriptors that Locations of other repositories name stay among what is read.
function targetsOf(before: KnownRepository | undefined): Pick<FoundRepository, 'targets'> {
  return before?.targets ? { targets: before.targets } : {};
}

function leaveAlone(known: KnownRepository, slug: string): Decision {
  const { repository, freshAt, stale: reason, held } = known;
  const stale = reason === undefined ? undefined : { freshAt, reason, ...(held && { held }) };
  const subject = { id: repository.id, slug, source: repository.source, freshAt };
  return {
    outcome: reason === undefined ? { ...subject, outcome: 'fresh' } : { ...subject, outcome: 'stale', reason },
    kept: { known, repository: { ...repository, slug, ...(stale && { stale }) } },
    next: known,
  };
}
