import pLimit from 'p-limit';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../diagnostics/stage.ts';
import type { CrawlRun } from './crawl-run.ts';
import type { CrawlMemory } from './known/known-repository.ts';
import type { Reading } from './plan/decide-outcomes.ts';
import { orderOfReading } from './plan/order-of-reading.ts';
import { type ReadingRules, readFound } from './read-found.ts';
import type { FoundRepository } from './sources/source.ts';

/**
 * Reads repositories side by side, those that wait longest first. When the time of the run is over, what was not begun has its
 * turn in another run; what stands where it was read before costs no time and is read all the same. By id.
 */
export async function readAll(
  found: readonly FoundRepository[],
  memory: CrawlMemory,
  rules: ReadingRules,
  run: CrawlRun,
  context: StageContext,
): Promise<ReadonlyMap<string, StageResult<Reading>>> {
  const { unchanged, others } = orderOfReading(found, memory, new Date(run.clock.now()).toISOString());
  // Repositories on this machine keep the processors busy; those of other hosts are mostly waited for.
  const [here, elsewhere] = [pLimit(context.concurrency * 2), pLimit(context.concurrency * 8)];
  let done = 0;
  context.progress(0, found.length);
  const read = async (each: FoundRepository): Promise<[id: string, StageResult<Reading>]> => {
    const timed = openInTime(each, run);
    const result = await readFound(timed.found, rules, context, memory.known.get(each.id)?.repository.commit);
    done += 1;
    context.progress(done, found.length, each.slug);
    return [each.id, timed.isLate() ? postponed(rules) : result];
  };
  const reading = [...unchanged, ...others].map((each) => (each.remote ? elsewhere : here)(() => read(each)));
  return new Map(await Promise.all(reading));
}

// What is read out of what is kept alone never opens the repository, so it is never late.
function openInTime(found: FoundRepository, { clock, endsAt }: CrawlRun) {
  let isLate = false;
  const open: FoundRepository['open'] = (signal, anew) => {
    isLate = clock.now() >= endsAt;
    return isLate ? Promise.reject(new Error('there is no time left for it')) : found.open(signal, anew);
  };
  return { found: { ...found, open }, isLate: () => isLate };
}

function postponed({ limits }: ReadingRules): StageResult<Reading> {
  const reason = `There was no time left for it: the crawl may take ${limits.minutes} minutes.`;
  return { value: { type: 'postponed', reason }, diagnostics: [] };
}

/** Says how many repositories have their turn in another run. */
export function describePostponed(
  results: readonly StageResult<Reading>[],
  { limits }: ReadingRules,
): readonly Diagnostic[] {
  const count = results.filter(({ value }) => value.type === 'postponed').length;
  if (count === 0) return [];
  const what = count === 1 ? '1 repository was' : `${count} repositories were`;
  return [diagnose('crawl/out-of-time', { message: `After ${limits.minutes} minutes ${what} not read.` })];
}
