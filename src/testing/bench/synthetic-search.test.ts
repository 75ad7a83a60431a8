import { expect, it } from 'vitest';
import { searchFields } from '../../portal/views/search-pages.ts';
import { narrow } from '../../site/client/full-text/narrow.ts';
import { syntheticSearchPages } from './synthetic-search.ts';

it('makes the same pages from the same seed, as many as asked for, each at its own address', () => {
  const size = { entities: 900, docsPages: 300, seed: 3 };
  const [pages, again] = [[...syntheticSearchPages(size)], [...syntheticSearchPages(size)]];
  expect(pages).toEqual(again);
  expect(new Set(pages.map(({ path }) => path)).size).toBe(1200);
  // Many entities of one name, as there are in every large company.
  expect(pages.filter(({ path }) => path.endsWith('/api/index.html')).length).toBe(18);
});

it('counts a question with filters by looking at each page found once', () => {
  let looks = 0;
  const column = (values: readonly string[], count: number) => ({
    values,
    of: new Proxy(
      Array.from({ length: count }, (_, at) => at % values.length),
      {
        get: (target, key, receiver) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
          return Reflect.get(target, key, receiver);
        },
      },
    ),
  });
  const values = Array.from({ length: 200 }, (_, at) => `Team ${at}`);
  const count = 20_000;
  const pages = {
    ids: [],
    titles: [],
    paths: [],
    glyphs: column(['docs'], 1),
    fields: Object.fromEntries(searchFields.map((field) => [field, column(values, count)])) as never,
  };
  const found = Array.from({ length: count }, (_, at) => at);
  const { kept, counts } = narrow(pages, found, { owner: ['team 7'] });
  expect(kept.length).toBe(100);
  expect(counts.owner['Team 9']).toBe(100);
  expect(counts.kind).toEqual({ 'Team 7': 100 });
  // One look a page for the filter, one for the count of its own field: not one a value.
  expect(looks).toBeLessThan(3 * count);
});
