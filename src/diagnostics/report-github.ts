import type { Diagnostic } from './diagnostic.ts';
import { formatAddress } from './format-address.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** How annotations name their file. */
export interface GithubReportOptions {
  /** Slug of the repository that the workflow runs in: only its files can be annotated where they stand. */
  readonly repository?: string;
}

/**
 * Diagnostics as workflow commands of GitHub Actions, one a line. Those of other repositories carry their address in the
 * text, as GitHub can show lines of the checked-out repository only. Whatever a message holds, it stays one command.
 */
export function reportGithub(diagnostics: readonly Diagnostic[], options: GithubReportOptions = {}): string {
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => `${formatCommand(diagnostic, options)}\n`)
    .join('');
}

function formatCommand(diagnostic: Diagnostic, { repository }: GithubReportOptions): string {
  const { code, severity, message, hint, source } = diagnostic;
  const isHere = source?.path !== undefined && source.repository === repository;
  const properties = [
    isHere && `file=${escapeProperty(source.path ?? '')}`,
    isHere && source.line !== undefined && `line=${source.line}`,
    isHere && source.column !== undefined && `col=${source.column}`,
    `title=${escapeProperty(code)}`,
  ].filter(Boolean);
  const address = isHere || !source ? '' : `${formatAddress(source)}: `;
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(`${address}${message}\n${hint}`)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
