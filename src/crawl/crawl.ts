import type { FileSelector } from '../catalog/repository-files.ts';
import type { CrawlLimits, SourceConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../diagnostics/stage.ts';
import { assembleDecided, describeAbsences } from './assemble-snapshot.ts';
import { openBlobStore } from './blob-store.ts';
import type { Clock } from './clock.ts';
import { startCrawlRun } from './crawl-run.ts';
import { type FollowRules, readFollowing } from './further/read-following.ts';
import { requireGit } from './git/require-git.ts';
import type { HistoryRules } from './history/read-history.ts';
import { type CrawlMemory, emptyMemory, type KnownListing } from './known/known-repository.ts';
import { crawlOnly } from './only/crawl-only.ts';
import { decideOutcomes } from './plan/decide-outcomes.ts';
import type { ListedSource } from './plan/judge-missing.ts';
import type { Snapshot, SourceListing } from './snapshot.ts';
import { openSource } from './sources/open-source.ts';
import type { Listing, Source } from './sources/source.ts';

/** What to crawl. */
export interface CrawlInput {
  /** In order of precedence: of a repository that two sources find, the first one's word counts. */
  readonly sources: readonly SourceConfig[];
  readonly limits: CrawlLimits;
  /** Asked which files they want beyond the catalog files, until none wants more. */
  readonly selectors: readonly FileSelector[];
  /** Whether and where Locations are followed; by default only into repositories of the sources, whoever defines them. */
  readonly follow?: FollowRules;
  /** What earlier crawls left in `Snapshot.next`; by default nothing. */
  readonly memory?: CrawlMemory;
  /** Names or URLs of the only repositories to look for; everything else stays as it was. Absent or empty: all. */
  readonly only?: readonly string[];
  /** Whose history is wanted, and how far back; absent: nobody's. */
  readonly history?: Pick<HistoryRules, 'paths' | 'commits'>;
  /** Whether to ask who wrote what has no descriptor; by default not. */
  readonly contributors?: boolean;
  /** By default the clock of this machine. */
  readonly clock?: Clock;
}

/**
 * Finds the repositories of all sources and reads of each, at one commit, the few files that matter. A source or repository
 * that fails is a diagnostic; what earlier crawls read of it stands in, and the others are read all the same. Throws a
 * `CallboardError` only when there is no usable Git, or nobody knows a repository of `only`.
 */
export async function crawl(input: CrawlInput, context: StageContext): Promise<StageResult<Snapshot>> {
  await requireGit(context.signal);
  const { memory = emptyMemory, follow = { allow: ['*'], followLocations: [] }, limits, selectors } = input;
  const run = startCrawlRun(input.clock, limits.minutes);
  const now = new Date(run.clock.now()).toISOString();
  const blobs = openBlobStore(context.stateFolder);
  const history = input.history && { ...input.history, known: memory.histories ?? new Map(), learned: new Map() };
  const { contributors = false } = input;
  const rules = { limits, selectors, blobs, contributors, ...(history && { history }) };

  const sources = input.sources.map((config) => openSource(config, run));
  const { only = [] } = input;
  if (only.length > 0) return crawlOnly({ only, sources, memory, follow, rules, run }, context);
  const discovered = await Promise.all(sources.map((source) => discover(source, context)));
  const listed = discovered.map(({ value }, index) =>
    describeListed(input.sources[index] as SourceConfig, sources[index] as Source, value),
  );
  const read = await readFollowing(listed, { memory, rules, follow, run, context });
  const { plan, readings, notFollowed } = read.value;
  const decisions = decideOutcomes({ plan, readings, ...memory, now });
  const decided = await assembleDecided(decisions, rules, context);
  return {
    value: {
      listings: listed.map(describeListing),
      blobs,
      notFollowed,
      isFirst: memory.known.size === 0,
      ...decided.value,
      next: { ...decided.value.next, listings: rememberListings(listed, now) },
    },
    diagnostics: [
      ...discovered.flatMap(({ diagnostics }) => diagnostics),
      ...describeAbsences(plan.missing),
      ...read.diagnostics,
      ...decided.diagnostics,
    ],
  };
}

function describeListed({ name, type, allow }: SourceConfig, { owner }: Source, listing: Listing): ListedSource {
  return { name, type, ...(owner !== undefined && { owner }), ...(allow && { allow }), listing };
}

function describeListing({ name, listing }: ListedSource): SourceListing {
  const completeness = listing.complete
    ? { complete: true as const }
    : { complete: false as const, reason: listing.reason };
  return { source: name, repositoryIds: listing.repositories.map(({ id }) => id), ...completeness };
}

function rememberListings(listed: readonly ListedSource[], listedAt: string): ReadonlyMap<string, KnownListing> {
  return new Map(
    listed.map(({ name, listing }) => [
      name,
      listing.complete ? { complete: true, listedAt } : { complete: false, reason: listing.reason, listedAt },
    ]),
  );
}

async function discover(source: Source, context: StageContext): Promise<StageResult<Listing>> {
  const result = await source.discover(context);
  if (result.value.repositories.length > 0 || result.diagnostics.length > 0) return result;
  const message = `Source "${source.name}" holds no repository.`;
  return { value: result.value, diagnostics: [diagnose('crawl/source-empty', { message })] };
}
