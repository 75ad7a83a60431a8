import { fingerprint } from './fingerprint.ts';
import { type Reporter, reportedPath } from './report-options.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

/** Diagnostics as a Code Quality report of GitLab, which shows them in merge requests. Ends with a line feed. */
export const reportGitlab: Reporter = (diagnostics, options) => {
  const sorted = sortDiagnostics(diagnostics);
  const fingerprints = fingerprint(sorted);
  const rows = sorted.map((diagnostic, index) => ({
    description: `${diagnostic.message} ${diagnostic.hint}`,
    check_name: diagnostic.code,
    fingerprint: fingerprints[index],
    severity: severities[diagnostic.severity],
    // GitLab takes no problem without a file and a line.
    location: { path: reportedPath(diagnostic, options) ?? '.', lines: { begin: diagnostic.source?.line ?? 1 } },
  }));
  return `${JSON.stringify(rows, undefined, 2)}\n`;
};
