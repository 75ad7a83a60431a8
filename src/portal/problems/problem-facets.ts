import type { Portal } from '../assemble-portal.ts';
import type { ProblemFacet } from '../views/problems.ts';
import { textsIn } from '../views/text/texts.ts';
import type { ProblemGrouping } from './problem-paths.ts';
import { groupTitle } from './sections.ts';

/** Values of a facet that a page offers; words find the rest. */
const valueLimit = 30;

/** The choices of the live filter with their counts, commonest first. */
export function problemFacets(portal: Portal): readonly ProblemFacet[] {
  const text = textsIn(portal.config.language).problems;
  const titles = { error: text.errors, warning: text.warnings, info: text.notes };
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
        const count = diagnostics.length;
        return field === 'code'
          ? { value: key, title: name, isEnglish: true, count }
          : { value: name, title: name, count };
      })
      .toSorted((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1))
      .slice(0, valueLimit),
  });
  return [
    { field: 'severity', title: text.severity, values: severities },
    facet('code', text.whatIsWrong),
    facet('owner', text.owner),
    facet('repository', text.repository),
  ].filter((it): it is ProblemFacet => it.values.length > 1);
}
