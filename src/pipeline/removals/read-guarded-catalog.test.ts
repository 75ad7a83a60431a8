import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LastGood } from '../../catalog/last-good/good-entity.ts';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import { component, documents, repositoryOf } from '../../catalog/repository-fixture.ts';
import type { KnownRepository } from '../../crawl/known/known-repository.ts';
import type { Snapshot } from '../../crawl/snapshot.ts';
import { removalLimit } from './decide-removals.ts';
import { type GuardedCatalog, readGuardedCatalog } from './read-guarded-catalog.ts';

/** What every repository defines, by name; one that is not here is gone. */
type Estate = ReadonlyMap<string, readonly string[]>;

const filesOf = (name: string, entities: readonly string[]): RepositoryFiles =>
  repositoryOf(`acme/${name}`, { 'catalog-info.yaml': documents(...entities.map((entity) => component(entity))) });

/** A portal whose repositories are crawled day after day, as the crawl would tell of them. */
function portal({ isLost = false } = {}) {
  let lastGood: LastGood = new Map();
  let known = new Map<string, { readonly files: RepositoryFiles; readonly known: KnownRepository }>();
  return async (estate: Estate, confirmed: readonly string[] = []): Promise<GuardedCatalog> => {
    const repositories = [...estate].map(([name, entities]) => filesOf(name, entities));
    const here = new Set(repositories.map(({ repository }) => repository.id));
    const gone = [...known.values()].filter(({ files }) => !here.has(files.repository.id));
    const remember = (files: RepositoryFiles) => {
      const of = {
        repository: files.repository,
        address: '',
        catalogPaths: [],
        freshAt: '2026-01-01T00:00:00Z',
        whole: true,
      };
      return { files, known: of };
    };
    const now = repositories.map(remember);
    const stale = { freshAt: '2026-01-01T00:00:00Z', reason: 'It was deleted.', held: true } as const;
    const snapshot: Snapshot = {
      listings: [{ source: 'tests', complete: true, repositoryIds: [...here] }],
      repositories,
      blobs: { pathOf: () => '', read: () => Promise.reject(new Error('no blobs')) },
      notFollowed: new Map(),
      outcomes: gone.map(({ files: { repository } }) => ({
        ...repository,
        outcome: 'removed',
        reason: 'It was deleted.',
      })),
      removed: gone.map(({ files, known: of }) => ({
        repository: { ...files.repository, stale },
        known: of,
        read: async () => (isLost ? undefined : { ...files, repository: { ...files.repository, stale } }),
      })),
      isFirst: known.size === 0,
      next: { known: new Map(now.map((item) => [item.files.repository.id, item.known])), waiting: new Map() },
    };
    const context = {
      signal: new AbortController().signal,
      stateFolder: '',
      concurrency: 1,
      progress: () => {},
      log: () => {},
    };
    const input = { snapshot, rules: { allow: [{ kind: '*' }] }, lastGood, crawlProblems: [], confirmed };
    const { value } = await readGuardedCatalog(input, context);
    const kept = [...now, ...gone].filter(({ files }) => value.snapshot.next.known.has(files.repository.id));
    known = new Map(kept.map((item) => [item.files.repository.id, item]));
    lastGood = value.lastGood;
    return value;
  };
}

const namesOf = ({ catalog }: GuardedCatalog) => catalog.entities.map(({ entity }) => entity.metadata.name);
const definedIn = (estate: Estate) => [...new Set([...estate.values()].flat())];

const estate = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 6 })),
    {
      selector: ([name]) => name,
      maxLength: 10,
    },
  )
  .map((rows): Estate => new Map(rows.map(([name, entities]) => [`r${name}`, entities.map((entity) => `e${entity}`)])));

it('shows whatever is defined, and lets no more go than it may, day after day', async () => {
  const days = fc.array(fc.tuple(estate, fc.boolean()), { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(days, async (list) => {
      const crawl = portal();
      let before: readonly string[] = [];
      let id: string | undefined;
      for (const [today, confirms] of list) {
        const result = await crawl(today, confirms && id ? [id] : []);
        const names = namesOf(result);
        for (const name of definedIn(today)) expect(names).toContain(name);
        const lost = before.filter((name) => !names.includes(name));
        if (!confirms || !id) expect(lost.length).toBeLessThanOrEqual(removalLimit(before.length));
        const { held, removed } = result.removals;
        expect(removed.flatMap(({ entities }) => entities).sort()).toEqual(
          lost.map((name) => `component:default/${name}`).sort(),
        );
        const extra = names.filter((name) => !definedIn(today).includes(name));
        expect(held?.entities.map(({ ref }) => ref) ?? []).toEqual(extra.map((name) => `component:default/${name}`));
        before = names;
        id = held?.id;
      }
    }),
    { numRuns: 150 },
  );
});

it('lets go in the next run whatever is confirmed while nothing else changes', async () => {
  await fc.assert(
    fc.asyncProperty(estate, estate, async (first, second) => {
      const crawl = portal();
      await crawl(first);
      const { removals } = await crawl(second);
      const after = await crawl(second, removals.held ? [removals.held.id] : []);
      expect(namesOf(after).sort()).toEqual(definedIn(second).sort());
      expect(namesOf(await crawl(second)).sort()).toEqual(definedIn(second).sort());
    }),
    { numRuns: 100 },
  );
});

it('shows the last good definitions of what is held where nothing else is left of it', async () => {
  const crawl = portal({ isLost: true });
  const all = Array.from({ length: 12 }, (_, index) => `e${index}`);
  await crawl(
    new Map([
      ['a', all],
      ['b', ['own']],
    ]),
  );
  const result = await crawl(new Map([['b', ['own']]]));
  expect(namesOf(result).sort()).toEqual([...all, 'own'].sort());
  const repository = result.snapshot.repositories.find((files) => files.repository.slug === 'acme/a')?.repository;
  expect(repository?.stale).toMatchObject({ held: true, reason: 'It was deleted. Its removal awaits confirmation.' });
});
