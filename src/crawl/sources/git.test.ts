import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FileSelector } from '../../catalog/repository-files.ts';
import type { GitSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf, roomyLimits } from '../../testing/crawl-once.ts';
import { type GitHttpServer, startGitHttpServer } from '../../testing/git-http-server.ts';
import { createGitRepository, type TestRepository } from '../../testing/git-repository.ts';

const token = 'canary-1234567890';
let folder: string;
let state: string;
let shop: TestRepository;
let server: GitHttpServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-git-'));
  state = join(folder, 'state');
  shop = await createGitRepository(
    { 'catalog-info.yaml': 'first', 'docs/index.md': '# Docs', 'src/big.bin': randomBytes(300_000) },
    { folder: join(folder, 'served/acme/shop.git'), bare: true },
  );
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

const git = (urls: readonly string[], rest: Partial<GitSourceConfig> = {}): GitSourceConfig => ({
  type: 'git',
  name: 'remote',
  urls,
  catalogPaths: ['catalog-info.yaml'],
  ...rest,
});
const docs: FileSelector = ({ paths }) =>
  paths.filter((path) => path.startsWith('docs/')).map((path) => ({ path, as: 'text' }));
const serve = async (options: { readonly token?: string; readonly filters?: boolean } = {}) => {
  server = await startGitHttpServer({ root: join(folder, 'served'), ...options });
  return server;
};

it('reads a file: URL, and only the default branch or the one that is named', async () => {
  await shop.commit({ 'catalog-info.yaml': 'of a branch' }, { branch: 'next' });
  await shop.git('tag', '-a', '-m', 'tagged', 'v1', 'next');
  const states = ['main', 'next', 'v1'].map((name) => join(folder, name));
  const [main, next, tag] = await Promise.all([
    crawlOnce([git([shop.url])], states[0] ?? ''),
    crawlOnce([git([shop.url], { branch: 'next' })], states[1] ?? ''),
    crawlOnce([git([shop.url], { branch: 'v1' })], states[2] ?? ''),
  ]);
  expect(filesOf(main.snapshot)).toEqual({ shop: { 'catalog-info.yaml': 'first' } });
  expect(filesOf(next.snapshot)).toEqual({ shop: { 'catalog-info.yaml': 'of a branch' } });
  expect(filesOf(tag.snapshot)).toEqual(filesOf(next.snapshot));
  expect(main.snapshot.repositories[0]?.repository.branch).toBe('main');
  expect(main.diagnostics).toEqual([]);
});

it.each([{ filters: true }, { filters: false }])(
  'reads over HTTP with a token, once per commit (%o)',
  async (options) => {
    const { url, authorizations } = await serve({ token, ...options });
    const source = git([`${url}/acme/shop.git`], { token });
    const first = await crawlOnce([source], state, { selectors: [docs] });
    expect(first.diagnostics).toEqual([]);
    expect(filesOf(first.snapshot)).toEqual({
      'acme/shop': { 'catalog-info.yaml': 'first', 'docs/index.md': '# Docs' },
    });
    expect(first.snapshot.repositories[0]?.repository).toMatchObject({
      webUrl: `${url}/acme/shop`,
      commit: await shop.git('rev-parse', 'HEAD'),
      committedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(authorizations.every((value) => value?.startsWith('Basic '))).toBe(true);

    const before = server?.requests.length ?? 0;
    const second = await crawlOnce([source], state, { selectors: [docs] });
    expect(second.snapshot.repositories).toEqual(first.snapshot.repositories);
    expect(server?.requests.slice(before)).toEqual(['POST /acme/shop.git/git-upload-pack']);
  },
);

it('fetches wanted blobs alone, all of a round in one request', async () => {
  const { url } = await serve();
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`docs/${index}.md`, `page ${index}`]));
  await shop.commit(many);
  const { snapshot } = await crawlOnce([git([`${url}/acme/shop.git`])], state, { selectors: [docs] });
  expect(snapshot.repositories[0]?.files.size).toBe(22);
  // The reference, the trees, the catalog file, the docs.
  expect(server?.requests.length).toBe(4);
  const sent = server?.exchanges.reduce((sum, exchange) => sum + exchange.sent, 0);
  // Without the 300,000 bytes that nobody wants, and without a second copy of anything.
  expect(sent).toBeLessThan(5000);
  expect(await readdir(state)).toEqual(['snapshot']);
});

it('reads one commit although the repository moves on in between', async () => {
  const { url } = await serve();
  let moved: Promise<string> | undefined;
  const selector: FileSelector = ({ paths, text }) => {
    moved ??= shop.commit({ 'catalog-info.yaml': 'second', 'docs/index.md': 'second' });
    return text('catalog-info.yaml') ? docs({ paths } as Parameters<FileSelector>[0]) : [];
  };
  const first = await crawlOnce([git([`${url}/acme/shop.git`])], state, { selectors: [selector] });
  await moved;
  expect(Object.values(filesOf(first.snapshot)['acme/shop'] ?? {})).toEqual(['first', '# Docs']);
  const next = await crawlOnce([git([`${url}/acme/shop.git`])], state, { selectors: [docs] });
  expect(Object.values(filesOf(next.snapshot)['acme/shop'] ?? {})).toEqual(['second', 'second']);
});

it('starts over when its own copy is damaged or gone', async () => {
  const source = git([shop.url]);
  await crawlOnce([source], state);
  await shop.commit({ 'catalog-info.yaml': 'second' });
  const [copy] = await readdir(join(state, 'git'));
  const objects = join(state, 'git', copy ?? '', 'objects');
  await rm(objects, { recursive: true });
  await mkdir(objects);
  await writeFile(join(state, 'git', copy ?? '', 'shallow.lock'), '');
  const { snapshot, diagnostics } = await crawlOnce([source], state);
  expect(diagnostics).toEqual([]);
  expect(filesOf(snapshot)).toEqual({ shop: { 'catalog-info.yaml': 'second' } });

  await rm(join(state, 'git'), { recursive: true });
  const later = await crawlOnce([source], state, { selectors: [docs] });
  expect(later.diagnostics).toEqual([]);
  expect(later.snapshot.repositories[0]?.files.get('docs/index.md')?.text).toBe('# Docs');
});

it('says why a repository cannot be read, and never the token', async () => {
  const { url } = await serve({ token: 'another' });
  const log: string[] = [];
  const urls = [`${url}/acme/shop.git`, `file://${folder}/nowhere.git`, 'http://127.0.0.1:1/acme/shop.git'];
  const { diagnostics } = await crawlOnce([git(urls, { token })], state, { log });
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'crawl/slug-repeated: Another repository is called acme/shop already; this one is shown as remote/acme/shop.',
    'crawl/repository-unreadable: acme/shop cannot be read: the host asks for other credentials.',
    'crawl/repository-unreadable: nowhere cannot be read: it does not exist, or the token may not see it.',
    'crawl/repository-unreadable: remote/acme/shop cannot be read: the host cannot be reached.',
  ]);
  expect(JSON.stringify(diagnostics)).not.toContain(token);
  expect(log.join()).not.toContain(token);
});

it.each([
  ['--upload-pack=touch x', 'crawl/address-refused'],
  ['ext::sh -c true', 'crawl/address-refused'],
  ['https://user:canary@127.0.0.1/a/b', 'crawl/address-refused'],
  ['git@-oProxyCommand=x:a/b', 'crawl/address-refused'],
])('refuses the address %s', async (url, code) => {
  const { diagnostics } = await crawlOnce([git([url])], state);
  expect(codesOf(diagnostics)).toEqual([code]);
  expect(JSON.stringify(diagnostics)).not.toContain('canary');
});

it('takes a token to no second host', async () => {
  const second = await serve();
  const first = await startGitHttpServer({
    root: folder,
    before: (request, response) => {
      response.writeHead(302, { location: `${second.url}${request.url}` }).end();
      return true;
    },
  });
  try {
    const { diagnostics } = await crawlOnce([git([`${first.url}/acme/shop.git`], { token })], state);
    expect(diagnostics.map(({ message }) => message)).toEqual(['acme/shop cannot be read: it has moved.']);
    expect(first.authorizations[0]).toMatch(/^Basic /);
    expect(second.requests).toEqual([]);
  } finally {
    await first.close();
  }
});

it('gives up a host that never answers, without waiting for the others', async () => {
  const silent = await startGitHttpServer({ root: folder, before: () => true });
  try {
    const sources = [git([`${silent.url}/acme/silent.git`]), git([shop.url], { name: 'other' })];
    const limits = { ...roomyLimits, secondsPerRepository: 1 };
    const { snapshot, diagnostics } = await crawlOnce(sources, state, { limits });
    expect(codesOf(diagnostics)).toEqual(['crawl/repository-too-slow acme/silent']);
    expect(Object.keys(filesOf(snapshot))).toEqual(['shop']);
    const signal = AbortSignal.timeout(300);
    await expect(crawlOnce(sources, state, { signal })).rejects.toThrow('timeout');
  } finally {
    await silent.close();
  }
});

it('reports a repository without commits and a branch that is not there', async () => {
  const empty = await createGitRepository({}, { folder: join(folder, 'empty.git'), bare: true });
  const sources = [git([empty.url]), git([shop.url], { name: 'other', branch: 'gone' }), git([], { branch: '--x' })];
  const { diagnostics } = await crawlOnce(sources, state);
  expect(codesOf(diagnostics)).toEqual([
    'crawl/address-refused',
    'crawl/repository-empty empty',
    'crawl/repository-unreadable shop',
  ]);
  expect(diagnostics.at(-1)?.message).toBe('shop cannot be read: the branch does not exist.');
});

it('leaves no token in any file', async () => {
  const { url } = await serve({ token });
  await crawlOnce([git([`${url}/acme/shop.git`], { token })], state, { limits: roomyLimits, selectors: [docs] });
  const files = await readdir(state, { recursive: true, withFileTypes: true });
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  for (const file of files.filter((entry) => entry.isFile())) {
    const content = (await readFile(join(file.parentPath, file.name))).toString('latin1');
    expect(content.includes(token) || content.includes(basic), file.name).toBe(false);
  }
});

it('reads what a file of URL patterns names, and counts nothing as gone while that file cannot be read', async () => {
  for (const name of ['one', 'two', 'three']) {
    await createGitRepository(
      { 'catalog-info.yaml': name },
      { folder: join(folder, `served/team/${name}.git`), bare: true },
    );
  }
  const urlsFile = join(folder, 'repositories.txt');
  const base = `file://${folder}/served/team`;
  await writeFile(urlsFile, `# all\n${base}/{one,two,three}.git\n!**/two.git\n${base}/*.git\n`);
  const { snapshot, diagnostics } = await crawlOnce([git([shop.url], { urlsFile })], state);
  expect(Object.keys(filesOf(snapshot))).toEqual(['one', 'shop', 'three']);
  expect(codesOf(diagnostics)).toEqual(['crawl/address-refused']);
  await rm(urlsFile);
  const without = await crawlOnce([git([shop.url], { urlsFile })], state);
  expect(without.snapshot.listings).toMatchObject([{ complete: false }]);
  expect(codesOf(without.diagnostics)).toEqual(['crawl/source-unreadable']);
});
