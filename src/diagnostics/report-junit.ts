import type { Diagnostic } from './diagnostic.ts';
import { type Reporter, type ReportOptions, reportedPath } from './report-options.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

interface TestCase {
  readonly name: string;
  readonly problem?: Diagnostic;
}

/**
 * Diagnostics as JUnit XML: a suite for each file, in it a failed case for each problem and a passed one for each entity
 * without any. Problems below `failOn` pass, with what they say as output.
 */
export const reportJunit: Reporter = (diagnostics, options) => {
  const suites = [...suitesOf(sortDiagnostics(diagnostics), options)].sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = countOf(
    suites.flatMap(([, cases]) => cases),
    options,
  );
  const body = suites.map(([name, cases]) => {
    const lines = cases.map((item) => describeCase(item, name, options)).join('');
    return `  <testsuite name="${escapeXml(name)}" ${countOf(cases, options)}>\n${lines}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="callboard" ${counts}>\n${body.join('')}</testsuites>\n`;
};

/** Text as it may stand in XML 1.0, in content and in attributes; what XML has no way to write becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function suitesOf(diagnostics: readonly Diagnostic[], options: ReportOptions): Map<string, TestCase[]> {
  const suites = new Map<string, TestCase[]>();
  const add = (suite: string, item: TestCase) => {
    const cases = suites.get(suite);
    if (cases) cases.push(item);
    else suites.set(suite, [item]);
  };
  const troubled = new Set(diagnostics.map(({ entityRef }) => entityRef));
  for (const { path, entityRef } of options.checked ?? []) {
    if (!troubled.has(entityRef)) add(path, { name: entityRef });
  }
  for (const problem of diagnostics) {
    const suite = reportedPath(problem, options) ?? problem.source?.repository ?? 'everywhere';
    add(suite, { name: `${problem.code}: ${problem.message}`, problem });
  }
  return suites;
}

function countOf(cases: readonly TestCase[], options: ReportOptions): string {
  return `tests="${cases.length}" failures="${cases.filter((item) => isFailed(item, options)).length}" errors="0"`;
}

function isFailed({ problem }: TestCase, { failOn = 'error' }: ReportOptions): boolean {
  return problem?.severity === 'error' || (problem?.severity === 'warning' && failOn === 'warning');
}

function describeCase(item: TestCase, suite: string, options: ReportOptions): string {
  const start = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(item.name)}"`;
  const { problem } = item;
  if (!problem) return `${start}/>\n`;
  const place = problem.source?.line === undefined ? '' : `:${problem.source.line}:${problem.source.column ?? 1}`;
  const text = escapeXml(`${suite}${place}: ${problem.severity}: ${problem.message}\n${problem.hint}`);
  const inner = isFailed(item, options)
    ? `<failure type="${problem.code}" message="${escapeXml(problem.message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `${start}>${inner}</testcase>\n`;
}
