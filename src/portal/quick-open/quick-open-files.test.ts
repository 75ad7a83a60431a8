import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import type { DocsPage, DocsSite } from '../../techdocs/docs-site.ts';
import { syntheticCatalog } from '../../testing/bench/synthetic-catalog.ts';
import { catalogOfMany, filesOf, portalOf, portalOfCatalog } from '../machine/machine-fixture.ts';
import {
  entityFlags,
  type QuickOpenCatalog,
  type QuickOpenDocs,
  type QuickOpenOperations,
  readNumbers,
  readTexts,
} from '../views/quick-open.ts';
import { takeFromEach } from './columns.ts';
import { quickOpenFiles } from './quick-open-files.ts';

const entity = (kind: string, name: string, ...spec: readonly string[]): string =>
  [
    `apiVersion: backstage.io/v1alpha1`,
    `kind: ${kind}`,
    `metadata: { name: ${name} }`,
    'spec:',
    ...spec.map((line) => `  ${line}`),
  ]
    .join('\n')
    .concat('\n');

const read = <File>(files: ReadonlyMap<string, string>, name: string): File =>
  JSON.parse(files.get(`quick-open/${name}.json`) ?? 'null') as File;

describe('the first file', () => {
  const portal = portalOf([
    entity('Group', 'payments', 'type: team', 'children: []', 'profile: { displayName: Payments }'),
    entity(
      'Component',
      'ledger',
      'type: service',
      'lifecycle: deprecated',
      'owner: payments',
      'dependsOn: [component:till]',
    ),
    entity('Component', 'till', 'type: service', 'lifecycle: production', 'owner: nobody'),
    entity(
      'API',
      'pay-api',
      'type: openapi',
      'lifecycle: production',
      'owner: payments',
      'definition: |',
      '  openapi: 3.0.0',
      '  paths:',
      '    /pay:',
      '      post: {}',
    ),
  ]);
  const files = filesOf(portal, quickOpenFiles);
  const catalog = read<QuickOpenCatalog>(files, 'catalog');
  const components = catalog.parts.find(({ kind }) => catalog.kinds[kind]?.kind === 'component');

  it('has names, owners and states in columns', () => {
    const names = readTexts(components?.names ?? '');
    expect(names).toEqual(['ledger', 'till']);
    const owners = readNumbers(components?.owners ?? '', 2).map((number) => catalog.owners[number - 1]);
    expect(owners).toEqual([['Payments', 'group:default/payments'], ['nobody']]);
    const lifecycles = readNumbers(components?.lifecycles ?? '', 2).map((number) => catalog.lifecycles[number - 1]);
    expect(lifecycles).toEqual(['deprecated', 'production']);
    const flags = readNumbers(components?.flags ?? '', 2);
    expect((flags[1] ?? 0) & entityFlags.dependents).not.toBe(0);
    expect((flags[0] ?? 0) & entityFlags.dependents).toBe(0);
  });

  it('names the pages there are, and the files that come after', () => {
    const paths = catalog.pages.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['', 'catalog/component/', 'problems/', 'settings/']));
    // Nobody crawled, and there are no docs.
    expect(paths).not.toContain('status/');
    expect(paths).not.toContain('docs/');
    expect(catalog.more).toEqual([{ path: 'quick-open/operations.json', holds: 'operations' }]);
    expect([...files.keys()]).toEqual(['quick-open/catalog.json', 'quick-open/operations.json']);
  });

  it('has what APIs offer', () => {
    expect(read<QuickOpenOperations>(files, 'operations').apis).toEqual([
      { ref: 'api:default/pay-api', title: 'pay-api', form: 'yaml', methods: 'POST', names: '/pay', summaries: '' },
    ]);
  });

  it('is the same bytes for the same catalog', () => {
    expect([...filesOf(portal, quickOpenFiles)]).toEqual([...files]);
  });

  it('speaks the language of the portal', () => {
    const german = portalOf([entity('Group', 'payments', 'type: team', 'children: []')], { language: 'de' });
    expect(
      read<QuickOpenCatalog>(filesOf(german, quickOpenFiles), 'catalog').pages.map(({ title }) => title),
    ).toContain('Startseite');
  });
});

it('keeps each text on its line, whatever it holds', () => {
  const hostile = portalOf([
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a, title: "two\\nlines\\tand <img src=x onerror=alert(1)>" }\nspec: { type: service, lifecycle: production, owner: x }\n',
    `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: b, title: ${'long '.repeat(100)} }\nspec: { type: service, lifecycle: production, owner: x }\n`,
  ]);
  const [part] = read<QuickOpenCatalog>(filesOf(hostile, quickOpenFiles), 'catalog').parts;
  const titles = readTexts(part?.titles ?? '');
  expect(titles).toEqual(['two lines and <img src=x onerror=alert(1)>', expect.stringMatching(/^(?:long )+long…$/)]);
  expect(titles[1]?.length).toBeLessThanOrEqual(100);
});

it('is at most 150 kB for 10,000 entities, as it is sent', () => {
  const { value } = readCatalog({ repositories: syntheticCatalog({ entities: 10_000, seed: 3 }), allow: ['*'] });
  const text = filesOf(portalOfCatalog(value), quickOpenFiles).get('quick-open/catalog.json') ?? '';
  expect(gzipSync(text).length).toBeLessThanOrEqual(150_000);
});

it('puts entities beyond 10,000 in further files that stand for themselves', () => {
  const files = filesOf(portalOfCatalog(catalogOfMany(10_001)), quickOpenFiles);
  const { parts, more } = read<QuickOpenCatalog>(files, 'catalog');
  expect(readTexts(parts[0]?.names ?? '')).toHaveLength(10_000);
  expect(more).toEqual([{ path: 'quick-open/catalog-2.json', holds: 'entities' }]);
  expect(read<QuickOpenCatalog>(files, 'catalog-2').parts[0]?.names).toBe('c010000');
});

it('has pages of docs, of a large site no more than leaves room for the others', () => {
  const site = (name: string, count: number): DocsSite => ({
    entityRef: `component:default/${name}`,
    repository: 'acme/shop',
    root: '',
    title: name,
    nav: [],
    assets: [],
    redirects: new Map(),
    pages: Array.from(
      { length: count },
      (_, index): DocsPage => ({
        path: index === 0 ? '' : `p${index}/`,
        sourcePath: '',
        title: `Page ${index}`,
        description: '',
        headings: [],
        htmlFile: '',
        hash: '',
      }),
    ),
  });
  const portal = { ...portalOf([]), docsSites: [site('small', 2), site('large', 20_000)] };
  const { sites } = read<QuickOpenDocs>(filesOf(portal, quickOpenFiles), 'docs');
  expect(sites[0]).toEqual({
    ref: 'component:default/small',
    title: 'small',
    paths: '\np1/',
    titles: 'Page 0\nPage 1',
  });
  expect(readTexts(sites[1]?.titles ?? '')).toHaveLength(9_998);
});

it.each([
  [[2, 20], 10, [2, 8]],
  [[5, 5, 5], 9, [3, 3, 3]],
  [[1, 0, 3], 100, [1, 0, 3]],
  [[], 3, []],
] as const)('shares room: %j within %i', (lengths, most, taken) => {
  const groups = lengths.map((length) => Array.from({ length }, (_, index) => index));
  expect(takeFromEach(groups, most).map(({ length }) => length)).toEqual(taken);
});
