import { type Clock, systemClock } from './clock.ts';

/** What the sources of one crawl share. */
export interface CrawlRun {
  readonly clock: Clock;
  /**
   * When a host may be asked again, in milliseconds since 1970, by host, who asks, and which of the host's allowances. Sources
   * that ask the same host as the same account wait together.
   */
  readonly closedUntil: Map<string, number>;
  /** When nothing new is begun any more, in milliseconds since 1970. */
  readonly endsAt: number;
}

/** Starts a crawl that nobody was told to wait for yet; by default it takes as long as it takes. */
export function startCrawlRun(clock: Clock = systemClock, minutes = Number.POSITIVE_INFINITY): CrawlRun {
  return { clock, closedUntil: new Map(), endsAt: clock.now() + minutes * 60_000 };
}

/** A wait that is longer than this is for the next run: what there is by now is better than a job that stands still. */
const longestWaitSeconds = 120;

/** Whether a host may be waited for, that many milliseconds: not for long, and not beyond the end of the run. */
export function mayWait({ clock, endsAt }: CrawlRun, milliseconds: number): boolean {
  return milliseconds <= longestWaitSeconds * 1000 && clock.now() + milliseconds < endsAt;
}
