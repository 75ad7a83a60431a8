import { CallboardError } from '../../diagnostics/callboard-error.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { assembleDecided } from '../assemble-snapshot.ts';
import type { CrawlRun } from '../crawl-run.ts';
import { type FollowRules, withLeads } from '../further/read-following.ts';
import type { CrawlMemory } from '../known/known-repository.ts';
import { decideOutcomes } from '../plan/decide-outcomes.ts';
import { compare } from '../plan/plan-crawl.ts';
import { readAll } from '../read-all.ts';
import type { ReadingRules } from '../read-found.ts';
import type { Snapshot } from '../snapshot.ts';
import type { FoundRepository, Source } from '../sources/source.ts';
import { findWanted } from './find-wanted.ts';
import { matchKnown, nearMisses } from './match-known.ts';
import { type NotFound, planOnly, withoutProof } from './plan-only.ts';

/** What a crawl of a few repositories goes by. */
export interface OnlyCrawl {
  /** Names or URLs; at least one. */
  readonly only: readonly string[];
  readonly sources: readonly Source[];
  readonly memory: CrawlMemory;
  readonly follow: FollowRules;
  readonly rules: ReadingRules;
  readonly run: CrawlRun;
}

/**
 * Looks for a few repositories and reads them; all others are as the last run left them, without a request. Removes nothing,
 * whatever the host says. Throws a `CallboardError` when nothing is remembered, or when nobody knows a repository.
 */
export async function crawlOnly(crawl: OnlyCrawl, context: StageContext): Promise<StageResult<Snapshot>> {
  const { memory, rules, run, sources } = crawl;
  if (memory.known.size === 0) throw nothingKnown();
  const now = new Date(run.clock.now()).toISOString();
  const search = await findAll(crawl, context);
  const { plan, others } = planOnly([...search.found.values()], search.notFound, memory);
  const results = await readAll(plan.found, memory, rules, run, context);
  const readings = new Map(
    [...results].map(([id, { value }]) => {
      const before = memory.known.get(id)?.leadsTo;
      return [id, withLeads(withoutProof(value), before, crawl.follow.allow)];
    }),
  );
  const few = decideOutcomes({ plan, readings, ...memory, now });
  const decisions = [...few, ...others].sort((a, b) => compare(a.outcome.slug, b.outcome.slug));
  const decided = await assembleDecided(decisions, rules, context);
  const reason = `only ${crawl.only.join(', ')} was looked for`;
  const listings = sources.map(({ name }) => {
    const before = memory.listings?.get(name);
    return { source: name, repositoryIds: [], complete: false as const, reason, ...(before && { before }) };
  });
  const { next } = decided.value;
  const waiting = new Map([...memory.waiting].filter(([id]) => !next.known.has(id)));
  for (const [id, waits] of next.waiting) waiting.set(id, waits);
  return {
    value: {
      ...decided.value,
      listings,
      blobs: rules.blobs,
      notFollowed: new Map(),
      isFirst: false,
      next: { ...next, waiting, ...(memory.listings && { listings: memory.listings }) },
    },
    diagnostics: [
      ...search.diagnostics,
      ...[...results.values()].flatMap(({ diagnostics }) => diagnostics),
      ...decided.diagnostics,
    ],
  };
}

interface Search {
  readonly found: ReadonlyMap<string, FoundRepository>;
  readonly notFound: readonly NotFound[];
  readonly diagnostics: readonly Diagnostic[];
}

async function findAll({ only, sources, memory }: OnlyCrawl, context: StageContext): Promise<Search> {
  const found = new Map<string, FoundRepository>();
  const notFound = new Map<string, NotFound>();
  const diagnostics: Diagnostic[] = [];
  for (const name of only) {
    const known = matchKnown(name, memory.known);
    const problems: Diagnostic[] = [];
    const search = async (among: readonly Source[], wanted: { readonly name: string; readonly id?: string }) => {
      for (const source of among) {
        const { value, diagnostics: met } = await findWanted(source, wanted, context);
        problems.push(...met);
        if (value) return value;
      }
      return undefined;
    };
    const own = sources.filter(({ name: each }) => each === known?.repository.source);
    if (known && own.length === 0) throw noSource(name, known.repository.source);
    const hit = known
      ? await search(own, { name: known.repository.webUrl ?? known.repository.slug, id: known.repository.id })
      : await search(sources, { name });
    diagnostics.push(...problems);
    if (hit) found.set(hit.id, hit);
    else if (known)
      notFound.set(known.repository.id, { known, reason: describeMiss(known.repository.source, problems) });
    else throw nobodyKnows(name, problems, memory);
  }
  return {
    found,
    notFound: [...notFound.values()].filter(({ known }) => !found.has(known.repository.id)),
    diagnostics,
  };
}

function describeMiss(source: string, problems: readonly Diagnostic[]): string {
  const [first] = problems;
  return first?.message ?? `Source "${source}" does not find it, which proves nothing.`;
}

function nothingKnown(): CallboardError {
  return new CallboardError(
    'crawl/nothing-known',
    'Nothing is remembered of an earlier build, so one repository alone cannot be built.',
    'Run callboard build without --only first, with the same .callboard folder.',
  );
}

function noSource(name: string, source: string): CallboardError {
  return new CallboardError(
    'crawl/no-such-source',
    `${name} was found by ${JSON.stringify(source)}, which is no source of callboard.yaml.`,
    'Run callboard build without --only: it reads what Locations lead to, and forgets sources that are gone.',
  );
}

function nobodyKnows(name: string, problems: readonly Diagnostic[], { known }: CrawlMemory): CallboardError {
  const near = nearMisses(name, known);
  const reasons = problems.map(({ message }) => `\n  ${message}`).join('');
  return new CallboardError(
    'crawl/no-such-repository',
    `No source has a repository ${JSON.stringify(name)}.${reasons}`,
    near.length > 0
      ? `Did you mean ${near.join(', ')}?`
      : 'Give its name as the host writes it (owner/name) or its URL, and check the filters of its source.',
  );
}
