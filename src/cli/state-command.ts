import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import type { StateReport } from '../pipeline/carried-state/check-state.ts';
import { exitCodes } from './exit-codes.ts';
import { commandWithSharedOptions, configOf, type SharedOptions } from './shared-options.ts';

/** `callboard state`: carries what builds remember to another machine, and checks it. */
export function stateCommand(finish: (exitCode: number) => void): Command {
  const pack = commandWithSharedOptions('pack', 'write what builds remember into one tar')
    .argument('<file>', 'the tar to write')
    .action(async (file: string, options: SharedOptions) => {
      const { packState } = await import('../pipeline/carried-state/pack-state.ts');
      const report = await packState(await folderOf(options), file);
      tell(options, report, `${sizeOf(report)} are in ${file}`);
      finish(exitCodes.clean);
    });
  const unpack = commandWithSharedOptions('unpack', 'replace what builds remember by what a tar holds')
    .argument('<file>', 'a tar that `state pack` has written')
    .action(async (file: string, options: SharedOptions) => {
      const { unpackState } = await import('../pipeline/carried-state/unpack-state.ts');
      const report = { ...(await unpackState(await folderOf(options), file)), damaged: [], leftovers: 0 };
      tell(options, report, `${sizeOf(report)} are unpacked`);
      finish(exitCodes.clean);
    });
  const check = commandWithSharedOptions('check', 'check every checksum, and delete what is damaged').action(
    async (options: SharedOptions) => {
      const { checkState } = await import('../pipeline/carried-state/check-state.ts');
      const report = await checkState(await folderOf(options));
      tell(options, report, `${sizeOf(report)} are sound`);
      finish(report.damaged.length > 0 ? exitCodes.diagnostics : exitCodes.clean);
    },
  );
  const command = new Command('state')
    .description('carry and check what builds remember')
    .helpOption('-h, --help', 'show this help');
  for (const each of [pack, unpack, check]) command.addCommand(each.exitOverride().allowExcessArguments(false));
  return command;
}

async function folderOf(options: SharedOptions): Promise<string> {
  return join((await configOf(options)).root, '.callboard');
}

function tell(options: SharedOptions, report: StateReport, text: string): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  for (const path of report.damaged) process.stderr.write(`${pc.yellow('!')} ${path} was damaged and is deleted\n`);
  if (!options.quiet) process.stdout.write(`${pc.green('✔')} ${text}\n`);
}

function sizeOf({ files, bytes }: Pick<StateReport, 'files' | 'bytes'>): string {
  return `${files.toLocaleString('en')} files (${(bytes / 1_000_000).toFixed(1)} MB)`;
}
