import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import type { GitSourceConfig } from '../../config/config.ts';
import { codesOf, crawlAndKeep, filesUnder, localSourceAt, roomyLimits } from '../../testing/crawl-once.ts';
import { type GitHttpServer, startGitHttpServer } from '../../testing/git-http-server.ts';
import { createGitRepository, type TestRepository } from '../../testing/git-repository.ts';
import { createVirtualClock } from '../../testing/host-emulator/virtual-clock.ts';

let folder: string;
let state: string;
let server: GitHttpServer;
let shop: TestRepository;
/** Answers instead of Git. */
let refuse: (count: number) => number | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-history-'));
  state = join(folder, 'state');
  shop = await createGitRepository(
    { 'catalog-info.yaml': 'name: shop', 'docs/a.md': '# A', 'docs/b.md': '# B', 'src/x.ts': '1' },
    { folder: join(folder, 'served/acme/shop.git'), bare: true, author: 'Ada <ada@example.com>' },
  );
  refuse = () => undefined;
  server = await startGitHttpServer({
    root: join(folder, 'served'),
    before: (_, response) => {
      const status = refuse(server.requests.length);
      if (status !== undefined) response.writeHead(status).end();
      return status !== undefined;
    },
  });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const paths = ({ files }: RepositoryFiles) => [...files.keys()].filter((path) => path.endsWith('.md'));
const overHttp = (): GitSourceConfig => {
  const urls = [`${server.url}/acme/shop.git`];
  return { type: 'git', name: 'remote', urls, catalogPaths: ['catalog-info.yaml'] };
};
const crawl = async (
  source = overHttp() as GitSourceConfig | ReturnType<typeof localSourceAt>,
  commits = 1000,
  at = state,
) => {
  const before = server.exchanges.length;
  const { snapshot, diagnostics } = await crawlAndKeep([source], at, {
    selectors: [filesUnder('docs/', 'blob')],
    history: { paths, commits },
    limits: roomyLimits,
    clock: createVirtualClock(),
  });
  const exchanges = server.exchanges.slice(before);
  return {
    history: snapshot.repositories[0]?.history,
    problems: codesOf(diagnostics),
    requests: exchanges.length,
    bytes: exchanges.reduce((sum, { sent }) => sum + sent, 0),
  };
};
const grow = async (count: number) => {
  for (let index = 0; index < count; index += 1) await shop.commit({ 'src/x.ts': `text ${index}` });
};

describe('over HTTP', () => {
  it('costs one request more, none when nothing changed, and one for what changed', async () => {
    await grow(60);
    const first = await crawl();
    // Where it stands, commit and trees, descriptor, docs; and the history.
    expect(first.requests).toBe(4 + 1);
    expect(first.history?.get('docs/a.md')).toEqual({
      changed: {
        commit: await shop.git('log', '-1', '--format=%H', 'HEAD', '--', 'docs/a.md'),
        at: '2026-01-01T00:00:00.000Z',
        author: { name: 'Ada', email: 'ada@example.com' },
      },
      authors: [{ name: 'Ada', email: 'ada@example.com', commits: 1 }],
    });
    const again = await crawl();
    // It is asked where it stands.
    expect(again).toMatchObject({ requests: 1, history: first.history, problems: [] });

    const commit = await shop.commit(
      { 'docs/a.md': '# More', 'docs/new.md': '# New' },
      { author: 'Grace <g@example.com>' },
    );
    const changed = await crawl();
    // Where it stands, commit and trees, docs; and the last few commits of its history.
    expect(changed.requests).toBe(3 + 1);
    expect(changed.bytes).toBeLessThan(first.bytes);
    expect(changed.history?.get('docs/a.md')?.authors.map(({ name, commits }) => [name, commits])).toEqual([
      ['Ada', 1],
      ['Grace', 1],
    ]);
    for (const path of ['docs/a.md', 'docs/new.md'])
      expect(changed.history?.get(path)?.changed).toMatchObject({ commit });
    expect(changed.history?.get('docs/b.md')).toEqual(first.history?.get('docs/b.md'));
    expect(changed.history).toEqual((await crawl(overHttp(), 1000, `${state}/anew`)).history);
  });

  it('sends commits and trees and no content, and no more of them than was asked for', async () => {
    await shop.commit({ 'docs/large.md': `${Math.random()}`.repeat(50_000) });
    await shop.commit({ 'docs/large.md': '# Small now' });
    await grow(20);
    const few = await crawl(overHttp(), 5);
    expect(few.history?.get('docs/a.md')).toEqual({ authors: [], since: '2026-01-19T00:00:00.000Z' });
    const all = await crawl(overHttp(), 1000, `${state}/all`);
    expect(all.bytes).toBeLessThan(20_000);
    // It may look further now than it did.
    expect((await crawl()).history).toEqual(all.history);
  });

  it('knows a branch that began before what it knows, and one that was pushed by force', async () => {
    await grow(3);
    await shop.commit({ 'docs/b.md': '# Branch' }, { branch: 'topic', author: 'Grace <g@example.com>' });
    await crawl();
    await grow(2);
    const [main, topic] = [await shop.git('rev-parse', 'main'), await shop.git('rev-parse', 'topic')];
    const tree = await shop.git('merge-tree', '--write-tree', 'main', 'topic');
    const merge = await shop.git('commit-tree', tree, '-p', main, '-p', topic, '-m', 'Merge');
    await shop.git('update-ref', 'refs/heads/main', merge);
    const merged = await crawl();
    expect(merged.history?.get('docs/b.md')?.changed?.commit).toBe(topic);
    expect(merged.history).toEqual((await crawl(overHttp(), 1000, `${state}/anew`)).history);

    await shop.git('update-ref', 'refs/heads/main', `${main}~3`);
    const forced = await crawl();
    expect(forced.history).toEqual((await crawl(overHttp(), 1000, `${state}/forced`)).history);
    expect(forced.history?.get('docs/b.md')?.authors).toHaveLength(1);
  });

  it('shows the repository all the same when its history cannot be had, and what it knew of the same content', async () => {
    refuse = (count) => (count >= 5 ? 403 : undefined);
    const first = await crawl();
    expect(first).toMatchObject({ problems: ['crawl/history-unread acme/shop'], history: undefined });
    refuse = () => undefined;
    const known = await crawl();
    await shop.commit({ 'docs/a.md': '# Other' });
    const start = server.requests.length;
    refuse = (count) => (count >= start + 4 ? 403 : undefined);
    const later = await crawl();
    expect(later.problems).toEqual(['crawl/history-unread acme/shop']);
    expect([...(later.history ?? [])]).toEqual([['docs/b.md', known.history?.get('docs/b.md')]]);
  });
});

it.each(['file', 'local'] as const)('reads the same through Git itself (%s)', async (kind) => {
  await grow(4);
  await shop.commit({ 'docs/a.md': '# More' });
  const direct = await crawl(overHttp(), 1000, `${state}/direct`);
  const source = kind === 'local' ? localSourceAt(shop.folder) : { ...overHttp(), urls: [shop.url] };
  expect(await crawl(source)).toMatchObject({ history: direct.history, problems: [], requests: 0 });
  await shop.commit({ 'docs/b.md': '# More' });
  expect((await crawl(source)).history).toEqual((await crawl(overHttp(), 1000, `${state}/anew`)).history);
});
