import { describe, expect, it } from 'vitest';
import { readCatalog } from '../catalog/read-catalog.ts';
import { component, document, repositoryOf } from '../catalog/repository-fixture.ts';
import { assemblePortal, type Portal } from './assemble-portal.ts';
import { catalogRows } from './catalog-index/rows.ts';
import { catalogIndexPages, kindsOf } from './catalog-index.ts';
import { docsRows } from './docs-home/docs-rows.ts';
import { docsPageView } from './docs-pages.ts';
import { sectionShowing, tablesOf } from './entity/page-fixture.ts';
import { entityPage } from './entity-page.ts';
import { homePage } from './home.ts';
import { machineFiles } from './machine-files.ts';
import { planPages } from './plan-pages.ts';
import type { EntityPage } from './views/entity.ts';

const page = (path: string, title: string) => ({
  path,
  sourcePath: `docs/${path === '' ? 'index' : path.slice(0, -1)}.md`,
  title,
  description: '',
  headings: [{ level: 2, id: 'docs-a', title: 'A' }],
  htmlFile: '/nowhere',
  hash: '',
});

function portalOf(yaml: readonly string[], more: Partial<Portal['config']> = {}): Portal {
  const files = repositoryOf('acme/shop', { 'catalog-info.yaml': yaml.join('---\n') });
  const { value: catalog, diagnostics } = readCatalog({ repositories: [files], allow: ['*'] });
  return assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/p/', ...more },
    catalog,
    repositories: [files.repository],
    docsSites: [
      {
        entityRef: 'component:default/orders',
        repository: 'acme/shop',
        root: '',
        title: 'Orders',
        nav: [
          { title: 'Home', path: '', children: [] },
          { title: 'Runbooks', children: [{ title: 'Stuck', path: 'stuck/', children: [] }] },
        ],
        pages: [page('', 'Orders'), page('stuck/', 'Stuck')],
        assets: [],
        redirects: new Map([['old/', 'stuck/']]),
      },
    ],
    docsByEntity: new Map([
      ['component:default/orders', 'component:default/orders'],
      ['component:default/web', 'component:default/orders'],
    ]),
    diagnostics,
    callboardVersion: '1.0.0',
  });
}

const shop = [
  document('Group', 'acme', ['type: company', 'children: [team]']),
  document('Group', 'team', [
    'type: team',
    'children: []',
    'profile: { displayName: The Team, email: team@acme.example }',
  ]),
  document('User', 'ann', ['memberOf: [team]', 'profile: { displayName: Ann }']),
  document('Domain', 'commerce', ['owner: acme']),
  document('System', 'sales', ['owner: team', 'domain: commerce']),
  component('orders', ['system: sales', 'providesApis: [orders-api]', 'dependsOn: [component:money]']),
  component('money'),
  component('web', ['consumesApis: [orders-api]', 'dependsOn: [component:gone]']),
  component('mail', ['dependsOn: [component:web]']),
  document('API', 'orders-api', [
    'type: openapi',
    'lifecycle: deprecated',
    'owner: team',
    'system: sales',
    'definition: "{}"',
  ]),
];

function show(portal: Portal, ref: string): EntityPage {
  const item = portal.catalog.byRef.get(ref);
  if (!item) throw new Error(`${ref} is not in the catalog`);
  return entityPage(portal, item);
}

describe('an entity page', () => {
  const portal = portalOf(shop);

  it('says who owns it, where it belongs, and where it was read', () => {
    const orders = show(portal, 'component:default/orders');
    expect(orders.breadcrumbs.map(({ text, url }) => [text, url])).toEqual([
      ['commerce', '/p/catalog/default/domain/commerce/'],
      ['sales', '/p/catalog/default/system/sales/'],
    ]);
    expect(orders.rail.find(({ label }) => label === 'Owner')?.values).toEqual([
      {
        text: 'The Team',
        url: '/p/catalog/default/group/team/',
        initials: 'TT',
        note: '1 person',
        contacts: [{ text: 'team@acme.example', url: 'mailto:team@acme.example' }],
      },
    ]);
    expect(orders.rail.find(({ label }) => label === 'Documentation')?.values[0]).toMatchObject({ text: '2 pages' });
    expect(orders.provenance).toMatchObject({ repository: 'acme/shop', commit: '0123456', path: 'catalog-info.yaml' });
    expect(sectionShowing(orders, 'raw')?.raw.links.map(({ url }) => url)).toContain(
      '/p/api/catalog/entities/by-name/component/default/orders.json',
    );
  });

  it('lists everything that depends on it, directly and through others, with the path', () => {
    const dependents = tablesOf(show(portal, 'component:default/orders')).find(({ id }) => id === 'dependents');
    expect(dependents?.rows.map(({ entity, via }) => [entity.title, via])).toEqual([
      ['web', 'orders-api → this'],
      ['mail', 'web → orders-api → this'],
    ]);
    expect(dependents?.note).toBe('1 directly, 2 in all');
  });

  it('names what is missing without a link, and shows the problem', () => {
    const web = show(portal, 'component:default/web');
    const gone = tablesOf(web).find(({ id }) => id === 'dependencies')?.rows[0]?.entity;
    expect(gone).toEqual({ ref: 'component:default/gone', title: 'gone', glyph: 'entity', kind: 'Component' });
    const line =
      shop
        .join('---\n')
        .split('\n')
        .findIndex((text) => text.includes('component:gone')) + 1;
    expect(web.problems).toMatchObject([
      { code: 'catalog/depends-on-deprecated', address: `acme/shop/catalog-info.yaml:${line - 1}:18` },
      { code: 'catalog/reference-not-found', address: `acme/shop/catalog-info.yaml:${line}:15`, severity: 'warning' },
    ]);
    expect(web.problems[1]?.addressUrl).toMatch(
      /^https:\/\/github\.com\/acme\/shop\/blob\/[0-9a-f]{40}\/catalog-info\.yaml#L/,
    );
  });

  it('shows what a team owns, also through its child teams', () => {
    const owned = sectionShowing(show(portal, 'group:default/acme'), 'owned')?.owned;
    expect(owned?.note).toBe('1 directly, 7 with child teams');
    const rows = owned?.kinds.flatMap((kind) => kind.rows.map(({ entity, via }) => `${entity.title} ${via?.text}`));
    expect(rows).toContain('orders The Team');
    expect(rows).toContain('commerce undefined');
    const people = sectionShowing(show(portal, 'group:default/team'), 'people')?.people;
    expect(people?.people.map(({ entity, initials }) => [entity.title, initials])).toEqual([['Ann', 'A']]);
  });

  it('has no section that has nothing', () => {
    const money = show(portal, 'component:default/money');
    expect(money.sections.map(({ id }) => id)).toEqual(['graph', 'dependents', 'missing', 'raw']);
    expect(sectionShowing(show(portal, 'api:default/orders-api'), 'definition')?.definition).toMatchObject({
      text: '{}',
      language: 'openapi',
    });
  });

  it('stays inside its budget when a thousand things depend on it', () => {
    const crowd = Array.from({ length: 1000 }, (_, index) => component(`c-${index}`, ['dependsOn: [component:money]']));
    const [dependents] = tablesOf(show(portalOf([...shop, ...crowd]), 'component:default/money'));
    expect(dependents?.rows).toHaveLength(60);
    // The thousand, orders, and what consumes its interface.
    expect(dependents?.more?.count).toBe(943);
  });

  it('ends where it began when parts are parts of each other', () => {
    const circle = portalOf([component('a', ['subcomponentOf: b']), component('b', ['subcomponentOf: a'])]);
    expect(show(circle, 'component:default/a').breadcrumbs.map(({ text }) => text)).toEqual(['b']);
  });
});

describe('the catalog index', () => {
  it('has tabs in the order in which people meet kinds, unknown kinds last', () => {
    const portal = portalOf([...shop, document('Gadget', 'x', ['owner: team'])]);
    expect(kindsOf(portal)).toEqual(['component', 'api', 'system', 'domain', 'group', 'user', 'gadget']);
    expect(catalogIndexPages(portal, 'gadget')[0]).toMatchObject({ totalText: '1 gadget', glyph: 'entity', total: 1 });
  });

  it('counts facets over all rows and pages them by the hundred', () => {
    const many = Array.from({ length: 250 }, (_, index) => component(`c-${index}`));
    const pages = catalogIndexPages(portalOf([...shop, ...many]), 'component');
    expect(pages.map(({ rows }) => rows.length)).toEqual([100, 100, 54]);
    expect(pages[1]).toMatchObject({ previousUrl: '/p/catalog/component/', nextUrl: '/p/catalog/component/3/' });
    expect(pages[0]?.facets.find(({ field }) => field === 'docs')?.lines).toEqual([
      { value: 'no', title: 'no docs', count: 252, depth: 0 },
      { value: 'yes', title: 'has docs', count: 2, depth: 0 },
    ]);
  });

  it('sorts numbers in names by their value', () => {
    const rows = catalogRows(portalOf(['c-10', 'c-9', 'C-1'].map((name) => component(name))), 'component');
    expect(rows.map(({ title }) => title)).toEqual(['C-1', 'c-9', 'c-10']);
  });
});

describe('the page plan', () => {
  it('has one file for each page, none outside the portal, and redirects for what moved', () => {
    const files = planPages(portalOf(shop)).map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    expect(files.filter((file) => file.startsWith('/') || file.includes('..'))).toEqual([]);
    expect(files).toContain('catalog/default/component/orders/index.html');
    expect(files).toContain('docs/default/component/orders/stuck/index.html');
    expect(files).toContain('docs/default/component/orders/old/index.html');
    expect(files).toContain('docs/default/component/web/index.html');
    expect(files).toContain('404.html');
  });

  it('makes a site map only where it knows its address', () => {
    const paths = (portal: Portal) => [...machineFiles(portal)].map(({ path }) => path);
    expect(paths(portalOf(shop))).not.toContain('sitemap.xml');
    const withUrl = portalOf(shop, { url: 'https://acme.example/p' });
    expect(paths(withUrl)).toContain('sitemap.xml');
    expect(homePage(withUrl).frame.canonicalUrl).toBe('https://acme.example/p/');
  });
});

it('leads the links of a docs page to where they lead in this portal, below its base path', () => {
  const portal = portalOf(shop);
  const [site] = portal.docsSites;
  const links = new Map([['https://git.example.org/acme/pay/blob/main/docs/a.md', '/docs/default/component/money/a/']]);
  const pages = (site?.pages ?? []).map((each) => (each.path === 'stuck/' ? { ...each, links } : each));
  const planned = planPages({ ...portal, docsSites: site ? [{ ...site, pages }] : [] });
  const html = '<p><a href="https://git.example.org/acme/pay/blob/main/docs/a.md" rel="noopener">a</a></p>';
  const view = planned.find(({ file }) => file.endsWith('orders/stuck/index.html'))?.view(html);
  expect(view).toMatchObject({ html: '<p><a href="/p/docs/default/component/money/a/">a</a></p>' });
});

it('leads through the docs: navigation, breadcrumbs, previous and next', () => {
  const portal = portalOf(shop);
  const site = portal.docsSites[0];
  const stuck = site?.pages[1];
  if (!site || !stuck) throw new Error('the fixture has docs');
  const view = docsPageView(portal, site, stuck, '<h1>Stuck</h1>');
  expect(view.breadcrumbs.map(({ text }) => text)).toEqual(['orders', 'Orders', 'Runbooks']);
  expect(view.nav.map(({ title, open }) => [title, open])).toEqual([
    ['Home', false],
    ['Runbooks', true],
  ]);
  expect(view.previous).toEqual({ text: 'Orders', url: '/p/docs/default/component/orders/' });
  expect(view.next).toBeUndefined();
  expect(view.hasOwnTitle).toBe(true);
});

it('says on docs pages, in lists and on the entity which earlier version is shown, of when, and why', () => {
  const portal = portalOf(shop);
  const [site] = portal.docsSites;
  const [index] = site?.pages ?? [];
  if (!site || !index) throw new Error('the fixture has docs');
  const commit = 'a'.repeat(40);
  const old = { ...site, lastGood: { commit, at: '2025-01-02T00:00:00Z', reason: 'the renderer stopped' } };
  const view = docsPageView(portal, old, index, '<h1>Orders</h1>');
  expect(view.lastGood).toMatchObject({
    commit: 'aaaaaaa',
    committedAt: '2025-01-02T00:00:00Z',
    reason: 'the renderer stopped.',
    problemsUrl: expect.stringMatching(/^\/p\/problems\//),
  });
  expect(view.provenance).toMatchObject({ commit: 'aaaaaaa', committedAt: '2025-01-02T00:00:00Z' });
  const withOld = { ...portal, docsSites: [old], siteByRef: new Map([[old.entityRef, old]]) };
  expect(docsRows(withOld)).toMatchObject([{ time: '2025-01-02T00:00:00Z', mark: 'earlier version' }]);
  const orders = portal.catalog.byRef.get(old.entityRef);
  expect(orders && sectionShowing(entityPage(withOld, orders), 'docs')?.docs.mark).toBe('earlier version');
  expect(docsPageView(portal, site, index, '').lastGood).toBeUndefined();
});

it('lists systems of no domain on the home page too', () => {
  const chapters = homePage(
    portalOf([
      document('Domain', 'sales', ['owner: team']),
      document('System', 'shop', ['owner: team', 'domain: sales']),
      document('System', 'tools', ['owner: team']),
      component('lint', ['system: tools']),
    ]),
  ).domains;
  expect(
    chapters.map(({ title, systems }) => [title, systems.map((it) => [it.entity.title, it.componentCount])]),
  ).toEqual([
    ['sales', [['shop', 0]]],
    ['Other systems', [['tools', 1]]],
  ]);
});

it('says on the home page how healthy the catalog is', () => {
  const health = homePage(portalOf(shop)).health;
  expect(health.map(({ value }) => value)).toEqual(['100%', '100%', '50%', '2']);
});
