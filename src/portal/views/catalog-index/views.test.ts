import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../csv.ts';
import { countAll, makeFacet, placeOfValue } from './facet.ts';
import { type FacetLook, facetLines, plainLook } from './facet-lines.ts';
import { filterRows } from './filter.ts';
import { fullRef, shortRef, urlOfRef } from './place-ref.ts';
import { kindAskedFor, parseQuery, spellValues, toggleValue, wholeIndex, writeQuery } from './query.ts';
import { foldText, hasWords, squeeze, wantedWords } from './words.ts';

const textOf = (name: string, rest = '') => `${foldText(`${name} ${rest}`)} ${squeeze(name)}`;

describe('words', () => {
  it.each([
    ['orders-service', 'ordersservice', true],
    ['OrdersService', 'orders-service', true],
    ['orders service', 'OrdersService', true],
    ['orders-service', 'service ord', true],
    ['orders-service', 'orders payments', false],
    ['Müller Überweisung', 'muller uber', true],
    ['orders', '   ', true],
    ['a.b/c', 'b/c', true],
    ['orders', '-', false],
  ])('%s has all of "%s": %s', (name, query, expected) => {
    expect(hasWords(textOf(name), wantedWords(query))).toBe(expected);
  });
});

describe('refs in addresses', () => {
  it.each([
    ['group:default/payments', 'payments'],
    ['group:shop/payments', 'shop/payments'],
    ['user:default/ada', 'user:default/ada'],
    ['group:default/none', 'group:none'],
  ])('%s is written %s', (ref, short) => {
    expect(shortRef(ref, 'group')).toBe(short);
    expect(fullRef(short, 'group')).toBe(ref);
  });

  it('are read however people write them', () => {
    const forms = ['payments', 'Payments', 'default/payments', 'group:payments', 'Group:default/payments'];
    for (const form of forms) expect(fullRef(form, 'group')).toBe('group:default/payments');
  });

  it('become the URL of the page, percent-encoded', () => {
    expect(urlOfRef('/p/', 'api:default/a b#c')).toBe('/p/catalog/default/api/a%20b%23c/');
  });
});

/** Rows 0…4 with values 0…3, of which 1 and 2 are part of 0. */
const owners = makeFacet({
  field: 'owner',
  kind: 'group',
  values: ['company', 'shop', 'bank', 'other'],
  titles: ['Company', 'Shop', 'Bank', 'Other'],
  up: [[], [0], [0], []],
  none: ['none', 'no owner'],
  count: 5,
  nodesOf: (row) => [[1], [2], [2], [3], []][row] ?? [],
});
const tags = makeFacet({
  field: 'tags',
  values: ['go', 'sql'],
  titles: ['go', 'sql'],
  isAll: true,
  count: 5,
  nodesOf: (row) => [[0], [0, 1], [1], [], []][row] ?? [],
});
const texts = ['cart', 'ledger', 'bookings', 'lights', 'lost'];
const find = (address: string) => {
  const query = parseQuery(new URLSearchParams(address), new Set(['owner', 'tags']));
  return filterRows({ count: 5, texts }, [owners, tags], query);
};

describe('filtering', () => {
  it.each([
    ['', [0, 1, 2, 3, 4]],
    ['owner=company', [0, 1, 2]],
    ['owner=shop&owner=other', [0, 3]],
    ['owner=none', [4]],
    ['owner=GROUP:default/Bank', [1, 2]],
    ['owner=nobody', []],
    ['owner=nobody&owner=shop', [0]],
    ['tags=go', [0, 1]],
    ['tags=go&tags=sql', [1]],
    ['tags=go&tags=cobol', []],
    ['owner=bank&tags=sql&q=book', [2]],
  ])('?%s finds %j', (address, expected) => {
    expect(find(address).found).toEqual(expected);
  });

  it('counts any-of facets as if they were free, and all-of facets within what was found', () => {
    const { counts } = find('owner=bank&tags=sql');
    expect([...(counts.get('owner') ?? [])]).toEqual([2, 0, 2, 0, 0]);
    expect([...(counts.get('tags') ?? [])]).toEqual([1, 2]);
  });

  it('counts what choosing a value would find', () => {
    const values = [...owners.values.map((value) => `owner=${value}`), ...tags.values.map((value) => `tags=${value}`)];
    const addresses = fc.subarray([...values, 'q=o', 'q=l']).map((parts) => parts.join('&'));
    fc.assert(
      fc.property(addresses, (address) => {
        const { counts } = find(address);
        const others = address.replaceAll(/owner=\w+&?/g, '');
        for (const [place, value] of owners.values.entries())
          expect(counts.get('owner')?.[place]).toBe(find(`${others}&owner=${value}`).found.length);
        for (const [place, value] of tags.values.entries())
          expect(counts.get('tags')?.[place]).toBe(find(`${address}&tags=${value}`).found.length);
      }),
    );
  });
});

describe('a facet', () => {
  const look = (change: Partial<FacetLook> = {}) => {
    const { lines } = facetLines(owners, countAll(owners), { ...plainLook, ...change });
    return lines.map(({ value, depth, count }) => `${'-'.repeat(depth)}${value} ${count}`);
  };

  it('lists teams below their parents, those with most rows first, and rows without one last', () => {
    expect(look()).toEqual(['company 3', '-bank 2', '-shop 1', 'other 1', 'none 1']);
    expect(look({ turned: new Set(['company']) })).toEqual(['company 3', 'other 1', 'none 1']);
    expect(look({ wanted: 'BA' })).toEqual(['bank 2']);
  });

  it('shows where a chosen value belongs, also when it is far down a long list', () => {
    const long = makeFacet({
      field: 'source',
      values: Array.from({ length: 40 }, (_, at) => `r${at}`),
      titles: Array.from({ length: 40 }, (_, at) => `r${at}`),
      count: 40,
      nodesOf: (row) => [row],
    });
    const { lines, more } = facetLines(long, countAll(long), { ...plainLook, chosen: ['r39'] });
    expect([lines.length, lines.at(-1)?.value, more]).toEqual([9, 'r39', 31]);
    expect(facetLines(long, countAll(long), { ...plainLook, isLong: true }).lines).toHaveLength(40);
  });

  it('copes with teams that are part of each other', () => {
    const circle = makeFacet({
      ...owners,
      none: undefined,
      up: [[1], [0], [2], []],
      count: 2,
      nodesOf: (row) => [row],
    });
    const { lines } = facetLines(circle, countAll(circle), plainLook);
    expect(lines.map(({ value }) => value)).toContain('company');
    expect(placeOfValue(circle, 'bank')).toBe(2);
    expect([...countAll(circle)]).toEqual([2, 2, 0, 0, 0]);
  });

  it('tells values of one title apart', () => {
    const twins = makeFacet({
      ...owners,
      titles: ['Shop', 'Shop', 'Bank', 'Other'],
      none: undefined,
      count: 5,
      nodesOf: () => [0],
    });
    expect(twins.titles.slice(0, 3)).toEqual(['Shop (company)', 'Shop (shop)', 'Bank']);
  });
});

describe('addresses', () => {
  const fields = new Set(['owner', 'type', 'lifecycle', 'tags', 'namespace', 'problems', 'starred', 'mine']);
  const read = (address: string) => writeQuery(parseQuery(new URLSearchParams(address), fields));

  it('keep every view', () => {
    const value = fc.string({ minLength: 1 }).filter((text) => text.trim() === text);
    const query = fc.record({
      text: value,
      sort: fc.constantFrom('', 'owner', '-problems'),
      chosen: fc
        .uniqueArray(fc.tuple(fc.constantFrom('owner', 'tags', 'type'), fc.uniqueArray(value, { minLength: 1 })), {
          selector: ([field]) => field,
        })
        .map((entries) => new Map(entries)),
    });
    fc.assert(
      fc.property(query, (view) => {
        expect(parseQuery(new URLSearchParams(writeQuery(view)), fields)).toEqual(view);
      }),
    );
  });

  it.each([
    ['filters[kind]=component&filters[user]=all', ''],
    [
      'filters[owners]=group:default/a&filters[owners]=user:default/b&limit=20',
      '?owner=group:default/a&owner=user:default/b',
    ],
    ['filters[owners][0]=a&filters[owners][1]=b', '?owner=a&owner=b'],
    ['filters[type]=service&filters[lifecycles][]=production', '?type=service&lifecycle=production'],
    ['filters[user]=starred&filters[tags]=go', '?starred=yes&tags=go'],
    ['filters[user]=owned', '?mine=yes'],
    ['filters[error]=true&filters[text]=pay', '?problems=errors&q=pay'],
    ['filters[constructor]=x&__proto__=y&utm_source=z', ''],
    ['owner=&q=%20', ''],
  ])('of Backstage are understood: ?%s', (backstage, own) => {
    expect(read(backstage)).toBe(own);
  });

  it('of Backstage may ask for another kind', () => {
    expect(kindAskedFor(new URLSearchParams('filters[kind]=API'))).toBe('api');
    expect(kindAskedFor(new URLSearchParams('q=x'))).toBeUndefined();
  });

  it('are spelt as the index spells them, and values are put in and taken out', () => {
    const query = parseQuery(new URLSearchParams('owner=Group:Default/Bank&owner=bank&owner=gone'), fields);
    const spelt = spellValues(query, new Map([['owner', owners]]));
    expect(writeQuery(spelt)).toBe('?owner=bank&owner=gone');
    expect(writeQuery(toggleValue(spelt, 'owner', 'gone'))).toBe('?owner=bank');
    expect(writeQuery(toggleValue(wholeIndex, 'tags', 'a b&c'))).toBe('?tags=a+b%26c');
  });
});

it('comma-separated values are quoted where they must be, and run nowhere', () => {
  const cells = ['a,b', 'say "no"', 'two\nlines', '=1+1', '+1', '-1', '@x', '\t=1', 'plain', ''];
  expect(csvOf([['name'], cells])).toBe(`name\r\n"a,b","say ""no""","two\nlines",'=1+1,'+1,'-1,'@x,'\t=1,plain,\r\n`);
});
