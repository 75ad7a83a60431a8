import type { CatalogRow } from './catalog.ts';
import type { ProblemCounts } from './problems.ts';

/** Values of the facet `problems`: the severities that a row has, or that it has none. The same at build time and live. */
export function problemValues({ problems, errors, warnings }: CatalogRow): readonly string[] {
  if (problems === 0) return ['no problems'];
  return [
    ...(errors > 0 ? ['errors'] : []),
    ...(warnings > 0 ? ['warnings'] : []),
    ...(problems > errors + warnings ? ['notes'] : []),
  ];
}

/** The worst severity of a row's problems. */
export function worstProblem({ errors, warnings }: CatalogRow): 'error' | 'warning' | 'info' {
  return errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'info';
}

/** What a row's count of problems says in full: "1 error, 2 warnings". */
export function spellProblems({ problems, errors, warnings }: CatalogRow): string {
  return spellCounts({ error: errors, warning: warnings, info: problems - errors - warnings });
}

/** Counts in words, those that are not zero: "1 error, 2 warnings". */
export function spellCounts(counts: ProblemCounts): string {
  const words = [
    [counts.error, 'error'],
    [counts.warning, 'warning'],
    [counts.info, 'note'],
  ] as const;
  return words
    .flatMap(([count, word]) => (count === 0 ? [] : [`${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`]))
    .join(', ');
}
