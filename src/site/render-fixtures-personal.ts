import type { PageView } from '../portal/views/page.ts';
import type { EntityMention, PageFrame } from '../portal/views/shared.ts';

/** Home with everything that it can have, and Settings. */
export function homePages(
  frame: (title: string) => PageFrame,
  orders: EntityMention,
): readonly (readonly [path: string, page: PageView])[] {
  const change = {
    what: 'added',
    at: '2026-03-04T10:00:00Z',
    fields: [],
    moreFields: 0,
    repository: 'orders',
  } as const;
  return [
    [
      '',
      {
        page: 'home',
        frame: frame('Northwind'),
        announcements: [
          {
            id: 'a',
            title: 'No releases between the years',
            html: '<p>From <strong>18 December</strong>, only fixes.</p>',
            url: '/portal/docs/x/',
            until: '2999-12-31',
            days: 'until 31 Dec 2999',
          },
          { id: 'b', title: 'Welcome' },
        ],
        yours: { settingsUrl: '/portal/settings/', teamsUrl: '/portal/api/teams.json', glyphs: ['component', 'docs'] },
        kinds: [{ title: 'Components', glyph: 'component', count: 1204, url: '/portal/catalog/component/' }],
        domains: [
          {
            title: 'orders',
            entity: orders,
            systems: [{ entity: orders, componentCount: 3 }],
            more: { text: 'and 2 more systems', url: '/portal/x/' },
          },
        ],
        moreDomains: { text: 'All 3 systems', url: '/portal/catalog/system/' },
        teams: [{ entity: orders, owned: 3, people: 2 }],
        moreTeams: { text: 'All 12 teams', url: '/portal/catalog/group/' },
        docs: [{ title: 'Orders', url: '/portal/docs/x/', pageCount: 2 }],
        allDocs: { text: 'All 9 sites', url: '/portal/docs/' },
        recent: [],
        changes: {
          url: '/portal/changes/',
          builds: [['2026-03-04T10:00:00Z', 1]],
          lines: [{ ...change, entity: orders }],
        },
        health: [{ label: 'Owned', value: '98%', note: 'of all', tone: 'good', url: '/portal/x/' }],
        repositoryCount: 1,
        entityCount: 3,
      },
    ],
    [
      'settings/',
      {
        page: 'settings',
        frame: frame('Settings'),
        teamsUrl: '/portal/api/teams.json',
        glyphs: ['component', 'docs', 'group'],
      },
    ],
  ];
}
