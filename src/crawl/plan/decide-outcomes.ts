import type { FurtherTarget } from '../../catalog/locations/further-targets.ts';
import type { RepositoryFiles, RepositoryInfo } from '../../catalog/repository-files.ts';
import type { KnownRepository, WaitingRepository } from '../known/known-repository.ts';
import type { RepositoryOutcome } from '../snapshot.ts';
import type { FoundRepository } from '../sources/source.ts';
import { countMissing, timesUntilGone } from './judge-missing.ts';
import { type CrawlPlan, compare, type MissingRepository } from './plan-crawl.ts';

/** What came of reading one repository. Reasons are one sentence with its full stop. */
export type Reading =
  | {
      readonly type: 'read';
      readonly files: RepositoryFiles;
      /** Why something that is wanted of it was left out; absent: it was read as a whole. */
      readonly shortfall?: string;
      /** Where its Locations lead; absent: into no other repository. */
      readonly leadsTo?: readonly FurtherTarget[];
    }
  /** It has no commit to read. */
  | { readonly type: 'empty'; readonly reason: string }
  | {
      readonly type: 'failed';
      readonly reason: string;
      /** Nothing follows of whether it is missing: how often it was is neither counted nor forgotten. */
      readonly provesNothing?: true;
    }
  /** Not tried: it has its turn in another run. */
  | { readonly type: 'postponed'; readonly reason: string };

/** What becomes of one repository. */
export interface Decision {
  readonly outcome: RepositoryOutcome;
  /** As it was read in this run. */
  readonly files?: RepositoryFiles;
  /** What of an earlier run stands in for it, or would if its removal were held back. */
  readonly kept?: KeptRepository;
  /** What to remember of it; absent: nothing. */
  readonly next?: KnownRepository;
  /** Never read yet, or nothing is left of it: how it waits. */
  readonly waiting?: WaitingRepository;
}

/** A repository as an earlier run read it. */
export interface KeptRepository {
  readonly known: KnownRepository;
  /** With why it is not fresh. */
  readonly repository: RepositoryInfo;
}

/** What {@link decideOutcomes} goes by. */
export interface DecisionInput {
  readonly plan: Pick<CrawlPlan, 'found' | 'missing'>;
  /** By id: one for each that was found. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly known: ReadonlyMap<string, KnownRepository>;
  readonly waiting: ReadonlyMap<string, WaitingRepository>;
  /** When this run began, ISO 8601 in UTC. */
  readonly now: string;
}

/** Decides by the rules of content/docs/crawling.md what becomes of every repository; sorted by slug. Pure. */
export function decideOutcomes(input: DecisionInput): readonly Decision[] {
  const decisions = [
    ...input.plan.found.map((found) => decideFound(found, input)),
    ...input.plan.missing.map((missing) => decideMissing(missing)),
  ];
  return withoutTakenSlugs(decisions).sort((a, b) => compare(a.outcome.slug, b.outcome.slug));
}

function decideFound(found: FoundRepository, { readings, known, waiting, now }: DecisionInput): Decision {
  const { id, slug, source } = found;
  const before = known.get(id);
  const reading = readings.get(id) ?? { type: 'postponed', reason: 'It was not looked for.' };
  const subject = { id, slug, source };
  if (reading.type === 'read' && !isWorse(reading, before)) {
    const outcome = { ...subject, outcome: 'fresh', freshAt: now } as const;
    return { outcome, files: reading.files, next: rememberFresh(found, reading, before, now) };
  }
  if (!before) {
    const waits = reading.type === 'postponed' ? (waiting.get(id) ?? { since: now }) : failedAt(now);
    const reason = 'reason' in reading ? reading.reason : '';
    return { outcome: { ...subject, outcome: 'absent', reason }, waiting: waits };
  }
  const named = renamed(before, found);
  if (reading.type === 'empty') return decideEmpty(found, named, reading.reason, now);
  const tried = reading.type === 'postponed' ? before.triedAt : now;
  const reason = reading.type === 'read' ? describeRefusal(reading) : reading.reason;
  const { missing, triedAt: _triedAt, ...rest } = named;
  const counted = reading.type === 'failed' && reading.provesNothing && missing ? { missing } : {};
  const next: KnownRepository = { ...rest, ...counted, stale: reason, ...(tried && { triedAt: tried }) };
  return keep(next, slug, reading.type === 'read' ? 'refused' : 'stale', reason);
}

// On this machine that is a fact; a host says so of repositories that it is still setting up.
function decideEmpty(found: FoundRepository, before: KnownRepository, reason: string, now: string): Decision {
  const missing = countMissing(before, now);
  const { triedAt: _triedAt, ...rest } = before;
  if (!found.remote || missing.times >= timesUntilGone) {
    return { ...remove({ ...rest, missing }, found.slug, reason), waiting: failedAt(now) };
  }
  return keep({ ...rest, missing, stale: reason }, found.slug, 'stale', reason);
}

function failedAt(since: string): WaitingRepository {
  return { since, tried: true };
}

function decideMissing({ known, slug, verdict, reason, missing }: MissingRepository): Decision {
  if (verdict === 'stale') return keep({ ...known, stale: reason, ...(missing && { missing }) }, slug, 'stale', reason);
  return remove(known, slug, reason);
}

function keep(known: KnownRepository, slug: string, outcome: 'stale' | 'refused', reason: string): Decision {
  const { held: _held, ...next } = known;
  const { repository, freshAt } = next;
  return {
    outcome: { id: repository.id, slug, source: repository.source, outcome, freshAt, reason },
    kept: { known: next, repository: { ...repository, slug, stale: { freshAt, reason } } },
    next,
  };
}

// What is proved stays proved: should somebody hold the removal back, the next complete list proves it again.
function remove(known: KnownRepository, slug: string, reason: string): Decision {
  const { repository, freshAt, missing } = known;
  const times = Math.max(missing?.times ?? 0, timesUntilGone);
  const held: KnownRepository = {
    ...known,
    stale: reason,
    held: true,
    missing: { times, since: missing?.since ?? freshAt },
  };
  return {
    outcome: { id: repository.id, slug, source: repository.source, outcome: 'removed', freshAt, reason },
    kept: { known: held, repository: { ...repository, slug, stale: { freshAt, reason, held: true } } },
  };
}

// A newer commit that could only be read in part does not take the place of an older one that was read as a whole.
function isWorse({ files, shortfall }: Reading & { readonly type: 'read' }, before: KnownRepository | undefined) {
  return shortfall !== undefined && before?.whole === true && before.repository.commit !== files.repository.commit;
}

function describeRefusal({ files, shortfall }: Reading & { readonly type: 'read' }): string {
  return `Its commit ${files.repository.commit.slice(0, 10)} could not be read as a whole: ${shortfall}`;
}

function rememberFresh(
  { address, catalogPaths, targets }: FoundRepository,
  { files, shortfall, leadsTo }: Reading & { readonly type: 'read' },
  before: KnownRepository | undefined,
  now: string,
): KnownRepository {
  const { repository } = files;
  const formerSlugs = before ? addSlug(before, repository.slug) : [];
  return {
    repository,
    address,
    catalogPaths,
    ...(targets && { targets }),
    ...(leadsTo && { leadsTo }),
    freshAt: now,
    whole: shortfall === undefined,
    ...(formerSlugs.length > 0 && { formerSlugs }),
  };
}

// What the host and the configuration say of it today holds, though nothing of it could be read.
function renamed(before: KnownRepository, found: FoundRepository): KnownRepository {
  const { formerSlugs: _former, ...rest } = before;
  const { slug, webUrl, source, allowedKinds } = found;
  const { allowedKinds: _allowed, ...repository } = before.repository;
  const formerSlugs = addSlug(before, slug);
  return {
    ...rest,
    repository: { ...repository, slug, source, ...(webUrl && { webUrl }), ...(allowedKinds && { allowedKinds }) },
    address: found.address,
    ...(formerSlugs.length > 0 && { formerSlugs }),
  };
}

function addSlug({ repository, formerSlugs = [] }: KnownRepository, slug: string): readonly string[] {
  const all = [...formerSlugs.filter((each) => each !== repository.slug), repository.slug];
  return all.filter((each) => each !== slug);
}

// A name leads to the repository that has it now.
function withoutTakenSlugs(decisions: readonly Decision[]): Decision[] {
  const taken = new Set(decisions.flatMap(({ outcome, next }) => (next ? [outcome.slug, next.repository.slug] : [])));
  return decisions.map((decision) => {
    const { next } = decision;
    if (!next?.formerSlugs?.some((slug) => taken.has(slug))) return decision;
    const { formerSlugs, ...rest } = next;
    const free = formerSlugs.filter((slug) => !taken.has(slug));
    return { ...decision, next: { ...rest, ...(free.length > 0 && { formerSlugs: free }) } };
  });
}
