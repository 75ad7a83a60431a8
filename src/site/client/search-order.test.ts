import { expect, it } from 'vitest';
import type { Hit, InnerHit } from './search-engine.ts';
import { bestInnerHits, orderByName } from './search-order.ts';

const hit = (category: string, name: string, title = name): Hit => ({
  url: `/portal/${category}/default/component/${name}/`,
  excerpt: '',
  meta: { category, title },
  sub_results: [],
});
const hits = [
  hit('docs', 'orders'),
  hit('entity', 'returns'),
  hit('entity', 'orders-api'),
  hit('entity', 'o-1', 'Orders'),
  hit('entity', 'orders'),
  hit('entity', 'orders-db'),
];

it.each([
  ['orders', ['orders', 'o-1', 'orders-api', 'orders-db', 'orders', 'returns']],
  [' Orders-A ', ['orders-api', 'orders', 'returns', 'o-1', 'orders', 'orders-db']],
  ['refund', ['orders', 'returns', 'orders-api', 'o-1', 'orders', 'orders-db']],
  ['', ['orders', 'returns', 'orders-api', 'o-1', 'orders', 'orders-db']],
])('puts what "%s" names first and keeps the order of the rest', (query, names) => {
  expect(orderByName(hits, query).map(({ url }) => url.split('/').at(-2))).toEqual(names);
});

it('puts the heading that a query names before those that only mention it', () => {
  const inner = (title: string, score: number): InnerHit => ({
    title,
    url: '#',
    excerpt: '',
    weighted_locations: [{ balanced_score: score }],
  });
  const all = [inner('Overview', 9), inner('When nothing helps', 1), inner('Helps', 2), inner('Notes', 3)];
  expect(bestInnerHits(all, 'When  nothing').map(({ title }) => title)).toEqual([
    'When nothing helps',
    'Overview',
    'Notes',
    'Helps',
  ]);
});
