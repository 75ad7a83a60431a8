import { type CrawlRun, mayWait } from '../../crawl-run.ts';
import type { HostAnswer, HostFailure } from './host-answer.ts';

/** Either an answer that can be used, or why not, with what was answered all the same. */
export type Asked = { readonly answer: HostAnswer } | { readonly failure: HostFailure; readonly answered?: HostAnswer };

/** How one kind of host says that it wants to be left alone, and other things that each says in its own way. */
export interface HostManners {
  /** As people know it. */
  readonly name: string;
  /** Why an answer cannot be used; `undefined` when it can. `now` in milliseconds since 1970. */
  readonly classify: (answer: HostAnswer, now: number) => HostFailure | undefined;
  /** When an allowance that this answer used up is there again, in milliseconds since 1970; `undefined` when some is left. */
  readonly usedUpUntil: (headers: HostAnswer['headers']) => number | undefined;
  /** What to do about a limit that cannot be waited for. */
  readonly limitHint: string;
}

/** How long and how often one host is asked. */
export interface Patience extends CrawlRun {
  readonly manners: HostManners;
  /** The host and who asks it, as `closedUntil` knows them. */
  readonly asker: string;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
}

/** Tries of one request. */
const tries = 4;

/** What to wait for a limit that does not say how long; doubled every time. */
const unknownWaitSeconds = 60;

/**
 * Asks until there is an answer that can be used: waits for rate limits as the host says, backs off from failures that pass,
 * and gives up on the others at once, and on all when the time of the run is over. `allowance` names the limit that the request counts against. Never asks while the host
 * wants to be left alone. `less`: the caller can ask for less, so nothing is repeated that was too much.
 */
export async function askPatiently(
  ask: () => Promise<HostAnswer>,
  allowance: string,
  patience: Patience,
  less: boolean,
): Promise<Asked> {
  const { clock, signal, manners } = patience;
  for (let attempt = 1; ; attempt += 1) {
    // Again after each wait: others may have been told to wait longer meanwhile.
    for (let wait = closedFor(allowance, patience); wait > 0; wait = closedFor(allowance, patience)) {
      if (!mayWait(patience, wait)) return { failure: limitedFor(wait, manners) };
      await pause(wait, 'the rate limit', patience);
    }
    signal.throwIfAborted();
    if (clock.now() >= patience.endsAt) return { failure: outOfTime };
    const answer = await ask();
    signal.throwIfAborted();
    const failure = manners.classify(answer, clock.now());
    noteAllowance(answer, failure, attempt, allowance, patience);
    if (!failure) return { answer };
    const mayHelp = failure.kind === 'limited' || failure.kind === 'passing' || (failure.kind === 'too-much' && !less);
    if (!mayHelp || attempt === tries) return { failure, answered: answer };
    patience.log(`${manners.name}: ${failure.reason}; trying again.`);
    if (failure.kind !== 'limited') await pause(1000 * 3 ** (attempt - 1), failure.reason, patience);
  }
}

// Milliseconds for which the host wants to be left alone.
function closedFor(allowance: string, { clock, closedUntil, asker }: Patience): number {
  const opens = Math.max(closedUntil.get(`${asker} ${allowance}`) ?? 0, closedUntil.get(`${asker} all`) ?? 0);
  return opens - clock.now();
}

function noteAllowance(
  { headers }: HostAnswer,
  failure: HostFailure | undefined,
  attempt: number,
  allowance: string,
  { clock, closedUntil, asker, manners }: Patience,
): void {
  const close = (name: string, until: number) => {
    const key = `${asker} ${name}`;
    closedUntil.set(key, Math.max(closedUntil.get(key) ?? 0, until));
  };
  if (failure?.kind === 'limited') {
    const seconds = failure.waitSeconds ?? unknownWaitSeconds * 2 ** (attempt - 1);
    close('all', clock.now() + seconds * 1000);
  } else {
    const until = manners.usedUpUntil(headers);
    if (until !== undefined) close(allowance, until);
  }
}

async function pause(milliseconds: number, why: string, { clock, signal, log, manners }: Patience): Promise<void> {
  log(`${manners.name}: waiting ${Math.ceil(milliseconds / 1000)} s for ${why}.`);
  await clock.wait(milliseconds, signal);
}

const outOfTime: HostFailure = {
  kind: 'limited',
  reason: 'the time that a crawl may take is over',
  hint: 'Raise crawl.minutes, or build more often.',
};

function limitedFor(milliseconds: number, { limitHint }: HostManners): HostFailure {
  return {
    kind: 'limited',
    reason: `the rate limit is used up for another ${Math.ceil(milliseconds / 60_000)} minutes`,
    hint: limitHint,
  };
}
