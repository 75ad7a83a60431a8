import { hideSecrets } from '../../git/scrub.ts';

/** Bytes of one answer. A page of descriptors has a fraction of that. */
const largestAnswer = 64 * 1024 * 1024;

/** What is thrown for an answer that is larger than any that is meant well. */
export class OversizedAnswer extends Error {
  constructor() {
    super('the answer is too large');
    this.name = 'OversizedAnswer';
  }
}

/**
 * `fetch` for the API of a host: follows no redirect, which could lead a token to another host; reads no answer without end; and
 * takes the secrets that a host says back, or that an error quotes, out of what it gives.
 */
export async function guardedFetch(
  url: string | URL | Request,
  init: RequestInit | undefined,
  secrets: readonly string[],
): Promise<Response> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const { status, headers } = response;
    const text = hideSecrets(await readText(response), secrets);
    return new Response(text === '' ? null : text, { status, headers: withoutCoding(headers) });
  } catch (error) {
    if (error instanceof OversizedAnswer) throw error;
    const { message, cause } = error as Error;
    // Without what caused it: that would still say everything.
    throw new Error(hideSecrets(cause instanceof Error ? cause.message : message, secrets));
  }
}

async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    // Leaving the loop cancels the rest.
    if (bytes > largestAnswer) throw new OversizedAnswer();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

// What is given is neither compressed nor cut any more.
function withoutCoding(headers: Headers): Headers {
  const rest = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) rest.delete(name);
  return rest;
}
