import type { Clock } from '../../crawl/clock.ts';

/** A clock that stands still until somebody waits: then it is that much later at once. */
export interface VirtualClock extends Clock {
  /** Moves on by this many milliseconds. */
  readonly advance: (milliseconds: number) => void;
  /** Every wait so far, in milliseconds. */
  readonly waits: number[];
  /** How many times shorter a deadline is than it says, so that a test of silence is short. By default it is as it says. */
  hurry: number;
}

/** Makes a clock that starts at a fixed instant. */
export function createVirtualClock(start = '2026-03-01T12:00:00Z'): VirtualClock {
  let time = Date.parse(start);
  const waits: number[] = [];
  const clock: VirtualClock = {
    now: () => time,
    wait: async (milliseconds, signal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
      time += milliseconds;
    },
    deadline: (milliseconds) => AbortSignal.timeout(milliseconds / clock.hurry),
    advance: (milliseconds) => {
      time += milliseconds;
    },
    waits,
    hurry: 1,
  };
  return clock;
}
