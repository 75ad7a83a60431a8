import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGitRepository, type TestRepository } from '../../testing/git-repository.ts';
import { makeRandomHistory } from '../../testing/random-history.ts';
import { ObjectReader } from '../git/object-reader.ts';
import type { KnownFileHistory } from './known-history.ts';
import { type Walk, walkHistory } from './walk-history.ts';

const signal = new AbortController().signal;
const walk = async ({ gitFolder }: TestRepository, rest: Omit<Walk, 'source' | 'limit'> & { limit?: number }) => {
  const source = new ObjectReader(gitFolder, signal);
  try {
    return await walkHistory({ source, limit: 10_000, ...rest });
  } finally {
    source.close();
  }
};
const commitsOf = (history: KnownFileHistory) => history.authors.reduce((sum, { commits }) => sum + commits, 0);
const picker = (seed: number) => {
  let state = seed * 2_654_435_761 + 1;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
};

describe('random histories', () => {
  let tangled = 0;
  afterAll(() => expect(tangled).toBeLessThan(15));
  it.each(Array.from({ length: 20 }, (_, seed) => seed + 1))('says what git log says, seed %i', async (seed) => {
    const pick = picker(seed);
    const { repository, commits, lasting } = await makeRandomHistory(12 + pick(40), pick);
    try {
      const head = commits.at(-1) as string;
      const paths = (await repository.git('ls-tree', '-r', '--name-only', head)).split('\n');
      const { files, isCut } = await walk(repository, { head, paths });
      expect(isCut).toBe(false);
      for (const path of paths) {
        const logged = (await repository.git('log', '--format=%H %aN', head, '--', path)).split('\n');
        const found = files.get(path) as KnownFileHistory;
        expect([path, found.changed?.commit]).toEqual([path, logged[0]?.split(' ')[0]]);
        if (lasting.has(path)) expect([path, commitsOf(found)]).toEqual([path, logged.length]);
      }
      for (const base of [commits[pick(commits.length - 1)] as string, commits.at(-2) as string]) {
        const before = await walk(repository, { head: base, paths });
        const onwards = await walk(repository, { head, paths, base: { commit: base, files: before.files } });
        const changes = (walked: Pick<typeof onwards, 'files'>) =>
          [...walked.files].map(([path, { changed }]) => [path, changed]);
        expect(changes(onwards)).toEqual(changes({ files }));
        if (!onwards.isTangled) expect([...onwards.files]).toEqual([...files]);
        tangled += Number(onwards.isTangled);
      }
    } finally {
      await repository.remove();
    }
  });
});

describe('one history', () => {
  let repository: TestRepository;
  let ids: string[];
  beforeAll(async () => {
    repository = await createGitRepository({ 'a.md': '1', 'b.md': '1' }, { author: 'Ada <ada@example.com>' });
    ids = [await repository.git('rev-parse', 'main')];
    for (let index = 2; index < 9; index += 1) ids.push(await repository.commit({ 'b.md': String(index) }));
  });
  afterAll(() => repository.remove());
  const head = () => ids.at(-1) as string;

  it('says how far it looked when a change lies further back', async () => {
    const { files, isCut } = await walk(repository, { head: head(), paths: ['a.md', 'b.md'], limit: 3 });
    expect(isCut).toBe(true);
    expect(files.get('a.md')).toMatchObject({ authors: [], since: '2026-01-05T00:00:00.000Z' });
    expect(files.get('a.md')?.changed).toBeUndefined();
    expect(files.get('b.md')?.changed).toMatchObject({ commit: head(), at: '2026-01-08T00:00:00.000Z' });
  });

  it('ends where a shallow clone ends', async () => {
    const kept = ids.slice(-3);
    const source = new ObjectReader(repository.gitFolder, signal);
    const shallow = {
      read: (oids: readonly string[]) => source.read(oids.filter((oid) => !ids.includes(oid) || kept.includes(oid))),
    };
    const { files, isCut } = await walkHistory({ source: shallow, head: head(), paths: ['a.md'], limit: 100 });
    source.close();
    expect(isCut).toBe(true);
    expect(files.get('a.md')?.since).toBe('2026-01-06T00:00:00.000Z');
  });

  it('counts who is named beside the author, in any encoding', async () => {
    const other = await createGitRepository({ 'a.md': '1' });
    await other.commit(
      { 'a.md': '2' },
      { message: 'Squashed\n\nCo-authored-by: Inès Moreau <ines@example.com>\nco-authored-by: nobody' },
    );
    const { files } = await walk(other, { head: await other.git('rev-parse', 'main'), paths: ['a.md'] });
    await other.remove();
    expect(files.get('a.md')?.authors).toEqual([
      { name: 'Robin Example', email: 'robin@example.com', commits: 2 },
      { name: 'Inès Moreau', email: 'ines@example.com', commits: 1 },
    ]);
  });

  it('gives up when the head is not there', async () => {
    await expect(walk(repository, { head: 'a'.repeat(40), paths: ['a.md'] })).rejects.toThrow('missing');
  });
});
