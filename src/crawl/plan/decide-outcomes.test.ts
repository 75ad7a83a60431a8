import { describe, expect, it } from 'vitest';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import { holdRemoved } from '../known/hold-removed.ts';
import type { CrawlMemory, KnownRepository } from '../known/known-repository.ts';
import type { FoundRepository, Listing } from '../sources/source.ts';
import { type Decision, decideOutcomes, type Reading } from './decide-outcomes.ts';
import type { ListedSource } from './judge-missing.ts';
import { planCrawl } from './plan-crawl.ts';

const found = (id: string, slug: string, rest: Partial<FoundRepository> = {}): FoundRepository => ({
  id,
  address: `https://host/${slug}`,
  slug,
  host: 'github',
  source: 'hub',
  catalogPaths: [],
  remote: true,
  open: () => Promise.reject(new Error('not here')),
  ...rest,
});

const read = ({ id, slug, source }: FoundRepository, commit: string, shortfall?: string): Reading => {
  const repository = { id, slug, source, host: 'github', branch: 'main', commit, committedAt: 'then' } as const;
  const files: RepositoryFiles = { repository, catalogPaths: [], files: new Map() };
  return { type: 'read', files, ...(shortfall !== undefined && { shortfall }) };
};

const failed: Reading = { type: 'failed', reason: 'The host is down.' };
const empty: Reading = { type: 'empty', reason: 'It has no commit.' };

const complete = (...repositories: FoundRepository[]): Listing => ({ repositories, complete: true });
const broken = (...repositories: FoundRepository[]): Listing => ({
  repositories,
  complete: false,
  reason: 'it broke off',
});

/** Runs day after day, each with what the day before left to remember. */
function portal() {
  let memory: CrawlMemory = { known: new Map(), waiting: new Map() };
  let day = 0;
  const run = (listings: Readonly<Record<string, Listing>>, readings: Readonly<Record<string, Reading>> = {}) => {
    day += 1;
    const now = `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;
    const sources = Object.entries(listings).map(
      ([name, listing]): ListedSource => ({ name, type: name.replace(/\d/, ''), listing }),
    );
    const plan = planCrawl(sources, memory, now);
    const results = new Map(plan.found.map((each) => [each.id, readings[each.id] ?? read(each, 'a'.repeat(40))]));
    const decisions = decideOutcomes({ plan, readings: results, ...memory, now });
    memory = remember(decisions);
    return decisions;
  };
  return {
    run,
    /** `slug outcome` of each, in the order of the slugs. */
    day: (...args: Parameters<typeof run>) => run(...args).map(({ outcome }) => `${outcome.slug} ${outcome.outcome}`),
    known: (id: string) => memory.known.get(id),
    hold: (decisions: readonly Decision[]) => {
      const removed = decisions.flatMap(({ outcome, kept }) =>
        outcome.outcome === 'removed' && kept ? [{ ...kept, read: async () => undefined }] : [],
      );
      memory = holdRemoved(memory, removed);
    },
  };
}

function remember(decisions: readonly Decision[]): CrawlMemory {
  const known = new Map<string, KnownRepository>();
  for (const { outcome, next } of decisions) if (next) known.set(outcome.id, next);
  return { known, waiting: new Map() };
}

const [a, b] = [found('1', 'acme/a'), found('2', 'acme/b')];

describe('a repository that is not listed', () => {
  it('is gone when two complete lists in a row do not have it', () => {
    const { day } = portal();
    expect(day({ hub: complete(a, b) })).toEqual(['acme/a fresh', 'acme/b fresh']);
    expect(day({ hub: complete(a) })).toEqual(['acme/a fresh', 'acme/b stale']);
    expect(day({ hub: complete(a) })).toEqual(['acme/a fresh', 'acme/b removed']);
    expect(day({ hub: complete(a) })).toEqual(['acme/a fresh']);
  });

  it('is counted anew once it was there again, whether or not it could be read', () => {
    const { day } = portal();
    day({ hub: complete(a, b) });
    day({ hub: complete(a) });
    expect(day({ hub: complete(a, b) }, { 2: failed })).toEqual(['acme/a fresh', 'acme/b stale']);
    expect(day({ hub: complete(a) })).toEqual(['acme/a fresh', 'acme/b stale']);
    expect(day({ hub: complete(a) })).toEqual(['acme/a fresh', 'acme/b removed']);
  });

  it('stays for as long as no list is complete; those neither count nor start again', () => {
    const { day } = portal();
    day({ hub: complete(a, b) });
    day({ hub: complete(a) });
    for (let times = 0; times < 5; times += 1) {
      expect(day({ hub: broken() })).toEqual(['acme/a stale', 'acme/b stale']);
    }
    expect(day({ hub: complete(a) })).toEqual(['acme/a fresh', 'acme/b removed']);
  });

  it('is gone at once where the list is the disk, or what the owner wrote', () => {
    const { day } = portal();
    day({ hub: { ...complete(a, b), absence: 'gone' } });
    expect(day({ hub: { ...broken(a), absence: 'gone' } })).toEqual(['acme/a fresh', 'acme/b stale']);
    expect(day({ hub: { ...complete(a), absence: 'gone' } })).toEqual(['acme/a fresh', 'acme/b removed']);
  });

  it('is gone at once when the filters leave it out, as far as the list is complete', () => {
    const { day } = portal();
    day({ hub: complete(a, b) });
    expect(day({ hub: { ...broken(a), unwanted: ['2'] } })).toEqual(['acme/a fresh', 'acme/b stale']);
    expect(day({ hub: { ...complete(a), unwanted: ['2'] } })).toEqual(['acme/a fresh', 'acme/b removed']);
  });

  it('stays while it is listed with an address that cannot be used', () => {
    const { day } = portal();
    day({ hub: complete(a, b) });
    for (let times = 0; times < 3; times += 1) {
      expect(day({ hub: { ...complete(a), unusable: ['2'] } })).toEqual(['acme/a fresh', 'acme/b stale']);
    }
  });

  it('is gone at once with its source, unless that may only have another name', () => {
    const other = found('3', 'other/c', { source: 'disk' });
    const renamed = { ...a, source: 'new' };
    const one = portal();
    one.day({ hub: complete(a), disk: complete(other) });
    expect(one.day({ disk: complete(other) })).toEqual(['acme/a removed', 'other/c fresh']);
    const two = portal();
    two.day({ hub: complete(a), disk: complete(other) });
    expect(two.day({ disk: complete(other), new: broken() })).toEqual(['acme/a stale', 'other/c fresh']);
    expect(two.day({ disk: complete(other), new: complete(renamed) })).toEqual(['acme/a fresh', 'other/c fresh']);
  });

  it('stays while it may have been transferred to a source that cannot be listed', () => {
    const moved = found('2', 'other/b', { source: 'hub2' });
    const elsewhere = found('3', 'other/c', { source: 'hub2' });
    const { day, known } = portal();
    day({ hub: complete(a, b), hub2: complete(elsewhere) });
    for (let times = 0; times < 3; times += 1) day({ hub: complete(a), hub2: broken() });
    expect(day({ hub: complete(a), hub2: broken() })).toEqual(['acme/a fresh', 'acme/b stale', 'other/c stale']);
    expect(day({ hub: complete(a), hub2: complete(moved, elsewhere) })).toEqual([
      'acme/a fresh',
      'other/b fresh',
      'other/c fresh',
    ]);
    expect(known('2')).toMatchObject({ formerSlugs: ['acme/b'], repository: { source: 'hub2' } });
  });

  it('is proposed again for as long as its removal is held back', () => {
    const { day, run, hold } = portal();
    day({ hub: complete(a, b) });
    day({ hub: complete(a) });
    for (let times = 0; times < 3; times += 1) {
      const decisions = run({ hub: complete(a) });
      expect(decisions[1]).toMatchObject({
        outcome: { slug: 'acme/b', outcome: 'removed' },
        kept: { repository: { stale: { held: true, freshAt: '2026-01-01T00:00:00.000Z' } } },
      });
      hold(decisions);
    }
    expect(day({ hub: broken(a) })).toEqual(['acme/a fresh', 'acme/b stale']);
    expect(day({ hub: complete(a, b) })).toEqual(['acme/a fresh', 'acme/b fresh']);
  });
});

describe('a repository that is listed', () => {
  it('is stale whatever its failure, however often, and absent when nobody ever read it', () => {
    const { run, day } = portal();
    day({ hub: complete(a) });
    for (let times = 0; times < 5; times += 1) {
      const decisions = run({ hub: complete(a, b) }, { 1: failed, 2: failed });
      expect(decisions.map(({ outcome }) => outcome)).toEqual([
        {
          id: '1',
          slug: 'acme/a',
          source: 'hub',
          outcome: 'stale',
          freshAt: '2026-01-01T00:00:00.000Z',
          reason: 'The host is down.',
        },
        { id: '2', slug: 'acme/b', source: 'hub', outcome: 'absent', reason: 'The host is down.' },
      ]);
    }
  });

  it('is gone when it is empty twice in a row on a host, and at once on this machine', () => {
    const here = { ...b, remote: false };
    const { day } = portal();
    day({ hub: complete(a, here) });
    expect(day({ hub: complete(a, here) }, { 1: empty, 2: empty })).toEqual(['acme/a stale', 'acme/b removed']);
    expect(day({ hub: complete(a, here) }, { 1: empty, 2: empty })).toEqual(['acme/a removed', 'acme/b absent']);
    expect(day({ hub: complete(a, here) })).toEqual(['acme/a fresh', 'acme/b fresh']);
  });

  it('is not replaced by a newer commit that could only be read in part', () => {
    const { run, known } = portal();
    const part = (commit: string) => ({
      hub: complete(a),
      reading: { 1: read(a, commit.repeat(40), 'Too many files.') },
    });
    const step = ({ hub, reading }: ReturnType<typeof part>) => run({ hub }, reading)[0];
    expect(step(part('a'))?.outcome.outcome).toBe('fresh');
    expect(step(part('b'))?.outcome.outcome).toBe('fresh');
    run({ hub: complete(a) }, { 1: read(a, 'c'.repeat(40)) });
    const refused = step(part('d'));
    expect(refused?.outcome).toMatchObject({
      outcome: 'refused',
      reason: 'Its commit dddddddddd could not be read as a whole: Too many files.',
    });
    expect(refused?.kept?.repository.commit).toBe('c'.repeat(40));
    expect(known('1')?.repository.commit).toBe('c'.repeat(40));
    expect(step(part('c'))?.outcome.outcome).toBe('fresh');
  });
});

describe('names', () => {
  it('are remembered when they change, also when two change places, until somebody else has them', () => {
    const { day, known } = portal();
    day({ hub: complete(a, b) });
    expect(day({ hub: complete({ ...a, slug: 'acme/b' }, { ...b, slug: 'acme/a' }) })).toEqual([
      'acme/a fresh',
      'acme/b fresh',
    ]);
    expect([known('1')?.formerSlugs, known('2')?.formerSlugs]).toEqual([undefined, undefined]);
    day({ hub: complete({ ...a, slug: 'acme/x' }, { ...b, slug: 'acme/a' }) }, { 1: failed });
    expect(known('1')).toMatchObject({ formerSlugs: ['acme/b'], repository: { slug: 'acme/x' } });
    day({ hub: complete({ ...a, slug: 'acme/b' }, { ...b, slug: 'acme/a' }) });
    expect(known('1')?.formerSlugs).toEqual(['acme/x']);
  });

  it('lead to one that was created anew: the old one is gone at once', () => {
    const { day } = portal();
    day({ hub: complete(a, b) });
    expect(day({ hub: complete(a, found('7', 'acme/b')) })).toEqual([
      'acme/a fresh',
      'acme/b fresh',
      'hub/acme/b removed',
    ]);
  });

  it('of what is only remembered give way in the same source, and the old one is not gone by an incomplete list', () => {
    const { day } = portal();
    day({ hub: complete(a, b) });
    expect(day({ hub: broken(a, found('7', 'acme/b')) })).toEqual(['acme/a fresh', 'acme/b fresh', 'hub/acme/b stale']);
  });

  it('stay with the first source, though it cannot be listed', () => {
    const second = found('9', 'acme/a', { source: 'hub2', address: 'https://other/acme/a' });
    const { day } = portal();
    expect(day({ hub: complete(a), hub2: complete(second) })).toEqual(['acme/a fresh', 'hub2/acme/a fresh']);
    expect(day({ hub: broken(), hub2: complete(second) })).toEqual(['acme/a stale', 'hub2/acme/a fresh']);
  });

  it('lead to one repository that two sources find by different ids, whichever of them cannot be listed', () => {
    const byUrl = { ...a, id: 'https://host/acme/a', source: 'list' };
    const { day } = portal();
    expect(day({ hub: complete(a), list: complete(byUrl) })).toEqual(['acme/a fresh']);
    expect(day({ hub: broken(), list: complete(byUrl) })).toEqual(['acme/a stale']);
    expect(day({ hub: complete(), list: complete(byUrl) })).toEqual(['acme/a fresh', 'hub/acme/a removed']);
  });

  it('are no matter to a repository that another source finds by another id', () => {
    const byUrl = { ...a, id: 'https://host/acme/a', source: 'list' };
    const { day } = portal();
    day({ hub: complete(a) });
    expect(day({ list: complete(byUrl), hub: complete(a) })).toEqual(['acme/a fresh', 'hub/acme/a removed']);
  });
});
