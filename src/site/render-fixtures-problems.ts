import type { PageView } from '../portal/views/page.ts';
import type { ProblemRows, ProblemSection, ProblemsPage } from '../portal/views/problems.ts';
import type { PageFrame, ProblemView } from '../portal/views/shared.ts';

const counts = { error: 1, warning: 1, info: 1 };

/** The pages about problems: overviews with a list, with a table and with nothing, a repository's page and a code's. */
export function problemPages(
  frame: (title: string) => PageFrame,
  problem: ProblemView,
): readonly (readonly [path: string, page: PageView])[] {
  const problems: readonly ProblemView[] = [
    problem,
    { ...problem, severity: 'info', message: 'x'.repeat(200) },
    {
      severity: 'error',
      code: 'yaml/other',
      codeUrl: problem.codeUrl,
      title: 'Other',
      message: 'No address.',
      hint: '',
    },
  ];
  const sections: readonly ProblemSection[] = [
    { id: 's1', title: 'orders', url: '/portal/problems/repositories/orders/', counts, problems },
    { id: 's2', title: `folder/${'long-'.repeat(20)}name.yaml`, counts, problems: [problem] },
  ];
  const breadcrumbs = [{ text: 'Problems', url: '/portal/problems/' }];
  const facts = [{ label: 'Owners', values: [{ text: 'Order team', url: '/portal/x/', note: '3 problems' }] }];
  const overview: ProblemsPage = {
    page: 'problems',
    frame: frame('Problems'),
    total: 4,
    counts,
    tabs: [{ text: 'By repository', url: '/portal/problems/', count: 1, current: true }],
    columns: ['Repository', 'Owner'],
    groups: [
      { title: 'orders', url: '/portal/problems/repositories/orders/', glyph: 'source', note: 'nobody', counts },
    ],
    sections,
    facets: [{ field: 'severity', title: 'Severity', values: [{ value: 'warning', title: 'Warnings', count: 1 }] }],
    rowsUrl: '/portal/problems/rows.json',
    jsonUrl: '/portal/api/diagnostics.json',
    glyphs: ['error', 'problem', 'info', 'component'],
    pageNumber: 1,
    pageCount: 1,
  };
  const about = {
    frame: frame('Problems'),
    breadcrumbs,
    counts,
    facts,
    sections,
    pageNumber: 1,
    pageCount: 2,
    filterUrl: '/portal/problems/?q=orders',
  };
  return [
    ['problems/', overview],
    ['problems/codes/', { ...overview, sections: [] }],
    ['problems/owners/', { ...overview, total: 0, groups: [], sections: [], facets: [] }],
    [
      'problems/repositories/orders/',
      { page: 'problem-group', title: 'orders', glyph: 'source', lede: 'By file.', nextUrl: '/portal/x/', ...about },
    ],
    [
      'problems/catalog/reference-not-found/',
      {
        page: 'problem-code',
        title: 'Reference to nothing',
        code: problem.code,
        why: 'No entity has this name.',
        fix: 'Correct the reference.',
        example: {
          bad: [{ path: 'a.yaml', lines: [{ text: 'a: 1\n', marked: true }] }],
          good: [{ path: 'a.yaml', lines: [{ text: 'a: 2\n', marked: true }] }],
        },
        ...about,
      },
    ],
  ];
}

/** What `rowsUrl` answers: two problems, of which one is an error. */
export const problemRows: ProblemRows = {
  codes: [{ code: 'yaml/syntax', title: 'YAML syntax', fix: 'Correct it.', url: '/portal/problems/yaml/syntax/' }],
  repositories: [{ slug: 'orders', file: 'https://git.example/orders/blob/main/' }],
  owners: ['Order team'],
  rows: [
    ['error', 0, 0, 0, 'a b.yaml:3:1', 'A colon too many.', '', '', '', ''],
    ['warning', 0, 0, 0, 'c.yaml', 'Something else.', 'Look.', 'orders', '/portal/x/', 'component'],
  ],
  more: [],
};
