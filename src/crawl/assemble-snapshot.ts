import pLimit from 'p-limit';
import type { RepositoryFiles } from '../catalog/repository-files.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../diagnostics/stage.ts';
import type { KnownHistory } from './history/known-history.ts';
import type { CrawlMemory, KnownRepository, WaitingRepository } from './known/known-repository.ts';
import type { Decision, KeptRepository } from './plan/decide-outcomes.ts';
import type { MissingRepository } from './plan/plan-crawl.ts';
import type { ReadingRules } from './read-found.ts';
import { readKept } from './read-kept.ts';
import type { RemovedRepository, RepositoryOutcome } from './snapshot.ts';

/** What a snapshot says of repositories. */
export interface DecidedRepositories {
  readonly repositories: readonly RepositoryFiles[];
  readonly outcomes: readonly RepositoryOutcome[];
  readonly removed: readonly RemovedRepository[];
  readonly next: CrawlMemory;
}

/** Carries decisions out: reads what earlier runs kept of the repositories that are not fresh. Order: that of the decisions. */
export async function assembleDecided(
  decisions: readonly Decision[],
  rules: ReadingRules,
  context: StageContext,
): Promise<StageResult<DecidedRepositories>> {
  const atOnce = pLimit(context.concurrency * 2);
  const shown = await Promise.all(decisions.map((decision) => atOnce(() => showDecided(decision, rules, context))));
  const removed = decisions.flatMap(({ outcome, kept }): readonly RemovedRepository[] => {
    if (outcome.outcome !== 'removed' || !kept) return [];
    const read = async () => (await readKept(kept, rules, context)).value;
    return [{ repository: kept.repository, known: kept.known, read }];
  });
  return {
    value: {
      repositories: shown.flatMap(({ value }) => value.files ?? []),
      outcomes: shown.map(({ value }) => value.outcome),
      removed,
      next: { ...rememberDecided(decisions), ...rememberHistories(decisions, rules) },
    },
    diagnostics: shown.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Says which repositories are counted as missing, and which are gone. */
export function describeAbsences(missing: readonly MissingRepository[]): readonly Diagnostic[] {
  return missing.flatMap(({ slug, verdict, reason, missing: counted }) => {
    const source = { repository: slug };
    if (verdict === 'removed')
      return [diagnose('crawl/repository-removed', { message: `${slug} is gone. ${reason}`, source })];
    return counted
      ? [diagnose('crawl/repository-missing', { message: `${slug} stays for now. ${reason}`, source })]
      : [];
  });
}

interface Shown {
  readonly outcome: RepositoryOutcome;
  readonly files?: RepositoryFiles;
}

async function showDecided(
  { outcome, files, kept }: Decision,
  rules: ReadingRules,
  context: StageContext,
): Promise<StageResult<Shown>> {
  if (files || !kept || outcome.outcome === 'removed') {
    return { value: { outcome, ...(files && { files }) }, diagnostics: [] };
  }
  const { value, diagnostics } = await readKept(kept, rules, context);
  return { value: value ? { outcome, files: value } : { outcome: asLost(outcome, kept) }, diagnostics };
}

function asLost({ reason, ...outcome }: RepositoryOutcome, { known }: KeptRepository): RepositoryOutcome {
  const lost = `${reason ?? ''} What earlier builds kept of it is damaged or missing.`.trim();
  return { ...outcome, outcome: 'absent', freshAt: known.freshAt, reason: lost };
}

// Of what is gone as well: its removal may be held back yet.
function rememberHistories(decisions: readonly Decision[], { history }: ReadingRules): Pick<CrawlMemory, 'histories'> {
  if (!history) return {};
  const histories = new Map<string, KnownHistory>();
  for (const { id } of decisions.map(({ outcome }) => outcome)) {
    const known = history.learned.get(id) ?? history.known.get(id);
    if (known) histories.set(id, known);
  }
  return { histories };
}

function rememberDecided(decisions: readonly Decision[]): CrawlMemory {
  const known = new Map<string, KnownRepository>();
  const waiting = new Map<string, WaitingRepository>();
  for (const { outcome, next, waiting: waits } of decisions) {
    if (next) known.set(outcome.id, next);
    if (waits) waiting.set(outcome.id, waits);
  }
  return { known, waiting };
}
