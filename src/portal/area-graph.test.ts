import { describe, expect, it } from 'vitest';
import { catalogOf, component, document, documents } from '../catalog/repository-fixture.ts';
import { areaGraph } from './area-graph.ts';
import { assemblePortal } from './assemble-portal.ts';

const { value: catalog, diagnostics } = catalogOf(
  documents(
    document('Group', 'team', ['type: team', 'children: []']),
    document('Domain', 'sales', ['owner: team']),
    document('Domain', 'money', ['owner: team']),
    document('System', 'shop', ['owner: team', 'domain: sales']),
    document('System', 'search', ['owner: team', 'domain: sales']),
    document('System', 'billing', ['owner: team', 'domain: money']),
    component('web', ['system: shop', 'consumesApis: [orders-api]']),
    component('orders', [
      'system: shop',
      'providesApis: [orders-api]',
      'dependsOn: [component:ledger, component:money]',
    ]),
    component('orders-worker', ['subcomponentOf: orders', 'dependsOn: [component:index]']),
    component('ledger', ['system: billing']),
    component('index', ['system: search', 'dependsOn: [component:web]']),
    component('money', []),
    document('API', 'orders-api', [
      'type: openapi',
      'lifecycle: production',
      'owner: team',
      'system: shop',
      'definition: x',
    ]),
  ),
);

const portal = assemblePortal({
  config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/' },
  catalog,
  repositories: [],
  docsSites: [],
  docsByEntity: new Map(),
  diagnostics,
  callboardVersion: '1.0.0',
});

function graphOf(ref: string) {
  const item = catalog.byRef.get(ref);
  if (!item) throw new Error(ref);
  const { members, outsiders, edges } = areaGraph(portal, item);
  const short = (text: string) => text.replace('default/', '');
  return {
    members: members.map(short),
    outsiders: outsiders.map(short).sort(),
    edges: edges.map(({ from, to }) => `${short(from)} → ${short(to)}`).sort(),
  };
}

describe('the inside of a system', () => {
  it('has its parts, who relies on whom, and around it the other systems', () => {
    expect(graphOf('system:default/shop')).toEqual({
      members: ['api:orders-api', 'component:orders', 'component:web'],
      outsiders: ['component:money', 'system:billing', 'system:search'],
      edges: [
        'api:orders-api → component:orders',
        'component:orders → component:money',
        'component:orders → system:billing',
        'component:orders → system:search',
        'component:web → api:orders-api',
        'system:search → component:web',
      ],
    });
  });
});

describe('the inside of a domain', () => {
  it('rolls everything up to its systems and to the domains around', () => {
    expect(graphOf('domain:default/sales')).toEqual({
      members: ['system:search', 'system:shop'],
      outsiders: ['component:money', 'domain:money'],
      edges: [
        'system:search → system:shop',
        'system:shop → component:money',
        'system:shop → domain:money',
        'system:shop → system:search',
      ],
    });
  });
});
