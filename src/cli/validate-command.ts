import type { Command } from 'commander';
import pc from 'picocolors';
import type { ValidateResult } from '../pipeline/validate.ts';
import { exitCodes } from './exit-codes.ts';
import { commandWithSharedOptions } from './shared-options.ts';
import { addReportOptions, type ReportChoices, writeReport } from './write-report.ts';

interface ValidateChoices extends ReportChoices {
  readonly against?: string;
  readonly repository?: string;
  readonly catalogPaths?: readonly string[];
  readonly strict?: boolean;
}

const afterHelp = `
Examples:
  callboard validate                                     the repository of the current folder
  callboard validate services/cart/catalog-info.yaml     one file of it
  callboard validate --against https://portal.acme.com   also references from and to other repositories
  callboard validate --format sarif --output callboard.sarif

A portal behind a login: put its token, or user:password, into the environment variable CALLBOARD_PORTAL_TOKEN.
Exit codes: 0 nothing wrong, 1 errors (with --strict: or warnings), 2 the validation itself failed.`;

/** `callboard validate`: checks the catalog files of one repository before they are merged. */
export function validateCommand(finish: (exitCode: number) => void): Command {
  const command = commandWithSharedOptions('validate', 'check the catalog files of one repository')
    .argument('[path...]', 'files and folders of one repository (default: the current folder)')
    .option('-a, --against <portal>', 'check references against a published portal: its URL or folder')
    .option('--repository <name>', 'what the portal calls this repository (default: as CI or the origin remote says)')
    .option('--catalog-paths <globs...>', 'where catalog files are (default: as the configuration says)')
    .option('--strict', 'end with exit code 1 on warnings too')
    .addHelpText('after', afterHelp);
  return addReportOptions(command).action(async (paths: readonly string[], options: ValidateChoices) => {
    const isConfigGiven = command.getOptionValueSource('config') === 'cli';
    const { validate } = await import('../pipeline/validate.ts');
    const result = await validate({
      paths: paths.length === 0 ? ['.'] : paths,
      workingFolder: process.cwd(),
      environment: process.env,
      ...(isConfigGiven && { config: options.config }),
      ...(options.catalogPaths && { catalogPaths: options.catalogPaths }),
      ...(options.against !== undefined && { against: options.against }),
      ...(options.repository !== undefined && { repository: options.repository }),
    });
    const failing = options.strict ? ['error', 'warning'] : ['error'];
    const failed = result.diagnostics.some(({ severity }) => failing.includes(severity));
    await print(result, options, failed);
    finish(failed ? exitCodes.diagnostics : exitCodes.clean);
  });
}

async function print(result: ValidateResult, options: ValidateChoices, failed: boolean): Promise<void> {
  const { diagnostics, repository, entities, remarks } = result;
  const isForPeople = await writeReport(diagnostics, options, {
    repository,
    checked: entities,
    failOn: options.strict ? 'warning' : 'error',
  });
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ repository, entities: entities.length, diagnostics, remarks })}\n`);
    return;
  }
  if (options.quiet) return;
  for (const remark of remarks) process.stderr.write(`${pc.cyan('i')} ${remark}\n`);
  if (!isForPeople || failed || entities.length === 0) return;
  const count = entities.length === 1 ? 'One entity is' : `${entities.length.toLocaleString('en')} entities are`;
  process.stdout.write(`${pc.green('✔')} ${count} as the catalog wants ${entities.length === 1 ? 'it' : 'them'}\n`);
}
