import pc from 'picocolors';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { type Reporter, reportedPath } from './report-options.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

const names = { error: 'error', warning: 'warning', info: 'info' } as const satisfies Record<Severity, string>;

/**
 * Diagnostics for people at a terminal: grouped by repository and file, each with its line, what is wrong and what to do,
 * and a count at the end. An empty list gives an empty string.
 */
export const reportPretty: Reporter = (diagnostics, options) => {
  if (diagnostics.length === 0) return '';
  const paint = pc.createColors(options.colors ?? false);
  const tones = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  const lines: string[] = [];
  let group: string | undefined;
  for (const diagnostic of sortDiagnostics(diagnostics)) {
    const { code, severity, message, hint, source } = diagnostic;
    const title = printable(reportedPath(diagnostic, options) ?? source?.repository ?? 'everywhere');
    if (title !== group) lines.push(...(group === undefined ? [] : ['']), paint.underline(title));
    group = title;
    const place = source?.line === undefined ? '-' : `${source.line}:${source.column ?? 1}`;
    const tone = tones[severity](names[severity].padEnd(7));
    lines.push(`  ${paint.dim(place.padStart(7))}  ${tone}  ${printable(message)}  ${paint.dim(code)}`);
    lines.push(`                    ${paint.dim(printable(hint))}`);
  }
  return `${lines.join('\n')}\n\n${summary(diagnostics)}\n`;
};

function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity, one: string, many: string) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const parts = [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('info', 'remark', 'remarks'),
  ];
  return parts.join(', ');
}

// Repository content must not be able to write escape sequences into a terminal.
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
