import type { CrawlStatus } from './crawl-status.ts';

/** For tests: a crawl in which something of every kind went wrong. */
export const troubledCrawl: CrawlStatus = {
  crawledAt: '2026-11-21T12:00:00.000Z',
  sources: [
    {
      name: 'acme',
      type: 'github',
      listedAt: '2026-11-21T12:00:00.000Z',
      complete: false,
      reason: 'the rate limit of the token is used up',
    },
    { name: 'handbook', type: 'local', listedAt: '2026-11-21T09:30:00.000Z', complete: true },
  ],
  repositories: [
    { id: 'github:5', slug: 'acme/absent', source: 'acme', outcome: 'absent', reason: 'The host answered 451.' },
    {
      id: 'github:4',
      slug: 'acme/held',
      source: 'acme',
      outcome: 'held',
      freshAt: '2026-11-20T10:00:00.000Z',
      reason: 'It was deleted; its removal awaits confirmation.',
    },
    { id: 'github:6', slug: 'acme/old', source: 'acme', outcome: 'removed', reason: 'It was deleted.' },
    {
      id: 'github:3',
      slug: 'acme/refused',
      source: 'acme',
      outcome: 'refused',
      freshAt: '2026-11-18T09:30:00.000Z',
      reason: 'It has more than 20,000 files.',
    },
    {
      id: 'github:1',
      slug: 'acme/shop',
      source: 'acme',
      outcome: 'stale',
      freshAt: '2026-11-19T14:00:05.000Z',
      reason: 'The host did not answer in time.',
    },
    {
      id: 'local:handbook',
      slug: 'handbook',
      source: 'handbook',
      outcome: 'fresh',
      freshAt: '2026-11-21T12:00:00.000Z',
    },
  ],
  held: {
    id: '4f2a9c01',
    reason: '8 of 20 entities would be removed, more than 5.',
    entities: [{ ref: 'component:default/web', repository: 'acme/held' }],
  },
  removed: [{ repository: 'acme/old', reason: 'The repository was deleted.', entities: ['component:default/old'] }],
};
