import type { Diagnostic } from './diagnostic.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

/** Diagnostics as a JSON array, sorted; the contract of `api/diagnostics.json`. Ends with a line feed. */
export function reportJson(diagnostics: readonly Diagnostic[]): string {
  const rows = sortDiagnostics(diagnostics).map(({ code, severity, message, hint, source, entityRef }) => ({
    code,
    severity,
    message,
    hint,
    ...(source && { source: pickSource(source) }),
    ...(entityRef && { entityRef }),
  }));
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}

function pickSource({ repository, path, line, column }: NonNullable<Diagnostic['source']>) {
  return {
    repository,
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}
