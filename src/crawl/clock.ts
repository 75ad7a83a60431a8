import { setTimeout as pause } from 'node:timers/promises';

/** Time as the crawl sees it. A test gives one of its own, so that an hour of rate limits takes no time. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after that many milliseconds; rejects with the signal's reason. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborts after that many milliseconds. */
  readonly deadline: (milliseconds: number) => AbortSignal;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) => pause(milliseconds, undefined, { signal }),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};
