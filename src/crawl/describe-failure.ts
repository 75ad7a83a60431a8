import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { classifyFailure } from './git/failure.ts';
import { GitError } from './git/git-error.ts';
import { RepositoryError } from './repository-error.ts';
import type { FoundRepository } from './sources/source.ts';

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
  return diagnose('crawl/repository-unreadable', { message, source });
}
