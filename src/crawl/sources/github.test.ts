import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GithubSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf } from '../../testing/crawl-once.ts';
import { createGitRepository } from '../../testing/git-repository.ts';
import { type GithubServer, type GithubServerOptions, startGithubServer } from '../../testing/github-server.ts';

const token = 'canary-token';
let folder: string;
let server: GithubServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-github-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function serve(options: Partial<GithubServerOptions> & Pick<GithubServerOptions, 'repositories'>): Promise<void> {
  server = await startGithubServer({ root: join(folder, 'served'), owner: 'acme', token, ...options });
}

async function push(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const path = join(folder, 'served/acme', `${name}.git`);
    await createGitRepository({ 'catalog-info.yaml': `name: ${name}` }, { folder: path, bare: true });
  }
}

const source = (rest: Partial<GithubSourceConfig> = {}): GithubSourceConfig => ({
  type: 'github',
  name: 'hub',
  organisation: 'acme',
  apiUrl: server.apiUrl,
  token,
  include: ['*'],
  exclude: [],
  archived: false,
  forks: false,
  catalogPaths: ['catalog-info.yaml'],
  ...rest,
});
const run = (config = source()) => crawlOnce([config], join(folder, 'state'));
const listings = () => server.requests.filter((request) => request.startsWith('GET /api/'));

it('reads the repositories of an organisation', async () => {
  await push('shop');
  await serve({ repositories: [{ name: 'shop', description: 'Sells things' }] });
  const { snapshot, diagnostics } = await run();
  expect(diagnostics).toEqual([]);
  expect(filesOf(snapshot)).toEqual({ 'acme/shop': { 'catalog-info.yaml': 'name: shop' } });
  expect(snapshot.repositories[0]?.repository).toMatchObject({
    id: 'github:1000',
    slug: 'acme/shop',
    webUrl: `${server.url}/acme/shop`,
    host: 'github',
    branch: 'main',
    description: 'Sells things',
    source: 'hub',
  });
});

it('falls back to a user, and reads all pages', async () => {
  const names = Array.from({ length: 250 }, (_, index) => `r${index}`);
  await serve({ user: true, repositories: names.map((name) => ({ name })) });
  const { diagnostics } = await run(source({ include: ['r7', 'r249'] }));
  expect(codesOf(diagnostics)).toEqual([
    'crawl/repository-unreadable acme/r249',
    'crawl/repository-unreadable acme/r7',
  ]);
  expect(listings().length).toBe(4);
});

it('filters by name, archived and fork', async () => {
  const repositories = [
    { name: 'app-one' },
    { name: 'app-two' },
    { name: 'lib' },
    { name: 'app-old', archived: true },
    { name: 'app-fork', fork: true },
  ];
  await push(...repositories.map(({ name }) => name));
  await serve({ repositories });
  const some = await run(source({ include: ['app-*'], exclude: ['*-two'] }));
  expect(Object.keys(filesOf(some.snapshot))).toEqual(['acme/app-one']);
  const all = await run(source({ archived: true, forks: true }));
  expect(Object.keys(filesOf(all.snapshot)).length).toBe(5);
  const none = await run(source({ include: ['nothing'] }));
  expect(codesOf(none.diagnostics)).toEqual(['crawl/source-empty']);
});

it('keeps what was listed when a later page fails', { timeout: 20_000 }, async () => {
  await push('r000');
  const repositories = Array.from({ length: 150 }, (_, index) => ({ name: `r${String(index).padStart(3, '0')}` }));
  await serve({ repositories, fail: (page) => (page === 2 ? 500 : undefined) });
  const { snapshot, diagnostics } = await run(source({ include: ['r000', 'r149'] }));
  expect(codesOf(diagnostics)).toEqual(['crawl/listing-incomplete']);
  expect(Object.keys(filesOf(snapshot))).toEqual(['acme/r000']);
  expect(listings().length).toBe(1 + 4);
});

it('tries a page again that fails once', { timeout: 20_000 }, async () => {
  await push('shop');
  let failed = false;
  const fail = () => {
    if (failed) return undefined;
    failed = true;
    return 502;
  };
  await serve({ repositories: [{ name: 'shop' }], fail });
  expect((await run()).diagnostics).toEqual([]);
});

it.each([
  ['a wrong token', { token: 'wrong' }, 'The token is not valid'],
  ['an organisation that does not exist', { organisation: 'nobody' }, 'Check the name'],
  ['a name that is no name', { organisation: '../users/acme' }, 'Write a plain'],
])('reports %s', async (_, rest, hint) => {
  await serve({ repositories: [{ name: 'shop' }] });
  const log: string[] = [];
  const { snapshot, diagnostics } = await crawlOnce([source(rest)], join(folder, 'state'), { log });
  expect(snapshot.repositories).toEqual([]);
  expect(diagnostics.length).toBe(1);
  expect(diagnostics[0]?.hint).toContain(hint);
  expect(JSON.stringify(diagnostics) + log.join()).not.toContain('token' in rest ? rest.token : token);
});

it('uses no address that leads elsewhere with the token, and no strange names', async () => {
  await push('good');
  const other = await startGithubServer({ root: folder, owner: 'acme', repositories: [] });
  const elsewhere = `${other.url}/acme/moved.git`;
  await serve({
    repositories: [
      { name: 'good' },
      { name: 'moved', override: { clone_url: elsewhere } },
      { name: 'odd', override: { full_name: 'acme/../odd' } },
      { name: 'evil', override: { clone_url: 'ext::sh -c true' } },
      { name: 'null', override: null },
    ],
  });
  const { snapshot, diagnostics } = await run();
  await other.close();
  expect(codesOf(diagnostics)).toEqual([
    'crawl/listing-incomplete',
    'crawl/address-refused',
    'crawl/address-refused',
    'crawl/repository-unreadable acme/moved',
  ]);
  expect(Object.keys(filesOf(snapshot))).toEqual(['acme/good']);
  expect(other.requests.length).toBeGreaterThan(0);
  expect(other.authorizations.every((value) => value === undefined)).toBe(true);
});
