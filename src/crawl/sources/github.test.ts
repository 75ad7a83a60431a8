import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GithubSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf, filesUnder, roomyLimits } from '../../testing/crawl-once.ts';
import { generateAppKeys } from '../../testing/github-emulator/access.ts';
import { changeRepositories } from '../../testing/github-emulator/faults.ts';
import { startGithubEmulator } from '../../testing/github-emulator/github-emulator.ts';
import { canaryToken, githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../../testing/github-emulator/use-github-emulator.ts';

const github = useGithubEmulator();

const files = (name = 'x') => ({ files: { 'catalog-info.yaml': `name: ${name}` } });
const run = (rest: Partial<GithubSourceConfig> = {}, options = {}) =>
  crawlOnce([githubSourceAt(github.host, rest)], github.state, { clock: github.clock, ...options });
const slugs = async (rest: Partial<GithubSourceConfig> = {}) => Object.keys(filesOf((await run(rest)).snapshot));

it('reads the repositories of an organisation at the commits that were listed', async () => {
  const shop = github.host.model.create('acme', 'shop', {
    ...files('shop'),
    description: 'Sells things',
    visibility: 'private',
  });
  const { snapshot, diagnostics } = await run();
  expect(diagnostics).toEqual([]);
  expect(filesOf(snapshot)).toEqual({ 'acme/shop': { 'catalog-info.yaml': 'name: shop' } });
  const id = `github:${new URL(github.host.url).host}:${shop.id}`;
  expect(snapshot.repositories[0]?.repository).toEqual({
    id,
    slug: 'acme/shop',
    webUrl: `${github.host.url}/acme/shop`,
    host: 'github',
    branch: 'main',
    commit: shop.branches.get('main'),
    committedAt: '2026-01-01T00:01:00.000Z',
    description: 'Sells things',
    source: 'hub',
  });
  expect(snapshot.listings).toEqual([{ source: 'hub', repositoryIds: [id], complete: true }]);
});

it('asks nothing of a repository that did not change, and little of one that did', async () => {
  for (let index = 0; index < 25; index += 1) {
    github.host.model.create('acme', `r${index}`, {
      files: { 'catalog-info.yaml': `name: r${index}`, 'docs/a.md': 'a' },
    });
  }
  const first = await run();
  expect(first.snapshot.repositories.length).toBe(25);
  const before = github.host.requests.length;
  const second = await run();
  expect(second.snapshot.repositories).toEqual(first.snapshot.repositories);
  expect(github.host.requests.slice(before).map(({ kind }) => kind)).toEqual(['graphql']);

  const changed = github.host.model.find('acme', 'r7');
  if (changed) github.host.model.push(changed, { 'catalog-info.yaml': 'name: new' });
  const third = await run();
  expect(filesOf(third.snapshot)['acme/r7']).toEqual({ 'catalog-info.yaml': 'name: new' });
  expect(github.host.requests.slice(before + 1 + 1).length).toBeLessThanOrEqual(3);
});

it('reads a user, and globs that only a tree can answer', async () => {
  github.host.model.addAccount('robin', 'User');
  github.host.model.create('robin', 'one', { files: { 'deep/down/catalog.yaml': 'deep', 'other.yaml': 'x' } });
  const { snapshot, diagnostics } = await run({ organisation: 'robin', catalogPaths: ['**/catalog.yaml'] });
  expect(diagnostics).toEqual([]);
  expect(filesOf(snapshot)).toEqual({ 'robin/one': { 'deep/down/catalog.yaml': 'deep' } });
});

it('filters by name, archived, fork, topic, visibility and branch', async () => {
  github.host.model.create('acme', 'app-one', { ...files(), topics: ['portal', 'old'] });
  const two = github.host.model.create('acme', 'app-two', { ...files(), visibility: 'private', topics: ['portal'] });
  github.host.model.push(two, { 'catalog-info.yaml': 'next' }, { branch: 'next/portal' });
  github.host.model.create('acme', 'lib', { ...files(), visibility: 'internal' });
  github.host.model.create('acme', 'app-old', { ...files(), archived: true });
  github.host.model.create('acme', 'app-fork', { ...files(), fork: true });
  expect(await slugs({ include: ['app-*'], exclude: ['*-two'] })).toEqual(['acme/app-one']);
  expect((await slugs({ archived: true, forks: true })).length).toBe(5);
  const withArchived = await run({ archived: true, include: ['app-o*'] });
  expect(withArchived.snapshot.repositories.map(({ repository: { slug, archived } }) => [slug, archived])).toEqual([
    ['acme/app-old', true],
    ['acme/app-one', undefined],
  ]);
  expect(await slugs({ topics: ['portal'] })).toEqual(['acme/app-one', 'acme/app-two']);
  expect(await slugs({ topics: ['!old'] })).toEqual(['acme/app-two', 'acme/lib']);
  expect(await slugs({ visibility: ['private', 'internal'] })).toEqual(['acme/app-two', 'acme/lib']);
  const { snapshot } = await run({ branch: 'next/portal' });
  expect(filesOf(snapshot)).toEqual({ 'acme/app-two': { 'catalog-info.yaml': 'next' } });
  expect(snapshot.repositories[0]?.repository.branch).toBe('next/portal');
  expect(codesOf((await run({ include: ['nothing'] })).diagnostics)).toEqual(['crawl/source-empty']);
});

it('says the same of a descriptor whether it came with the listing or through Git', async () => {
  const limits = { ...roomyLimits, bytesPerFile: 600_000 };
  const contents = {
    latin: Buffer.from('name: caf\xe9', 'latin1'),
    marked: '\ufeffname: x',
    binary: Buffer.from([0, 1, 2]),
    pointer: 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
    long: 'x'.repeat(550_000),
    huge: 'x'.repeat(650_000),
    empty: '',
  };
  for (const [name, content] of Object.entries(contents)) {
    github.host.model.create('acme', name, { files: { 'catalog-info.yaml': content } });
  }
  const listed = await run({}, { limits });
  await rm(github.state, { recursive: true });
  const fetched = await run({ catalogPaths: ['catalog-inf[o].yaml'] }, { limits });
  expect(listed.diagnostics.length).toBe(3);
  expect(listed.diagnostics).toEqual(fetched.diagnostics);
  expect(listed.snapshot.repositories).toEqual(fetched.snapshot.repositories);
});

it('knows a repository again that was renamed or moved to another organisation', async () => {
  const shop = github.host.model.create('acme', 'shop', files());
  const before = await run();
  github.host.model.rename(shop, 'store');
  const after = await run();
  github.host.model.transfer(shop, 'umbrella');
  const moved = await run({ organisation: 'umbrella' });
  expect(Object.keys(filesOf(moved.snapshot))).toEqual(['umbrella/store']);
  const ids = [before, after, moved].map(({ snapshot }) => snapshot.repositories[0]?.repository.id);
  expect(new Set(ids).size).toBe(1);
});

it('reports repositories that stand nowhere without asking for them', async () => {
  github.host.model.create('acme', 'empty');
  github.host.model.create('acme', 'blocked', files()).disabled = true;
  github.host.model.create('acme', 'lost', files()).defaultBranch = 'gone';
  const { diagnostics } = await run();
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'acme/blocked cannot be read: the host has disabled it.',
    'acme/empty has no commit on its default branch.',
    'acme/lost cannot be read: its default branch does not exist.',
  ]);
  expect(diagnostics[2]?.hint).toContain('Choose a default branch');
  expect(github.host.count('git')).toBe(0);
});

it('uses no address that leads elsewhere with the token, and no strange names', async () => {
  for (const name of ['good', 'moved', 'odd', 'scheme']) github.host.model.create('acme', name, files());
  const other = await startGithubEmulator();
  github.host.script = ({ kind }) =>
    kind === 'git'
      ? undefined
      : changeRepositories(({ nodes }) => {
          Object.assign(nodes[1] ?? {}, { url: `${other.url}/acme/moved` });
          Object.assign(nodes[2] ?? {}, { nameWithOwner: 'acme/../odd' });
          Object.assign(nodes[3] ?? {}, { url: 'ext::sh -c true' });
        });
  const { snapshot, diagnostics } = await run();
  await other.close();
  expect(codesOf(diagnostics)).toEqual([
    'crawl/address-refused',
    'crawl/address-refused',
    'crawl/repository-unreadable acme/moved',
  ]);
  expect(Object.keys(filesOf(snapshot))).toEqual(['acme/good']);
  expect(other.requests.length).toBeGreaterThan(0);
  expect(other.requests.every(({ authorization }) => authorization === undefined)).toBe(true);
});

it('signs in as an app, and renews its token before it expires', async () => {
  const { publicKey, privateKey } = generateAppKeys();
  const app = { id: 12, publicKey };
  github.host.access.apps.push(app);
  github.host.access.install(app, github.host.model.addAccount('acme'));
  const shop = github.host.model.create('acme', 'shop', { ...files('shop'), visibility: 'private' });
  const { token: _, ...anonymous } = githubSourceAt(github.host);
  const source = { ...anonymous, app: { id: '12', privateKey: privateKey.replaceAll('\n', '\\n') } };
  const log: string[] = [];
  const selectors = [filesUnder('docs/', 'text')];
  const read = async () => crawlOnce([source], github.state, { clock: github.clock, log, selectors });
  const { snapshot, diagnostics } = await read();
  expect(diagnostics).toEqual([]);
  expect(filesOf(snapshot)).toEqual({ 'acme/shop': { 'catalog-info.yaml': 'name: shop' } });
  expect(github.host.requests.slice(0, 3).map(({ kind }) => kind)).toEqual(['rest', 'rest', 'graphql']);

  // Fifty-five minutes pass between the listing and the reading.
  github.host.model.push(shop, { 'docs/a.md': 'a' });
  const delayed = github.host.access.handedOut.length;
  github.host.script = (_request, count) => {
    if (count === 2 && github.host.access.handedOut.length === delayed + 1) github.clock.advance(55 * 60_000);
    return undefined;
  };
  expect(filesOf((await read()).snapshot)['acme/shop']).toHaveProperty('docs/a.md');
  expect(github.host.access.handedOut.length).toBe(delayed + 2);

  const kept = await readdir(github.state, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    kept.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  );
  const said = [...texts, ...log, JSON.stringify(snapshot.listings)].join('\n');
  for (const { value } of github.host.access.handedOut) expect(said).not.toContain(value);
  expect(said).not.toContain('PRIVATE KEY');
  expect(said).not.toContain(canaryToken);
});
