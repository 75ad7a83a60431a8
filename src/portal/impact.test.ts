import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependents } from '../catalog/graph/dependents.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { document, repositoryOf } from '../catalog/repository-fixture.ts';
import { assemblePortal, type Portal } from './assemble-portal.ts';
import { graphData } from './graph-page.ts';
import { impactOf } from './impact.ts';
import type { SectionRule } from './section-rules.ts';
import { dependentsAsCsv, findSavedDependents } from './views/saved-dependents.ts';

const rule: SectionRule = { id: 'dependents', title: 'Depended on by', relations: ['dependencyOf'], viaTitle: 'Path' };

function portalOf(catalog: Portal['catalog']): Portal {
  const config = { title: 'Acme', accent: '#005f9e', language: 'en' as const, base: '/p/' };
  return assemblePortal({
    ...{ config, catalog, repositories: [], docsSites: [], docsByEntity: new Map(), diagnostics: [] },
    callboardVersion: '1.0.0',
  });
}

function component(name: string, spec: readonly string[]): string {
  return document('Component', name, ['type: service', 'lifecycle: production', ...spec]);
}

function readAll(documents: readonly string[]): Portal {
  const files = repositoryOf('acme/shop', { 'catalog-info.yaml': documents.join('---\n') });
  return portalOf(readCatalog({ repositories: [files], allow: ['*'] }).value);
}

const shop = [
  document('Group', 'payments', ['type: team', 'children: []', 'profile: { email: pay@acme.example }']),
  document('Group', 'front', ['type: team', 'children: []']),
  document('API', 'pay-api', ['type: openapi', 'lifecycle: production', 'owner: payments', 'definition: "{}"']),
  component('ledger', ['owner: payments', 'providesApis: [pay-api]']),
  component('checkout', ['owner: front', 'consumesApis: [pay-api]']),
  component('books', ['owner: payments', 'dependsOn: [component:ledger]']),
  component('web', ['owner: front', 'dependsOn: [component:checkout]']),
  component('toy', ['owner: nobody', 'dependsOn: [component:web]']),
];

describe('what breaks when an entity changes', () => {
  const portal = readAll(shop);

  it('is told by whose it is, with the way that leads there and whom to write to', () => {
    const impact = impactOf(portal, 'component:default/ledger', rule);
    const told = impact?.byOwner?.map(({ owner, contact, rows }) => [
      owner?.text,
      contact?.url,
      ...rows.map(({ entity, via }) => `${entity.title}: ${via}`),
    ]);
    expect(told).toEqual([
      ['payments', 'mailto:pay@acme.example', 'books: direct'],
      ['front', undefined, 'checkout: pay-api → this', 'web: checkout → pay-api → this'],
      ['nobody', undefined, 'toy: web → checkout → pay-api → this'],
    ]);
    expect(impact?.note).toBe('2 directly, 4 in all');
  });

  it('is no section where nothing depends on the entity', () => {
    expect(impactOf(portal, 'component:default/toy', rule)).toBeUndefined();
  });

  it('is saved as a table that a spreadsheet reads and does not run', () => {
    const csv = dependentsAsCsv([
      { ref: 'a', title: '=cmd()', owner: '', distance: 1, path: ['a', 'b'] },
      { ref: 'c', title: 'So, "this"', owner: 'group:default/x', distance: 2, path: ['c', 'a', 'b'] },
    ]);
    expect(csv.split('\r\n')).toEqual([
      'entity,title,owner,distance,path',
      "a,'=cmd(),,1,a > b",
      'c,"So, ""this""",group:default/x,2,c > a > b',
      '',
    ]);
  });

  it('is the same in what is saved as on the page, whatever the catalog', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const some = fc.subarray(names, { maxLength: 2 });
    const parts = fc.array(fc.tuple(some, some, some), { minLength: names.length, maxLength: names.length });
    let compared = 0;
    fc.assert(
      fc.property(parts, (relations) => {
        const known = readAll([
          document('Group', 'team', ['type: team', 'children: []']),
          ...names.map((name) => document('API', name, ['type: x', 'lifecycle: x', 'owner: team', 'definition: x'])),
          ...names.map((name, index) => {
            const [dependsOn, provides, consumes] = relations[index] ?? [[], [], []];
            const others = dependsOn.filter((other) => other !== name).map((other) => `component:${other}`);
            const lists = [`dependsOn: [${others}]`, `providesApis: [${provides}]`, `consumesApis: [${consumes}]`];
            return component(name, ['owner: team', ...lists]);
          }),
        ]);
        const data = graphData(known);
        for (const { ref } of data.nodes) {
          const found = dependents(known.catalog, ref).nearest;
          compared += found.length;
          const saved = findSavedDependents(data, ref);
          const ends = ({ path }: (typeof saved)[number]) => [path.at(0), path.at(-1)];
          expect(saved.map((item) => [item.ref, item.distance, item.owner, ...ends(item)])).toEqual(
            found.map((item) => [item.ref, item.distance, item.owner, item.ref, ref]),
          );
          const linked = new Set(data.edges.map(([from, to]) => `${data.nodes[from]?.ref} ${data.nodes[to]?.ref}`));
          const steps = saved.flatMap(({ path }) => path.slice(1).map((next, at) => [path[at] ?? '', next]));
          expect(steps.filter(([a, b]) => !linked.has(`${a} ${b}`) && !linked.has(`${b} ${a}`))).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
