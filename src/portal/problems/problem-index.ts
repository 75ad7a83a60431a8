import type { Catalog } from '../../catalog/entity.ts';
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import type { ProblemCounts } from '../views/problems.ts';
import { problemOwners } from './problem-owners.ts';
import type { ProblemGrouping } from './problem-paths.ts';

/** Problems that have something in common, the worst first. */
export interface ProblemGroup {
  /** Repository slug, owner's ref or code; '' stands for none. */
  readonly key: string;
  readonly counts: ProblemCounts;
  readonly diagnostics: readonly Diagnostic[];
}

/** All problems, grouped once for all pages. Groups come with the worst first. */
export interface ProblemIndex {
  readonly counts: ProblemCounts;
  readonly groups: Readonly<Record<ProblemGrouping, ReadonlyMap<string, ProblemGroup>>>;
  /** Key of the group that a diagnostic belongs to. */
  readonly keyOf: (grouping: ProblemGrouping, diagnostic: Diagnostic) => string;
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Groups diagnostics by repository, owner and code. Pure. */
export function indexProblems(diagnostics: readonly Diagnostic[], catalog: Catalog): ProblemIndex {
  const ownerOf = problemOwners(catalog);
  const keyOf = (grouping: ProblemGrouping, diagnostic: Diagnostic): string => {
    if (grouping === 'repository') return diagnostic.source?.repository ?? '';
    return grouping === 'owner' ? ownerOf(diagnostic) : diagnostic.code;
  };
  const group = (grouping: ProblemGrouping) =>
    new Map(groupProblems(diagnostics, (item) => keyOf(grouping, item)).map((item) => [item.key, item]));
  return {
    counts: countProblems(diagnostics),
    groups: { repository: group('repository'), owner: group('owner'), code: group('code') },
    keyOf,
  };
}

/** Groups problems by a key; the worst group and the worst problem come first. */
export function groupProblems(
  diagnostics: readonly Diagnostic[],
  keyOf: (diagnostic: Diagnostic) => string,
): readonly ProblemGroup[] {
  return [...Map.groupBy(diagnostics, keyOf)]
    .map(([key, items]) => ({ key, counts: countProblems(items), diagnostics: worstFirst(items) }))
    .sort((a, b) => compareCounts(a.counts, b.counts) || (a.key < b.key ? -1 : 1));
}

/** How many problems there are of each severity. */
export function countProblems(diagnostics: readonly Diagnostic[]): ProblemCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** A copy with errors before warnings before notes, otherwise in the order they came in. */
export function worstFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
}

function compareCounts(a: ProblemCounts, b: ProblemCounts): number {
  return b.error - a.error || b.warning - a.warning || b.info - a.info;
}
