import { setTimeout as sleep } from 'node:timers/promises';
import { type Dispatcher, request } from 'undici';
import { PrivateHost } from './private-addresses.ts';
import type { Outcome } from './verdict.ts';

/** How one address is asked for. */
export interface AskOptions {
  readonly dispatcher: Dispatcher;
  /** Whether a URL leads into a private network, as far as it says itself. */
  readonly isPrivate: (url: URL) => boolean;
  readonly userAgent: string;
  /** Milliseconds for one request. */
  readonly timeout: number;
  /** Milliseconds that a host may ask to be waited for; one that asks for more is left alone. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

const mostRedirects = 5;
/** Hosts answer these to programs, whatever a browser would see. */
const unclear: ReadonlySet<number> = new Set([401, 402, 403, 405, 406, 407, 418, 451, 999]);
/** Answers to HEAD that say nothing of the page. */
const isDoubtful = (status: number) => status >= 400 && status !== 429;

/** Asks for an address as politely as can be: without a body where that is enough, never with anybody's token. Never rejects. */
export async function checkAddress(start: string, options: AskOptions): Promise<Outcome> {
  let url = new URL(start);
  let isForGood = true;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    if (options.isPrivate(url)) return { type: 'private' };
    const answer = await askPatiently(url, options);
    if ('outcome' in answer) return answer.outcome;
    const { status, location } = answer;
    if (status < 300 || status >= 400 || location === undefined) {
      return judge(status, hop > 0 && isForGood && isElsewhere(start, url) ? url.href : undefined);
    }
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (!next || !/^https?:$/.test(next.protocol) || next.username !== '') return { type: 'unclear' };
    isForGood &&= status === 301 || status === 308;
    url = next;
  }
  return { type: 'broken', reason: `redirects more than ${mostRedirects} times` };
}

interface Answer {
  readonly status: number;
  readonly location?: string;
  /** Milliseconds that the host wants to be left alone for. */
  readonly wait?: number;
}

async function askPatiently(url: URL, options: AskOptions): Promise<Answer | { readonly outcome: Outcome }> {
  try {
    const first = await askForHead(url, options);
    const wait = first.wait ?? 0;
    const isBusy = first.status === 429 || first.status === 503;
    if (isBusy && (first.wait === undefined || wait > options.patience)) return first;
    if (!isDoubtful(first.status) && !isBusy) return first;
    await sleep(wait, undefined, { signal: options.signal });
    return await ask('GET', url, options);
  } catch (error) {
    return { outcome: describeFailure(error) };
  }
}

/** Some hosts have no answer to HEAD at all. */
async function askForHead(url: URL, options: AskOptions): Promise<Answer> {
  try {
    return await ask('HEAD', url, options);
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException;
    const isSilent = name === 'TimeoutError' || /^(?:UND_ERR_(?:HEADERS_TIMEOUT|SOCKET)|ECONNRESET)$/.test(code ?? '');
    if (!isSilent || options.signal.aborted) throw error;
    return ask('GET', url, options);
  }
}

async function ask(method: 'HEAD' | 'GET', url: URL, options: AskOptions): Promise<Answer> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeout)]);
  const headers = { 'user-agent': options.userAgent, accept: 'text/html,*/*;q=0.8' };
  const target = new URL(url);
  target.hash = '';
  const answer = await request(target, { method, headers, dispatcher: options.dispatcher, signal });
  // Nobody reads it, and it may be large.
  answer.body.on('error', () => undefined).destroy();
  const { location, 'retry-after': retryAfter } = answer.headers;
  const wait = retryAfter === undefined ? undefined : milliseconds(String(retryAfter));
  return {
    status: answer.statusCode,
    ...(typeof location === 'string' && { location }),
    ...(wait !== undefined && { wait }),
  };
}

function milliseconds(retryAfter: string): number {
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : Number.MAX_SAFE_INTEGER;
}

function judge(status: number, to: string | undefined): Outcome {
  if (status < 400) return { type: 'good', ...(to !== undefined && { to }) };
  if (status === 429 || status === 503) return { type: 'unclear', isBusy: true };
  if (unclear.has(status)) return { type: 'unclear' };
  if (status >= 500) return { type: 'unreachable', reason: `its host answers with status ${status}` };
  return { type: 'broken', reason: `its host answers with status ${status}` };
}

/** Another page, not only another way to write the same one. */
function isElsewhere(from: string, to: URL): boolean {
  const plain = (url: URL) => `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}`.toLowerCase();
  return plain(new URL(from)) !== plain(to);
}

const noHost: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

function describeFailure(error: unknown): Outcome {
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (error instanceof PrivateHost) return { type: 'private' };
  if (noHost.has(code ?? '')) return { type: 'broken', reason: 'there is no such host' };
  if (/^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_VERIFY)/.test(code ?? '')) {
    return { type: 'unreachable', reason: 'the certificate of its host is not valid' };
  }
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT|ETIMEDOUT/.test(code ?? '')) {
    return { type: 'unreachable', reason: 'its host does not answer in time' };
  }
  return { type: 'unreachable', reason: `its host cannot be reached (${code ?? message.split('\n')[0]})` };
}
