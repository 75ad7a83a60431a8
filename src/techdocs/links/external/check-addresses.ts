import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { Agent } from 'undici';
import { type AskOptions, checkAddress } from './check-address.ts';
import { guardedLookup, isPrivateHost } from './private-addresses.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** How addresses of the web are asked for. */
export interface CheckOptions {
  /** Hosts (with port, if not the usual one) that may be asked although they lie in a private network. */
  readonly privateHosts: readonly string[];
  readonly userAgent: string;
  /** Milliseconds that all of it may take; what is not asked by then is not asked. */
  readonly budget: number;
  /** Milliseconds between two requests to one host; by default half a second. */
  readonly pause?: number;
  /** Milliseconds for one request; by default 15 seconds. */
  readonly timeout?: number;
  readonly signal: AbortSignal;
  readonly onChecked: (url: string) => void;
}

const hostsAtOnce = 8;
/** After so many failures in a row a host is left alone. */
const mostFailures = 3;

/**
 * Asks for addresses: several hosts at once, but each of them one request after the other. Gives what was learned when the budget is
 * spent. Never rejects.
 */
export async function checkAddresses(urls: readonly string[], options: CheckOptions): Promise<readonly Verdict[]> {
  const allowed = new Set(options.privateHosts);
  const names = new Set(options.privateHosts.map((host) => host.replace(/:\d+$/, '')));
  const timeout = options.timeout ?? 15_000;
  const dispatcher = new Agent({
    connect: { lookup: guardedLookup((host) => names.has(host)), timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxHeaderSize: 64 * 1024,
  });
  const spent = AbortSignal.timeout(options.budget);
  const signal = AbortSignal.any([options.signal, spent]);
  const { userAgent } = options;
  const isPrivate = ({ host, hostname }: URL) => !allowed.has(host) && (isPrivateHost(hostname) || names.has(hostname));
  const asking: AskOptions = { dispatcher, isPrivate, userAgent, timeout, patience: 30_000, signal };
  const verdicts: Verdict[] = [];
  const limit = pLimit(hostsAtOnce);
  const byHost = Map.groupBy(urls, (url) => new URL(url).host);
  try {
    // The longest queues first: they decide when all of it is done.
    const queues = [...byHost.values()].sort((a, b) => b.length - a.length);
    await limit.map(queues, (queue) => askHost(queue, asking, options, verdicts));
  } finally {
    await dispatcher.destroy();
  }
  return verdicts;
}

async function askHost(
  urls: readonly string[],
  asking: AskOptions,
  { pause = 500, onChecked }: CheckOptions,
  verdicts: Verdict[],
): Promise<void> {
  let failures = 0;
  for (const [index, url] of urls.entries()) {
    if (index > 0) await sleep(pause, undefined, { signal: asking.signal }).catch(() => undefined);
    if (asking.signal.aborted || failures >= mostFailures) return;
    const outcome = await checkAddress(url, asking);
    // Whoever was interrupted by us learned nothing.
    if (asking.signal.aborted) return;
    failures = isFailure(outcome) ? failures + 1 : 0;
    verdicts.push({ url, outcome, checkedAt: Date.now() });
    onChecked(url);
    if (outcome.type === 'unclear' && outcome.isBusy) return;
  }
}

function isFailure(outcome: Outcome): boolean {
  return outcome.type === 'unreachable' || outcome.type === 'unclear';
}
