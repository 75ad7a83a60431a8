import { relative } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { reportJson } from '../diagnostics/report-json.ts';
import type { BuildResult } from '../pipeline/build.ts';
import { exitCodes } from './exit-codes.ts';
import { commandWithSharedOptions, configOf } from './shared-options.ts';
import { addReportOptions, type ReportChoices, writeReport } from './write-report.ts';

/** `callboard build`: repositories in, a folder of static files out. */
export function buildCommand(finish: (exitCode: number) => void): Command {
  return addReportOptions(commandWithSharedOptions('build', 'crawl the sources and build the portal'))
    .option('--confirm-removals <id>', 'let go what an earlier build held back under this id', collect, [])
    .option('--only <repository>', 'read only this repository (name or URL); all others stay as they were', collect, [])
    .option('--external-links', 'ask for the addresses of the web that docs link to')
    .action(async (options: BuildChoices) => {
      const config = await configOf(options);
      const { createReporter } = await import('./build-reporter.ts');
      const reporter = createReporter(options, process.stderr);
      try {
        // Loaded when it is needed: a mistyped flag should be answered at once.
        const { build } = await import('../pipeline/build.ts');
        const result = await build({
          config,
          onEvent: reporter.onEvent,
          confirmRemovals: options.confirmRemovals,
          only: options.only,
          ...(options.externalLinks && { externalLinks: true }),
          ...crawledAtOf(process.env['SOURCE_DATE_EPOCH']),
        });
        reporter.close();
        await printResult(result, options);
        const failed = result.diagnostics.some((item) => item.severity === 'error');
        finish(failed ? exitCodes.diagnostics : exitCodes.clean);
      } catch (error) {
        reporter.close();
        throw error;
      }
    });
}

interface BuildChoices extends ReportChoices {
  readonly confirmRemovals: readonly string[];
  readonly only: readonly string[];
  readonly externalLinks?: boolean;
}

function collect(id: string, before: readonly string[]): readonly string[] {
  return [...before, id];
}

// https://reproducible-builds.org/specs/source-date-epoch/
function crawledAtOf(epoch: string | undefined): { readonly crawledAt?: string } {
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return {};
  return { crawledAt: new Date(Number(epoch) * 1000).toISOString() };
}

async function printResult(result: BuildResult, options: ReportChoices): Promise<void> {
  const isForPeople = await writeReport(result.diagnostics, options);
  if (options.json) {
    const { diagnostics, ...rest } = result;
    process.stdout.write(`${JSON.stringify({ ...rest, diagnostics: JSON.parse(reportJson(diagnostics)) })}\n`);
    return;
  }
  if (!isForPeople) return;
  if (options.quiet) return;
  const seconds = result.stages.reduce((sum, stage) => sum + stage.seconds, 0);
  const folder = relative(process.cwd(), result.output) || '.';
  process.stdout.write(
    `${pc.green('✔')} ${result.entities.toLocaleString('en')} entities of ${result.repositories.toLocaleString('en')} ` +
      `repositories on ${result.pages.toLocaleString('en')} pages in ${folder}/ (${seconds.toFixed(1)} s)\n`,
  );
}
