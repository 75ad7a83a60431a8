import { describe, expect, it } from 'vitest';
import { neighbourhood } from '../catalog/graph/neighbourhood.ts';
import { parseModelFiles } from '../catalog/model/parse-model-files.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { component, document, repositoryOf } from '../catalog/repository-fixture.ts';
import { assemblePortal, type Portal } from './assemble-portal.ts';
import { catalogRows } from './catalog-index/rows.ts';
import { catalogIndexPages, kindsOf } from './catalog-index.ts';
import { sectionShowing, tablesOf } from './entity/page-fixture.ts';
import { entityPage } from './entity-page.ts';
import { graphData, graphPage } from './graph-page.ts';
import { homePage } from './home.ts';

const declaration = `
kind: MobileApp
apiVersions: [example.com/v1]
title: Mobile app
description: What customers install.
glyph: mobile
specSchema:
  properties: { store: { type: array }, minimum: { type: object }, screens: { type: array } }
relationFields:
  - owner
  - system
  - { selector: { path: spec.screens }, relation: shows, defaultKind: Component }
columns:
  - { path: spec.store, title: Stores, facet: true }
  - { path: spec.minimum.android, title: Android }
  - owner
---
relation: shows
title: shows
inverse: shownIn
inverseTitle: is shown in
---
kind: Constructor
apiVersions: [example.com/v1]
`;

function app(name: string, spec: readonly string[]): string {
  return document('MobileApp', name, spec).replace('backstage.io/v1alpha1', 'example.com/v1');
}

function portalOf(yaml: readonly string[], model = declaration): Portal {
  const parsed = parseModelFiles([{ path: 'model.yaml', text: model }]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const files = repositoryOf('acme/shop', { 'catalog-info.yaml': yaml.join('---\n') });
  const { value: catalog, diagnostics } = readCatalog({ repositories: [files], allow: ['*'], model: parsed.model });
  return assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/p/' },
    catalog,
    repositories: [files.repository],
    docsSites: [],
    docsByEntity: new Map(),
    diagnostics,
    callboardVersion: '1.0.0',
  });
}

const shop = [
  document('Group', 'team', ['type: team', 'children: []']),
  document('System', 'sales', ['owner: team']),
  component('basket'),
  app('shop', [
    'owner: team',
    'system: sales',
    'store: [Apple, Google]',
    'minimum: { android: 12 }',
    'screens: [basket]',
  ]),
  app('till', ['owner: team', 'store: [Google]', 'screens: [basket]']),
];

const page = (portal: Portal, ref: string) => {
  const item = portal.catalog.byRef.get(ref);
  if (!item) throw new Error(`no ${ref}`);
  return entityPage(portal, item);
};

describe('a kind of one’s own', () => {
  const portal = portalOf(shop);

  it('has a tab of its title between the software and the people', () => {
    expect(kindsOf(portal)).toEqual(['component', 'system', 'mobileapp', 'group']);
    const [index] = catalogIndexPages(portal, 'mobileapp');
    expect(index?.kinds.find(({ current }) => current)).toMatchObject({
      title: 'Mobile apps',
      glyph: 'mobile',
      count: 2,
    });
    expect(index).toMatchObject({ totalText: '2 mobile apps', description: 'What customers install.' });
    expect(homePage(portal).kinds.map(({ title }) => title)).toContain('Mobile apps');
  });

  it('has columns of its own fields, which narrow the list where they are facets', () => {
    const [index] = catalogIndexPages(portal, 'mobileapp');
    expect(index?.columns.map(({ title }) => title)).toEqual(['Name', 'Stores', 'Android', 'Owner', 'Problems']);
    expect(catalogRows(portal, 'mobileapp').map(({ fields }) => fields)).toEqual([
      { 'spec.store': ['Apple', 'Google'], 'spec.minimum.android': ['12'] },
      { 'spec.store': ['Google'], 'spec.minimum.android': [] },
    ]);
    const facets = index?.facets.filter(({ field }) => field.startsWith('spec.'));
    expect(facets).toEqual([
      {
        field: 'spec.store',
        title: 'Stores',
        lines: [
          { value: 'Google', title: 'Google', count: 2, depth: 0 },
          { value: 'Apple', title: 'Apple', count: 1, depth: 0 },
        ],
        more: 0,
        isSearched: false,
      },
    ]);
  });

  it('says its own fields beside its page, by what they are called', () => {
    const { rail, entity, frame, breadcrumbs } = page(portal, 'mobileapp:default/shop');
    expect(rail.find(({ label }) => label === 'Stores')?.values.map(({ text }) => text)).toEqual(['Apple', 'Google']);
    expect(entity).toMatchObject({ kind: 'Mobile app', glyph: 'mobile' });
    expect(frame.search?.filters['kind']).toEqual(['Mobile app']);
    expect(frame.search?.keywords).toContain('Apple Google 12');
    expect(breadcrumbs.map(({ text }) => text)).toEqual(['sales']);
    expect(page(portal, 'mobileapp:default/till').breadcrumbs.map(({ text }) => text)).toEqual(['Mobile apps']);
  });

  it('is seen from both ends of its relations', () => {
    const sections = (ref: string) => tablesOf(page(portal, ref)).map(({ title, rows }) => [title, rows.length]);
    expect(sections('mobileapp:default/shop')).toEqual([['Shows', 1]]);
    expect(sections('component:default/basket')).toEqual([['Is shown in', 2]]);
    expect(sections('system:default/sales')).toEqual([['Mobile apps', 1]]);
    const owned = sectionShowing(page(portal, 'group:default/team'), 'owned')?.owned.kinds;
    expect(owned?.map(({ title, count }) => [title, count])).toEqual([
      ['System', 1],
      ['Component', 1],
      ['Mobile apps', 2],
    ]);
  });

  it('is drawn once for each relation, in the direction that the pair has', () => {
    const { edges = [], nodes = [] } = sectionShowing(page(portal, 'mobileapp:default/till'), 'graph')?.drawing ?? {};
    expect(edges.map(({ from, to, label }) => [from, label, to])).toEqual([
      ['mobileapp:default/till', 'shows', 'component:default/basket'],
    ]);
    expect(nodes.find(({ focus }) => focus)?.glyph).toBe('mobile');
    const data = graphData(portal);
    expect(data.kinds['mobileapp']).toEqual({ title: 'Mobile apps', glyph: 'mobile' });
    const shows = data.relations.indexOf('shows');
    expect(data.edges.filter(([, , relation]) => relation === shows)).toHaveLength(2);
    expect(graphPage(portal).glyphs).toContain('mobile');
    expect(neighbourhood(portal.catalog, 'component:default/basket', 1).edges).toContainEqual({
      from: 'mobileapp:default/shop',
      to: 'component:default/basket',
      type: 'shows',
    });
  });

  it('may be called like something that every object has', () => {
    const odd = portalOf([
      document('Constructor', 'hasOwnProperty', []).replace('backstage.io/v1alpha1', 'example.com/v1'),
    ]);
    const [index] = catalogIndexPages(odd, 'constructor');
    expect(index?.kinds.map(({ title }) => title)).toEqual(['Constructors']);
  });
});

it('lets a known kind have columns, sections and a name of the portal’s own', () => {
  const model = `extend: Component
plural: Services
columns: [name, { path: [metadata, labels, acme.example/tier], title: Tier }]
sections: [{ title: Needed for, relations: [dependencyOf] }]`;
  const portal = portalOf(
    [component('a'), component('b').replace('spec:', 'spec:\n  dependsOn: [component:a]')],
    model,
  );
  const [index] = catalogIndexPages(portal, 'component');
  expect(index?.kinds[0]?.title).toBe('Services');
  expect(index?.columns.map(({ title }) => title)).toEqual(['Name', 'Tier', 'Problems']);
  expect(tablesOf(page(portal, 'component:default/a')).map(({ title }) => title)).toEqual(['Needed for']);
  expect(tablesOf(page(portal, 'component:default/b')).map(({ title }) => title)).toEqual(['Depends on']);
});

it('draws a relation that reads the same from both ends once', () => {
  const pair = 'relation: rivals\ntitle: rivals\ninverse: rivals\ninverseTitle: rivals';
  const model = `extend: Component\nrelationFields: [{ selector: { path: spec.rivals }, relation: rivals, defaultKind: Component }]\n---\n${pair}`;
  const portal = portalOf([component('a').replace('spec:', 'spec:\n  rivals: [b]'), component('b')], model);
  for (const name of ['a', 'b'])
    expect(sectionShowing(page(portal, `component:default/${name}`), 'graph')?.drawing.edges).toHaveLength(1);
  expect(graphData(portal).edges).toHaveLength(1);
});

describe('the sections of a page', () => {
  const documents = [component('a'), component('b').replace('spec:', 'spec:\n  dependsOn: [component:a]')];
  const ids = (model: string) => page(portalOf(documents, model), 'component:default/a').sections.map(({ id }) => id);

  it('come in the order of the kind, whatever it is', () => {
    expect(ids('extend: Component')).toEqual(['graph', 'dependents', 'missing', 'raw']);
    expect(ids('extend: Component\nsections: [raw, dependents]')).toEqual(['raw', 'dependents', 'graph', 'missing']);
  });

  it('have a table of one’s own where the kind’s tables begin, or where it stands among names', () => {
    const table = '{ title: Needed for, relations: [dependencyOf] }';
    expect(ids(`extend: Component\nsections: [${table}]`)).toEqual(['graph', 'related-dependencyof', 'missing', 'raw']);
    expect(ids(`extend: Component\nsections: [${table}, graph]`)).toEqual([
      'related-dependencyof',
      'graph',
      'missing',
      'raw',
    ]);
  });

  it('can be of a kind that nobody else has', () => {
    const model = `${declaration}---\nextend: MobileApp\nsections: [facts, raw, graph]\n`;
    const labelled = app('shop', ['owner: team', 'screens: [basket]']).replace(
      'metadata:',
      'metadata:\n  labels: { tier: one }\n  description: One.',
    );
    const { sections } = page(portalOf([...shop.slice(0, 3), labelled], model), 'mobileapp:default/shop');
    expect(sections.map(({ id }) => id)).toEqual(['facts', 'raw', 'graph', 'related-shows']);
  });
});
