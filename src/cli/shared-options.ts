import { Command, Option } from 'commander';
import type { CallboardConfig } from '../config/config.ts';

/** Options that every command has. */
export interface SharedOptions {
  readonly config: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** A command with the options that all share. */
export function commandWithSharedOptions(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('-c, --config <file>', 'the configuration', 'callboard.yaml')
    .addOption(new Option('--json', 'print one JSON value on standard output, nothing else').conflicts(['verbose']))
    .addOption(new Option('-q, --quiet', 'print problems and failures only').conflicts(['verbose']))
    .option('-v, --verbose', 'print what each stage does')
    .helpOption('-h, --help', 'show this help');
}

/** The configuration that the options name. */
export async function configOf(options: SharedOptions): Promise<CallboardConfig> {
  const { loadConfig } = await import('../config/load-config.ts');
  return loadConfig(options.config, process.env);
}
