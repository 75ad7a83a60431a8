import type { Diagnostic, Severity } from './diagnostic.ts';

/** What the portal's owner makes of a code: another severity, or nothing at all. */
export type SeverityChoice = Severity | 'off';

/** Choices by code (`catalog/no-owner`) or by area (`techdocs/*`); the code's own counts before its area's. */
export type SeverityChoices = Readonly<Record<string, SeverityChoice>>;

/** The diagnostics as the portal's owner wants them: without those that are off, the others with the severity chosen. */
export function applySeverities(diagnostics: readonly Diagnostic[], choices: SeverityChoices): readonly Diagnostic[] {
  const chosen = new Map(Object.entries(choices));
  if (chosen.size === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const { code, severity } = diagnostic;
    const choice = chosen.get(code) ?? chosen.get(areaKey(code)) ?? severity;
    if (choice === 'off') return [];
    return choice === severity ? [diagnostic] : [{ ...diagnostic, severity: choice }];
  });
}

/** The key that stands for all codes of a code's area: `catalog/*`. */
export function areaKey(code: string): string {
  return `${code.slice(0, code.indexOf('/'))}/*`;
}
