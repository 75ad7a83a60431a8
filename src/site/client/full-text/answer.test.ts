import { describe, expect, it } from 'vitest';
import { type SearchPages, searchFields } from '../../../portal/views/search-pages.ts';
import { startAnswering } from './answer.ts';
import type { Hit, SearchEngine } from './engine.ts';

interface Page {
  readonly path: string;
  readonly title?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly score?: number;
}

const column = (pages: readonly Page[], field: string): SearchPages['glyphs'] => {
  const values = [...new Set(pages.flatMap(({ fields }) => fields?.[field] ?? []))];
  return { values, of: pages.map(({ fields }) => values.indexOf(fields?.[field] ?? '')) };
};

/** Answers questions about pages; the engine finds, for each query in `texts`, the pages at these places. */
const answering = (pages: readonly Page[], texts: Readonly<Record<string, readonly number[]>>) => {
  const asked: string[] = [];
  const table: SearchPages = {
    ids: pages.map((_, at) => `en_${at}`),
    titles: pages.map(({ title }) => title ?? ''),
    paths: pages.map(({ path }) => path),
    glyphs: column(pages, 'glyph'),
    fields: Object.fromEntries(searchFields.map((field) => [field, column(pages, field)])) as SearchPages['fields'],
  };
  const hit = (at: number): Hit => ({ url: `/${pages[at]?.path}`, excerpt: '', meta: {}, sub_results: [] });
  const engine: SearchEngine = {
    init: async () => undefined,
    search: async (query) => {
      asked.push(query);
      const results = (texts[query] ?? []).map((at) => ({
        id: `en_${at}`,
        score: pages[at]?.score ?? 1,
        data: async () => hit(at),
      }));
      return { results };
    },
  };
  const answer = startAnswering(engine, table, '/');
  const ask = async (query: string, narrowing = {}) => {
    const found = await answer({ query, narrowing, from: 0, count: 50 });
    return { ...found, paths: found.hits.map(({ url }) => url.slice(1)) };
  };
  return { ask, asked };
};

const entity = (name: string, more: Partial<Page> = {}, namespace = 'default', kind = 'component'): Page => ({
  path: `catalog/${namespace}/${kind}/${name}/`,
  ...more,
  fields: { category: 'entity', lifecycle: 'production', ...more.fields },
});
const docs = (path: string, title: string, score = 1): Page => ({
  path: `docs/default/component/${path}/`,
  title,
  score,
  fields: { category: 'docs' },
});

describe('a name', () => {
  const { ask } = answering(
    [
      entity('orders-api', { score: 9 }),
      entity('orders', { score: 1 }),
      docs('orders', 'Orders', 8),
      docs('orders/guide', 'Guide', 9),
      entity('o-1', { title: 'Orders' }),
      entity('returns', { score: 5 }),
    ],
    { orders: [0, 1, 2, 3, 5] },
  );

  it('finds what is called so first, then docs of that title, then names that begin so, then text', async () => {
    expect((await ask('orders')).paths).toEqual([
      'catalog/default/component/orders/',
      'catalog/default/component/o-1/',
      'docs/default/component/orders/',
      'catalog/default/component/orders-api/',
      'docs/default/component/orders/guide/',
      'catalog/default/component/returns/',
    ]);
  });

  it.each([
    ['component:default/orders', 'catalog/default/component/orders/'],
    ['Default/Orders', 'catalog/default/component/orders/'],
    ['OrdersApi', 'catalog/default/component/orders-api/'],
    ['orders.api', 'catalog/default/component/orders-api/'],
    ['order-a', 'catalog/default/component/orders-api/'],
    ['api orders', 'catalog/default/component/orders-api/'],
    ['RETURNS', 'catalog/default/component/returns/'],
  ])('is found however it is written: %s', async (query, path) => {
    expect((await ask(query)).paths[0]).toBe(path);
  });

  it('is not looked for in quotes, which ask for exact words', async () => {
    expect((await ask('"api orders"')).total).toBe(0);
  });
});

it('puts what is in production before what is deprecated, of 200 of one name', async () => {
  const pages = Array.from({ length: 200 }, (_, at) =>
    entity('api', { fields: { lifecycle: at === 150 ? 'production' : 'deprecated' } }, `team-${at}`),
  );
  const { ask } = answering(pages, { api: pages.map((_, at) => at) });
  const found = await ask('api');
  expect(found.total).toBe(200);
  expect(found.paths[0]).toBe('catalog/team-150/component/api/');
});

it('leaves room for docs among the names that only begin so', async () => {
  const pages = [...Array.from({ length: 30 }, (_, at) => entity(`orders-${at}`)), docs('x', 'All about it', 50)];
  const { ask } = answering(pages, { orders: pages.map((_, at) => at) });
  expect((await ask('orders')).paths.indexOf('docs/default/component/x/')).toBe(8);
});

it('looks up the parts of a name only where the whole finds no text', async () => {
  const { ask, asked } = answering([entity('orders-service')], { 'orders-service': [0], 'pay ledger': [0] });
  await ask('orders-service');
  await ask('PayLedger');
  expect(asked).toEqual(['orders-service', 'PayLedger', 'pay ledger']);
});

describe('filters', () => {
  const pages = [
    entity('a', { fields: { owner: 'Team A', kind: 'Component' } }),
    entity('b', { fields: { owner: 'Team B', kind: 'Component' } }),
    entity('c', { fields: { owner: 'Team B', kind: 'API' } }, 'default', 'api'),
    docs('d', 'D'),
  ];
  const { ask } = answering(pages, { x: [0, 1, 2, 3] });

  it('keep what has one of the values of each', async () => {
    const found = await ask('x', { owner: ['Team B'], kind: ['Component'] });
    expect(found.paths).toEqual(['catalog/default/component/b/']);
  });

  it('count what each value would leave, those of the same filter apart', async () => {
    const { counts } = await ask('x', { owner: ['team b'] });
    expect(counts.owner).toEqual({ 'Team A': 1, 'Team B': 2 });
    expect(counts.kind).toEqual({ Component: 1, API: 1 });
    expect(counts.category).toEqual({ entity: 2 });
  });

  it('show everything of a value without any words', async () => {
    expect((await ask('', { category: ['docs'] })).paths).toEqual(['docs/default/component/d/']);
  });
});

describe('what finds nothing', () => {
  const { ask } = answering([entity('orders-service'), entity('payments-gateway'), docs('x', 'Retry policy')], {});

  it.each([
    ['ordsvc', 'orders-service'],
    ['odrers-service', 'orders-service'],
    ['paymnts gatewy', 'payments-gateway'],
    ['pgw', 'payments-gateway'],
  ])('may have been meant as a name: %s', async (query, name) => {
    const { near, total } = await ask(query);
    expect([total, near[0]]).toEqual([0, name]);
  });

  it('has nothing near when nothing is', async () => {
    expect((await ask('zzzzqqq')).near).toEqual([]);
  });
});
