import { expect, it } from 'vitest';
import { repositoryOf } from '../catalog/repository-fixture.ts';
import type { RepositoryOutcome, Snapshot } from '../crawl/snapshot.ts';
import { describeCrawl, formerSlugsOf } from './describe-crawl.ts';

const stale = { freshAt: '2026-01-01T00:00:00Z', reason: 'The host did not answer.' };
const held = {
  freshAt: '2026-01-01T00:00:00Z',
  reason: 'It was deleted. Its removal awaits confirmation.',
  held: true,
} as const;
const shown = (slug: string, more: object = {}) => repositoryOf(slug, {}, more);
const outcomeOf = (slug: string, outcome: RepositoryOutcome['outcome'], reason = 'Why.'): RepositoryOutcome => ({
  id: slug,
  slug,
  source: 'acme',
  outcome,
  reason,
});

const snapshot = {
  listings: [
    { source: 'acme', complete: true, repositoryIds: [] },
    { source: 'b', complete: false, reason: 'no time', repositoryIds: [] },
    {
      source: 'c',
      complete: false,
      reason: 'only a/fresh was looked for',
      repositoryIds: [],
      before: { complete: true, listedAt: '2026-11-20T12:00:00.000Z' },
    },
  ],
  repositories: [shown('a/fresh'), shown('a/held', { stale: held }), shown('a/lost', { stale })],
  outcomes: [
    outcomeOf('a/absent', 'absent'),
    outcomeOf('a/fresh', 'fresh'),
    outcomeOf('a/held', 'removed'),
    outcomeOf('a/lost', 'absent'),
    outcomeOf('a/removed', 'removed'),
  ],
  next: { known: new Map([['a/fresh', { formerSlugs: ['a/first', 'a/second'] }]]), waiting: new Map() },
} as unknown as Snapshot;

const describeWith = (incompleteFirst?: string) =>
  describeCrawl({
    crawledAt: '2026-11-21T12:00:00.000Z',
    sources: [{ type: 'github', name: 'acme' }] as never,
    snapshot,
    removals: { removed: [], spokenFor: new Set(), diagnostics: [] },
    incompleteFirst,
  });

it('says what is shown, not only what became of it', () => {
  const { repositories, sources } = describeWith();
  expect(repositories.map(({ slug, outcome, reason }) => `${slug} ${outcome}: ${reason}`)).toEqual([
    'a/absent absent: Why.',
    'a/fresh fresh: Why.',
    `a/held held: ${held.reason}`,
    'a/lost stale: Why.',
    'a/removed removed: Why.',
  ]);
  expect(sources).toEqual([
    { name: 'acme', type: 'github', listedAt: '2026-11-21T12:00:00.000Z', complete: true },
    { name: 'b', type: '', listedAt: '2026-11-21T12:00:00.000Z', complete: false, reason: 'no time' },
    { name: 'c', type: '', listedAt: '2026-11-20T12:00:00.000Z', complete: true },
  ]);
  expect(describeWith('Half of it.')).toMatchObject({ incompleteFirst: 'Half of it.' });
});

it('knows the names that repositories had', () => {
  expect([...formerSlugsOf(snapshot)]).toEqual([['a/fresh', ['a/first', 'a/second']]]);
});
