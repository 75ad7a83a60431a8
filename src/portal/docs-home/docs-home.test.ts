import { expect, it } from 'vitest';
import { component, document } from '../../catalog/repository-fixture.ts';
import type { DocsPage, DocsSite } from '../../techdocs/docs-site.ts';
import type { Portal } from '../assemble-portal.ts';
import { portalOf } from '../machine/machine-fixture.ts';
import { planPages } from '../plan-pages.ts';
import { docsHomePages } from './docs-home-pages.ts';
import { docsRows } from './docs-rows.ts';

const page = (path: string, at: string): DocsPage => ({
  path,
  sourcePath: `docs/${path}index.md`,
  title: 'Page',
  description: '',
  headings: [],
  htmlFile: '/nowhere',
  hash: '',
  history: { changed: { at, commit: 'a'.repeat(40) }, authors: [] } as unknown as NonNullable<DocsPage['history']>,
});

const site = (entityRef: string, title: string, at: string, more: Partial<DocsSite> = {}): DocsSite => ({
  entityRef,
  repository: 'acme/shop',
  root: '',
  title,
  nav: [],
  pages: [page('', at)],
  assets: [],
  redirects: new Map(),
  ...more,
});

const withSites = (docsSites: readonly DocsSite[], more: Partial<Portal> = {}): Portal => ({
  ...portalOf([document('Group', 'team', ['type: team', 'children: []']), component('orders'), component('web')]),
  docsSites,
  ...more,
});

const [old, young, lost] = [
  site('component:default/orders', 'orders 10', '2020-01-01T00:00:00Z', {
    decisions: [{ path: 'adr/1/', title: 'One', state: 'accepted', deciders: [] } as never],
  }),
  site('component:default/web', 'Orders 9', '2026-01-01T00:00:00Z'),
  site('component:default/gone', 'Anything', ''),
];

it('lists docs by title, by owner, and the longest untouched first, each at its own address', () => {
  const pages = docsHomePages(withSites([old, young, lost])).map(([path, view]) => [path, view()] as const);
  const titles = pages.map(([path, { groups }]) => [
    path,
    ...groups.flatMap(({ title, rows }) => [...(title ? [`# ${title}`] : []), ...rows.map((row) => row.title)]),
  ]);
  expect(titles).toEqual([
    ['docs/', 'Anything', 'Orders 9', 'orders 10'],
    ['docs/by-owner/', '# team', 'Orders 9', 'orders 10', '# No owner', 'Anything'],
    ['docs/by-freshness/', 'orders 10', 'Orders 9', 'Anything'],
  ]);
  expect(pages.map(([, { hasDecisions }]) => hasDecisions)).toEqual([true, true, true]);
});

it('says how many pages nobody touched for long', () => {
  const staleDocs = { before: '2025-01-01T00:00:00Z', text: 'Not touched for 2 years' };
  const mixed = { ...old, pages: [page('', '2020-01-01T00:00:00Z'), page('new/', '2026-01-01T00:00:00Z')] };
  const marks = docsRows(withSites([old, young], { staleDocs })).map(({ untouched }) => untouched);
  expect(marks).toEqual([undefined, 'Not touched for 2 years']);
  expect(docsRows(withSites([mixed], { staleDocs }))[0]?.untouched).toBe('Not touched for 2 years: 1 page');
});

it('shows a hundred sites a page', () => {
  const many = Array.from({ length: 201 }, (_, at) => site(`component:default/c${at}`, `Site ${at}`, ''));
  const pages = docsHomePages(withSites(many));
  expect(pages.map(([path]) => path).slice(0, 3)).toEqual(['docs/', 'docs/2/', 'docs/3/']);
  const [first, , last] = pages.map(([, view]) => view());
  expect(first).toMatchObject({ pageCount: 3, nextUrl: '/p/docs/2/' });
  expect(last?.groups[0]?.rows.length).toBe(1);
});

it('never takes the address of a docs site, whatever its namespace is called', () => {
  const sites = ['by-owner', 'by-freshness', '2'].map((namespace) => site(`component:${namespace}/2`, namespace, ''));
  const many = Array.from({ length: 150 }, (_, at) => site(`component:default/c${at}`, `Site ${at}`, ''));
  const files = planPages(withSites([...sites, ...many])).map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
  expect(files).toContain('docs/by-owner/2/index.html');
  expect(files).toContain('docs/by-owner/component/2/index.html');
});
