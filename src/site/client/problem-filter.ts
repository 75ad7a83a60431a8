import { thisPortal } from '@text/problems';
import type { Choice } from './facets.ts';
import type { Problem } from './problem-entries.ts';

/** What a facet reads of a problem. */
const values: Readonly<Record<string, (problem: Problem) => string>> = {
  severity: (problem) => problem.severity,
  code: (problem) => problem.code.code,
  owner: (problem) => problem.owner,
  repository: (problem) => problem.repository?.slug || thisPortal,
};

const textOf = ({ code, address, message, hint, entity, owner }: Problem): string =>
  [code.code, code.title, address, message, hint, entity, owner].join(' ').toLowerCase();

/** What was found, and what each facet value (`field=value`) would find beside it. */
export interface FilteredProblems {
  readonly found: readonly Problem[];
  readonly counts: ReadonlyMap<string, number>;
}

/** Filters by words, all of which must occur, and facets; counts every facet as if it alone were free. */
export const filterProblems = (problems: readonly Problem[], query: string, choice: Choice): FilteredProblems => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = new Map<string, number>();
  const count = (problem: Problem, field: string): void => {
    const key = `${field}=${values[field]?.(problem)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  const found = problems.filter((problem) => {
    if (words.length > 0) {
      const text = textOf(problem);
      if (!words.every((word) => text.includes(word))) return false;
    }
    const failed = [...choice].filter(([field, chosen]) => !chosen.has(values[field]?.(problem) ?? ''));
    if (failed.length === 0) for (const field of Object.keys(values)) count(problem, field);
    if (failed.length === 1) count(problem, failed[0]?.[0] ?? '');
    return failed.length === 0;
  });
  return { found, counts };
};
