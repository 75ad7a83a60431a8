import { relative } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { reportGithub } from '../diagnostics/report-github.ts';
import { reportJson } from '../diagnostics/report-json.ts';
import { reportPretty } from '../diagnostics/report-pretty.ts';
import type { BuildResult } from '../pipeline/build.ts';
import { createReporter } from './build-reporter.ts';
import { exitCodes } from './exit-codes.ts';
import { commandWithSharedOptions, configOf, type SharedOptions } from './shared-options.ts';

/** `callboard build`: repositories in, a folder of static files out. */
export function buildCommand(finish: (exitCode: number) => void): Command {
  return commandWithSharedOptions('build', 'crawl the sources and build the portal').action(
    async (options: SharedOptions) => {
      const config = await configOf(options);
      const reporter = createReporter(options, process.stderr);
      try {
        // Loaded when it is needed: a mistyped flag should be answered at once.
        const { build } = await import('../pipeline/build.ts');
        const result = await build({ config, onEvent: reporter.onEvent });
        reporter.close();
        printResult(result, options);
        const failed = result.diagnostics.some((item) => item.severity === 'error');
        finish(failed ? exitCodes.diagnostics : exitCodes.clean);
      } catch (error) {
        reporter.close();
        throw error;
      }
    },
  );
}

function printResult(result: BuildResult, options: SharedOptions): void {
  if (options.json) {
    const { diagnostics, ...rest } = result;
    process.stdout.write(`${JSON.stringify({ ...rest, diagnostics: JSON.parse(reportJson(diagnostics)) })}\n`);
    return;
  }
  const shown = options.verbose ? result.diagnostics : result.diagnostics.filter((item) => item.severity !== 'info');
  if (process.env['GITHUB_ACTIONS'] === 'true') process.stdout.write(reportGithub(shown));
  else process.stdout.write(reportPretty(shown, { colors: pc.isColorSupported }));
  if (options.quiet) return;
  const seconds = result.stages.reduce((sum, stage) => sum + stage.seconds, 0);
  const folder = relative(process.cwd(), result.output) || '.';
  process.stdout.write(
    `${pc.green('✔')} ${result.entities.toLocaleString('en')} entities of ${result.repositories.toLocaleString('en')} ` +
      `repositories on ${result.pages.toLocaleString('en')} pages in ${folder}/ (${seconds.toFixed(1)} s)\n`,
  );
}
