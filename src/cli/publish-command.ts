import type { Command } from 'commander';
import pc from 'picocolors';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import type { PublishReport } from '../publish/apply.ts';
import { exitCodes } from './exit-codes.ts';
import { commandWithSharedOptions, configOf, type SharedOptions } from './shared-options.ts';

interface PublishOptions extends SharedOptions {
  readonly dryRun?: boolean;
  readonly allowIncomplete?: boolean;
}

/** `callboard publish`: puts what was built where `publish` of the configuration says. */
export function publishCommand(finish: (exitCode: number) => void): Command {
  return commandWithSharedOptions('publish', 'upload what differs from what is published')
    .option('-n, --dry-run', 'say what would be uploaded and deleted, change nothing')
    .option('--allow-incomplete', 'publish a first build that is not whole, also over a portal')
    .action(async (options: PublishOptions) => {
      const config = await configOf(options);
      if (!config.publish) {
        throw new CallboardError(
          'no-publish-target',
          `${options.config} does not say where to publish.`,
          'Add a "publish" section: a folder, or an S3 bucket.',
        );
      }
      const cancelled = new AbortController();
      process.once('SIGINT', () => cancelled.abort());
      const { publish } = await import('../publish/apply.ts');
      const report = await publish(
        {
          folder: config.output,
          target: config.publish,
          dryRun: options.dryRun ?? false,
          allowIncomplete: options.allowIncomplete ?? false,
        },
        {
          signal: cancelled.signal,
          progress: () => {},
          log: (message) => {
            if (options.verbose) process.stderr.write(`  ${message}\n`);
          },
        },
      );
      print(report, options);
      finish(exitCodes.clean);
    });
}

function print(report: PublishReport, options: PublishOptions): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  for (const warning of report.warnings) process.stderr.write(`${pc.yellow('!')} ${warning}\n`);
  if (options.quiet) return;
  if (report.dryRun) {
    for (const wave of report.plan.waves) {
      for (const upload of wave.uploads) process.stdout.write(`upload  ${upload.key}\n`);
    }
    for (const key of report.plan.deletions) process.stdout.write(`delete  ${key}\n`);
  }
  const verb = report.dryRun ? 'would be' : 'were';
  process.stdout.write(
    `${pc.green('✔')} ${report.target}: ${report.uploaded} files (${(report.bytes / 1_000_000).toFixed(1)} MB) ` +
      `${verb} uploaded, ${report.deleted} deleted, ${report.unchanged} unchanged\n`,
  );
}
