import type { Portal } from '../assemble-portal.ts';
import type { PageView } from '../views/page.ts';
import { codePages } from './code-page.ts';
import { groupPages } from './group-page.ts';
import { overviewPages } from './overview-page.ts';
import { groupPath, overviewPath, type ProblemGrouping } from './problem-paths.ts';

const groupings: readonly ProblemGrouping[] = ['repository', 'owner', 'code'];

/** Every page about problems with its path: three overviews, and a page for each repository, owner and code that has some. */
export function problemPages(portal: Portal): readonly (readonly [path: string, view: () => PageView])[] {
  return groupings.flatMap((grouping) => [
    ...overviewPages(portal, grouping).map((view) => [overviewPath(grouping, view.pageNumber), () => view] as const),
    ...[...portal.problems.groups[grouping].values()].flatMap((group) => {
      const pages = grouping === 'code' ? codePages(portal, group) : groupPages(portal, grouping, group);
      return pages.map((view, index) => [groupPath(grouping, group.key, index + 1), view] as const);
    }),
  ]);
}
