import type { CatalogRow } from './catalog.ts';
import type { ProblemCounts } from './problems.ts';
import type { Texts } from './text/texts.ts';

type Words = Pick<Texts['counts'], 'errors' | 'warnings' | 'notes'>;

/** The worst severity of a row's problems. */
export function worstProblem({ errors, warnings }: CatalogRow): 'error' | 'warning' | 'info' {
  return errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'info';
}

/** What a row's count of problems says in full: "1 error, 2 warnings". */
export function spellProblems({ problems, errors, warnings }: CatalogRow, text: Words): string {
  return spellCounts({ error: errors, warning: warnings, info: problems - errors - warnings }, text);
}

/** Counts in words, those that are not zero: "1 error, 2 warnings". */
export function spellCounts({ error, warning, info }: ProblemCounts, text: Words): string {
  return [
    error > 0 ? text.errors(error) : '',
    warning > 0 ? text.warnings(warning) : '',
    info > 0 ? text.notes(info) : '',
  ]
    .filter((words) => words !== '')
    .join(', ');
}
