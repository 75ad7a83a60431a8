import { type CrawlRun, mayWait, startCrawlRun } from '../crawl-run.ts';
import { RepositoryError } from '../repository-error.ts';
import { classifyFailure } from './failure.ts';
import { GitError } from './git-error.ts';

/** Whom Git asks, and what the crawl knows of its moods. */
export interface GitHost {
  /** Scheme and host. */
  readonly origin: string;
  /** By default a run of its own: it knows of no host that wants to be left alone. */
  readonly run?: CrawlRun;
  readonly signal: AbortSignal;
}

const tries = 3;

/** What to wait for a limit that does not say how long; doubled every time. */
const unknownWaitSeconds = 60;

/**
 * Lets Git ask a host: backs off from failures that pass, waits as the host says, and asks nothing more for any repository
 * while the host wants to be left alone. Rejects with the {@link GitError} of the last try, or with a `RepositoryError` when
 * the wait would be too long.
 */
export async function askGitHost<Answer>(
  { origin, run = startCrawlRun(), signal }: GitHost,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const { clock, closedUntil } = run;
  const key = `${origin} git`;
  for (let attempt = 1; ; attempt += 1) {
    for (let wait = open(); wait > 0; wait = open()) {
      if (!mayWait(run, wait)) throw tooLong(wait);
      await clock.wait(wait, signal);
    }
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      const { passing, limited } = classifyFailure(error);
      if (limited) {
        const seconds = error.retryAfterSeconds ?? unknownWaitSeconds * 2 ** (attempt - 1);
        closedUntil.set(key, Math.max(closedUntil.get(key) ?? 0, clock.now() + seconds * 1000));
      }
      if (attempt === tries || !(passing || limited)) throw error;
      if (!limited) await clock.wait(500 * 3 ** (attempt - 1), signal);
    }
  }

  function open(): number {
    return (closedUntil.get(key) ?? 0) - clock.now();
  }
}

function tooLong(milliseconds: number): RepositoryError {
  const minutes = Math.ceil(milliseconds / 60_000);
  return new RepositoryError(
    `the host asks to be left alone for another ${minutes} minutes.`,
    'Run again later, or less often; a token usually has a higher rate limit.',
  );
}
