import { expect, it } from 'vitest';
import type { GoodEntity, LastGood } from '../../catalog/last-good/good-entity.ts';
import { repositoryOf } from '../../catalog/repository-fixture.ts';
import type { KnownRepository } from '../../crawl/known/known-repository.ts';
import type { Snapshot } from '../../crawl/snapshot.ts';
import { describeIncompleteFirst } from '../first-build.ts';
import type { RemovalDecision } from './decide-removals.ts';
import { rememberRemovals } from './remember-removals.ts';

const good = (name: string, held?: readonly string[]): GoodEntity => ({
  ref: `component:default/${name}`,
  path: 'catalog-info.yaml',
  origin: 'catalog-info.yaml',
  line: 1,
  text: '',
  commit: '',
  committedAt: '',
  ...(held && { held }),
});
const memory = (...ids: readonly string[]): LastGood => new Map(ids.map((id) => [id, { id, entities: [good(id)] }]));
const knownOf = (id: string): KnownRepository => ({
  repository: repositoryOf(id, {}).repository,
  address: id,
  catalogPaths: [],
  freshAt: '',
  whole: true,
});

function snapshotOf(
  more: Partial<Snapshot> & { readonly known?: readonly string[]; readonly gone?: readonly string[] },
) {
  const { known = [], gone = [], ...rest } = more;
  return {
    listings: [{ source: 'acme', complete: true, repositoryIds: [] }],
    repositories: [],
    outcomes: [],
    isFirst: false,
    next: { known: new Map(known.map((id) => [id, knownOf(id)])), waiting: new Map() },
    removed: gone.map((id) => ({
      repository: knownOf(id).repository,
      known: knownOf(id),
      read: async () => undefined,
    })),
    ...rest,
  } as unknown as Snapshot;
}

const nothing: RemovalDecision = { removed: [], held: [], outdated: [] };
const remember = (read: LastGood, snapshot: Snapshot, decision = nothing) => [
  ...rememberRemovals(read, decision, snapshot).keys(),
];

it('forgets what is removed with proof, so that it cannot come back, and nothing else', () => {
  expect(remember(memory('a', 'b'), snapshotOf({ known: ['a'], gone: ['b'] }))).toEqual(['a']);
  expect(remember(memory('a', 'b'), snapshotOf({ known: ['a', 'b'], gone: ['b'] }))).toEqual(['a', 'b']);
});

it.each<[string, Parameters<typeof snapshotOf>[0], boolean]>([
  ['every list is complete', {}, false],
  ['a list is not complete', { listings: [{ source: 'acme', complete: false, reason: 'x', repositoryIds: [] }] }, true],
  ['nothing is remembered of earlier crawls', { isFirst: true }, true],
  ['it could not be read', { outcomes: [{ id: 'a', slug: 'a', source: 'acme', outcome: 'absent' }] }, true],
])('keeps what no crawl remembers when %s: %s', (_case, snapshot, isKept) => {
  expect(remember(memory('a'), snapshotOf(snapshot))).toEqual(isKept ? ['a'] : []);
});

it('notes the id under which an entity is held, once for each', () => {
  const held = [{ ref: 'component:default/a', repositoryId: 'a', source: 'acme' }];
  const idsOf = (before: readonly string[] | undefined, id: string) => {
    const read: LastGood = new Map([['a', { id: 'a', entities: [good('a', before), good('other')] }]]);
    const after = rememberRemovals(read, { ...nothing, held, id, reason: 'x' }, snapshotOf({ known: ['a'] }));
    expect(after.get('a')?.entities[1]?.held).toBeUndefined();
    return after.get('a')?.entities[0]?.held;
  };
  expect(idsOf(undefined, 'r1')).toEqual(['r1']);
  expect(idsOf(['r1'], 'r1')).toEqual(['r1']);
  expect(idsOf(['r1', 'r2'], 'r1')).toEqual(['r2', 'r1']);
  expect(
    idsOf(
      Array.from({ length: 60 }, (_, index) => `r${index}`),
      'x',
    ),
  ).toHaveLength(50);
});

it.each<[string, Parameters<typeof snapshotOf>[0], readonly string[], RegExp | undefined]>([
  ['is whole', {}, [], undefined],
  [
    'has a list that is not complete',
    { listings: [{ source: 'acme', complete: false, reason: 'no time', repositoryIds: [] }] },
    [],
    /"acme" could not be listed as a whole: no time\./,
  ],
  ['could not read much', { outcomes: absent(6) }, [], /6 of 6 repositories/],
  ['could not read a few', { outcomes: absent(5) }, [], undefined],
  ['lacks what definitions are remembered of', {}, ['a', 'b', 'c', 'd', 'e', 'f'], /6 of 6 entities/],
])('a first build that %s', (_case, snapshot, remembered, reason) => {
  const described = describeIncompleteFirst(snapshotOf({ isFirst: true, ...snapshot }), memory(...remembered));
  expect(described ?? '').toMatch(reason ?? /^$/);
  expect(describeIncompleteFirst(snapshotOf({ ...snapshot, isFirst: false }), memory(...remembered))).toBeUndefined();
});

function absent(count: number): Snapshot['outcomes'] {
  return Array.from({ length: count }, (_, index) => ({
    id: `x${index}`,
    slug: `x${index}`,
    source: 'acme',
    outcome: 'absent',
  }));
}
