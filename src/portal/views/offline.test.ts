import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfflineCache, keyOfPath, offlineCaches, offlineGroupOf, offlineListOf, pathOfKey } from './offline.ts';

describe('groups of files', () => {
  it.each([
    ['index.html', 'shell'],
    ['search/index.html', 'shell'],
    ['offline/index.html', 'shell'],
    ['assets/index.DyM9UtfA.css', 'shell'],
    ['quick-open/catalog.json', 'shell'],
    ['api/teams.json', 'shell'],
    ['assets/mermaid-12.3.0/mermaid.js', 'mermaid'],
    ['assets/katex-0.19.1/katex.css', 'katex'],
    ['pagefind/fragment/en_0a1b2c3.pf_fragment', 'search'],
    ['catalog/component/index.html', 'catalog/component'],
    ['catalog/component/2/index.html', 'catalog/component'],
    ['catalog/component/rows.json', 'catalog/component'],
    ['catalog/default/component/orders/index.html', 'catalog/default/component/orders'],
    ['catalog/default/api/orders/definition.yaml', 'catalog/default/api/orders'],
    ['docs/default/component/orders/index.html', 'docs/default/component/orders'],
    ['docs/default/component/orders/a b/#1/picture.png', 'docs/default/component/orders'],
    ['problems/index.html', 'rest'],
    ['catalog-graph/graph.json', 'rest'],
    ['sw.js', undefined],
    ['offline/lists/shell.json', undefined],
    ['badge/component/default/orders.svg', undefined],
    ['social/catalog/default/component/orders.png', undefined],
    ['catalog/default/component/orders/index.md', undefined],
    ['docs/default/component/orders/index.md', 'docs/default/component/orders'],
  ])('%s belongs to %s', (key, group) => {
    expect(offlineGroupOf(key)).toBe(group);
  });

  it('are spread over the shards that there are, those of the frame aside', () => {
    const lists = Array.from({ length: 400 }, (_, at) => offlineListOf(`docs/default/component/${at}`, 4));
    expect([...new Set(lists)].sort()).toEqual(['s0', 's1', 's2', 's3']);
    expect(
      Math.max(
        ...Map.groupBy(lists, (list) => list)
          .values()
          .map(({ length }) => length),
      ),
    ).toBeLessThan(160);
    expect(offlineListOf('shell', 4)).toBe('shell');
  });
});

describe('addresses', () => {
  const segment = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('%', '#', '?', '&', ' ', '.', '+', '2', 'e', 'ü'),
        fc.string({ unit: 'grapheme' }),
      ),
    })
    .filter((text) => text !== '' && text !== '.' && text !== '..' && !/[/\\]/.test(text) && text.isWellFormed());

  it('lead back to the file that they are of, whatever it is called', () => {
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('/', '/portal/'),
        (segments, base) => {
          const key = segments.join('/');
          const { pathname, search, hash } = new URL(pathOfKey(base, key), 'https://portal.invalid');
          expect([keyOfPath(base, pathname), search, hash]).toEqual([key, '', '']);
        },
      ),
    );
  });

  it('of pages are those of their folders', () => {
    expect(pathOfKey('/p/', 'docs/a b/index.html')).toBe('/p/docs/a%20b/');
    expect(keyOfPath('/p/', '/p/')).toBe('index.html');
    expect(keyOfPath('/p/', '/p/docs/')).toBe('docs/index.html');
  });

  it.each(['/q/docs/', '/p/a%2fb', '/p/%ff', '/pp/'])('%s mean nothing of the portal at /p/', (path) => {
    expect(keyOfPath('/p/', path)).toBeUndefined();
  });
});

it('caches of one portal are never taken for those of another', () => {
  const bases = ['/', '/p/', '/p/q/'];
  for (const base of bases) {
    for (const name of Object.values(offlineCaches(base)))
      expect(bases.filter((other) => isOfflineCache(name, other))).toEqual([base]);
  }
  expect(isOfflineCache('callboard 7 /p/ anything', '/p/')).toBe(true);
  expect(isOfflineCache('somebody else', '/')).toBe(false);
});
