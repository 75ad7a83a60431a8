import type { CrawlRun } from '../../crawl-run.ts';
import { classifyAnswer, type HostAnswer, type HostFailure } from './host-failure.ts';

/** Either an answer that can be used, or why not, with what was answered all the same. */
export type Asked = { readonly answer: HostAnswer } | { readonly failure: HostFailure; readonly answered?: HostAnswer };

/** How long and how often one host is asked. */
export interface Patience extends CrawlRun {
  /** The host and who asks it, as `closedUntil` knows them. */
  readonly asker: string;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
}

/** Tries of one request. */
const tries = 4;

/** A wait that is longer than this ends the listing: what there is then is better than a job that stands still. */
const longestWaitSeconds = 120;

/** What to wait for a limit that does not say how long; doubled every time. */
const unknownWaitSeconds = 60;

/**
 * Asks until there is an answer that can be used: waits for rate limits as the host says, backs off from failures that pass,
 * and gives up on the others at once. `allowance` names the limit that the request counts against. Never asks while the host
 * wants to be left alone. `less`: the caller can ask for less, so nothing is repeated that was too much.
 */
export async function askPatiently(
  ask: () => Promise<HostAnswer>,
  allowance: 'core' | 'graphql',
  patience: Patience,
  less: boolean,
): Promise<Asked> {
  const { clock, signal, closedUntil, asker } = patience;
  for (let attempt = 1; ; attempt += 1) {
    const opens = Math.max(closedUntil.get(`${asker} ${allowance}`) ?? 0, closedUntil.get(`${asker} all`) ?? 0);
    const wait = opens - clock.now();
    if (wait > longestWaitSeconds * 1000) return { failure: limitedFor(wait) };
    if (wait > 0) await pause(wait, 'the rate limit', patience);
    signal.throwIfAborted();
    const answer = await ask();
    signal.throwIfAborted();
    const failure = classifyAnswer(answer, clock.now());
    noteAllowance(answer, failure, attempt, allowance, patience);
    if (!failure) return { answer };
    const mayHelp = failure.kind === 'limited' || failure.kind === 'passing' || (failure.kind === 'too-much' && !less);
    if (!mayHelp || attempt === tries) return { failure, answered: answer };
    patience.log(`GitHub: ${failure.reason}; trying again.`);
    if (failure.kind !== 'limited') await pause(1000 * 3 ** (attempt - 1), failure.reason, patience);
  }
}

function noteAllowance(
  { headers }: HostAnswer,
  failure: HostFailure | undefined,
  attempt: number,
  allowance: string,
  { clock, closedUntil, asker }: Patience,
): void {
  const close = (name: string, until: number) => {
    const key = `${asker} ${name}`;
    closedUntil.set(key, Math.max(closedUntil.get(key) ?? 0, until));
  };
  if (failure?.kind === 'limited') {
    const seconds = failure.waitSeconds ?? unknownWaitSeconds * 2 ** (attempt - 1);
    close('all', clock.now() + seconds * 1000);
  } else if (String(headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(headers['x-ratelimit-reset']);
    if (Number.isFinite(reset)) close(allowance, (reset + 1) * 1000);
  }
}

async function pause(milliseconds: number, why: string, { clock, signal, log }: Patience): Promise<void> {
  log(`GitHub: waiting ${Math.ceil(milliseconds / 1000)} s for ${why}.`);
  await clock.wait(milliseconds, signal);
}

function limitedFor(milliseconds: number): HostFailure {
  return {
    kind: 'limited',
    reason: `the rate limit is used up for another ${Math.ceil(milliseconds / 60_000)} minutes`,
    hint: 'Run again later, or less often; an app of the organisation has a higher limit than a personal token.',
  };
}
