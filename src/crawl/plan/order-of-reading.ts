import type { CrawlMemory } from '../known/known-repository.ts';
import type { FoundRepository } from '../sources/source.ts';
import { compare } from './plan-crawl.ts';

/** In which order repositories are read, so that each has its turn when there is not enough time for all. */
export interface OrderOfReading {
  /** Stand where they were read before: nothing has to be asked, whatever the time. */
  readonly unchanged: readonly FoundRepository[];
  /** To be asked for or fetched, first those that wait longest: since they were fresh, or since they were first listed. */
  readonly others: readonly FoundRepository[];
}

/**
 * Sorts repositories by how long they wait. One that failed goes to the back, so that those that always fail hold nobody up.
 * `now` in ISO 8601. Pure.
 */
export function orderOfReading(found: readonly FoundRepository[], memory: CrawlMemory, now: string): OrderOfReading {
  const since = ({ id }: FoundRepository) => {
    const known = memory.known.get(id);
    if (known) return known.triedAt ?? known.freshAt;
    return memory.waiting.get(id)?.since ?? now;
  };
  // Of those that wait since the same run, those that had their turn in it come last.
  const turns = ({ id }: FoundRepository) => (memory.known.has(id) || memory.waiting.get(id)?.tried ? 1 : 0);
  const isUnchanged = ({ id, listedHead }: FoundRepository) =>
    listedHead !== undefined && memory.known.get(id)?.repository.commit === listedHead.commit;
  const others = found
    .filter((each) => !isUnchanged(each))
    .map((each) => ({ each, since: since(each), turns: turns(each) }));
  return {
    unchanged: found.filter(isUnchanged),
    others: others
      .sort((a, b) => compare(a.since, b.since) || a.turns - b.turns || compare(a.each.slug, b.each.slug))
      .map(({ each }) => each),
  };
}
