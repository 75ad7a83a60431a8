import { splitCode } from './code-areas.ts';
import { type DiagnosticCode, diagnosticCodes } from './codes.ts';
import { describeCode } from './describe-code.ts';
import type { Diagnostic } from './diagnostic.ts';
import { fingerprint } from './fingerprint.ts';
import { type Reporter, type ReportOptions, reportedPath } from './report-options.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * Diagnostics as SARIF 2.1.0, one run, with a rule for each code that occurs. Files of the checked-out repository are
 * relative to `%SRCROOT%`, those of others carry their slug. Ends with a line feed.
 */
export const reportSarif: Reporter = (diagnostics, options) => {
  const sorted = sortDiagnostics(diagnostics);
  const fingerprints = fingerprint(sorted);
  const codes = [...new Set(sorted.map(({ code }) => code))].sort();
  const results = sorted.map((diagnostic, index) => ({
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: levels[diagnostic.severity],
    message: { text: `${diagnostic.message}\n${diagnostic.hint}` },
    locations: [{ physicalLocation: locate(diagnostic, options) }],
    partialFingerprints: { 'callboard/v1': fingerprints[index] },
  }));
  const driver = { name: 'Callboard', ...(options.version && { version: options.version }), rules: codes.map(toRule) };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function toRule(code: DiagnosticCode) {
  const { title, why, fix, severity } = diagnosticCodes[code];
  const { area, name } = splitCode(code);
  return {
    id: code,
    name: [area, ...name.split('-')].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} ${fix}`, markdown: describeCode(code) },
    defaultConfiguration: { level: levels[severity] },
  };
}

function locate(diagnostic: Diagnostic, options: ReportOptions) {
  const { source } = diagnostic;
  const path = reportedPath(diagnostic, options);
  const isHere = source === undefined || source.repository === options.repository;
  const region = source?.line !== undefined && {
    startLine: source.line,
    ...(source.column !== undefined && { startColumn: source.column }),
  };
  return {
    // GitHub refuses results without a place; what concerns no file stands at the root.
    artifactLocation: { uri: path === undefined ? './' : toUri(path), ...(isHere && { uriBaseId: '%SRCROOT%' }) },
    ...(region && { region }),
  };
}

function toUri(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
