import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GitlabSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf, filesUnder } from '../../testing/crawl-once.ts';
import { markForDeletion, transferProject } from '../../testing/gitlab-emulator/change-projects.ts';
import { changeProjects } from '../../testing/gitlab-emulator/faults.ts';
import { startGitlabEmulator } from '../../testing/gitlab-emulator/gitlab-emulator.ts';
import { canaryToken, gitlabSourceAt } from '../../testing/gitlab-emulator/gitlab-source.ts';
import { useGitlabEmulator } from '../../testing/gitlab-emulator/use-gitlab-emulator.ts';

const gitlab = useGitlabEmulator();

const files = (name = 'x') => ({ files: { 'catalog-info.yaml': `name: ${name}` } });
const run = (rest: Partial<GitlabSourceConfig> = {}, options = {}) =>
  crawlOnce([gitlabSourceAt(gitlab.host, rest)], gitlab.state, { clock: gitlab.clock, ...options });
const slugs = async (rest: Partial<GitlabSourceConfig> = {}) => Object.keys(filesOf((await run(rest)).snapshot));

it('reads the projects of a group and its subgroups at the commits that were listed', async () => {
  const shop = gitlab.host.model.create('acme/retail/web/shop', {
    ...files('shop'),
    description: 'Sells things',
    visibility: 'private',
  });
  gitlab.host.model.create('acme/top', files('top'));
  gitlab.host.model.create('other/shop', files());
  const { snapshot, diagnostics } = await run();
  expect(diagnostics).toEqual([]);
  expect(filesOf(snapshot)).toEqual({
    'acme/retail/web/shop': { 'catalog-info.yaml': 'name: shop' },
    'acme/top': { 'catalog-info.yaml': 'name: top' },
  });
  expect(snapshot.repositories[0]?.repository).toMatchObject({
    id: `gitlab:${new URL(gitlab.host.url).host}:${shop.id}`,
    slug: 'acme/retail/web/shop',
    webUrl: `${gitlab.host.url}/acme/retail/web/shop`,
    host: 'gitlab',
    branch: 'main',
    commit: shop.branches.get('main'),
    description: 'Sells things',
    source: 'lab',
  });
  expect(snapshot.listings).toMatchObject([{ source: 'lab', complete: true }]);
  expect(await slugs({ subgroups: false })).toEqual(['acme/top']);
  expect(await slugs({ group: 'acme/retail' })).toEqual(['acme/retail/web/shop']);
});

it('asks nothing of a project that did not change, and little of one that did', async () => {
  for (let index = 0; index < 25; index += 1) {
    gitlab.host.model.create(`acme/r${index}`, {
      files: { 'catalog-info.yaml': `name: r${index}`, 'docs/a.md': 'a' },
    });
  }
  const first = await run();
  expect(first.snapshot.repositories.length).toBe(25);
  const before = gitlab.host.requests.length;
  const second = await run();
  expect(second.snapshot.repositories).toEqual(first.snapshot.repositories);
  expect(gitlab.host.requests.slice(before).map(({ kind }) => kind)).toEqual(['graphql']);

  const changed = gitlab.host.model.project('acme/r7');
  if (changed) gitlab.host.model.push(changed, { 'catalog-info.yaml': 'name: new' });
  const third = await run();
  expect(filesOf(third.snapshot)['acme/r7']).toEqual({ 'catalog-info.yaml': 'name: new' });
  expect(gitlab.host.requests.slice(before + 1 + 1).length).toBeLessThanOrEqual(3);
});

it('asks a hundred projects a page, for somebody without a token as well', async () => {
  for (let index = 0; index < 230; index += 1) gitlab.host.model.create(`acme/r${index}`);
  gitlab.host.model.create('acme/secret', { visibility: 'private' });
  const catalogPaths = ['{,.backstage/,.catalog/}catalog-info.{yaml,yml}', ...'abcdefgh'];
  const { snapshot } = await run({ catalogPaths });
  expect(snapshot.listings).toMatchObject([{ complete: true }]);
  expect(snapshot.listings[0]?.repositoryIds.length).toBe(231);
  const { token: _, ...anonymous } = gitlabSourceAt(gitlab.host, { catalogPaths });
  const open = await crawlOnce([anonymous], gitlab.state, { clock: gitlab.clock });
  expect(open.snapshot.listings[0]?.repositoryIds.length).toBe(230);
  expect(gitlab.host.count('graphql')).toBe(3 + 3);
});

it('filters by path, archived, fork, topic, visibility and branch', async () => {
  const { model } = gitlab.host;
  model.create('acme/apps/one', { ...files(), topics: ['portal', 'old'] });
  const two = model.create('acme/apps/two', { ...files(), visibility: 'private', topics: ['portal'] });
  model.push(two, { 'catalog-info.yaml': 'next' }, { branch: 'next/portal' });
  model.create('acme/lib', { ...files(), visibility: 'internal' });
  model.create('acme/apps/aged', { ...files(), archived: true });
  model.create('acme/apps/fork', { ...files(), forkedFrom: two.id });
  expect(await slugs({ include: ['apps/*'], exclude: ['**/two'] })).toEqual(['acme/apps/one']);
  expect(await slugs({ include: ['*'] })).toEqual(['acme/lib']);
  const all = await run({ archived: true, forks: true });
  expect(all.snapshot.repositories.map(({ repository: { slug, archived } }) => [slug, archived])).toEqual([
    ['acme/apps/aged', true],
    ['acme/apps/fork', undefined],
    ['acme/apps/one', undefined],
    ['acme/apps/two', undefined],
    ['acme/lib', undefined],
  ]);
  expect(await slugs({ topics: ['portal'] })).toEqual(['acme/apps/one', 'acme/apps/two']);
  expect(await slugs({ topics: ['!old'] })).toEqual(['acme/apps/two', 'acme/lib']);
  expect(await slugs({ visibility: ['private', 'internal'] })).toEqual(['acme/apps/two', 'acme/lib']);
  const { snapshot } = await run({ branch: 'next/portal' });
  expect(filesOf(snapshot)).toEqual({ 'acme/apps/two': { 'catalog-info.yaml': 'next' } });
  expect(snapshot.repositories[0]?.repository.branch).toBe('next/portal');
});

it('keeps the id of a project that moves, and leaves out one that is to be deleted', async () => {
  const shop = gitlab.host.model.create('acme/retail/shop', files());
  const before = await run();
  transferProject(gitlab.host.model, shop, 'acme/sales');
  const after = await run();
  const [first, second] = [before, after].map(({ snapshot }) => snapshot.repositories[0]?.repository);
  expect([first?.slug, second?.slug]).toEqual(['acme/retail/shop', 'acme/sales/shop']);
  expect(first?.id).toBe(second?.id);
  gitlab.host.model.create('acme/stays', files());
  markForDeletion(gitlab.host.model, shop);
  expect((await run({ archived: true })).snapshot.listings[0]?.repositoryIds.length).toBe(1);
});

it('reports projects that stand nowhere without asking for them', async () => {
  gitlab.host.model.create('acme/empty');
  gitlab.host.model.create('acme/off', { ...files(), repositoryDisabled: true });
  const { diagnostics } = await run();
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'acme/empty has no commit on its default branch.',
    'acme/off cannot be read: the host shows its name but not its code.',
  ]);
  expect(diagnostics[1]?.hint).toContain('a role that may read code');
  expect(gitlab.host.count('git')).toBe(0);
});

it('reads the branch that the host takes for the default one when that is gone', async () => {
  gitlab.host.model.create('acme/lost', files('lost')).defaultBranch = 'gone';
  const { snapshot, diagnostics } = await run();
  expect(diagnostics).toEqual([]);
  expect(snapshot.repositories[0]?.repository.branch).toBe('main');
});

it('reads what belongs to a user, of whom GraphQL gives no list', async () => {
  gitlab.host.model.addUser('robin');
  const own = gitlab.host.model.create('robin/one', files('one'));
  gitlab.host.model.create('robin/two', { ...files('two'), archived: true });
  const { snapshot, diagnostics } = await run({ group: 'robin' });
  expect(diagnostics).toEqual([]);
  expect(filesOf(snapshot)).toEqual({ 'robin/one': { 'catalog-info.yaml': 'name: one' } });
  expect(snapshot.repositories[0]?.repository.commit).toBe(own.branches.get('main'));
  expect(snapshot.listings).toMatchObject([{ complete: true }]);
});

it('reads globs that only a tree can answer, and files that the listing does not give as they are', async () => {
  const latin1 = Buffer.from('name: caf\xe9', 'latin1');
  gitlab.host.model.create('acme/odd', { files: { 'catalog-info.yaml': latin1, 'deep/down/catalog.yaml': 'deep' } });
  const catalogPaths = ['catalog-info.yaml', '**/catalog.yaml'];
  const { snapshot, diagnostics } = await run({ catalogPaths });
  expect(codesOf(diagnostics)).toEqual(['crawl/not-utf8 acme/odd']);
  expect(filesOf(snapshot)).toEqual({ 'acme/odd': { 'deep/down/catalog.yaml': 'deep' } });
});

it('uses no address that leads elsewhere with the token, and no strange names', async () => {
  for (const name of ['good', 'moved', 'odd', 'scheme']) gitlab.host.model.create(`acme/${name}`, files());
  const other = await startGitlabEmulator();
  gitlab.host.script = ({ kind }) =>
    kind === 'git'
      ? undefined
      : changeProjects(({ nodes }) => {
          const find = (name: string) => nodes.find((node) => node?.['fullPath'] === `acme/${name}`) ?? {};
          Object.assign(find('moved'), { httpUrlToRepo: `${other.url}/acme/moved.git` });
          Object.assign(find('scheme'), { httpUrlToRepo: 'ext::sh -c true' });
          Object.assign(find('odd'), { fullPath: 'acme/../odd' });
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
  expect(other.requests.every(({ secret }) => secret === undefined)).toBe(true);
});

it('signs in for private projects, and leaves the token nowhere', async () => {
  gitlab.host.model.create('acme/secret', {
    files: { 'catalog-info.yaml': 'name: secret', 'docs/a.md': 'a' },
    visibility: 'private',
  });
  const log: string[] = [];
  const { snapshot, diagnostics } = await run({}, { log, selectors: [filesUnder('docs/', 'text')] });
  expect(diagnostics).toEqual([]);
  expect(filesOf(snapshot)['acme/secret']).toEqual({ 'catalog-info.yaml': 'name: secret', 'docs/a.md': 'a' });
  expect(gitlab.host.requests.every(({ secret }) => secret === canaryToken)).toBe(true);
  const kept = await readdir(gitlab.state, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    kept.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  );
  expect([...texts, ...log, JSON.stringify(snapshot.listings)].join('\n')).not.toContain(canaryToken);
});
