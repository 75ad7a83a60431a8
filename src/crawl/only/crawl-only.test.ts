import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GithubSourceConfig } from '../../config/config.ts';
import { CallboardError } from '../../diagnostics/callboard-error.ts';
import { crawlAndKeep, crawlOnce, filesOf, filesUnder, localSourceAt } from '../../testing/crawl-once.ts';
import { createGitRepository } from '../../testing/git-repository.ts';
import type { HostedRepository } from '../../testing/github-emulator/github-model.ts';
import { githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../../testing/github-emulator/use-github-emulator.ts';
import { openCrawlState } from '../known/crawl-state.ts';
import { holdRemoved } from '../known/hold-removed.ts';
import type { Snapshot } from '../snapshot.ts';

const github = useGithubEmulator();
let shop: HostedRepository;
beforeEach(() => {
  shop = create('shop');
  create('cart');
});

const create = (name: string) =>
  github.host.model.create('acme', name, { files: { 'catalog-info.yaml': name, 'docs/a.md': name } });
const run = (only: readonly string[], rest: Partial<GithubSourceConfig> = {}) => {
  github.clock.advance(3_600_000);
  const options = { clock: github.clock, selectors: [filesUnder('docs/', 'blob')], only };
  return crawlAndKeep([githubSourceAt(github.host, rest)], github.state, options);
};
const push = (repository: HostedRepository, text: string) =>
  github.host.model.push(repository, { 'catalog-info.yaml': text });
const outcomesOf = ({ outcomes }: Snapshot) => outcomes.map(({ slug, outcome }) => `${slug} ${outcome}`);
const textsOf = (snapshot: Snapshot) =>
  Object.entries(filesOf(snapshot)).map(([slug, files]) => `${slug} ${files['catalog-info.yaml']}`);
const failureOf = async (running: Promise<unknown>) => {
  const error = await running.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof CallboardError ? { code: error.code, text: `${error.message} ${error.hint}` } : error;
};

describe('a run for one repository of GitHub', () => {
  it('reads that one, costs one request of the API, and leaves all others as they were', async () => {
    const first = await run([]);
    push(shop, 'new shop');
    const cart = github.host.model.find('acme', 'cart');
    if (cart) push(cart, 'new cart');
    for (const name of ['acme/shop', 'ACME/Shop', `${github.host.url}/acme/shop`, `${github.host.url}/acme/shop.git`]) {
      const before = github.host.requests.length;
      const { snapshot, diagnostics } = await run([name]);
      expect(diagnostics).toEqual([]);
      expect(textsOf(snapshot)).toEqual(['acme/cart cart', 'acme/shop new shop']);
      expect(outcomesOf(snapshot)).toEqual(['acme/cart fresh', 'acme/shop fresh']);
      expect(snapshot.repositories[0]).toEqual(first.snapshot.repositories[0]);
      const asked = github.host.requests.slice(before);
      expect(asked.filter(({ kind }) => kind !== 'git').map(({ kind }) => kind)).toEqual(['graphql']);
      expect(asked.some(({ line }) => line.includes('cart'))).toBe(false);
    }
    expect((await run([])).snapshot.outcomes.map(({ outcome }) => outcome)).toEqual(['fresh', 'fresh']);
  });

  it('does not let it go, nor any other, whatever the host says', async () => {
    await run([]);
    github.host.model.delete(shop);
    const cart = github.host.model.find('acme', 'cart');
    if (cart) github.host.model.delete(cart);
    for (let times = 0; times < 3; times += 1) {
      const { snapshot } = await run(['acme/shop']);
      expect(outcomesOf(snapshot)).toEqual(['acme/cart fresh', 'acme/shop stale']);
      expect(textsOf(snapshot)).toEqual(['acme/cart cart', 'acme/shop shop']);
      expect(snapshot.removed).toEqual([]);
    }
    expect(outcomesOf((await run([])).snapshot)).toEqual(['acme/cart stale', 'acme/shop stale']);
    expect(outcomesOf((await run(['acme/cart'])).snapshot)).toEqual(['acme/cart stale', 'acme/shop stale']);
    expect(outcomesOf((await run([])).snapshot)).toEqual(['acme/cart removed', 'acme/shop removed']);
  });

  it('leaves held what somebody held back', async () => {
    await run([]);
    github.host.model.delete(shop);
    await run([]);
    const options = { clock: github.clock };
    const { snapshot, keep } = await crawlOnce([githubSourceAt(github.host)], github.state, options);
    await keep(holdRemoved(snapshot.next, snapshot.removed));
    const [, held] = (await run(['acme/cart'])).snapshot.repositories;
    expect(held?.repository).toEqual(snapshot.removed[0]?.repository);
    expect(held?.repository.stale?.held).toBe(true);
    github.host.script = ({ kind }) => (kind === 'graphql' ? { type: 'answer', status: 401, body: {} } : undefined);
    expect((await run([])).snapshot.repositories[1]?.repository.stale).not.toHaveProperty('held');
  });

  it('does not let it go for having no commit either', async () => {
    await run([]);
    shop.branches.clear();
    for (let times = 0; times < 3; times += 1) {
      expect(outcomesOf((await run(['acme/shop'])).snapshot)).toEqual(['acme/cart fresh', 'acme/shop stale']);
    }
    expect(outcomesOf((await run([])).snapshot)).toEqual(['acme/cart fresh', 'acme/shop stale']);
    // Nor does it start what whole runs count again.
    expect(outcomesOf((await run(['acme/shop'])).snapshot)).toEqual(['acme/cart fresh', 'acme/shop stale']);
    expect(outcomesOf((await run([])).snapshot)).toEqual(['acme/cart fresh', 'acme/shop removed']);
  });

  it('finds it by the name that it had, that it has now, and when it is new', async () => {
    await run([]);
    github.host.model.rename(shop, 'store');
    for (const name of ['acme/shop', 'acme/store']) {
      const { snapshot } = await run([name]);
      expect(textsOf(snapshot)).toEqual(['acme/cart cart', 'acme/store shop']);
      expect(snapshot.next.known.get(snapshot.repositories[1]?.repository.id ?? '')?.formerSlugs).toEqual([
        'acme/shop',
      ]);
    }
    create('desk');
    expect(textsOf((await run(['acme/desk'])).snapshot)).toEqual([
      'acme/cart cart',
      'acme/desk desk',
      'acme/store shop',
    ]);
    expect(outcomesOf((await run([])).snapshot)).toEqual(['acme/cart fresh', 'acme/desk fresh', 'acme/store fresh']);
  });

  it('keeps what was stale before stale, with its reason and age', async () => {
    await run([]);
    const cart = github.host.model.find('acme', 'cart');
    if (cart) push(cart, 'new');
    github.host.script = ({ kind, line }) =>
      kind === 'git' && line.includes('cart') ? { type: 'answer', status: 404, body: '' } : undefined;
    const [stale] = (await run([])).snapshot.repositories;
    expect(stale?.repository.stale?.reason).toContain('acme/cart cannot be read');
    expect((await run(['acme/shop'])).snapshot.repositories[0]).toEqual(stale);
  });

  it('refuses what nobody knows, with what may be meant, and a run without anything to go by', async () => {
    expect(await failureOf(run(['acme/shop']))).toMatchObject({ code: 'crawl/nothing-known' });
    await run([]);
    const missed = await failureOf(run(['acme/shpo']));
    expect(missed).toMatchObject({ code: 'crawl/no-such-repository', text: expect.stringContaining('acme/shop?') });
    const before = github.host.requests.length;
    expect(await failureOf(run(['https://elsewhere.example/acme/shop']))).toMatchObject({
      code: 'crawl/no-such-repository',
    });
    expect(await failureOf(run(['other/../shop']))).toMatchObject({ code: 'crawl/no-such-repository' });
    expect(github.host.requests.length).toBe(before);
    create('left-out');
    const filtered = await failureOf(run(['acme/left-out'], { exclude: ['left-*'] }));
    expect(filtered).toMatchObject({ text: expect.stringContaining('passes its filters') });
    expect((await openCrawlState(github.state)).value.known.size).toBe(2);
  });

  it('finds it in the whole list where the host has no query for one', async () => {
    await github.restart({ graphql: false });
    create('shop');
    create('cart');
    await run([]);
    const found = github.host.model.find('acme', 'shop');
    if (found) push(found, 'new');
    expect(textsOf((await run(['acme/shop'])).snapshot)).toEqual(['acme/cart cart', 'acme/shop new']);
  });
});

describe('a run for repositories of this machine', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'callboard-only-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('reads those, by folder or URL, and nothing of others', async () => {
    const make = (name: string) =>
      createGitRepository({ 'catalog-info.yaml': name }, { folder: join(folder, 'all', name) });
    const [a, b, c] = [await make('a'), await make('b'), await make('c')];
    const sources = [
      localSourceAt(join(folder, 'all')),
      { type: 'git' as const, name: 'list', urls: [c.url], catalogPaths: ['catalog-info.yaml'] },
    ];
    const whole = await crawlAndKeep(sources, join(folder, 'state'));
    for (const each of [a, b, c]) await each.commit({ 'catalog-info.yaml': 'new' });
    const { snapshot } = await crawlAndKeep(sources, join(folder, 'state'), { only: ['a', c.url] });
    expect(textsOf(snapshot)).toEqual(['a new', 'b b', 'c c', 'list/c new']);
    const { listings } = whole.snapshot.next;
    expect(snapshot.listings.map(({ before }) => before)).toEqual([...(listings?.values() ?? [])]);
    expect(snapshot.next.listings).toEqual(listings);
  });
});
