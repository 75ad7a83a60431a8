import { describe, expect, it } from 'vitest';
import type { DocsNavItem } from '../techdocs/docs-site.ts';
import { docsNav, sectionsAbove } from './docs-nav.ts';
import type { DocsNavLink } from './views/docs.ts';

const at = (page: string) => ({
  entityRef: 'component:default/orders',
  page,
  base: '/portal/',
  language: 'en' as const,
});
const pages = (count: number, folder = ''): readonly DocsNavItem[] =>
  Array.from({ length: count }, (_, index) => ({
    title: `Page ${index}`,
    path: `${folder}page-${index}/`,
    children: [],
  }));
const titles = (links: readonly DocsNavLink[]): readonly string[] => links.map(({ title }) => title);
const sizeOf = (links: readonly DocsNavLink[]): number =>
  links.reduce((sum, link) => sum + 1 + sizeOf(link.children), 0);

const small: readonly DocsNavItem[] = [
  { title: 'Overview', path: '', children: [] },
  { title: 'Runbooks', children: pages(3, 'runbooks/') },
  { title: 'Status', path: 'https://status.example/', children: [] },
];

describe('docsNav', () => {
  it('shows a small navigation as a whole, with the branch of the page open', () => {
    const [overview, runbooks, status] = docsNav(small, at('runbooks/page-1/'));
    expect(overview).toMatchObject({ url: '/portal/docs/default/component/orders/', current: false, open: false });
    expect(runbooks).toMatchObject({ open: true, children: [{ current: false }, { current: true }, {}] });
    expect(status).toMatchObject({ url: 'https://status.example/', external: true });
  });

  it('shows of a large one the way to the page, and one link for each other branch', () => {
    const branches = Array.from({ length: 20 }, (_, index) => ({
      title: `Part ${index}`,
      children: [{ title: 'Deeper', children: pages(19, `part-${index}/`) }],
    }));
    const links = docsNav(branches, at('part-7/page-3/'));
    expect(titles(links)).toEqual(titles(branches as never));
    expect(links[7]).toMatchObject({ open: true, children: [{ title: 'Deeper', open: true }] });
    expect(links[8]).toMatchObject({
      part: 'branch',
      url: '/portal/docs/default/component/orders/part-8/page-0/',
      children: [],
    });
    expect(sizeOf(links)).toBe(20 + 1 + 19);
  });

  it.each([
    [0, 'page-0/', undefined, '19,974 more after'],
    [12_345, 'page-12345/', '12,320 more before', '7,629 more after'],
    [19_999, 'page-19999/', '19,974 more before', undefined],
  ])('leads on from page %i of twenty thousand', (number, page, first, last) => {
    const links = docsNav(pages(20_000), at(page));
    expect(links.length).toBeLessThan(60);
    expect(links.find(({ current }) => current)?.title).toBe(`Page ${number}`);
    expect(links[0]?.part === 'more' ? links[0].title : undefined).toBe(first);
    expect(links.at(-1)?.part === 'more' ? links.at(-1)?.title : undefined).toBe(last);
  });

  it('reaches every page by links of pages reached before', () => {
    const nav = [...pages(300), { title: 'Part', children: pages(200, 'part/') }];
    const url = (page: string) => `/portal/docs/default/component/orders/${page}`;
    const reached = new Set([url('page-0/')]);
    for (const address of reached) {
      const visit = (links: readonly DocsNavLink[]): void => {
        for (const link of links) {
          if (link.url !== undefined) reached.add(link.url);
          visit(link.children);
        }
      };
      visit(docsNav(nav, at(address.slice(url('').length))));
    }
    expect(reached.size).toBe(500);
  });

  it('has a place for a page that the navigation does not name', () => {
    expect(docsNav(pages(500), at('hidden/')).some(({ current }) => current)).toBe(false);
  });
});

it('names the sections above a page, each with its first page', () => {
  expect(sectionsAbove(small, at('runbooks/page-2/'))).toEqual([
    { text: 'Runbooks', url: '/portal/docs/default/component/orders/runbooks/page-0/' },
  ]);
  expect(sectionsAbove(small, at(''))).toEqual([]);
});
