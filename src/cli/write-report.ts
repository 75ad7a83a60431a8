import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type ReportFormat, reportFormats } from '../diagnostics/report-formats.ts';
import type { ReportOptions } from '../diagnostics/report-options.ts';
import { callboardVersion } from '../pipeline/version.ts';
import type { SharedOptions } from './shared-options.ts';

/** How problems are reported, and where. */
export interface ReportChoices extends SharedOptions {
  readonly format?: ReportFormat;
  readonly output?: string;
}

/** Formats for people who read along; the others are for programs and hold everything. */
const readAlong: ReadonlySet<ReportFormat> = new Set(['pretty', 'github']);

/** Adds `--format` and `--output` to a command that finds problems. */
export function addReportOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '-f, --format <format>',
        'how problems are written (default: github in GitHub Actions, else pretty)',
      ).choices(Object.keys(reportFormats)),
    )
    .option('-o, --output <file>', 'write the report in that format into a file, and the default one here');
}

/**
 * Writes the problems on standard output, and into a file when one is asked for. Gives back whether standard output is for
 * people, so that more may be said there.
 */
export async function writeReport(
  diagnostics: readonly Diagnostic[],
  choices: ReportChoices,
  details: ReportOptions = {},
): Promise<boolean> {
  const { output, format, json } = choices;
  const usual = process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'pretty';
  if (json && format && output === undefined) {
    const hint = 'Leave one of them out, or let --output take the report in that format.';
    throw new CallboardError('options-conflict', '--json and --format both want standard output.', hint);
  }
  const report = async (name: ReportFormat, colors: boolean) => {
    const write = await reportFormats[name]();
    const shown =
      readAlong.has(name) && !choices.verbose ? diagnostics.filter((item) => item.severity !== 'info') : diagnostics;
    return write(shown, { ...details, colors, version: callboardVersion });
  };
  if (output !== undefined) await writeReportFile(output, await report(format ?? usual, false));
  if (json) return false;
  const here = output === undefined ? (format ?? usual) : usual;
  process.stdout.write(await report(here, pc.isColorSupported));
  return readAlong.has(here);
}

async function writeReportFile(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new CallboardError(
      'report-not-written',
      `The report cannot be written to ${file}.`,
      'Name a file in a folder that exists and may be written to.',
      { cause },
    );
  }
}
