import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { classifyFailure } from './git/failure.ts';
import { GitError } from './git/git-error.ts';
import { RepositoryError } from './repository-error.ts';
import type { FoundRepository } from './sources/source.ts';

const noRoom = [
  'there is no room left on this disk',
  'Make room for `.callboard/`, and run again: what was read before is still there.',
] as const;

// What this machine refuses, by the name of the system's error.
const obstacles: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: noRoom,
  EROFS: ['`.callboard/` cannot be written to', 'Put the folder of callboard.yaml on a disk that can be written to.'],
  EMFILE: ['too many files are open', 'Raise the limit of open files (`ulimit -n`) for this job.'],
};

/** Says why a repository could not be read and what to do about it. */
export function describeFailure(error: unknown, found: FoundRepository): Diagnostic {
  const source = { repository: found.slug };
  if (error instanceof GitError) {
    const { reason, hint } = classifyFailure(error);
    const message = `${found.slug} cannot be read: ${reason}.`;
    return diagnose('crawl/repository-unreadable', { message, hint, source });
  }
  if (error instanceof RepositoryError) {
    const message = `${found.slug} cannot be read: ${error.message}`;
    return diagnose('crawl/repository-unreadable', { message, hint: error.hint, source });
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = `${found.slug} cannot be read: ${reason}`;
  const obstacle = obstacles[(error as NodeJS.ErrnoException).code ?? ''];
  if (obstacle) {
    const [what, hint] = obstacle;
    return diagnose('crawl/repository-unreadable', {
      message: `${found.slug} cannot be read: ${what}.`,
      hint,
      source,
    });
  }
  return diagnose('crawl/repository-unreadable', { message, source });
}
