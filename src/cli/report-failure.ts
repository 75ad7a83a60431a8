import pc from 'picocolors';
import { CallboardError } from '../diagnostics/callboard-error.ts';

/** Says on standard error why the run ended: what, and what to do. Stacks only for defects or with `--verbose`. */
export function reportFailure(error: unknown, asJson: boolean, verbose: boolean): void {
  const known = error instanceof CallboardError;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (asJson) {
    const { code, hint } = known ? error : { code: 'unexpected', hint: '' };
    process.stdout.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
    return;
  }
  process.stderr.write(`${pc.red('✖')} ${message}\n`);
  if (known) process.stderr.write(`  ${pc.dim(error.hint)}\n`);
  if ((verbose || !known) && stack) process.stderr.write(`${pc.dim(stack)}\n`);
  if (verbose && known && error.cause instanceof Error) process.stderr.write(`${pc.dim(String(error.cause.stack))}\n`);
}
