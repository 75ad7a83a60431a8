import { CallboardError } from '../../diagnostics/callboard-error.ts';
import { runGit } from './run-git.ts';

/** The first version that takes settings from the environment and can be told to ignore the user's configuration. */
const oldest = [2, 32] as const;

/** Throws a {@link CallboardError} unless a Git that is recent enough is installed. */
export async function requireGit(signal: AbortSignal): Promise<void> {
  const hint = `Install Git ${oldest.join('.')} or newer and make sure that it is on the PATH.`;
  const text = await runGit(['--version'], { signal }).catch((cause) => {
    signal.throwIfAborted();
    throw new CallboardError('crawl/git-missing', 'Git cannot be run.', hint, { cause });
  });
  const [, major, minor] = text.match(/(\d+)\.(\d+)/)?.map(Number) ?? [];
  if (major === undefined || minor === undefined) return;
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new CallboardError('crawl/git-too-old', `${text.trim()} is too old.`, hint);
  }
}
