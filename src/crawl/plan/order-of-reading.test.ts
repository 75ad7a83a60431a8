import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CrawlMemory, KnownRepository } from '../known/known-repository.ts';
import type { FoundRepository } from '../sources/source.ts';
import { orderOfReading } from './order-of-reading.ts';

const commit = 'a'.repeat(40);
const found = (id: string, listed?: string): FoundRepository => ({
  id,
  address: id,
  slug: `acme/${id}`,
  host: 'none',
  source: 'hub',
  catalogPaths: [],
  remote: true,
  ...(listed !== undefined && { listedHead: { commit: listed, branch: 'main' } }),
  open: () => Promise.reject(new Error('not here')),
});
const known = (id: string, freshAt: string, triedAt?: string): [string, KnownRepository] => [
  id,
  {
    repository: { id, slug: `acme/${id}`, host: 'none', branch: 'main', commit, committedAt: 'then', source: 'hub' },
    address: id,
    catalogPaths: [],
    freshAt,
    whole: true,
    ...(triedAt && { triedAt }),
  },
];
const time = (run: number) => new Date(Date.UTC(2026, 0, 1) + run * 3_600_000).toISOString();

it('puts first what waits longest, and apart what did not change', () => {
  const memory: CrawlMemory = {
    known: new Map([known('a', time(5)), known('b', time(3)), known('c', time(1), time(6)), known('same', time(0))]),
    waiting: new Map([['new', { since: time(4) }]]),
  };
  const all = [found('a'), found('b'), found('c', 'b'.repeat(40)), found('newer'), found('new'), found('same', commit)];
  const { unchanged, others } = orderOfReading(all, memory, time(9));
  expect(unchanged.map(({ id }) => id)).toEqual(['same']);
  expect(others.map(({ id }) => id)).toEqual(['b', 'new', 'a', 'c', 'newer']);
});

interface Estate {
  readonly old: number;
  readonly fresh: number;
  readonly failing: number;
  readonly perRun: number;
}

/** Which repositories were read in each of so many runs, when there is time for `perRun` in each. */
function readInTurns({ old, fresh, failing, perRun }: Estate, runs: number): readonly ReadonlySet<string>[] {
  const ids = [
    ...Array.from({ length: old }, (_, index) => `old${index}`),
    ...Array.from({ length: fresh }, (_, index) => `new${index}`),
  ];
  const fails = (id: string) => Number(id.slice(3)) < failing;
  let memory: CrawlMemory = {
    known: new Map(ids.filter((id) => id.startsWith('old')).map((id) => known(id, time(0)))),
    waiting: new Map(),
  };
  return Array.from({ length: runs }, (_, index) => {
    const now = time(index + 1);
    const { others } = orderOfReading(
      ids.map((id) => found(id)),
      memory,
      now,
    );
    const read = others.slice(0, perRun).map(({ id }) => id);
    const nextKnown = new Map(memory.known);
    const waiting = new Map(memory.waiting);
    for (const id of ids) {
      const before = memory.known.get(id);
      if (!read.includes(id)) {
        if (!before) waiting.set(id, waiting.get(id) ?? { since: now });
      } else if (!fails(id)) {
        nextKnown.set(...known(id, now));
        waiting.delete(id);
      } else if (before) nextKnown.set(id, { ...before, triedAt: now });
      else waiting.set(id, { since: now, tried: true });
    }
    memory = { known: nextKnown, waiting };
    return new Set(read);
  });
}

it('has read all that changed once in as few runs as there is time for, whatever is new or always fails', () => {
  const estate = fc.record({
    old: fc.integer({ min: 1, max: 25 }),
    fresh: fc.integer({ min: 0, max: 15 }),
    failing: fc.integer({ min: 0, max: 5 }),
    perRun: fc.integer({ min: 1, max: 8 }),
  });
  fc.assert(
    fc.property(estate, (each) => {
      const runsForOld = Math.ceil(each.old / each.perRun);
      const runsForAll = Math.ceil((each.old + each.fresh) / each.perRun);
      const turns = readInTurns(each, runsForAll);
      const readUntil = (run: number) => new Set(turns.slice(0, run).flatMap((ids) => [...ids]));
      expect([...readUntil(runsForOld)].filter((id) => id.startsWith('old'))).toHaveLength(each.old);
      expect(readUntil(runsForAll).size).toBe(each.old + each.fresh);
    }),
    { numRuns: 200 },
  );
});
