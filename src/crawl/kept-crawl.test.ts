import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GithubSourceConfig } from '../config/config.ts';
import { codesOf, crawlAndKeep, crawlOnce, filesOf, filesUnder, roomyLimits } from '../testing/crawl-once.ts';
import { apiError } from '../testing/github-emulator/faults.ts';
import { githubSourceAt } from '../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../testing/github-emulator/use-github-emulator.ts';
import type { Fault } from '../testing/host-emulator/faults.ts';
import type { Snapshot } from './snapshot.ts';

const github = useGithubEmulator();
const options = () => ({ clock: github.clock, selectors: [filesUnder('docs/', 'blob')] });
const day = async (rest: Partial<GithubSourceConfig> = {}, more = {}) => {
  github.clock.advance(86_400_000);
  return crawlAndKeep([githubSourceAt(github.host, rest)], github.state, { ...options(), ...more });
};
const create = (name: string, text = name) =>
  github.host.model.create('acme', name, { files: { 'catalog-info.yaml': text, 'docs/a.md': `# ${text}\n` } });
const refuse = (kind: 'git' | 'graphql', fault: Fault) => {
  github.host.script = (request) => (request.kind === kind ? fault : undefined);
};
const notFound: Fault = { type: 'answer', status: 404, body: 'Not Found' };
const outcomesOf = ({ outcomes }: Snapshot) => outcomes.map(({ slug, outcome }) => `${slug} ${outcome}`);

describe('a repository that cannot be read', () => {
  it('is had again byte for byte as it was read before, with its age', async () => {
    const shop = create('shop');
    create('cart');
    const first = await day();
    github.host.model.push(shop, { 'catalog-info.yaml': 'new', 'docs/a.md': 'new', 'docs/b.md': 'new' });
    refuse('git', notFound);
    const { snapshot, diagnostics } = await day();
    expect(codesOf(diagnostics)).toEqual(['crawl/repository-unreadable acme/shop']);
    expect(outcomesOf(snapshot)).toEqual(['acme/cart fresh', 'acme/shop stale']);
    const freshAt = '2026-03-02T12:00:00.000Z';
    const [, stale] = snapshot.outcomes;
    expect(stale).toMatchObject({ freshAt, reason: expect.stringMatching(/^acme\/shop cannot be read: .*\.$/) });
    const [, before] = first.snapshot.repositories;
    expect(snapshot.repositories[1]).toEqual({
      ...before,
      repository: { ...before?.repository, stale: { freshAt, reason: stale?.reason } },
    });
    const oid = before?.files.get('docs/a.md')?.oid ?? '';
    expect(Buffer.from(await snapshot.blobs.read(oid)).toString()).toBe('# shop\n');
    github.host.script = () => undefined;
    expect(filesOf((await day()).snapshot)['acme/shop']?.['catalog-info.yaml']).toBe('new');
  });

  it('stays when nothing can be listed, without a request for any, and nothing is gone', async () => {
    create('shop');
    create('cart');
    await day();
    refuse('graphql', apiError(401, 'Bad credentials'));
    for (let times = 0; times < 3; times += 1) {
      const before = github.host.count('git');
      const { snapshot } = await day();
      expect(outcomesOf(snapshot)).toEqual(['acme/cart stale', 'acme/shop stale']);
      expect(Object.keys(filesOf(snapshot))).toEqual(['acme/cart', 'acme/shop']);
      expect(github.host.count('git')).toBe(before);
    }
  });

  it('is as the last kept run read it, also when one after that died', async () => {
    const shop = create('shop');
    await day();
    github.host.model.push(shop, { 'catalog-info.yaml': 'newer' });
    await crawlOnce([githubSourceAt(github.host)], github.state, options());
    github.host.model.push(shop, { 'catalog-info.yaml': 'newest' });
    refuse('git', notFound);
    expect(filesOf((await day()).snapshot)).toEqual({
      'acme/shop': { 'catalog-info.yaml': 'shop', 'docs/a.md': undefined },
    });
  });

  it('is not replaced by a commit that breaks a limit, nor by one that takes too long', async () => {
    const shop = create('shop');
    const limits = { ...roomyLimits, filesPerRepository: 3 };
    await day({}, { limits });
    const many = { 'docs/1.md': '1', 'docs/2.md': '2', 'docs/3.md': '3', 'catalog-info.yaml': 'new' };
    github.host.model.push(shop, many);
    for (let times = 0; times < 2; times += 1) {
      const { snapshot, diagnostics } = await day({}, { limits });
      expect(outcomesOf(snapshot)).toEqual(['acme/shop refused']);
      expect(codesOf(diagnostics)).toEqual(['crawl/too-many-files acme/shop']);
      expect(filesOf(snapshot)['acme/shop']).toEqual({ 'catalog-info.yaml': 'shop', 'docs/a.md': undefined });
      expect(snapshot.repositories[0]?.repository.stale?.reason).toContain('More than 3 files');
    }
    refuse('git', { type: 'silence' });
    const hurried = { ...roomyLimits, secondsPerRepository: 0.3 };
    github.host.model.push(shop, many);
    github.host.model.push(shop, { 'x.md': 'x' });
    expect(outcomesOf((await day({}, { limits: hurried })).snapshot)).toEqual(['acme/shop stale']);
    github.host.script = () => undefined;
    expect(outcomesOf((await day()).snapshot)).toEqual(['acme/shop fresh']);
  });
});

it('keeps teams and members whose list fails, and lets them define today no more than it may', async () => {
  create('shop');
  github.host.model.addTeam('acme', 'crew', { members: ['robin'] });
  const people = { teams: true, members: true };
  const first = await day({ ...people, allow: ['Component', 'Group'] });
  expect(outcomesOf(first.snapshot)).toEqual(['acme/shop fresh', 'acme/teams-and-members fresh']);
  github.host.script = ({ kind }, count) =>
    kind === 'graphql' && count > 2 ? apiError(401, 'Bad credentials') : undefined;
  const { snapshot } = await day({ ...people, allow: ['Component'] });
  expect(outcomesOf(snapshot)).toEqual(['acme/shop stale', 'acme/teams-and-members stale']);
  expect(snapshot.repositories[1]?.files).toEqual(first.snapshot.repositories[1]?.files);
  expect(snapshot.repositories.map(({ repository }) => repository.allowedKinds)).toEqual([
    ['Component'],
    ['Group', 'User'],
  ]);
  github.host.script = () => undefined;
  expect(outcomesOf((await day()).snapshot)).toEqual(['acme/shop fresh', 'acme/teams-and-members removed']);
});

it('says how much is not kept of a repository that is wanted in another way than before', async () => {
  const shop = create('shop');
  await day({}, { selectors: [] });
  github.host.model.push(shop, { 'catalog-info.yaml': 'new' });
  refuse('git', notFound);
  const { snapshot, diagnostics } = await day();
  expect(outcomesOf(snapshot)).toEqual(['acme/shop stale']);
  expect(diagnostics.at(-1)).toMatchObject({
    code: 'crawl/kept-copy-lost',
    severity: 'warning',
    message: 'acme/shop lacks 1 file that this build wants and earlier ones did not keep.',
  });
});

describe('a repository that is gone', () => {
  it('is taken out by the second complete list without it; its files can still be had', async () => {
    const shop = create('shop');
    create('cart');
    await day();
    github.host.model.delete(shop);
    const second = await day();
    expect(codesOf(second.diagnostics)).toEqual(['crawl/repository-missing acme/shop']);
    expect(outcomesOf(second.snapshot)).toEqual(['acme/cart fresh', 'acme/shop stale']);
    const third = await day();
    expect(codesOf(third.diagnostics)).toEqual(['crawl/repository-removed acme/shop']);
    expect(outcomesOf(third.snapshot)).toEqual(['acme/cart fresh', 'acme/shop removed']);
    expect(Object.keys(filesOf(third.snapshot))).toEqual(['acme/cart']);
    const [removed] = third.snapshot.removed;
    const files = await removed?.read();
    expect(files?.files.get('catalog-info.yaml')?.text).toBe('shop');
    expect(files?.repository).toEqual(removed?.repository);
    expect(removed?.repository.stale?.held).toBe(true);
    expect(outcomesOf((await day()).snapshot)).toEqual(['acme/cart fresh']);
    expect(await readdir(join(github.state, 'snapshot'))).toHaveLength(1);
  });

  it('may be left out by the owner, at once, by a filter or by taking out its source', async () => {
    create('shop');
    create('cart');
    await day();
    expect(outcomesOf((await day({ exclude: ['shop'] })).snapshot)).toEqual(['acme/cart fresh', 'acme/shop removed']);
    const { snapshot } = await crawlAndKeep([], github.state, options());
    expect(outcomesOf(snapshot)).toEqual(['acme/cart removed']);
  });

  it('is not one whose branch a host does not show for once', async () => {
    const shop = create('shop');
    const branches = [...shop.branches];
    await day();
    shop.branches.clear();
    expect(outcomesOf((await day()).snapshot)).toEqual(['acme/shop stale']);
    for (const [branch, commit] of branches) shop.branches.set(branch, commit);
    expect(outcomesOf((await day()).snapshot)).toEqual(['acme/shop fresh']);
    shop.branches.clear();
    shop.version += 1;
    expect(outcomesOf((await day({ branch: 'main' })).snapshot)).toEqual(['acme/shop stale']);
    expect(outcomesOf((await day({ branch: 'main' })).snapshot)).toEqual(['acme/shop removed']);
  });
});

it('knows a repository by its id: a new name, owner or source costs nothing and is remembered', async () => {
  const shop = create('shop');
  await day();
  github.host.model.rename(shop, 'store');
  const before = github.host.count('git');
  const renamed = await day();
  expect(outcomesOf(renamed.snapshot)).toEqual(['acme/store fresh']);
  expect([...renamed.snapshot.next.known.values()][0]?.formerSlugs).toEqual(['acme/shop']);
  expect(filesOf(renamed.snapshot)['acme/store']?.['catalog-info.yaml']).toBe('shop');
  github.host.model.transfer(shop, 'other');
  const sources = [githubSourceAt(github.host), githubSourceAt(github.host, { name: 'second', organisation: 'other' })];
  const moved = await crawlAndKeep(sources, github.state, options());
  expect(outcomesOf(moved.snapshot)).toEqual(['other/store fresh']);
  expect([...moved.snapshot.next.known.values()][0]?.formerSlugs).toEqual(['acme/shop', 'acme/store']);
  expect(github.host.count('git')).toBe(before);
});

describe('damage', () => {
  const fileOf = async (commit: string) => {
    const name = (await readdir(join(github.state, 'snapshot'))).find((each) => each.includes(commit));
    return join(github.state, 'snapshot', name ?? '');
  };

  it('of what was read leads to the commit before, then to an error, and the repository stays known', async () => {
    const shop = create('shop');
    const first = shop.branches.get('main') ?? '';
    await day();
    const second = github.host.model.push(shop, { 'catalog-info.yaml': 'second' });
    await day();
    github.host.model.push(shop, { 'catalog-info.yaml': 'third' });
    refuse('git', notFound);
    await writeFile(await fileOf(second), (await readFile(await fileOf(second), 'utf8')).replace('second', 'sEcond'));
    const before = await crawlOnce([githubSourceAt(github.host)], github.state, options());
    expect(filesOf(before.snapshot)['acme/shop']?.['catalog-info.yaml']).toBe('shop');
    expect(before.snapshot.repositories[0]?.repository).toMatchObject({ commit: first, stale: {} });
    await rm(await fileOf(first));
    const { snapshot, diagnostics } = await day();
    expect(codesOf(diagnostics)).toEqual(['crawl/repository-unreadable acme/shop', 'crawl/kept-copy-lost acme/shop']);
    expect(outcomesOf(snapshot)).toEqual(['acme/shop absent']);
    expect(snapshot.next.known.size).toBe(1);
    github.host.script = () => undefined;
    expect(outcomesOf((await day()).snapshot)).toEqual(['acme/shop fresh']);
  });

  it('of the state leads to the state before, and without one to a first run, which says so', async () => {
    create('shop');
    expect((await day()).snapshot.isFirst).toBe(true);
    expect((await day()).snapshot.isFirst).toBe(false);
    const file = (name: string) => join(github.state, 'state/crawl', name);
    await writeFile(file('current.json'), 'x');
    refuse('graphql', apiError(401, 'Bad credentials'));
    const second = await day();
    expect(codesOf(second.diagnostics)).toEqual(['state/damaged', 'crawl/source-unreadable']);
    expect(outcomesOf(second.snapshot)).toEqual(['acme/shop stale']);
    await writeFile(file('current.json'), 'x');
    await writeFile(file('previous.json'), 'x');
    const { snapshot, diagnostics } = await day();
    expect(codesOf(diagnostics)).toEqual(['state/lost', 'crawl/source-unreadable']);
    expect(snapshot.isFirst).toBe(true);
  });
});
