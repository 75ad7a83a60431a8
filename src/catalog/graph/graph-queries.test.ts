import { describe, expect, it } from 'vitest';
import type { Catalog } from '../entity.ts';
import { backstageModel } from '../model/catalog-model.ts';
import { catalogOf, component, document, documents } from '../repository-fixture.ts';
import { dependents, pathOf } from './dependents.ts';
import { linkGraph } from './link-graph.ts';
import { neighbourhood } from './neighbourhood.ts';
import { groupAncestors, groupDescendants, ownedInHierarchy, owningGroups } from './ownership.ts';
import { rollUp } from './roll-up.ts';
import { cycles } from './strong-parts.ts';

const api = (name: string) => document('API', name, ['type: openapi', 'lifecycle: x', 'owner: team', 'definition: d']);
const group = (name: string, parent?: string) =>
  document('Group', name, ['type: team', 'children: []', ...(parent ? [`parent: ${parent}`] : [])]);

const { value: shop } = catalogOf(
  documents(
    group('company'),
    group('shop', 'company'),
    group('team', 'shop'),
    document('User', 'ann', ['memberOf: [team]']),
    component('db', []),
    component('orders', ['dependsOn: [component:db]', 'providesApis: [orders-api]']),
    component('cart', ['consumesApis: [orders-api]']),
    component('web', ['dependsOn: [component:cart]']),
    component('batch', ['dependsOn: [component:orders, component:gone]']),
    component('cli', ['dependencyOf: [component:planned]']),
    component('tool', ['dependsOn: [component:cli]']).replace('owner: team', 'owner: user:ann'),
    api('orders-api'),
  ),
);

describe('dependents', () => {
  it('finds what depends on an entity directly, through others and through APIs, with the way there', () => {
    const { nearest, ...counts } = dependents(shop, 'component:default/db');
    expect(counts).toEqual({ count: 4, direct: 1 });
    expect(nearest.map((each) => ({ ref: each.ref, distance: each.distance, path: pathOf(each) }))).toEqual([
      { ref: 'component:default/orders', distance: 1, path: ['component:default/orders', 'component:default/db'] },
      {
        ref: 'component:default/batch',
        distance: 2,
        path: ['component:default/batch', 'component:default/orders', 'component:default/db'],
      },
      {
        ref: 'component:default/cart',
        distance: 2,
        path: ['component:default/cart', 'api:default/orders-api', 'component:default/orders', 'component:default/db'],
      },
      {
        ref: 'component:default/web',
        distance: 3,
        path: [
          'component:default/web',
          'component:default/cart',
          'api:default/orders-api',
          'component:default/orders',
          'component:default/db',
        ],
      },
    ]);
  });

  it('counts the consumers of an API, but not its provider', () => {
    expect(dependents(shop, 'api:default/orders-api').nearest.map(({ ref, distance }) => [ref, distance])).toEqual([
      ['component:default/cart', 1],
      ['component:default/web', 2],
    ]);
  });

  it('names the owner of each that is in the catalog', () => {
    const owners = dependents(shop, 'component:default/cli').nearest.map(({ ref, owner }) => [ref, owner]);
    expect(owners).toEqual([
      ['component:default/planned', undefined],
      ['component:default/tool', 'user:default/ann'],
    ]);
  });

  it('counts all and describes the nearest', () => {
    const { count, direct, nearest } = dependents(shop, 'component:default/db', { limit: 2 });
    expect([count, direct]).toEqual([4, 1]);
    expect(nearest.map(({ ref }) => ref)).toEqual(['component:default/orders', 'component:default/batch']);
  });

  it('knows what names an entity that the catalog does not have', () => {
    const { nearest } = dependents(shop, 'component:default/gone');
    expect(nearest.map(({ ref, distance }) => [ref, distance])).toEqual([['component:default/batch', 1]]);
  });

  it('is empty for what nothing depends on, and for what nothing names', () => {
    const none = { count: 0, direct: 0, nearest: [] };
    expect(dependents(shop, 'component:default/web')).toEqual(none);
    expect(dependents(shop, 'component:default/never')).toEqual(none);
  });
});

describe('neighbourhood', () => {
  it('holds what lies within the depth, each relation once and in its leading direction', () => {
    expect(neighbourhood(shop, 'component:default/batch', 1)).toEqual({
      nodes: [
        { ref: 'component:default/batch', distance: 0, isMissing: false },
        { ref: 'component:default/gone', distance: 1, isMissing: true },
        { ref: 'component:default/orders', distance: 1, isMissing: false },
        { ref: 'group:default/team', distance: 1, isMissing: false },
      ],
      edges: [
        { from: 'component:default/batch', to: 'component:default/gone', type: 'dependsOn' },
        { from: 'component:default/batch', to: 'component:default/orders', type: 'dependsOn' },
        { from: 'component:default/batch', to: 'group:default/team', type: 'ownedBy' },
        { from: 'component:default/orders', to: 'group:default/team', type: 'ownedBy' },
      ],
    });
  });

  it('follows only the relations and kinds that are asked for', () => {
    const { nodes, edges } = neighbourhood(shop, 'component:default/db', 9, { relations: ['dependencyOf'] });
    expect(nodes.map(({ ref }) => ref)).toEqual([
      'component:default/db',
      'component:default/orders',
      'component:default/batch',
    ]);
    expect(edges.map(({ type }) => type)).toEqual(['dependsOn', 'dependsOn']);
    const components = neighbourhood(shop, 'component:default/cart', 1, { kinds: ['component'] });
    expect(components.nodes.map(({ ref }) => ref)).toEqual(['component:default/cart', 'component:default/web']);
  });

  it('follows only what leads out, or what leads in', () => {
    const around = (direction: 'in' | 'out') =>
      neighbourhood(shop, 'component:default/orders', 1, { direction })
        .nodes.slice(1)
        .map(({ ref }) => ref);
    expect(around('out')).toEqual(['api:default/orders-api', 'component:default/db', 'group:default/team']);
    expect(around('in')).toEqual(['component:default/batch']);
  });

  it('stops at a number of entities, the nearest first', () => {
    const { nodes } = neighbourhood(shop, 'component:default/web', 9, { relations: ['dependsOn'], limit: 2 });
    expect(nodes.map(({ ref }) => ref)).toEqual(['component:default/web', 'component:default/cart']);
  });

  it('lies around a ref that is only named, and is empty for one that is not', () => {
    expect(neighbourhood(shop, 'component:default/gone', 1).nodes).toEqual([
      { ref: 'component:default/gone', distance: 0, isMissing: true },
      { ref: 'component:default/batch', distance: 1, isMissing: false },
    ]);
    expect(neighbourhood(shop, 'component:default/never', 3)).toEqual({ nodes: [], edges: [] });
  });
});

describe('ownership', () => {
  it('climbs from the owner to the groups above, by way of a person’s groups', () => {
    const chain = ['group:default/team', 'group:default/shop', 'group:default/company'];
    for (const ref of ['component:default/db', 'component:default/tool']) {
      expect(owningGroups(shop, ref)).toEqual(chain.map((group, distance) => ({ ref: group, distance })));
    }
    expect(groupAncestors(shop, 'group:default/team').map(({ ref }) => ref)).toEqual(chain.slice(1));
  });

  it('goes down to the groups below and to what they own', () => {
    expect(groupDescendants(shop, 'group:default/company')).toEqual([
      { ref: 'group:default/shop', distance: 1 },
      { ref: 'group:default/team', distance: 2 },
    ]);
    const owned = ownedInHierarchy(shop, 'group:default/company');
    expect(owned).toHaveLength(8);
    expect(owned).toContain('component:default/tool');
  });

  it('climbs through groups and people that are only named', () => {
    const { value } = catalogOf(
      documents(
        group('low', 'between'),
        document('Group', 'top-again', ['type: team', 'children: [between]', 'members: [gone]']),
        component('orphan').replace('owner: team', 'owner: low'),
        component('left').replace('owner: team', 'owner: user:gone'),
      ),
    );
    const refs = (ref: string) => owningGroups(value, ref).map((each) => each.ref);
    expect(refs('component:default/orphan')).toEqual([
      'group:default/low',
      'group:default/between',
      'group:default/top-again',
    ]);
    expect(refs('component:default/left')).toEqual(['group:default/top-again']);
    expect(ownedInHierarchy(value, 'group:default/between')).toEqual(['component:default/orphan']);
    expect(ownedInHierarchy(value, 'group:default/never')).toEqual([]);
  });

  it('ends where groups are each other’s parents', () => {
    const { value } = catalogOf(documents(group('a', 'b'), group('b', 'a')));
    expect(groupAncestors(value, 'group:default/a')).toEqual([{ ref: 'group:default/b', distance: 1 }]);
    expect(cycles(value, ['childOf'])).toEqual([['group:default/a', 'group:default/b']]);
  });
});

describe('roll-up', () => {
  const area = (kind: string, name: string, more: readonly string[] = []) =>
    document(kind, name, ['owner: team', ...more]);
  const { value: company } = catalogOf(
    documents(
      area('Domain', 'money'),
      area('Domain', 'sales'),
      area('System', 'checkout', ['domain: sales']),
      area('System', 'stock', ['domain: sales']),
      area('System', 'billing', ['domain: money']),
      component('cart', ['system: checkout', 'consumesApis: [invoices]', 'dependsOn: [component:shelf]']),
      component('basket', ['subcomponentOf: cart', 'dependsOn: [component:shelf]']),
      component('shelf', ['system: stock']),
      component('ledger', ['system: billing', 'providesApis: [invoices]']),
      component('loose', ['dependsOn: [component:shelf]']),
      api('invoices'),
    ),
  );

  it('says which system relies on which, and because of what', () => {
    expect(rollUp(company, 'system', { reasons: 1 })).toEqual([
      {
        from: 'system:default/checkout',
        to: 'system:default/billing',
        count: 1,
        reasons: [
          {
            from: 'component:default/cart',
            to: 'component:default/ledger',
            type: 'consumesApi',
            api: 'api:default/invoices',
          },
        ],
      },
      {
        from: 'system:default/checkout',
        to: 'system:default/stock',
        count: 2,
        reasons: [{ from: 'component:default/basket', to: 'component:default/shelf', type: 'dependsOn' }],
      },
    ]);
  });

  it('goes up to domains, leaving out what stays inside of one', () => {
    const pairs = rollUp(company, 'domain').map(({ from, to, count }) => [from, to, count]);
    expect(pairs).toEqual([['domain:default/sales', 'domain:default/money', 1]]);
  });
});

describe('large catalogs', () => {
  it('walks a chain of 20,000 without exhausting the stack, and makes the graph once', () => {
    const entities = Array.from({ length: 20_000 }, (_, index) => ({
      ref: `x:y/${String(index).padStart(5, '0')}`,
      entity: {
        apiVersion: 'a',
        kind: 'X',
        metadata: { name: 'x' },
        relations: [{ type: 'dependsOn', targetRef: `x:y/${String((index + 1) % 20_000).padStart(5, '0')}` }],
      },
      source: { repository: 'r', path: 'p', line: 1, yaml: '' },
      claims: [],
    }));
    const chain: Catalog = {
      entities,
      byRef: new Map(entities.map((entity) => [entity.ref, entity])),
      model: backstageModel,
    };
    expect(cycles(chain, ['dependsOn'])[0]).toHaveLength(20_000);
    expect(linkGraph(chain)).toBe(linkGraph(chain));
  });
});
