import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogEntity } from '../../catalog/entity.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { component, document, repositoryOf } from '../../catalog/repository-fixture.ts';
import { codeAreas } from '../../diagnostics/code-areas.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { assemblePortal, type Portal } from '../assemble-portal.ts';
import { catalogIndexPages } from '../catalog-index.ts';
import { entityPage } from '../entity-page.ts';
import { planPages } from '../plan-pages.ts';
import { spellProblems, worstProblem } from '../views/problem-values.ts';
import type { ProblemCodePage, ProblemGroupPage, ProblemRow, ProblemRows, ProblemsPage } from '../views/problems.ts';
import * as counts from '../views/text/en/counts.ts';
import { overviewPages } from './overview-page.ts';
import { problemPages } from './plan-problem-pages.ts';
import { repositoryProblemsPath } from './problem-paths.ts';
import { problemRowsFiles } from './problem-rows.ts';

function portalOf(repositories: readonly ReturnType<typeof repositoryOf>[], more: readonly Diagnostic[] = []): Portal {
  const { value: catalog, diagnostics } = readCatalog({ repositories, allow: ['*'] });
  return assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/p/' },
    catalog,
    repositories: repositories.map(({ repository }) => repository),
    docsSites: [],
    docsByEntity: new Map(),
    diagnostics: [...diagnostics, ...more],
    callboardVersion: '1.0.0',
  });
}

const owned = (name: string, owner: string, spec: readonly string[] = []) =>
  component(name, spec).replace('owner: team', `owner: ${owner}`);
const team = (name: string) => document('Group', name, ['type: team', 'children: []']);
const repository = (slug: string, ...parts: readonly string[]) =>
  repositoryOf(slug, { 'catalog-info.yaml': parts.join('---\n') });

const acme = portalOf([
  repository('acme/teams', team('red'), team('blue')),
  repository('acme/shop', owned('cart', 'red', ['dependsOn: [component:gone]']), 'kind: [\n'),
  repository('acme/mixed', owned('a', 'red'), owned('b', 'blue'), 'kind: [\n'),
  repository('acme/lost', owned('c', 'nowhere')),
]);

function view<View>(portal: Portal, path: string): View {
  const page = problemPages(portal).find(([at]) => at === path);
  if (!page) throw new Error(`There is no page ${path}.`);
  return page[1]() as View;
}

describe('the owner of a problem', () => {
  const owners = () =>
    acme.diagnostics.map((item) => [item.source?.repository, item.code, acme.problems.keyOf('owner', item)]);

  it('is the owner of the entity, else of everything in the repository, else nobody', () => {
    expect(owners()).toEqual([
      ['acme/lost', 'catalog/reference-not-found', ''],
      ['acme/mixed', 'yaml/syntax', ''],
      ['acme/shop', 'catalog/reference-not-found', 'group:default/red'],
      ['acme/shop', 'yaml/syntax', 'group:default/red'],
    ]);
  });

  it('is not the owner of what another repository defines by the same name', () => {
    const twice = portalOf([
      repository('acme/a', team('red'), owned('cart', 'red')),
      repository('acme/b', team('blue'), owned('cart', 'blue')),
    ]);
    const [duplicate] = twice.diagnostics;
    expect(duplicate?.code).toBe('catalog/duplicate-entity');
    expect(twice.problems.keyOf('owner', duplicate as Diagnostic)).toBe('group:default/blue');
  });
});

describe('the overviews', () => {
  it('group by repository, owner and code, the worst first, with counts by severity', () => {
    const [byRepository] = overviewPages(acme, 'repository');
    expect(byRepository?.groups.map(({ title, note, counts }) => [title, note, ...Object.values(counts)])).toEqual([
      ['acme/shop', 'red', 1, 1, 0],
      ['acme/mixed', 'nobody', 1, 0, 0],
      ['acme/lost', 'nobody', 0, 1, 0],
    ]);
    expect(overviewPages(acme, 'owner')[0]?.groups.map(({ title, url }) => [title, url])).toEqual([
      ['Nobody', '/p/problems/owners/nobody/'],
      ['red', '/p/problems/owners/default/group/red/'],
    ]);
    expect(overviewPages(acme, 'code')[0]?.groups.map(({ code, note }) => [code, note])).toEqual([
      ['yaml/syntax', '2 repositories'],
      ['catalog/reference-not-found', '2 repositories'],
    ]);
    expect(byRepository?.tabs.map(({ url, count }) => [url, count])).toEqual([
      ['/p/problems/', 3],
      ['/p/problems/owners/', 2],
      ['/p/problems/codes/', 2],
    ]);
  });

  it('show few problems at once, worst first, and many by their groups', () => {
    const [few] = overviewPages(acme, 'repository');
    expect(few?.sections.map(({ title, problems }) => [title, problems.map(({ severity }) => severity)])).toEqual([
      ['acme/shop', ['error', 'warning']],
      ['acme/mixed', ['error']],
      ['acme/lost', ['warning']],
    ]);
    const many = portalOf(
      [],
      Array.from({ length: 41 }, (_, index) => problem('acme/shop', index)),
    );
    expect(overviewPages(many, 'repository')[0]?.sections).toEqual([]);
  });

  it('say so when there is nothing', () => {
    const page = view<ProblemsPage>(portalOf([]), 'problems/');
    expect(page).toMatchObject({ total: 0, groups: [], sections: [], facets: [], pageCount: 1 });
  });
});
const problem = (slug: string, line: number, message = 'm'): Diagnostic =>
  diagnose('yaml/syntax', {
    message,
    source: { repository: slug, path: `${line % 7}.yaml`, line: line + 1, column: 1 },
  });

describe('the page of a repository', () => {
  it('lists its problems by file, with links to lines and to the page of the code', () => {
    const page = view<ProblemGroupPage>(acme, 'problems/repositories/acme~shop/');
    expect(page.sections.map(({ title }) => title)).toEqual(['catalog-info.yaml']);
    expect(page.sections[0]?.problems[1]).toMatchObject({
      address: 'acme/shop/catalog-info.yaml:9:15',
      addressUrl: expect.stringMatching(/\/blob\/[0-9a-f]{40}\/catalog-info\.yaml#L9$/),
      codeUrl: '/p/problems/catalog/reference-not-found/',
      entity: { url: '/p/catalog/default/component/cart/' },
    });
    expect(page.facts.map(({ label, values }) => [label, values.map(({ text }) => text)])).toEqual([
      ['Repository', ['Open on its host']],
      ['Owners', ['red']],
      ['What is wrong', ['YAML syntax', 'Reference to nothing']],
    ]);
  });

  it('has a path of its own whatever the slug, also where capitals do not count', () => {
    const slug = fc.string({ unit: fc.constantFrom(...'aAbB/._-~0 1ü') });
    fc.assert(
      fc.property(slug, slug, (a, b) => {
        fc.pre(a !== b);
        expect(repositoryProblemsPath(a).toLowerCase()).not.toBe(repositoryProblemsPath(b).toLowerCase());
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.integer({ min: 1, max: 3 }), (text, number) => {
        const segments = repositoryProblemsPath(text, number).split('/');
        expect(segments.filter((it) => !/^[a-z0-9._~-]{0,255}$/.test(it) || /^\.+$/.test(it))).toEqual([]);
      }),
    );
    expect(repositoryProblemsPath('Acme/my_shop.js', 2)).toBe('problems/repositories/_acme~my__shop.js/2/');
  });

  it('shares no path with an overview: no area of codes is called like one', () => {
    expect(Object.keys(codeAreas).filter((area) => /^(?:owners|codes|repositories|\d+)$/.test(area))).toEqual([]);
  });
});

describe('the page of a code', () => {
  it('says what it means, shows it, and lists where it occurs', () => {
    const page = view<ProblemCodePage>(acme, 'problems/catalog/reference-not-found/');
    expect(page).toMatchObject({ title: 'Reference to nothing', code: 'catalog/reference-not-found' });
    expect(page.sections[0]?.problems[0]?.hint).toBe('');
    const marked = page.example?.bad[0]?.lines.filter((line) => line.marked).map(({ text }) => text);
    expect(marked).toEqual(['  owner: odrers\n']);
    expect(page.sections.map(({ title, url }) => [title, url])).toEqual([
      ['acme/lost', '/p/problems/repositories/acme~lost/'],
      ['acme/shop', '/p/problems/repositories/acme~shop/'],
    ]);
  });

  it('is there for what occurs, and for nothing else', () => {
    const pages = problemPages(acme).map(([path]) => path);
    expect(pages.filter((path) => /^problems\/(?:yaml|catalog)\//.test(path)).sort()).toEqual([
      'problems/catalog/reference-not-found/',
      'problems/yaml/syntax/',
    ]);
  });
});

describe('the page of an entity', () => {
  const page = (portal: Portal, ref: string) => entityPage(portal, portal.catalog.byRef.get(ref) as CatalogEntity);

  it('shows the worst two of its problems, folds ten more, and refers to its repository for the rest', () => {
    const spec = `dependsOn: [${Array.from({ length: 20 }, (_, index) => `component:gone-${index}`).join(', ')}]`;
    const crowded = portalOf(
      [repository('acme/shop', team('team'), component('cart', [spec]))],
      [diagnose('techdocs/ref-not-found', { message: 'm', entityRef: 'component:default/cart' })],
    );
    const { problems, furtherProblems } = page(crowded, 'component:default/cart');
    expect(problems.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect(furtherProblems).toMatchObject({ count: 19, more: { url: '/p/problems/repositories/acme~shop/' } });
    expect(furtherProblems?.problems).toHaveLength(10);
    expect(page(acme, 'component:default/cart').furtherProblems).toBeUndefined();
  });
});

it('the catalog counts problems by severity, the same static and live', () => {
  const portal = portalOf(
    [repository('acme/shop', team('team'), component('cart', ['dependsOn: [component:gone]']), component('fine'))],
    [
      diagnose('techdocs/ref-not-found', { message: 'm', entityRef: 'component:default/cart' }),
      diagnose('techdocs/iframe-blocked', { message: 'm', entityRef: 'component:default/cart' }),
    ],
  );
  const [page] = catalogIndexPages(portal, 'component');
  expect(page?.rows.map((row) => [row.title, row.problems, spellProblems(row, counts), worstProblem(row)])).toEqual([
    ['cart', 3, '1 error, 1 warning, 1 note', 'error'],
    ['fine', 0, '', 'info'],
  ]);
  const facet = page?.facets.find(({ field }) => field === 'problems');
  expect(facet?.lines.map(({ value, count }) => `${value} ${count}`).sort()).toEqual([
    'errors 1',
    'none 1',
    'notes 1',
    'warnings 1',
  ]);
});

describe('with 20,000 problems', () => {
  const crowd = Array.from({ length: 20_000 }, (_, index) =>
    problem(`acme/r-${index % 400}`, index, 'm'.repeat(index % 3000)),
  );
  const portal = portalOf([], crowd);

  it('no page lists more than a hundred, and together they list each once for every grouping', () => {
    const sizes = new Map<string, number>();
    for (const [path, make] of problemPages(portal)) {
      const page = make() as ProblemsPage | ProblemGroupPage | ProblemCodePage;
      const listed = page.sections.reduce((sum, { problems }) => sum + problems.length, 0);
      const texts = page.sections.flatMap(({ problems }) => problems.map(({ message }) => message.length));
      expect(listed).toBeLessThanOrEqual(100);
      expect(texts.reduce((sum, length) => sum + length, 0)).toBeLessThan(95_000);
      const family = path.split('/')[1] ?? '';
      sizes.set(family, (sizes.get(family) ?? 0) + listed);
    }
    expect(Object.fromEntries(sizes)).toMatchObject({ repositories: 20_000, owners: 20_000, yaml: 20_000 });
  });

  it('pages follow each other', () => {
    const pages = problemPages(portal).filter(([path]) => path.startsWith('problems/yaml/syntax/'));
    const last = pages.at(-1)?.[1]() as ProblemCodePage;
    expect(last).toMatchObject({
      pageNumber: pages.length,
      previousUrl: `/p/problems/yaml/syntax/${pages.length - 1}/`,
    });
    expect(last.nextUrl).toBeUndefined();
    const files = planPages(portal).map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
  });

  it('the live filter loads every problem in parts of 5,000', () => {
    const [first, ...more] = problemRowsFiles(portal);
    const { rows, more: urls } = JSON.parse(first?.text ?? '') as ProblemRows;
    expect(urls).toEqual(more.map(({ path }) => `/p/${path}`));
    const all = [rows, ...more.map(({ text }) => JSON.parse(text) as ProblemRow[])].flat();
    expect(all).toHaveLength(20_000);
  });
});

it('the rows of the live filter lead to the same addresses as the pages', () => {
  const { rows, codes, repositories, owners } = JSON.parse(problemRowsFiles(acme)[0]?.text ?? '') as ProblemRows;
  const row = rows.find(
    ([, code, at]) => codes[code]?.code.startsWith('catalog/') && repositories[at]?.slug === 'acme/shop',
  );
  expect(row?.slice(4)).toEqual([
    'catalog-info.yaml:9:15',
    expect.stringContaining('component:default/gone'),
    '',
    'cart',
    '/p/catalog/default/component/cart/',
    'component',
  ]);
  expect(owners[row?.[3] ?? -1]).toBe('red');
  expect(repositories[row?.[2] ?? -1]?.file).toMatch(/^https:\/\/github\.com\/acme\/shop\/blob\/[0-9a-f]{40}\/$/);
});
