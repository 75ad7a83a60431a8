import type { NotInCatalogPage } from '../portal/views/coverage.ts';
import type { PageView } from '../portal/views/page.ts';
import type { PageFrame } from '../portal/views/shared.ts';

/** The page about repositories that the catalog lacks: with a list, with one of broken descriptors, and with nothing. */
export function coveragePages(
  frame: (title: string) => PageFrame,
): readonly (readonly [path: string, page: PageView])[] {
  const url = '/portal/not-in-catalog/';
  const time = '2026-03-04T10:00:00Z';
  const list: NotInCatalogPage = {
    page: 'not-in-catalog',
    frame: frame('Not in the catalog yet'),
    coverage: '31 of 48 repositories are in the catalog.',
    percent: 64,
    tabs: [
      { text: 'Without a descriptor', url, count: 16, current: true },
      { text: 'With a descriptor that gives nothing', url: `${url}broken/`, count: 1, current: false },
    ],
    sources: [
      { text: 'All sources', url, count: 16, current: true },
      { text: `a-${'very-'.repeat(10)}long-name`, url: `${url}sources/a/`, count: 1, current: false },
    ],
    lede: 'Each needs a descriptor.',
    rows: [
      {
        repository: `northwind/${'long-'.repeat(20)}name`,
        url: 'https://git.example/labels',
        source: 'northwind',
        description: '<b>Prints</b> labels.',
        committedAt: time,
        found: ['Go', '2 API definitions', 'docs', 'CODEOWNERS', '1,204 files'],
        suggestion: {
          path: 'catalog-info.yaml',
          yaml: `# ${'wide '.repeat(40)}\nkind: Component\n  description: <script>alert(1)</script>\n`,
          newFile: { text: 'Add it on GitHub', url: 'https://git.example/new/main?value=a', isFilled: false },
        },
      },
      { repository: 'bare', source: 'northwind', committedAt: time, found: [], note: 'Archived' },
    ],
    jsonUrl: '/portal/api/not-in-catalog.json',
    pageNumber: 1,
    pageCount: 2,
    nextUrl: `${url}2/`,
  };
  const broken = { text: '3 problems', url: '/portal/problems/repositories/broken/' };
  const { nextUrl: _nextUrl, ...rest } = list;
  return [
    ['not-in-catalog/', list],
    [
      'not-in-catalog/broken/',
      {
        ...rest,
        sources: [],
        pageCount: 1,
        rows: [{ repository: 'broken', source: 'x', committedAt: time, found: [], problems: broken, note: 'x' }],
      },
    ],
    ['not-in-catalog/none/', { ...rest, tabs: [], sources: [], rows: [], pageCount: 1 }],
  ];
}
