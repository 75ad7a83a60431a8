import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import type { RepositoryFiles, RepositoryInfo } from '../../catalog/repository-files.ts';
import { component, document, repositoryOf } from '../../catalog/repository-fixture.ts';
import { deriveFacts } from '../../catalog/suggestion/repository-facts.ts';
import { type BareRepository, isBare } from '../../catalog/suggestion/suggest-descriptor.ts';
import { assemblePortal, type Portal } from '../assemble-portal.ts';
import { homePage } from '../home.ts';
import { filesOf, jsonAt } from '../machine/machine-fixture.ts';
import { publishedCoverage } from '../machine/schemas/published-coverage.ts';
import { publishedIndex } from '../machine/schemas/published-lists.ts';
import { planPages } from '../plan-pages.ts';
import { overviewPages } from '../problems/overview-page.ts';
import type { NotInCatalogPage } from '../views/coverage.ts';
import type { AsideReason } from './coverage.ts';
import { newFileUrl } from './new-file-url.ts';

function bare(slug: string, info: Partial<RepositoryInfo> = {}, files: Record<string, string> = {}): BareRepository {
  return { ...repositoryOf(slug, files, info), facts: deriveFacts(Object.keys(files).sort()) };
}

const people = repositoryOf('acme/people', {
  'catalog-info.yaml': document('Group', 'shipping', ['type: team', 'children: []']),
});
const shop = repositoryOf('acme/shop', { 'catalog-info.yaml': component('shop', []) });

function portalOf(repositories: readonly RepositoryFiles[], notExpected: readonly string[] = []): Portal {
  const { value: catalog, diagnostics } = readCatalog({ repositories, allow: ['*'] });
  return assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/p/' },
    catalog,
    repositories: repositories.map(({ repository }) => repository),
    docsSites: [],
    docsByEntity: new Map(),
    diagnostics,
    callboardVersion: '1.0.0',
    uncatalogued: { bare: repositories.filter(isBare), notExpected, catalogPaths: new Map() },
  });
}

function pagesOf(portal: Portal): ReadonlyMap<string, NotInCatalogPage> {
  const pages = planPages(portal).filter(({ file }) => file.startsWith('not-in-catalog/'));
  return new Map(pages.map(({ route, view }) => [route, view('') as NotInCatalogPage]));
}

const slugs = (list: readonly { readonly files: BareRepository }[]) => list.map(({ files }) => files.repository.slug);

describe('the coverage of a catalog', () => {
  it('counts what is there, what is missing and what gives nothing, and not what is set aside', () => {
    const { coverage } = portalOf(
      [
        people,
        shop,
        bare('acme/bare'),
        bare('acme/old', { archived: true }),
        bare('acme/copy', { fork: true }),
        bare('acme/Sandbox-1', { archived: true }),
        repositoryOf('acme/broken', { 'catalog-info.yaml': 'kind: [' }),
        repositoryOf('acme/empty', { 'catalog-info.yaml': '' }),
        repositoryOf('acme/teams-and-members', {}, { generated: true }),
      ],
      ['acme/sandbox-*'],
    );
    expect(coverage).toMatchObject({ total: 5, covered: 2 });
    expect(slugs(coverage.missing)).toEqual(['acme/bare']);
    expect(coverage.broken.map(({ slug }) => slug)).toEqual(['acme/broken', 'acme/empty']);
    const reasons: AsideReason[] = ['not-expected', 'fork', 'archived'];
    expect(coverage.aside.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('knows what is described from elsewhere', () => {
    const about = (slug: string) => component('x', []).replace('name: x', `name: x\n  annotations: { ${slug} }`);
    const covered = (annotation: string, info: Partial<RepositoryInfo> = {}) => {
      const central = repositoryOf('acme/central', { 'catalog-info.yaml': about(annotation) });
      return portalOf([central, bare('acme/legacy', info)]).coverage.covered;
    };
    expect(covered('github.com/project-slug: Acme/Legacy')).toBe(2);
    expect(covered('github.com/project-slug: acme/other')).toBe(1);
    expect(covered('gitlab.com/project-slug: acme/legacy')).toBe(1);
    const gitlab: Partial<RepositoryInfo> = { host: 'gitlab', webUrl: 'https://git.acme.example/acme/sub/legacy' };
    expect(covered('gitlab.com/project-slug: acme/sub/legacy', gitlab)).toBe(2);
  });

  it('puts first what is worth most: recent, with definitions and docs, then the newest', () => {
    const at = (committedAt: string) => ({ committedAt });
    const api = { 'openapi.yaml': 'openapi: 3.0.0\n' };
    const { coverage } = portalOf([
      bare('a/new', at('2026-06-01T00:00:00Z')),
      bare('a/newest', at('2026-07-01T00:00:00Z')),
      bare('b/docs', at('2025-09-01T00:00:00Z'), { 'docs/index.md': '' }),
      bare('c/both', at('2025-09-01T00:00:00Z'), { 'docs/index.md': '', ...api }),
      bare('d/old-both', at('2020-01-01T00:00:00Z'), { 'docs/index.md': '', ...api }),
      bare('e/old', at('2020-01-01T00:00:00Z')),
    ]);
    const first = ['c/both', 'b/docs', 'a/newest', 'a/new', 'd/old-both', 'e/old'];
    // Two points of docs and a definition weigh as much as a recent commit; the newer commit decides.
    expect(slugs(coverage.missing)).toEqual(first);
  });

  it('suggests names that nobody has, and owners that the catalog knows', () => {
    const { coverage } = portalOf([
      people,
      shop,
      bare('beta/shop', {}, { CODEOWNERS: '* @acme/shipping' }),
      bare('gamma/tools'),
      bare('beta/tools'),
    ]);
    const of = (slug: string) => coverage.missing.find(({ files }) => files.repository.slug === slug)?.suggestion;
    expect(of('beta/shop')).toMatchObject({ name: 'beta-shop', owner: { ref: 'group:default/shipping' } });
    expect(of('beta/tools')?.name).toBe('tools');
    expect(of('gamma/tools')?.name).toBe('gamma-tools');
  });
});

it('guesses the team of who wrote the last commit', () => {
  const ann = repositoryOf('acme/ann', {
    'catalog-info.yaml': document('User', 'ann', ['memberOf: [shipping]', 'profile: { email: ann@acme.example }']),
  });
  const files = { ...bare('acme/labels'), author: { name: 'Ann', email: 'Ann@acme.example' } };
  expect(portalOf([people, ann, files]).coverage.missing[0]?.suggestion.owner.ref).toBe('group:default/shipping');
});

describe('the page', () => {
  it('has a list for each source, and others only where they hold something', () => {
    const everything = [
      shop,
      bare('acme/a', { source: 'north' }),
      bare('acme/b', { source: 'South East' }),
      bare('acme/c', { archived: true }),
      repositoryOf('acme/d', { 'catalog-info.yaml': 'kind: [' }),
    ];
    const pages = pagesOf(portalOf(everything));
    expect([...pages.keys()]).toEqual([
      'not-in-catalog/',
      'not-in-catalog/aside/',
      'not-in-catalog/broken/',
      'not-in-catalog/sources/_south_020-_east/',
      'not-in-catalog/sources/north/',
    ]);
    const first = pages.get('not-in-catalog/');
    expect(first?.coverage).toBe('1 of 4 repositories are in the catalog.');
    expect(first?.tabs.map(({ text, count }) => `${text} ${count}`)).toEqual([
      'Without a descriptor 2',
      'With a descriptor that gives nothing 1',
      'Set aside 1',
    ]);
    expect(first?.sources.map(({ text, count }) => `${text} ${count}`)).toEqual([
      'All sources 2',
      'South East 1',
      'north 1',
    ]);
    expect(pages.get('not-in-catalog/sources/north/')?.rows.map(({ repository }) => repository)).toEqual(['acme/a']);
    expect(pages.get('not-in-catalog/aside/')?.rows[0]).toMatchObject({ repository: 'acme/c', note: 'Archived.' });
    expect(pages.get('not-in-catalog/broken/')?.rows[0]).toMatchObject({
      repository: 'acme/d',
      problems: { url: '/p/problems/repositories/acme~d/' },
    });
    expect(pages.get('not-in-catalog/broken/')?.rows[0]?.suggestion).toBeUndefined();
  });

  it('is there and says so when nothing is missing', () => {
    const pages = pagesOf(portalOf([shop]));
    expect([...pages.keys()]).toEqual(['not-in-catalog/']);
    expect(pages.get('not-in-catalog/')).toMatchObject({ rows: [], tabs: [], percent: 100 });
  });

  it('has at most a hundred rows, each repository once', () => {
    const many = Array.from({ length: 250 }, (_, index) => bare(`acme/r${index}`));
    const pages = [...pagesOf(portalOf(many)).values()];
    const rows = pages.flatMap((page) => page.rows.map(({ repository }) => repository));
    expect(new Set(rows).size).toBe(250);
    expect(rows).toHaveLength(250);
    expect(Math.max(...pages.map((page) => page.rows.length))).toBeLessThanOrEqual(100);
    expect(pages.at(0)?.nextUrl).toBe('/p/not-in-catalog/2/');
  });

  it('is linked from the home page and the problems, with what is missing', () => {
    const portal = portalOf([shop, bare('acme/a'), bare('acme/b')]);
    expect(homePage(portal).health[0]).toMatchObject({
      label: 'In the catalog',
      value: '33%',
      note: '1 of 3, of the repositories',
      url: '/p/not-in-catalog/',
    });
    expect(overviewPages(portal, 'code')[0]?.missing).toEqual({
      text: '2 repositories are not in the catalog yet',
      url: '/p/not-in-catalog/',
    });
    expect(overviewPages(portalOf([shop]), 'code')[0]?.missing).toBeUndefined();
  });
});

describe('the link to a new file', () => {
  const at = (info: Partial<RepositoryInfo>) => bare('acme/a', info).repository;

  it.each([
    [{}, 'https://github.com/acme/a/new/main?filename=catalog-info.yaml&value=a%3A+%22%26%23%3D%2B%22%0A'],
    [{ branch: 'release/1 #2' }, 'https://github.com/acme/a/new/release/1%20%232?filename='],
    [
      { host: 'gitlab' as const, webUrl: 'https://git.acme.example/acme/sub/a/' },
      'https://git.acme.example/acme/sub/a/-/new/main?file_name=catalog-info.yaml&content=a%3A+%22',
    ],
  ])('opens the editor of the host with the text: %j', (info, url) => {
    const link = newFileUrl(at(info), 'catalog-info.yaml', 'a: "&#=+"\n');
    expect(link?.url.slice(0, url.length)).toBe(url);
    expect(link?.isFilled).toBe(true);
  });

  it('leaves the text out where it is too long for an address', () => {
    const link = newFileUrl(at({}), 'catalog-info.yaml', 'x'.repeat(7980));
    expect(link).toEqual({
      url: 'https://github.com/acme/a/new/main?filename=catalog-info.yaml',
      host: 'GitHub',
      isFilled: false,
    });
  });

  it('is not there where the host has no such page', () => {
    expect(newFileUrl(at({ host: 'none' }), 'catalog-info.yaml', '')).toBeUndefined();
  });
});

describe('for machines', () => {
  const portal = portalOf([
    shop,
    bare(
      'acme/labels',
      { description: 'Prints `labels`\n# Not a heading' },
      { 'README.md': '# L', 'a.go': '', Dockerfile: '' },
    ),
    bare('acme/old', { archived: true }),
    repositoryOf('acme/broken', { 'catalog-info.yaml': 'kind: [' }),
  ]);
  const files = filesOf(portal);

  it('it is JSON that its schema takes, with the descriptor and where to add it', () => {
    const rows = JSON.parse(files.get('api/not-in-catalog.json') ?? 'null');
    const ajv = new Ajv({ allowUnionTypes: true });
    expect(ajv.validate(publishedCoverage, rows), JSON.stringify(ajv.errors)).toBe(true);
    expect(rows.map(({ slug, reason }: Record<string, string>) => `${slug}: ${reason}`)).toEqual([
      'acme/labels: no-descriptor',
      'acme/broken: nothing-defined',
      'acme/old: archived',
    ]);
    expect(rows[0]).toMatchObject({
      found: { files: 3, languages: [{ name: 'Go', files: 1 }], deployment: 'Dockerfile' },
      suggestion: { path: 'catalog-info.yaml', text: expect.stringContaining('name: labels') },
    });
    expect(new URL(rows[0].suggestion.newFileUrl).searchParams.get('value')).toBe(rows[0].suggestion.text);
    const index = jsonAt(files, 'index.json');
    expect(index.counts.repositories).toEqual({ expected: 3, covered: 1 });
    expect(index.files.notInCatalog).toEqual(['../not-in-catalog.json']);
    expect(new Ajv({ allowUnionTypes: true }).validate(publishedIndex, index)).toBe(true);
  });

  it('it is Markdown in which nobody’s words are markup', () => {
    const text = files.get('not-in-catalog/index.md') ?? '';
    expect(text).toContain('1 of 3 repositories are in the catalog.');
    expect(text).toContain('## [acme/labels](https://github.com/acme/labels)\n\nPrints \\`labels\\` # Not a heading\n');
    expect(text).toContain('```yaml\n# Suggested by Callboard');
  });

  it('it is cut where it grows large, under names of its own', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => bare(`acme/r${index}`));
    const names = [...filesOf(portalOf(many)).keys()].filter((path) => path.startsWith('api/not-in-catalog'));
    expect(names).toEqual(['api/not-in-catalog-1.json', 'api/not-in-catalog-2.json']);
  });
});
