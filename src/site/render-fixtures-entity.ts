import type { EntitySection } from '../portal/views/entity-sections.ts';
import type { EntityMention, ProblemView } from '../portal/views/shared.ts';

/** Every kind of section of an entity's page, about an entity, one that is missing, and a problem. */
export const entitySectionsOf = (
  orders: EntityMention,
  missing: EntityMention,
  problem: ProblemView,
): readonly EntitySection[] => [
  ...relatedSections(orders, missing),
  ...peopleSections(orders, missing),
  ...teamSections(orders, problem),
  ...readSections,
  ...dataSections(orders),
];

const relatedSections = (orders: EntityMention, missing: EntityMention): readonly EntitySection[] => [
  { shows: 'about', id: 'about', title: 'About', html: '<p>All of <strong>it</strong>.</p><ul><li>One</li></ul>' },
  {
    shows: 'entities',
    id: 'depends-on',
    title: 'Depends on',
    table: {
      id: 'depends-on',
      title: 'Depends on',
      note: '2',
      viaTitle: 'How',
      rows: [
        { entity: orders, via: 'direct' },
        { entity: missing, via: 'direct' },
      ],
      more: { count: 12, url: '/portal/api/orders.json' },
    },
  },
  {
    shows: 'dependents',
    id: 'dependents',
    title: 'Depended on by',
    table: {
      id: 'dependents',
      title: 'Depended on by',
      viaTitle: 'Path',
      rows: [{ entity: orders, via: 'direct' }],
      byOwner: [
        {
          owner: { text: 'Order team', url: '/portal/x/' },
          contact: { text: 'orders@example.com', url: 'mailto:orders@example.com' },
          rows: [{ entity: orders, via: 'direct' }],
        },
        { rows: [{ entity: missing, via: 'orders → this' }] },
      ],
      savedFrom: '/portal/catalog-graph/graph.json',
    },
  },
];

const readSections: readonly EntitySection[] = [
  {
    shows: 'docs',
    id: 'docs',
    title: 'Documentation',
    docs: {
      title: 'Orders',
      url: '/portal/docs/x/',
      pageCount: 1,
      pages: [{ text: 'Overview', url: '/portal/docs/x/' }],
      mark: 'earlier version',
    },
  },
  {
    shows: 'definition',
    id: 'definition',
    title: 'Definition',
    definition: {
      language: 'OpenAPI',
      text: 'openapi: 3.1.0\ninfo: </code>\n',
      lineCount: 2,
      truncated: true,
      downloadUrl: '/portal/d.yaml',
    },
  },
];

const dataSections = (orders: EntityMention): readonly EntitySection[] => [
  {
    shows: 'facts',
    id: 'facts',
    title: 'Facts',
    lists: [
      {
        title: 'Elsewhere',
        facts: [
          { name: 'Project on GitHub', origin: 'github.com/project-slug', text: 'a/b', url: 'https://g.example/' },
        ],
      },
      { title: 'Labels', facts: [{ name: 'tier', origin: 'acme.example', text: '<b>1</b>' }] },
    ],
  },
  {
    shows: 'missing',
    id: 'missing',
    title: 'What its file could say',
    parts: [
      {
        title: 'Who owns it',
        why: 'Nobody is named.',
        file: { text: 'catalog-info.yaml', url: 'https://git.example/edit' },
        snippet: 'spec:\n  owner: group:<b>\n',
      },
      { title: 'Parts', why: 'None.', file: { text: 'theirs' }, snippet: 'spec:\n  system: orders\n' },
    ],
  },
  {
    shows: 'raw',
    id: 'raw',
    title: 'Raw data',
    raw: {
      yaml: 'kind: Component # </pre><script>alert(1)</script>\n',
      links: [{ text: 'As JSON', url: '/portal/api/orders.json' }],
      chain: [{ text: 'github' }, { text: 'northwind/orders', url: 'https://git.example/orders' }],
      together: [orders],
      moreTogether: 2,
      annotations: [{ name: 'acme.example/x', text: '</dd><script>alert(1)</script>' }],
      badge: { url: '/portal/badge/component/default/orders.svg', markdown: '[![orders](a.svg)](b)' },
    },
  },
];

function peopleSections(orders: EntityMention, missing: EntityMention): readonly EntitySection[] {
  const leaf = { team: orders, current: true, note: '1 person', children: [], more: 3 };
  return [
    {
      shows: 'people',
      id: 'people',
      title: 'People',
      people: {
        note: '2 people, 3 with child teams',
        people: [
          {
            entity: orders,
            initials: 'OS',
            role: '<i>Lead</i>',
            email: { text: 'o@example.com', url: 'mailto:o@example.com' },
          },
          { entity: missing, initials: 'G' },
        ],
        more: { text: '3 more', url: '/portal/catalog/user/' },
        below: [{ team: orders, people: [orders, missing], more: 1 }],
        belowTitle: 'With 1 child team',
      },
    },
    {
      shows: 'tree',
      id: 'teams',
      title: 'Where it stands',
      url: '/portal/catalog-graph/',
      tree: { roots: [{ team: orders, current: false, note: '', children: [leaf], more: 0 }] },
    },
    {
      shows: 'owned',
      id: 'owned',
      title: 'Owns',
      owned: {
        note: '1 directly, 3 with child teams',
        aggregated: true,
        viaTitle: 'Through',
        kinds: [
          {
            id: 'owned-component',
            title: 'Components',
            glyph: 'component',
            count: 3,
            types: [
              { text: 'service', url: '/portal/catalog/component/?type=service', count: 2 },
              { text: 'website', url: '/portal/catalog/component/?type=website', count: 1 },
            ],
            rows: [
              { entity: orders },
              { entity: orders, via: { text: 'Child team', url: '/portal/x/' } },
              { entity: missing, via: { text: 'gone' } },
            ],
            url: '/portal/catalog/component/',
            more: 1,
          },
          { id: 'owned-api', title: 'APIs', glyph: 'api', count: 1, types: [], rows: [], url: '/portal/x/', more: 1 },
        ],
      },
    },
  ];
}

function teamSections(orders: EntityMention, problem: ProblemView): readonly EntitySection[] {
  return [
    {
      shows: 'problems',
      id: 'problems',
      title: 'Problems',
      owned: {
        total: 1,
        counts: { error: 0, warning: 1, info: 0 },
        problems: [problem],
        url: '/portal/problems/owners/default/group/order-team/',
        below: [{ text: 'Child team', url: '/portal/x/', counts: { error: 2, warning: 0, info: 1 } }],
      },
    },
    {
      shows: 'team-docs',
      id: 'team-docs',
      title: 'Documentation of the team',
      docs: {
        note: '1 site',
        sites: [
          {
            title: 'Orders',
            url: '/portal/docs/x/',
            entity: orders,
            pages: '2 pages',
            changedAt: '2026-03-04T10:00:00Z',
            mark: 'Not touched for 2 years',
          },
        ],
        more: { text: 'All documentation', url: '/portal/docs/' },
      },
    },
    {
      shows: 'changes',
      id: 'changes',
      title: 'What changed lately',
      changes: [
        {
          what: 'changed',
          at: '2026-03-04T10:00:00Z',
          fields: [{ field: 'owner', from: 'a', to: 'b' }],
          moreFields: 0,
          repository: 'northwind/orders',
          entity: orders,
        },
      ],
    },
  ];
}
