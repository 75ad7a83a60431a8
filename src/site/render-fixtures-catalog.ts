import type { CatalogIndexPage, CatalogRow } from '../portal/views/catalog.ts';
import type { RowsFile } from '../portal/views/catalog-index/rows-file.ts';
import type { PageFrame } from '../portal/views/shared.ts';

const names = ['orders', 'payments', 'vouchers'];
const production = { text: 'production', tone: 'good' } as const;
const deprecated = { text: 'deprecated', tone: 'warn' } as const;

const row = (name: string): CatalogRow => ({
  ref: `component:default/${name}`,
  title: name,
  name,
  namespace: 'default',
  url: `/portal/catalog/default/component/${name}/`,
  description: 'Takes orders.',
  type: 'service',
  owners: [
    name === 'payments'
      ? { ref: 'group:default/payments', title: 'Payments' }
      : { ref: 'group:default/order-team', title: 'Order team' },
  ],
  parts: [{ ref: 'system:default/order-management', title: 'order-management' }],
  lifecycle: name === 'vouchers' ? deprecated : production,
  tags: ['go'],
  docsUrl: `/portal/docs/default/component/${name}/`,
  docsPages: 3,
  problems: name === 'payments' ? 0 : 1,
  errors: name === 'payments' ? 0 : 1,
  warnings: 0,
  dependents: 1,
  inProduction: name === 'vouchers' ? 1 : 0,
  repository: 'northwind/orders',
  source: 'northwind',
});

const three = [0, 0, 0];

/** What `rowsUrl` of the fixture answers: the rows of its page. */
export const rowsFile: RowsFile = {
  kind: 'component',
  more: [],
  owners: {
    refs: ['group:default/order-team', 'group:default/payments', 'group:default/shop'],
    titles: ['Order team', 'Payments', 'Shop'],
    missing: [0, 1, 2],
    up: [2, [], []],
  },
  parts: { refs: ['system:default/order-management'], titles: [0], missing: [0], up: [[]] },
  lifecycles: [production, deprecated],
  types: ['service'],
  namespaces: ['default'],
  tags: ['go'],
  marks: [],
  repositories: ['northwind/orders'],
  sources: ['northwind'],
  sourceOf: [0],
  fields: {},
  rows: {
    names,
    titles: three.map(() => 0),
    descriptions: names.map(() => 'Takes orders.'),
    namespaces: three,
    types: three,
    lifecycles: [0, 0, 1],
    owners: [0, 1, 0],
    parts: three,
    tags: three,
    marks: [[], [], []],
    repositories: three,
    docsPages: [3, 3, 3],
    docsAt: {},
    errors: [1, 0, 1],
    warnings: three,
    notes: three,
    dependents: [1, 1, 1],
    inProduction: [0, 0, 1],
    fields: {},
  },
};

/** An index of three rows, of which one is deprecated. */
export function catalogPage(frame: (title: string) => PageFrame): CatalogIndexPage {
  const url = '/portal/catalog/component/';
  return {
    page: 'catalog-index',
    frame: frame('Components'),
    title: 'Catalog',
    kinds: [{ title: 'Components', glyph: 'component', count: 3, url, current: true, keeps: 'lifecycle owner' }],
    nouns: ['component', 'components'],
    totalText: '3 components',
    glyph: 'component',
    total: 3,
    columns: [
      { field: 'name', title: 'Name' },
      { field: 'owner', title: 'Owner' },
      { field: 'lifecycle', title: 'Lifecycle' },
      { field: 'docs', title: 'Docs' },
      { field: 'problems', title: 'Problems' },
    ],
    facets: [
      {
        field: 'lifecycle',
        title: 'Lifecycle',
        lines: [
          { value: 'production', title: 'production', count: 2, depth: 0 },
          { value: 'deprecated', title: 'deprecated', count: 1, depth: 0 },
        ],
        more: 0,
        isSearched: false,
      },
      {
        field: 'owner',
        title: 'Owner',
        lines: [
          { value: 'shop', title: 'Shop', count: 2, depth: 0, isOpen: false },
          { value: 'payments', title: 'Payments', count: 1, depth: 0 },
        ],
        more: 0,
        isSearched: true,
      },
    ],
    presets: [
      { text: 'Deprecated and still depended on', count: 1, url: `${url}?lifecycle=deprecated&dependents=production` },
    ],
    rows: names.map(row),
    rowsUrl: `${url}rows.json`,
    indexUrl: url,
    jsonUrl: '/portal/api/catalog/entities/by-kind/component.json',
    saveName: 'components',
    settingsUrl: '/portal/settings/',
    pageNumber: 1,
    pageCount: 1,
  };
}
