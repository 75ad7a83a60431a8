import { GitError } from './git-error.ts';

/** Whether a host no longer has what it was asked for, as after a push by force since it was listed. */
export function isCommitGone(error: unknown): boolean {
  return error instanceof GitError && /not our ref|unadvertised object/i.test(error.output);
}
