import { SavingFailed } from './failure.ts';

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in hexadecimal digits. */
export const sha256Of = async (body: BufferSource): Promise<string> => hex(await crypto.subtle.digest('SHA-256', body));

/** Asks the network itself: not the worker, which leaves alone what must not be stored, and not the browser's cache. */
const ask = async (url: string, signal: AbortSignal): Promise<Response> => {
  try {
    return await fetch(url, { cache: 'no-store', redirect: 'error', signal });
  } catch {
    throw new SavingFailed(signal.aborted ? 'cancelled' : 'network');
  }
};

/**
 * A file whose content has this hash. What does not is asked for once more past whatever is cached on the way, then refused as
 * `changed`. Throws `SavingFailed`.
 */
export const fetchVerified = async (url: string, sha256: string, signal: AbortSignal): Promise<Response> => {
  for (const address of [url, `${url}?${sha256.slice(0, 12)}`]) {
    const answer = await ask(address, signal);
    if (answer.status >= 500) throw new SavingFailed('network');
    const body = await answer.arrayBuffer().catch(() => {
      throw new SavingFailed(signal.aborted ? 'cancelled' : 'network');
    });
    if (answer.ok && (await sha256Of(body)) === sha256) {
      const type = answer.headers.get('content-type') ?? 'application/octet-stream';
      const headers = { 'content-type': type, 'x-callboard-bytes': String(body.byteLength) };
      return new Response(body, { headers });
    }
  }
  throw new SavingFailed('changed');
};

/** A file of JSON as it is now. Throws `SavingFailed`. */
export const fetchNow = async <Value>(url: string, signal: AbortSignal): Promise<Value> => {
  const answer = await ask(url, signal);
  if (!answer.ok) throw new SavingFailed(answer.status >= 500 ? 'network' : 'changed');
  return answer.json().catch(() => {
    throw new SavingFailed(signal.aborted ? 'cancelled' : 'changed');
  }) as Promise<Value>;
};
