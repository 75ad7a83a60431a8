import type { EntityPage } from '../portal/views/entity.ts';
import type { PageView } from '../portal/views/page.ts';
import type { EntityMention, PageFrame, ProblemView } from '../portal/views/shared.ts';
import { catalogPage } from './render-fixtures-catalog.ts';
import { coveragePages } from './render-fixtures-coverage.ts';
import { entitySectionsOf } from './render-fixtures-entity.ts';
import { homePages } from './render-fixtures-personal.ts';
import { problemPages } from './render-fixtures-problems.ts';

const frame = (title: string): PageFrame => ({
  portalTitle: 'Northwind',
  language: 'en',
  base: '/portal/',
  accentCss: ':root{--cb-accent-1:light-dark(#8a2b06,#ffb59b)}\n',
  iconUrl: '/portal/assets/icon.svg',
  touchIconUrl: '/portal/assets/icon-180.png',
  pageColours: { light: '#fdfcfa', dark: '#161310' },
  title,
  description: `${title} at Northwind.`,
  nav: [
    { text: 'Catalog', url: '/portal/catalog/component/', current: true },
    { text: 'Docs', url: '/portal/docs/', current: false },
  ],
  searchUrl: '/portal/search/',
  homeUrl: '/portal/',
  settingsUrl: '/portal/settings/',
  callboardVersion: '1.0.0',
  search: {
    category: 'entity',
    glyph: 'component',
    filters: { kind: ['Component'], tag: ['go', 'a, b'] },
    keywords: 'component:default/orders orders',
    subtitle: 'Component',
  },
});

const lifecycle = { text: 'production', tone: 'good' } as const;

const orders: EntityMention = {
  ref: 'component:default/orders',
  title: 'orders',
  glyph: 'component',
  url: '/portal/catalog/default/component/orders/',
  kind: 'Component',
  type: 'service',
  description: 'Takes orders.',
  lifecycle,
  owner: { text: 'Order team', url: '/portal/catalog/default/group/order-team/' },
};

const missing: EntityMention = { ref: 'resource:default/gone', title: 'gone', glyph: 'resource', kind: 'Resource' };

const problem: ProblemView = {
  severity: 'warning',
  code: 'catalog/reference-not-found',
  codeUrl: '/portal/problems/catalog/reference-not-found/',
  title: 'Reference to nothing',
  message: 'spec.dependsOn[0] names <script>alert(1)</script>.',
  hint: 'Correct it.',
  address: 'orders/catalog-info.yaml:12:5',
  addressUrl: 'https://git.example/orders#L12',
  entity: orders,
};

const provenance = {
  repository: 'northwind/orders',
  branch: 'main',
  commit: '3f2c1ab',
  committedAt: '2026-03-04T10:00:00Z',
  path: 'catalog-info.yaml',
  sourceUrl: 'https://git.example/orders',
  editUrl: 'https://git.example/orders/edit',
};

const entity: EntityPage = {
  page: 'entity',
  frame: frame('orders'),
  entity: orders,
  refText: 'component:default/orders',
  breadcrumbs: [{ text: 'Commerce', url: '/portal/catalog/default/domain/commerce/' }],
  tags: [{ text: 'go', url: '/portal/catalog/component/?tags=go' }],
  ledeHtml: '<p>Takes <em>orders</em>.</p>',
  provenance,
  problems: [problem],
  furtherProblems: {
    count: 1,
    problems: [{ ...problem, severity: 'error' }],
    more: { text: 'All', url: '/portal/x/' },
  },
  rail: [
    {
      id: 'owner',
      label: 'Owner',
      values: [
        {
          text: 'Order team',
          url: '/portal/x/',
          note: '6 people',
          initials: 'OT',
          contacts: [{ text: 'orders@example.com', url: 'mailto:orders@example.com' }],
        },
      ],
    },
    {
      id: 'links',
      label: 'Links',
      values: [{ text: 'Dashboard', url: 'https://d.example/', external: true, glyph: 'dashboard' }],
    },
  ],
  owner: { id: 'owner', label: 'Owner', values: [{ text: 'Order team', url: '/portal/x/', initials: 'OT' }] },
  actions: [
    { text: 'Docs', url: '/portal/docs/x/', glyph: 'docs', external: false },
    { text: 'Source', url: 'https://git.example/orders', glyph: 'source', external: true },
  ],
  sections: entitySectionsOf(orders, missing, problem),
};

const docsHtml = `<h1 id="d-t">Stuck orders</h1><p>Text.</p><h2 id="d-find">Find them</h2>
<div class="highlight"><pre><code><span class="k">let</span> a</code></pre></div>
<div class="admonition warning"><p class="admonition-title">Careful</p><p>Now.</p></div>`;

/** One page of every type, with its path inside the portal. */
export const pages: readonly (readonly [path: string, page: PageView])[] = [
  ...homePages(frame, orders),
  ['catalog/default/component/orders/', entity],
  [
    'catalog/default/component/bare/',
    { ...entity, sections: [], problems: [], rail: [], tags: [], breadcrumbs: [], actions: [] },
  ],
  ['catalog/component/', catalogPage(frame)],
  [
    'docs/',
    {
      page: 'docs-home',
      frame: frame('Documentation'),
      arrangement: 'owner',
      tabs: [{ text: 'By owner', url: '/portal/docs/by-owner/', current: true }],
      total: 1,
      hasDecisions: true,
      glyphs: ['component'],
      groups: [
        {
          title: 'Payments',
          url: '/portal/catalog/default/group/payments/',
          rows: [
            {
              title: 'Orders',
              url: '/portal/docs/x/',
              entity: { title: orders.title, glyph: 'component' },
              owner: { text: 'Payments', url: '/portal/catalog/default/group/payments/' },
              pages: 2,
              decisions: 1,
              description: 'How orders work.',
              time: '2026-03-04T10:00:00Z',
              untouched: 'Not touched for 2 years: 1 page',
            },
          ],
        },
      ],
      rowsUrl: '/portal/docs/sites.json',
      pageNumber: 1,
      pageCount: 1,
    },
  ],
  [
    'docs/default/component/orders/stuck/',
    {
      page: 'docs-page',
      frame: { ...frame('Stuck orders'), frameHosts: ['video.example.org'] },
      entity: orders,
      siteTitle: 'Orders',
      siteUrl: '/portal/docs/x/',
      breadcrumbs: [{ text: 'Orders', url: '/portal/docs/x/' }],
      title: 'Stuck orders',
      hasOwnTitle: true,
      html: docsHtml,
      figures: { styleUrls: [] },
      nav: [
        { title: 'Stuck orders', url: '#', current: true, open: true, external: false, children: [] },
        { title: 'Runbooks', url: '#', current: false, open: false, external: false, part: 'branch', children: [] },
      ],
      search: { url: '/portal/search/', pagefindUrl: '/portal/pagefind/', entity: 'orders' },
      headings: [
        { level: 2, id: 'd-find', title: 'Find them' },
        { level: 3, id: 'd-again', title: 'Again' },
      ],
      next: { text: 'Next', url: '/portal/docs/x/next/' },
      provenance,
      history: {
        changed: {
          time: '2023-03-04T10:00:00Z',
          commit: '3f2c1ab',
          branch: 'main',
          commitUrl: 'https://github.com/acme/orders/commit/3f2c1ab',
          by: { text: 'Ada Lovelace', url: '/portal/catalog/default/user/ada/' },
        },
        others: [{ text: 'Grace' }, { text: 'Tomas' }],
        more: 4,
        repository: 'acme/orders',
        path: 'docs/stuck.md',
        stale: 'Not touched for 2 years',
      },
      actions: { editUrl: 'https://github.com/acme/orders/edit/main/docs/stuck.md' },
      problems: [problem],
    },
  ],
  [
    'docs/default/component/orders/old/',
    { page: 'redirect', frame: frame('Moved'), target: { text: 'Stuck orders', url: '/portal/docs/x/' } },
  ],
  [
    'search/',
    {
      page: 'search',
      frame: frame('Search'),
      pagefindUrl: '/portal/pagefind/',
      glyphs: ['component', 'docs'],
      lists: [{ text: 'Docs', url: '/portal/docs/' }],
    },
  ],
  ...problemPages(frame, problem),
  ...coveragePages(frame),
  ['offline/', { page: 'offline', frame: frame('Not saved') }],
  [
    'not-found/',
    {
      page: 'not-found',
      frame: frame('Not found'),
      namesUrl: '/portal/api/names.json',
      lists: [{ text: 'Docs', url: '/portal/docs/' }],
    },
  ],
];
