import { CallboardError } from '../../diagnostics/callboard-error.ts';

/** How files of a published portal are fetched. */
export interface FetchOptions {
  /** `Authorization` for the portal's own host; never printed, and sent nowhere else. */
  readonly authorization?: string;
  /** Milliseconds for one file. */
  readonly timeout: number;
  /** A larger file is refused. */
  readonly maximalBytes: number;
}

const mostRedirects = 5;

/**
 * Fetches a text file; `undefined` when it is not there (404, 410). Redirects are followed by hand and within the host only,
 * from http: to https: but not back.
 * Throws a CallboardError for everything else that goes wrong.
 */
export async function fetchText(url: URL, options: FetchOptions): Promise<string | undefined> {
  refuseOpenToken(url, options);
  const signal = AbortSignal.timeout(options.timeout);
  try {
    const response = await follow(url, options, signal);
    if (response.status === 404 || response.status === 410) return undefined;
    if (!response.ok) throw refused(url, response);
    return await readBody(url, response, options.maximalBytes);
  } catch (error) {
    throw error instanceof CallboardError ? error : unreachable(url, error, options.timeout);
  }
}

async function follow(start: URL, { authorization }: FetchOptions, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const headers = { accept: 'application/json', ...(authorization && { authorization }) };
    const response = await fetch(url, { redirect: 'manual', signal, headers });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !location) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (!next || !isSameHost(url, next)) throw redirectedAway(start, next);
    url = next;
  }
  throw new CallboardError(
    'portal-redirects',
    `${start.href} redirects more than ${mostRedirects} times.`,
    'Give --against the address at which the portal itself answers.',
  );
}

function isSameHost(from: URL, to: URL): boolean {
  const isUpgrade = from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname;
  return from.origin === to.origin || isUpgrade;
}

async function readBody(url: URL, response: Response, maximalBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maximalBytes) {
      throw new CallboardError(
        'portal-too-large',
        `${url.href} has more than ${maximalBytes.toLocaleString('en')} bytes.`,
        'This is more than a portal of a hundred thousand entities publishes; check the address.',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

// Who reads along on the way would have the token.
function refuseOpenToken(url: URL, { authorization }: FetchOptions): void {
  const isLocal = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (!authorization || url.protocol === 'https:' || isLocal) return;
  throw new CallboardError(
    'portal-insecure',
    `CALLBOARD_PORTAL_TOKEN is not sent to ${url.origin}, which is not encrypted.`,
    'Use the https: address of the portal.',
  );
}

function redirectedAway(start: URL, next: URL | undefined): CallboardError {
  return new CallboardError(
    'portal-redirects',
    `${start.href} redirects to ${next?.origin ?? 'an address that cannot be read'}, which is not followed.`,
    'If that is a login page, set CALLBOARD_PORTAL_TOKEN; if the portal has moved, give --against its new address.',
  );
}

function refused(url: URL, response: Response): CallboardError {
  const isLogin = response.status === 401 || response.status === 403;
  return new CallboardError(
    'portal-refused',
    `${url.href} answers with status ${response.status}.`,
    isLogin
      ? 'Set CALLBOARD_PORTAL_TOKEN to a token, or to user:password, that may read the portal.'
      : 'Try again later, or give --against a folder with a copy of the portal.',
  );
}

function unreachable(url: URL, cause: unknown, timeout: number): CallboardError {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const isLate = cause instanceof Error && cause.name === 'TimeoutError';
  const reason = isLate
    ? `no answer within ${timeout / 1000} seconds`
    : inner instanceof Error
      ? inner.message || inner.name
      : String(inner);
  return new CallboardError(
    'portal-unreachable',
    `${url.href} cannot be read: ${reason}.`,
    'Check the address and the network; without --against, everything inside the repository is still checked.',
    { cause },
  );
}
