import type { Diagnostic } from './diagnostic.ts';

/** A copy in the one order that everything prints: repository, path, line, column, code, message, entity. Total and stable. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(compareDiagnostics);
}

/** Compares two diagnostics by address, then by what they say; those without an address come first. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.source?.repository, b.source?.repository) ||
    compareText(a.source?.path, b.source?.path) ||
    (a.source?.line ?? 0) - (b.source?.line ?? 0) ||
    (a.source?.column ?? 0) - (b.source?.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message) ||
    compareText(a.entityRef, b.entityRef) ||
    compareText(a.hint, b.hint) ||
    compareText(a.severity, b.severity)
  );
}

// By code unit and not by locale: the same on every machine.
function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
