import type { Portal } from '../assemble-portal.ts';
import type { ProblemFacet } from '../views/problems.ts';
import type { ProblemGrouping } from './problem-paths.ts';
import { groupTitle } from './sections.ts';

/** Values of a facet that a page offers; words find the rest. */
const valueLimit = 30;

const titles = { error: 'Errors', warning: 'Warnings', info: 'Notes' } as const;

/** The choices of the live filter with their counts, commonest first. */
export function problemFacets(portal: Portal): readonly ProblemFacet[] {
  const { counts, groups } = portal.problems;
  const severities = (['error', 'warning', 'info'] as const)
    .map((value) => ({ value, title: titles[value], count: counts[value] }))
    .filter(({ count }) => count > 0);
  const facet = (field: ProblemGrouping, title: string): ProblemFacet => ({
    field,
    title,
    values: [...groups[field].values()]
      .map(({ key, diagnostics }) => {
        const name = groupTitle(portal, field, key);
        return { value: field === 'code' ? key : name, title: name, count: diagnostics.length };
      })
      .toSorted((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1))
      .slice(0, valueLimit),
  });
  return [
    { field: 'severity', title: 'Severity', values: severities },
    facet('code', 'What is wrong'),
    facet('owner', 'Owner'),
    facet('repository', 'Repository'),
  ].filter((it): it is ProblemFacet => it.values.length > 1);
}
