import { expect, it } from 'vitest';
import { readCatalog } from '../catalog/read-catalog.ts';
import { component, repositoryOf } from '../catalog/repository-fixture.ts';
import { assemblePortal, docsOf } from './assemble-portal.ts';
import { decisionsSection } from './decisions-section.ts';
import { entityMarkdown } from './machine/entity-markdown.ts';

const annotated = (name: string, ...annotations: readonly string[]) =>
  component(name).replace(
    'metadata:\n',
    `metadata:\n  annotations:\n${annotations.map((line) => `    ${line}\n`).join('')}`,
  );
const page = (path: string) => ({
  path,
  sourcePath: path,
  title: path,
  description: '',
  headings: [],
  htmlFile: '',
  hash: '',
});

function portalOf() {
  const yaml = [
    component('orders'),
    annotated('web', 'backstage.io/techdocs-entity: orders', 'backstage.io/techdocs-entity-path: /adr/0002-b'),
    annotated('mail', 'backstage.io/techdocs-entity: orders', 'backstage.io/techdocs-entity-path: /gone'),
  ];
  const files = repositoryOf('acme/shop', { 'catalog-info.yaml': yaml.join('---\n') });
  const { value: catalog } = readCatalog({ repositories: [files], allow: ['*'] });
  const decisions = [
    {
      path: 'adr/0001-a/',
      number: 1,
      title: 'A [x]',
      status: 'Superseded',
      state: 'superseded' as const,
      deciders: [],
      supersededBy: 'adr/0002-b/',
    },
    {
      path: 'adr/0002-b/',
      number: 2,
      title: 'B',
      status: 'Accepted',
      state: 'accepted' as const,
      date: '2026-01-02',
      deciders: ['Ann'],
    },
  ];
  const paths = ['', 'adr/', 'adr/0001-a/', 'adr/0002-b/'];
  const site = {
    entityRef: 'component:default/orders',
    repository: 'acme/shop',
    root: '',
    title: 'Orders',
    nav: [],
    assets: [],
  };
  return assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/p/' },
    catalog,
    repositories: [files.repository],
    docsSites: [{ ...site, pages: paths.map(page), redirects: new Map(), decisions }],
    docsByEntity: new Map(['orders', 'web', 'mail'].map((name) => [`component:default/${name}`, site.entityRef])),
    diagnostics: [],
    callboardVersion: '1.0.0',
  });
}

const portal = portalOf();
const entityOf = (name: string) => {
  const found = portal.catalog.byRef.get(`component:default/${name}`);
  if (!found) throw new Error(name);
  return found;
};

it('lists an entity’s decisions, the newest first, with what came after them', () => {
  const docs = '/p/docs/default/component/orders/';
  expect(decisionsSection(portal, entityOf('orders'))).toEqual({
    count: 2,
    standing: 1,
    listUrl: `${docs}adr/`,
    rows: [
      {
        number: 2,
        title: 'B',
        url: `${docs}adr/0002-b/`,
        status: 'Accepted',
        tone: 'good',
        date: '2026-01-02',
        deciders: 'Ann',
      },
      {
        ...{ number: 1, title: 'A [x]', url: `${docs}adr/0001-a/`, status: 'Superseded', tone: 'quiet', deciders: '' },
        successor: { text: '2', url: `${docs}adr/0002-b/` },
      },
    ],
  });
  expect(entityMarkdown(portal, entityOf('orders'))).toContain(
    `## Decisions\n\n- [2. B](${docs}adr/0002-b/): Accepted, 2026-01-02, Ann\n`,
  );
});

it('says nothing of them where docs are borrowed, and begins those where the borrower wants', () => {
  expect(decisionsSection(portal, entityOf('web'))).toBeUndefined();
  expect(docsOf(portal, 'component:default/web')?.url).toBe('/p/docs/default/component/orders/adr/0002-b/');
  expect(docsOf(portal, 'component:default/mail')?.url).toBe('/p/docs/default/component/orders/');
});
