import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { urlOf } from '../urls.ts';
import type { ProblemSection } from '../views/problems.ts';
import { textsIn } from '../views/text/texts.ts';
import { paginate } from './paginate.ts';
import { countProblems, groupProblems, type ProblemGroup } from './problem-index.ts';
import { groupPath, type ProblemGrouping } from './problem-paths.ts';
import { problemView } from './problem-view.ts';

/** What the headings of a list name: a grouping, or the files of one repository. */
export type SectionKey = ProblemGrouping | 'file';

/** The pages of a list: which problems are on which, in the order of its sections. */
export function paginateProblems(
  portal: Portal,
  diagnostics: readonly Diagnostic[],
  by: SectionKey,
): readonly (readonly Diagnostic[])[] {
  const ordered = groupProblems(diagnostics, sectionKey(portal, by)).flatMap((group) => group.diagnostics);
  return paginate(ordered, weightOf);
}

/** One page's problems under their headings, in the order they come in. */
export function problemSections(
  portal: Portal,
  diagnostics: readonly Diagnostic[],
  by: SectionKey,
): readonly ProblemSection[] {
  return [...Map.groupBy(diagnostics, sectionKey(portal, by))].map(([key, items], index) => ({
    id: `s${index + 1}`,
    title:
      by === 'file' ? key || textsIn(portal.config.language).problems.repositoryItself : groupTitle(portal, by, key),
    ...(by !== 'file' && { url: urlOf(portal.config.base, groupPath(by, key)) }),
    counts: countProblems(items),
    problems: items.map((item) => problemView(portal, item)),
  }));
}

/** What people call a group: a repository's slug, an owner's title, a code's title. */
export function groupTitle(portal: Portal, grouping: ProblemGrouping, key: string): string {
  const text = textsIn(portal.config.language).problems;
  if (grouping === 'repository') return key === '' ? text.thisPortal : key;
  if (grouping === 'owner') return key === '' ? text.nobody : mentionOf(portal, key).title;
  return problemView(portal, firstOf(portal.problems.groups.code.get(key))).title;
}

/** The groups that some problems fall into, with the worst first. */
export function groupsAmong(
  portal: Portal,
  grouping: ProblemGrouping,
  diagnostics: readonly Diagnostic[],
): readonly ProblemGroup[] {
  return groupProblems(diagnostics, (item) => portal.problems.keyOf(grouping, item));
}

function sectionKey(portal: Portal, by: SectionKey): (diagnostic: Diagnostic) => string {
  return by === 'file' ? ({ source }) => source?.path ?? '' : (item) => portal.problems.keyOf(by, item);
}

// About the bytes of HTML: what stands around each entry, its address and links, and its texts.
function weightOf({ message, hint, source, entityRef }: Diagnostic): number {
  const address = (source?.repository.length ?? 0) + (source?.path?.length ?? 0);
  return (
    1000 + Math.min(1000, message.length) + Math.min(1000, hint.length) + 4 * address + 2 * (entityRef?.length ?? 0)
  );
}

function firstOf(group: ProblemGroup | undefined): Diagnostic {
  const first = group?.diagnostics[0];
  if (!first) throw new Error('A group of problems has at least one.');
  return first;
}
