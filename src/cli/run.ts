import { Command, CommanderError } from 'commander';
import { callboardVersion } from '../pipeline/version.ts';
import { buildCommand } from './build-command.ts';
import { exitCodes } from './exit-codes.ts';
import { previewCommand } from './preview-command.ts';
import { publishCommand } from './publish-command.ts';
import { reportFailure } from './report-failure.ts';
import { stateCommand } from './state-command.ts';
import { validateCommand } from './validate-command.ts';

/**
 * Runs the command line and gives the exit code: 0 clean, 1 diagnostics at error level, 2 the run failed or was
 * asked for wrongly. `words` are the arguments after `callboard`.
 */
export async function run(words: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const program = new Command('callboard')
    .description('The developer portal that is nothing but files.')
    .version(callboardVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError('(add --help for what there is)')
    .exitOverride();
  const finish = (code: number) => {
    exitCode = code;
  };
  for (const command of [buildCommand, previewCommand, publishCommand, stateCommand, validateCommand]) {
    program.addCommand(command(finish).exitOverride().allowExcessArguments(false));
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.failed;
    reportFailure(error, words.includes('--json'), words.includes('--verbose'));
    return exitCodes.failed;
  }
}
