import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { commandWithSharedOptions, configOf, type SharedOptions } from './shared-options.ts';

interface PreviewOptions extends SharedOptions {
  readonly port: number;
  readonly host: string;
}

/** `callboard preview`: serves the built portal as a static host would, until it is interrupted. */
export function previewCommand(finish: (exitCode: number) => void): Command {
  return commandWithSharedOptions('preview', 'serve the built portal as a static host would')
    .option('-p, --port <number>', 'the port; 0 takes any free one', portNumber, 4321)
    .option('--host <name>', 'the address to listen on', '127.0.0.1')
    .action(async (options: PreviewOptions) => {
      const { output, portal } = await configOf(options);
      const { startPreview } = await import('../publish/preview-server.ts');
      const preview = await startPreview({
        folder: output,
        base: portal.base,
        port: options.port,
        host: options.host,
      });
      const line = options.json
        ? JSON.stringify({ url: preview.url })
        : `The portal is at ${preview.url}  (Ctrl-C ends it)`;
      process.stdout.write(`${line}\n`);
      await new Promise<void>((resolve) => {
        process.once('SIGINT', resolve);
        process.once('SIGTERM', resolve);
      });
      await preview.stop();
      finish(exitCodes.clean);
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}
