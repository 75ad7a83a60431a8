import type { TechdocsConfig } from '../../config/config.ts';
import type { JobLimits } from './render-job.ts';

/**
 * Processor seconds of a site's first turns; afterwards it waits until no site has had fewer. What is quick is done in its first,
 * so that a page that never ends or a site of 20,000 pages does not keep the others waiting.
 */
const turnSeconds: readonly number[] = [2, 8, 32, 128];
const outputMegabytes = 1024;
/** Between the end of a page that is interrupted and that of its process, which cannot always be. */
const graceSeconds = 3;

/** Processor seconds that a page may take in the end. */
export function pageSecondsOf({ secondsPerSite }: TechdocsConfig): number {
  return Math.min(20, Math.max(1, secondsPerSite / 3));
}

/** Limits of a site's next turn, when it has used so many processor seconds before. */
export function limitsOfTurn(turn: number, used: number, config: TechdocsConfig): JobLimits {
  const left = Math.max(1, config.secondsPerSite - used);
  const length = Math.min(left, turnSeconds[turn] ?? left);
  const pageSeconds = Math.min(pageSecondsOf(config), length);
  const seconds = Math.min(left, length + pageSeconds + graceSeconds);
  return {
    seconds,
    // Its process waits for its turn on a busy machine, and for its messages to be read.
    wallSeconds: seconds * 4 + 10,
    megabytes: config.megabytesPerSite,
    outputMegabytes,
    pageSeconds,
    turnSeconds: length,
  };
}
