import { cp, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RepositoryFiles } from '../catalog/repository-files.ts';
import type { TechdocsConfig } from '../config/config.ts';
import { buildDocs } from './build-docs.ts';
import type { DocsSite } from './docs-site.ts';
import type { GoodDocs } from './good-docs.ts';
import { type DocsFixture, docsConfig, documented, type FilesByPath, makeDocsFixture } from './testing/docs-fixture.ts';

const withoutPython: TechdocsConfig = { ...docsConfig, python: '/nonexistent/python' };
const first: FilesByPath = {
  'catalog-info.yaml': documented,
  'mkdocs.yml': 'site_name: First\n',
  'docs/index.md': '# One\n\n![p](p.png)\n\n[none](none.md)\n',
  'docs/p.png': 'png',
};
const other: FilesByPath = {
  'catalog-info.yaml': documented.replaceAll('orders', 'billing'),
  'docs/index.md': '# Billing\n',
};
const changed = { 'catalog-info.yaml': documented, 'mkdocs.yml': 'site_name: First\n', 'docs/index.md': '# Two\n' };

/** Builds a site and prints what came of them; its words are the state folder and what was good. */
const fullDisk = `
  import { readdirSync } from 'node:fs';
  import { buildDocs } from ${JSON.stringify(new URL('build-docs.ts', import.meta.url).href)};
  import { docsConfig, makeDocsFixture } from ${JSON.stringify(new URL('testing/docs-fixture.ts', import.meta.url).href)};
  const large = 'x'.repeat(200_000);
  const fixture = await makeDocsFixture({
    'o/r': { ...${JSON.stringify(first)}, 'docs/a.md': large, 'docs/b.md': large, 'docs/c.md': large },
  });
  const input = { catalog: fixture.catalog, snapshot: fixture, config: docsConfig, lastGood: new Map(JSON.parse(process.argv[2])) };
  const { value, diagnostics } = await buildDocs(input, { ...fixture.context, stateFolder: process.argv[1] });
  const problems = diagnostics.map(({ message }) => message);
  const entries = readdirSync(process.argv[1] + '/techdocs');
  console.log(JSON.stringify({ sites: value.sites, problems, entries }));
  await fixture.remove();
`;

interface FullDisk {
  readonly sites: readonly DocsSite[];
  readonly problems: readonly string[];
  readonly entries: readonly string[];
}

// Needs a system that lets anybody mount a disk of his own in a namespace of his own.
const canMount = !(await execa('unshare', ['-rm', 'true'], { reject: false })).failed;

const fixtures: DocsFixture[] = [];
let state: string;
let good: ReadonlyMap<string, GoodDocs>;

/** One build of a repository at a commit, all in the same state folder. */
async function build(
  files: FilesByPath,
  commit: string,
  {
    config = docsConfig,
    repository = (it: RepositoryFiles) => it,
    lastGood = good,
    beside = {} as Readonly<Record<string, FilesByPath>>,
  } = {},
) {
  const fixture = await makeDocsFixture({ 'o/r': files, ...beside });
  fixtures.push(fixture);
  const repositories = fixture.repositories.map((it) =>
    repository({
      ...it,
      repository: { ...it.repository, commit: commit.repeat(40), committedAt: `2026-01-0${commit}T00:00:00Z` },
    }),
  );
  const input = { catalog: fixture.catalog, snapshot: { ...fixture, repositories }, config, lastGood };
  const { value, diagnostics } = await buildDocs(input, { ...fixture.context, stateFolder: state });
  const [site] = value.sites;
  const html = site?.pages[0] ? await readFile(site.pages[0].htmlFile, 'utf8') : '';
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  return { fixture, value, site, html, codes, diagnostics, good: new Map(value.good.map((it) => [it.id, it])) };
}

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'callboard-last-good-docs-'));
  good = new Map();
  const built = await build(first, '1');
  expect(built.site?.lastGood).toBeUndefined();
  good = built.good;
});
afterAll(async () => {
  await Promise.all(fixtures.map((fixture) => fixture.remove()));
  await rm(state, { recursive: true, force: true });
});

it('remembers of a site what the next build needs, and nothing of the machine', () => {
  const [only] = good.values();
  expect([...good.keys()]).toEqual(['o/r ']);
  expect(only).toMatchObject({ repositoryId: 'o/r', root: '', entities: ['component:default/orders'] });
  expect(only).toMatchObject({ commit: '1'.repeat(40), at: '2026-01-01T00:00:00Z' });
  expect(JSON.stringify(only)).not.toContain(tmpdir());
});

describe('docs that cannot be built today stay as they were', () => {
  it('when there is no Python, with their pictures, marked with commit and reason', async () => {
    const built = await build({ ...changed, 'docs/p.png': 'png' }, '2', { config: withoutPython });
    expect(built.html).toContain('One');
    expect(built.site?.lastGood).toEqual({
      commit: '1'.repeat(40),
      at: '2026-01-01T00:00:00Z',
      reason: expect.stringContaining('/nonexistent/python'),
    });
    expect(built.codes).toEqual(['techdocs/python-missing']);
    expect(built.good).toEqual(good);
    expect([...built.value.docsByEntity.keys()]).toEqual(['component:default/orders']);
    // What the crawl kept of the older commit is forgotten by then.
    const later = await build(changed, '3', { config: withoutPython });
    const kept = later.site?.assets[0]?.file ?? '';
    expect(await readFile(kept, 'utf8')).toBe('png');
    // A link in its place is not followed; without the picture, the rest stays.
    await rename(kept, join(state, 'picture'));
    await symlink('/etc/passwd', kept);
    const forged = await build(changed, '3', { config: withoutPython });
    expect(forged.html).toContain('One');
    expect(forged.site?.assets).toEqual([]);
    await rename(join(state, 'picture'), kept);
  });

  it.skipIf(!canMount)('when the disk is full, which leaves nothing half', async () => {
    const disk = await mkdtemp(join(tmpdir(), 'callboard-full-disk-'));
    const script = 'mount -t tmpfs -o size=400k tmpfs "$1" && cp -r "$2/." "$1" && shift 2 && exec "$@"';
    const node = [process.execPath, '--input-type=module', '-e', fullDisk, disk, JSON.stringify([...good])];
    const { stdout } = await execa('unshare', ['-rm', 'bash', '-c', script, 'bash', disk, state, ...node]);
    await rm(disk, { recursive: true });
    const told = JSON.parse(stdout) as FullDisk;
    expect(told.sites.map(({ title, lastGood }) => [title, lastGood?.commit])).toEqual([['First', '1'.repeat(40)]]);
    expect(told.problems).toEqual([
      'The docs in "." could not be built: they could not be written (ENOSPC); they are shown as of commit 1111111',
    ]);
    expect(told.entries.filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('when their configuration cannot be read', async () => {
    const built = await build({ ...changed, 'mkdocs.yml': 'site_name: [\n' }, '2');
    expect(built.html).toContain('One');
    expect(built.site?.title).toBe('First');
    expect(built.site?.lastGood?.reason).toContain('mkdocs.yml cannot be read');
    expect(built.codes).toEqual(['techdocs/config-invalid']);
    expect(built.good).toEqual(good);
  });

  it('without a mark when nothing of them changed', async () => {
    const built = await build(first, '2', { config: withoutPython });
    expect(built.html).toContain('One');
    expect(built.site?.lastGood).toBeUndefined();
  });

  it('when a page of theirs could not be read, and as the crawl says when their repository could not', async () => {
    const bare = { 'catalog-info.yaml': documented };
    const unread = await build(bare, '2', {
      repository: (it) => ({ ...it, unread: new Set(['docs/index.md']) }),
    });
    expect(unread.html).toContain('One');
    expect(unread.site?.lastGood?.reason).toBe('docs/index.md could not be read.');
    expect(unread.codes).toEqual([]);
    const stale = await build(bare, '1', {
      repository: (it) => ({
        ...it,
        repository: { ...it.repository, stale: { freshAt: '2026-01-01T00:00:00Z', reason: 'No answer.' } },
      }),
    });
    expect(stale.html).toContain('One');
    expect(stale.site?.lastGood).toBeUndefined();
    expect(stale.good).toEqual(good);
  });
});

describe('docs are gone', () => {
  it.each<[string, FilesByPath, ((it: RepositoryFiles) => RepositoryFiles)?]>([
    ['their folder is not in a tree that was read', { 'catalog-info.yaml': documented }],
    [
      'their entity is, also while their repository cannot be read',
      { 'catalog-info.yaml': documented.replaceAll('orders', 'another') },
      (it) => ({
        ...it,
        repository: { ...it.repository, stale: { freshAt: '2026-01-01T00:00:00Z', reason: 'No answer.' } },
      }),
    ],
  ])('when %s', async (_case, files, repository) => {
    const { value } = await build(files, '2', { config: withoutPython, ...(repository && { repository }) });
    expect(value.sites).toEqual([]);
    expect(value.good).toEqual([]);
  });

  it('when the cache lost them, and a page says why then rather than half of them', async () => {
    const [lost] = [...good.values()].map((it) => ({ ...it, entry: '0'.repeat(64) }));
    const { value } = await build(changed, '2', {
      config: withoutPython,
      lastGood: new Map(lost ? [[lost.id, lost]] : []),
    });
    const [page] = value.sites.flatMap(({ pages }) => pages);
    expect(await readFile(page?.htmlFile ?? '', 'utf8')).toContain('These docs could not be built');
    expect(value.good).toEqual([]);
  });
});

it('builds a site without a readable configuration as far as it goes, and does not call it good', async () => {
  const built = await build({ ...first, 'mkdocs.yml': 'site_name: [\n' }, '1', { lastGood: new Map() });
  expect(built.html).toContain('One');
  expect(built.codes).toContain('techdocs/config-invalid');
  expect(built.value.good).toEqual([]);
});

it('renders the site that changed and no other, on another machine as well', async () => {
  const before = await build(first, '1', { beside: { 'o/s': other } });
  const carried = await mkdtemp(join(tmpdir(), 'callboard-carried-docs-'));
  const home = state;
  try {
    await cp(state, carried, { recursive: true });
    state = carried;
    const entries = await readdir(join(carried, 'techdocs'));
    const times = await Promise.all(entries.map((name) => stat(join(carried, 'techdocs', name, 'site.json'))));
    const after = await build(changed, '2', { beside: { 'o/s': other } });
    expect(after.value.sites.map(({ pages }) => pages[0]?.title)).toEqual(['Billing', 'Two']);
    const added = (await readdir(join(carried, 'techdocs'))).filter((name) => !entries.includes(name));
    expect(added).toHaveLength(1);
    const later = await Promise.all(entries.map((name) => stat(join(carried, 'techdocs', name, 'site.json'))));
    expect(later.map(({ mtimeMs }) => mtimeMs)).toEqual(times.map(({ mtimeMs }) => mtimeMs));
    expect([...after.value.used].sort()).toEqual(
      [...added, ...[...before.value.used].filter((name) => after.value.used.has(name))].sort(),
    );
  } finally {
    state = home;
    await rm(carried, { recursive: true, force: true });
  }
});
