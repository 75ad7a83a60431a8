import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { component, documents, repositoryOf } from '../../catalog/repository-fixture.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { assemblePortal, type Portal, type PortalInput } from '../assemble-portal.ts';
import { catalogRows } from '../catalog-index/rows.ts';
import { entityPage } from '../entity-page.ts';
import { homePage } from '../home.ts';
import { filesOf } from '../machine/machine-fixture.ts';
import { planPages } from '../plan-pages.ts';
import type { CrawlStatus, RepositoryStatus } from './crawl-status.ts';
import { troubledCrawl } from './status-fixture.ts';
import { statusPages } from './status-page.ts';

const shop = repositoryOf('acme/shop', { 'catalog-info.yaml': documents(component('orders'), component('web')) });
const stale = { freshAt: '2026-11-19T14:00:05.000Z', reason: 'The host did not answer in time.' };

function portalOf(crawl: CrawlStatus = troubledCrawl, more: Partial<PortalInput> = {}): Portal {
  const { value: catalog, diagnostics } = readCatalog({ repositories: [shop], allow: ['*'] });
  return assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/p/', url: 'https://acme.example/p' },
    catalog,
    repositories: [{ ...shop.repository, stale }],
    docsSites: [],
    docsByEntity: new Map(),
    diagnostics,
    callboardVersion: '1.0.0',
    crawl,
    ...more,
  });
}

const jsonOf = (portal: Portal) => JSON.parse(filesOf(portal).get('api/status.json') ?? 'null');
const allFresh: CrawlStatus = {
  crawledAt: '2026-11-21T12:00:00.000Z',
  sources: [{ name: 'acme', type: 'github', listedAt: '2026-11-21T12:00:00.000Z', complete: true }],
  repositories: [{ id: 'github:1', slug: 'acme/shop', source: 'acme', outcome: 'fresh' }],
  removed: [],
};

describe('status.json', () => {
  it('counts by outcome, and names what is not fresh with what is shown of it', () => {
    const status = jsonOf(portalOf());
    expect(status.counts).toMatchObject({
      repositories: { fresh: 1, stale: 1, refused: 1, held: 1, removed: 1, absent: 1 },
      entities: 2,
      staleEntities: 2,
    });
    expect(status.sources[0]).toMatchObject({ name: 'acme', complete: false, repositories: { fresh: 0, stale: 1 } });
    const slugs = status.repositories.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual(['acme/absent', 'acme/held', 'acme/old', 'acme/refused', 'acme/shop']);
    expect(status.repositories[4]).toEqual({
      id: 'github:1',
      slug: 'acme/shop',
      source: 'acme',
      outcome: 'stale',
      ...stale,
      entities: ['component:default/orders', 'component:default/web'],
    });
    expect(status.held.confirm).toBe('callboard build --confirm-removals 4f2a9c01');
    expect(status.complete).toBe(false);
  });

  it('has the same bytes for the same crawl, and is not there without one', () => {
    expect(filesOf(portalOf()).get('api/status.json')).toBe(filesOf(portalOf()).get('api/status.json'));
    const { crawl: _, ...rest } = portalOf();
    expect(filesOf(rest).has('api/status.json')).toBe(false);
    expect(statusPages(rest)).toEqual([]);
  });
});

describe('the status page', () => {
  const first = (portal: Portal) => statusPages(portal)[0]?.[1]();

  it('shows sources, ages with reasons, and how to confirm', () => {
    const page = first(portalOf());
    expect(page?.summary).toEqual({ text: '1 of 5 repositories up to date', tone: 'warn' });
    expect(
      page?.sources.map(({ name, listing, fresh, earlier, missing }) => [name, listing.text, fresh, earlier, missing]),
    ).toEqual([
      ['acme', 'incomplete', 0, 3, 2],
      ['handbook', 'complete', 1, 0, 0],
    ]);
    expect(page?.repositories.map(({ slug, state }) => `${slug}: ${state.text}`)).toEqual([
      'acme/absent: never read',
      'acme/refused: cannot be used',
      'acme/shop: could not be read',
    ]);
    expect(page?.held?.setting).toBe('crawl:\n  confirmRemovals: 4f2a9c01');
    expect(page?.removed).toEqual([
      { repository: 'acme/old', what: '1 entity: component:default/old.', reason: 'The repository was deleted.' },
    ]);
  });

  it('leads to the problems of a repository that has some', () => {
    const problem = diagnose('crawl/repository-unreadable', { message: 'No.', source: { repository: 'acme/shop' } });
    const page = first(portalOf(troubledCrawl, { diagnostics: [problem] }));
    expect(page?.repositories.find(({ slug }) => slug === 'acme/shop')?.problems).toEqual({
      text: '1 error',
      url: '/p/problems/repositories/acme~shop/',
    });
  });

  it('says so when all is well, and when there may be more', () => {
    expect(first(portalOf(allFresh))?.summary).toEqual({ text: 'The one repository is up to date', tone: 'good' });
    const incomplete = {
      ...allFresh,
      sources: allFresh.sources.map((each) => ({ ...each, complete: false, reason: 'x' })),
    };
    expect(first(portalOf(incomplete))?.summary.tone).toBe('warn');
  });

  it('says when a source was listed, where that is longer ago than the crawl', () => {
    const rows = first(portalOf(troubledCrawl))?.sources ?? [];
    expect(rows.map(({ name, listedAt }) => [name, listedAt])).toEqual([
      ['acme', undefined],
      ['handbook', '2026-11-21T09:30:00.000Z'],
    ]);
    const twin = filesOf(portalOf(troubledCrawl)).get('status/index.md');
    expect(twin).toContain('- handbook (local): listed completely, as of 21 Nov 2026, 09:30 UTC');
  });

  it('is paged for thousands', () => {
    const repositories = Array.from({ length: 3000 }, (_, index): RepositoryStatus => {
      const slug = `acme/r${String(index).padStart(4, '0')}`;
      return { id: slug, slug, source: 'acme', outcome: 'stale', ...stale };
    });
    const portal = portalOf({ ...allFresh, repositories });
    const pages = statusPages(portal).map(([path, view]) => [path, view()] as const);
    expect(pages.length).toBeGreaterThanOrEqual(30);
    expect(pages.flatMap(([, page]) => page.repositories)).toHaveLength(3000);
    expect(pages[1]?.[0]).toBe('status/2/');
    expect(pages[1]?.[1]).toMatchObject({ sources: [], previousUrl: '/p/status/', nextUrl: '/p/status/3/' });
    expect(filesOf(portal).get('status/index.md')?.split('\n').length).toBeLessThan(260);
  });

  it('has a Markdown twin in which names are text', () => {
    const held = { ...troubledCrawl.held, id: 'x', reason: '# no', entities: [] };
    const twin = filesOf(portalOf({ ...troubledCrawl, held, incompleteFirst: '# Not a heading' })).get(
      'status/index.md',
    );
    expect(twin).toContain(
      '- acme/shop: could not be read, as of 19 Nov 2026, 14:00 UTC. The host did not answer in time.',
    );
    expect(twin).toContain('- acme (github): listed incompletely: the rate limit of the token is used up');
    expect(filesOf(portalOf()).get('status/index.md')).toContain('`callboard build --confirm-removals 4f2a9c01`');
  });
});

describe('what is shown as it was', () => {
  const portal = portalOf();
  const orders = portal.catalog.byRef.get('component:default/orders');

  it('says since when and why on its page, in lists and in Markdown', () => {
    expect(orders && entityPage(portal, orders).asOf).toEqual({
      time: stale.freshAt,
      reason: stale.reason,
      statusUrl: '/p/status/',
    });
    expect(catalogRows(portal, 'component').map(({ mark }) => mark)).toEqual([
      'as of 19 Nov 2026',
      'as of 19 Nov 2026',
    ]);
    expect(filesOf(portal).get('catalog/default/component/orders/index.md')).toContain(
      '- As of: 19 Nov 2026, 14:00 UTC. The host did not answer in time.',
    );
  });

  it('says that it awaits removal when it is held', () => {
    const held = portalOf(troubledCrawl, { repositories: [{ ...shop.repository, stale: { ...stale, held: true } }] });
    expect(catalogRows(held, 'component').map(({ mark }) => mark)).toEqual(['awaits removal', 'awaits removal']);
    expect(orders && entityPage(held, orders).asOf?.held).toBe(true);
  });

  it('is counted on the home page, where there is any', () => {
    const labels = (of: Portal) => homePage(of).health.map(({ label }) => label);
    expect(labels(portal)).toContain('Are up to date');
    expect(labels(portalOf(allFresh))).not.toContain('Are up to date');
  });
});

describe('a repository that was renamed', () => {
  const problem = (slug: string) =>
    diagnose('crawl/not-utf8', { message: 'No.', source: { repository: slug, path: 'a.yaml' } });
  const moved = (formerSlugs: [string, string[]][], slugs: readonly string[] = ['acme/shop']) => {
    const portal = portalOf(allFresh, { formerSlugs: new Map(formerSlugs), diagnostics: slugs.map(problem) });
    const pages = planPages(portal).filter(({ file }) => file.startsWith('problems/repositories/'));
    return new Map(
      pages.map((it) => [it.file.slice('problems/repositories/'.length, -'/index.html'.length), it.view('')]),
    );
  };

  it('leaves redirects to its last name at every name that it had', () => {
    const pages = moved([['acme/shop', ['old/shop', 'acme/store']]]);
    for (const former of ['old~shop', 'acme~store']) {
      expect(pages.get(former)).toMatchObject({
        page: 'redirect',
        target: { url: '/p/problems/repositories/acme~shop/' },
        frame: { canonicalUrl: 'https://acme.example/p/problems/repositories/acme~shop/' },
      });
    }
    expect(pages.get('acme~shop')?.page).toBe('problem-group');
  });

  it.each<[string, [string, string[]][], string[]]>([
    ['over a page that is there', [['acme/shop', ['acme/other']]], ['acme/shop', 'acme/other']],
    ['for a name that another repository has today', [['acme/other', ['acme/shop']]], ['acme/other']],
    [
      'for a name that two repositories had',
      [
        ['acme/shop', ['acme/old']],
        ['acme/other', ['acme/old']],
      ],
      ['acme/shop', 'acme/other'],
    ],
    ['to a page that is not there', [['acme/shop', ['acme/old']]], []],
  ])('leaves none %s', (_case, formers, slugs) => {
    expect([...moved(formers, slugs).values()].filter(({ page }) => page === 'redirect')).toEqual([]);
  });
});
