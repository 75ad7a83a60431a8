import { describe, expect, it } from 'vitest';
import { portalOf } from '../../../portal/machine/machine-fixture.ts';
import { quickOpenFiles } from '../../../portal/quick-open/quick-open-files.ts';
import type { QuickOpenCatalog, QuickOpenOperations } from '../../../portal/views/quick-open.ts';
import { answer } from './answer.ts';
import { vocabularyOf } from './ask-lists.ts';
import type { Index } from './load-index.ts';
import type { Row } from './row.ts';
import { entityTargets, operationTargets, pageTargets } from './targets.ts';

const entity = (kind: string, name: string, ...spec: readonly string[]): string =>
  [
    'apiVersion: backstage.io/v1alpha1',
    `kind: ${kind}`,
    `metadata: { name: ${name}${name === 'ledger' ? ', annotations: { backstage.io/techdocs-ref: "dir:." }' : ''} }`,
    'spec:',
    ...spec.map((line) => `  ${line}`),
  ]
    .join('\n')
    .concat('\n');

const component = (name: string, owner: string, lifecycle: string, ...more: readonly string[]): string =>
  entity('Component', name, 'type: service', `lifecycle: ${lifecycle}`, ...(owner ? [`owner: ${owner}`] : []), ...more);

const portal = portalOf([
  entity('Group', 'finance', 'type: division', 'children: []', 'profile: { displayName: Finance }'),
  entity('Group', 'payments', 'type: team', 'children: []', 'parent: finance', 'profile: { displayName: Payments }'),
  entity('Group', 'storefront', 'type: team', 'children: []', 'profile: { displayName: Storefront }'),
  entity('System', 'bookkeeping', 'owner: finance'),
  component('ledger', 'payments', 'production', 'system: bookkeeping', 'dependsOn: [component:till]'),
  component('till', 'payments', 'deprecated'),
  component('product-index', 'storefront', 'production'),
  component('shop-web', 'storefront', 'deprecated'),
  entity('Template', 'start', 'type: service', 'owner: payments', 'steps: []').replaceAll(
    'backstage.io/v1alpha1',
    'scaffolder.backstage.io/v1beta3',
  ),
  entity('Template', 'orphan', 'type: service', 'steps: []').replaceAll(
    'backstage.io/v1alpha1',
    'scaffolder.backstage.io/v1beta3',
  ),
  entity(
    'API',
    'pay-api',
    'type: openapi',
    'lifecycle: deprecated',
    'owner: payments',
    'definition: |',
    '  openapi: 3.0.0',
    '  paths:',
    '    /pay/{id}:',
    '      post:',
    '        summary: Pay it',
  ),
]);
const files = new Map([...quickOpenFiles(portal)].map(({ path, text }) => [path, JSON.parse(text) as unknown]));
const catalog = files.get('quick-open/catalog.json') as QuickOpenCatalog;
const entities = entityTargets(catalog);
const texts = {
  page: 'Page',
  docsOf: (site: string) => `Docs · ${site}`,
  operationOf: (api: string) => `Operation · ${api}`,
};
const index: Index = {
  entities,
  targets: [
    ...entities,
    ...pageTargets(catalog.pages, texts),
    ...operationTargets(files.get('quick-open/operations.json') as QuickOpenOperations, texts),
  ],
  vocabulary: vocabularyOf(entities),
};

const ask = (query: string): readonly Row[] => answer(query, index, '/p/', () => 0);
const said = ({ text, count, deed }: Row): string =>
  [text, count, deed.does === 'open' ? deed.url : JSON.stringify(deed)].filter(Boolean).join(' | ');

describe('lists', () => {
  it.each([
    [
      'deprecated components of payments',
      'Deprecated components of Payments | 1 | /p/catalog/component/?lifecycle=deprecated&owner=payments',
    ],
    [
      'components deprecated payments',
      'Deprecated components of Payments | 1 | /p/catalog/component/?lifecycle=deprecated&owner=payments',
    ],
    ['components of finance', 'Components of Finance | 2 | /p/catalog/component/?owner=finance'],
    ['deprecated', 'Deprecated components | 2 | /p/catalog/component/?lifecycle=deprecated'],
    ['deprecated apis', 'Deprecated APIs | 1 | /p/catalog/api/?lifecycle=deprecated'],
    [
      'services of storefront',
      'Service components of Storefront | 2 | /p/catalog/component/?type=service&owner=storefront',
    ],
    ['components in bookkeeping', 'Components in bookkeeping | 1 | /p/catalog/component/?system=bookkeeping'],
    ['templates without owner', 'Templates without owner | 1 | /p/catalog/template/?owner=none'],
    [
      'depr comp of pay',
      'Deprecated components of Payments | 1 | /p/catalog/component/?lifecycle=deprecated&owner=payments',
    ],
  ])('%s', (query, first) => {
    expect(said(ask(query)[0] as Row)).toBe(first);
  });

  it('say that there is none, and what there is with less said', () => {
    expect(ask('deprecated components in bookkeeping').slice(0, 3).map(said)).toEqual([
      'Deprecated components in bookkeeping | 0 | /p/catalog/component/?lifecycle=deprecated&system=bookkeeping',
      'Deprecated components | 2 | /p/catalog/component/?lifecycle=deprecated',
      'Components in bookkeeping | 1 | /p/catalog/component/?system=bookkeeping',
    ]);
  });

  it.each([
    ['prod', 'product-index'],
    ['payments', 'Payments'],
    ['storefront', 'Storefront'],
  ])('do not stand before what is called %s', (query, first) => {
    expect(ask(query)[0]?.text).toBe(first);
  });

  it('of a team are offered below the team', () => {
    expect(ask('payments').map(said)).toContain('Components of Payments | 2 | /p/catalog/component/?owner=payments');
  });
});

describe('questions', () => {
  it.each([
    ['who owns ledger', 'Payments owns ledger | /p/catalog/default/group/payments/'],
    ['owner of ledger', 'Payments owns ledger | /p/catalog/default/group/payments/'],
    ['graph of ledgr', 'Graph of ledger | /p/catalog-graph/?focus=component%3Adefault%2Fledger'],
    ['what depends on till', 'What depends on till | /p/catalog/default/component/till/#dependents'],
    ['copy ref of till', 'Copy the ref of till | {"does":"copy","text":"component:default/till"}'],
    ['definition of pay', 'Definition of pay-api | /p/catalog/default/api/pay-api/#definition'],
    ['graph', 'Graph of everything | /p/catalog-graph/'],
  ])('%s', (query, first) => {
    expect(said(ask(query)[0] as Row)).toBe(first);
  });

  it('can be gone on with once they are begun', () => {
    expect(ask('docs').map(said)).toContain('Docs of … | {"does":"complete","query":"docs of "}');
    expect(ask('who own').map(said)).toContain('Who owns … | {"does":"complete","query":"who owns "}');
  });

  it('are not answered where there is nothing to say', () => {
    expect(ask('what depends on shop-web').map(({ text }) => text)).not.toContain('What depends on shop-web');
  });
});

describe('names', () => {
  it.each([
    ['POST /pay', 'POST /pay/{id} | /p/catalog/default/api/pay-api/#definition:~:text=%2Fpay%2F%7Bid%7D%3A,post%3A'],
    ['problems', 'Problems | /p/problems/'],
    ['finance', 'Finance | /p/catalog/default/group/finance/'],
    ['ledger', 'ledger | /p/catalog/default/component/ledger/'],
    ['settings', 'Settings | /p/settings/'],
    ['component:default/till', 'till | /p/catalog/default/component/till/'],
    ['dark', 'Theme: dark | {"does":"theme","theme":"dark"}'],
  ])('%s', (query, first) => {
    expect(said(ask(query)[0] as Row)).toBe(first);
  });

  it('are not there for words that say nothing', () => {
    expect(ask('xyzzy')).toEqual([]);
    expect(ask('  ')).toEqual([]);
    expect(ask('<img src=x onerror=alert(1)>')).toEqual([]);
  });

  it('wait for the index, commands do not', () => {
    expect(answer('till', undefined, '/p/', () => 0)).toEqual([]);
    expect(answer('dark', undefined, '/p/', () => 0)[0]?.text).toBe('Theme: dark');
  });
});
