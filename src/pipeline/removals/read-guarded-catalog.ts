import pLimit from 'p-limit';
import type { Catalog } from '../../catalog/entity.ts';
import type { LastGood } from '../../catalog/last-good/good-entity.ts';
import { type CatalogInput, readCatalog } from '../../catalog/read-catalog.ts';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import { holdRemoved } from '../../crawl/known/hold-removed.ts';
import type { RemovedRepository, Snapshot } from '../../crawl/snapshot.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { decideRemovals, type RemovalDecision } from './decide-removals.ts';
import { type DescribedRemovals, describeRemovals } from './describe-removals.ts';
import { findGone } from './find-gone.ts';
import { rememberRemovals } from './remember-removals.ts';
import { standIn } from './stand-in.ts';

/** What the catalog is read with, and how much may disappear from it. */
export interface GuardedInput {
  readonly snapshot: Snapshot;
  readonly rules: Omit<CatalogInput, 'repositories' | 'lastGood' | 'held' | 'crawlProblems'>;
  /** What the run before showed. */
  readonly lastGood: LastGood;
  readonly crawlProblems: readonly Diagnostic[];
  /** Ids of removals that somebody confirms. */
  readonly confirmed: readonly string[];
}

/** The catalog as it is published. */
export interface GuardedCatalog {
  readonly catalog: Catalog;
  /** With the repositories whose removal is held, also for the next run to remember. */
  readonly snapshot: Snapshot;
  /** What the next run is to remember of definitions. */
  readonly lastGood: LastGood;
  readonly removals: DescribedRemovals;
}

/**
 * Reads the catalog, and where too much of the last one would be gone, reads it once more with what is held: see
 * {@link decideRemovals}. Everything else is as it stands today.
 */
export async function readGuardedCatalog(
  input: GuardedInput,
  context: StageContext,
): Promise<StageResult<GuardedCatalog>> {
  const { lastGood, rules, confirmed, crawlProblems } = input;
  const snapshot = withHeldMarks(withStandIns(input), lastGood);
  const { repositories } = snapshot;
  const first = readCatalog({ ...snapshot, ...rules, repositories, lastGood, crawlProblems });
  const decision = decideRemovals({ ...findGone({ lastGood, snapshot, catalog: first.value }), confirmed });
  const removals = describeRemovals(decision, snapshot);
  const kept =
    decision.held.length > 0 ? await hold(decision, { ...input, snapshot }, context) : { snapshot, read: first };
  return {
    value: {
      catalog: kept.read.value,
      snapshot: kept.snapshot,
      lastGood: rememberRemovals(kept.read.value.lastGood ?? lastGood, decision, kept.snapshot),
      removals,
    },
    diagnostics: [...kept.read.diagnostics, ...removals.diagnostics],
  };
}

/** Where what was kept of a repository is lost, its last good definitions stand for it. */
function withStandIns({ snapshot, lastGood }: GuardedInput): Snapshot {
  const lost = snapshot.outcomes.flatMap(({ id, slug, outcome, freshAt, reason = '' }): RepositoryFiles[] => {
    const [known, good] = [snapshot.next.known.get(id), lastGood.get(id)];
    if (outcome !== 'absent' || freshAt === undefined || !known || !good) return [];
    return [standIn({ ...known.repository, slug, stale: { freshAt, reason } }, good)];
  });
  return lost.length === 0 ? snapshot : { ...snapshot, repositories: bySlug([...snapshot.repositories, ...lost]) };
}

/** What was held stays so while no run says anything new of it: its removal is proposed again by the next that does. */
function withHeldMarks(snapshot: Snapshot, lastGood: LastGood): Snapshot {
  const repositories = snapshot.repositories.map((files): RepositoryFiles => {
    const { id, stale } = files.repository;
    const entities = lastGood.get(id)?.entities ?? [];
    if (!stale || entities.length === 0 || !entities.every(({ held }) => held)) return files;
    return { ...files, repository: { ...files.repository, stale: { ...stale, held: true } } };
  });
  return { ...snapshot, repositories };
}

async function hold(
  { held }: RemovalDecision,
  { snapshot, lastGood, rules, crawlProblems }: GuardedInput,
  { concurrency }: StageContext,
): Promise<{ readonly snapshot: Snapshot; readonly read: StageResult<Catalog> }> {
  const refs = Map.groupBy(held, ({ repositoryId }) => repositoryId);
  const gone = snapshot.removed.filter(({ repository }) => refs.has(repository.id));
  const limit = pLimit(concurrency * 2);
  const back = await Promise.all(gone.map((removed) => limit(() => bringBack(removed, lastGood))));
  const repositories = bySlug([...snapshot.repositories, ...back]);
  const read = readCatalog({
    ...snapshot,
    ...rules,
    repositories,
    lastGood,
    held: new Map([...refs].map(([id, entities]) => [id, new Set(entities.map(({ ref }) => ref))])),
    crawlProblems: [...crawlProblems, ...back.map(({ repository }) => diagnoseLost(repository.slug))],
  });
  return { snapshot: { ...snapshot, repositories, next: holdRemoved(snapshot.next, gone) }, read };
}

async function bringBack(removed: RemovedRepository, lastGood: LastGood): Promise<RepositoryFiles> {
  const { id, stale } = removed.repository;
  const reason = `${stale?.reason ?? 'It is gone.'} Its removal awaits confirmation.`;
  const mark = { freshAt: stale?.freshAt ?? removed.known.freshAt, reason, held: true as const };
  const files = await removed.read();
  const repository = { ...(files?.repository ?? removed.repository), stale: mark };
  return files ? { ...files, repository } : standIn(repository, lastGood.get(id) ?? { id, entities: [] });
}

// Why the files of a repository that is held cannot be read, where none of them was kept.
function diagnoseLost(slug: string): Diagnostic {
  const message = `${slug} is gone, and nothing but its last good definitions is left of it; its removal awaits confirmation.`;
  return diagnose('crawl/removals-held', { message, source: { repository: slug } });
}

function bySlug(repositories: readonly RepositoryFiles[]): RepositoryFiles[] {
  return [...repositories].sort((a, b) => (a.repository.slug < b.repository.slug ? -1 : 1));
}
