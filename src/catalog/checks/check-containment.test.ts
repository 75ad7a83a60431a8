import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.ts';
import { catalogOf, component, document, documents, repositoryOf } from '../repository-fixture.ts';

const team = (name: string, ...spec: string[]) =>
  document('Group', name, [
    'type: team',
    ...(spec.some((line) => line.startsWith('children')) ? [] : ['children: []']),
    ...spec,
  ]);
const domain = (name: string, within?: string) =>
  document('Domain', name, ['owner: team', ...(within ? [`subdomainOf: ${within}`] : [])]);
const boss = team('team');

function cycles(...parts: readonly string[]): string[] {
  return catalogOf(documents(...parts, boss))
    .diagnostics.filter(({ code }) => code === 'catalog/cycle')
    .map(({ message, source, entityRef }) => `${source?.line}:${source?.column} ${entityRef} ${message}`);
}

it('finds a circle of three, where it is said what the first by name is inside of', () => {
  expect(cycles(domain('c', 'a'), domain('a', 'b'), domain('b', 'c'))).toEqual([
    '15:16 domain:default/a domain:default/a is inside domain:default/b is inside domain:default/c is inside domain:default/a: a circle that has no outermost part.',
  ]);
});

it('finds what is part of itself', () => {
  expect(cycles(component('cart', ['subcomponentOf: cart']))).toEqual([
    '9:19 component:default/cart component:default/cart is part of itself.',
  ]);
});

it('finds circles that `children` close, and those that only `children` state', () => {
  expect(cycles(team('a', 'parent: b'), team('b', 'children: []', 'parent: c'), team('c', 'parent: a'))).toHaveLength(
    1,
  );
  expect(cycles(team('a', 'parent: b'), team('b', 'children: [c]'), team('c', 'children: [b]'))).toEqual([
    expect.stringContaining('group:default/b is inside group:default/c is inside group:default/b'),
  ]);
  expect(cycles(team('a', 'children: [b]'), team('b', 'children: [a]'))).toEqual([
    '15:14 group:default/b group:default/a is inside group:default/b is inside group:default/a: a circle that has no outermost part.',
  ]);
});

it('takes both ends saying the same for no circle, nor a diamond, nor a circle through what is missing', () => {
  expect(cycles(team('a', 'children: [b]'), team('b', 'parent: a'))).toEqual([]);
  expect(cycles(domain('a', 'b'), domain('b', 'gone'))).toEqual([]);
  const system = document('System', 's', ['owner: team', 'domain: d']);
  const both = component('x', ['system: s', 'subcomponentOf: y']);
  expect(cycles(system, domain('d'), both, component('y', ['system: s']))).toEqual([]);
});

it('tells circles that share an entity once, by the shortest, and others apart', () => {
  const shared = [
    team('a', 'parent: b'),
    team('b', 'parent: a', 'children: [d]'),
    team('c', 'parent: d'),
    team('d', 'parent: c'),
  ];
  expect(cycles(...shared, team('e', 'parent: c', 'children: [c]'))).toEqual([
    expect.stringContaining('group:default/a is inside group:default/b is inside group:default/a:'),
    expect.stringContaining('group:default/c is inside group:default/d is inside group:default/c:'),
  ]);
  const joined = [
    team('a', 'parent: b'),
    team('b', 'parent: a', 'children: [c]'),
    team('c', 'parent: d', 'children: [b]'),
    team('d', 'parent: c'),
  ];
  expect(cycles(...joined)).toEqual([expect.stringContaining('group:default/a is inside group:default/b is inside')]);
});

it('says the same whatever repository brings what, in whatever order', () => {
  const edges = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 9 });
  fc.assert(
    fc.property(edges, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (pairs, order) => {
      const teams = [0, 1, 2, 3, 4, 5].map((id) => {
        const children = [...new Set(pairs.filter(([from]) => from === id).map(([, to]) => `t${to}`))];
        return team(`t${id}`, `children: [${children.join(', ')}]`);
      });
      const messages = (slugs: readonly number[]) =>
        readCatalog({
          repositories: teams.map((text, id) => repositoryOf(`acme/r${slugs[id]}`, { 'catalog-info.yaml': text })),
          allow: ['*'],
        })
          .diagnostics.map(({ code, message }) => `${code} ${message}`)
          .sort();
      expect(messages(order)).toEqual(messages([0, 1, 2, 3, 4, 5]));
    }),
    { numRuns: 60 },
  );
});
