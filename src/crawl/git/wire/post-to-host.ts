import type { RepositoryAddress } from '../../address.ts';
import { GitError } from '../git-error.ts';
import { basicCredentials, scrub } from '../scrub.ts';
import { Unsuitable } from './unsuitable.ts';

/** A repository that is reached over HTTP, and with what. */
export interface HttpRemote {
  readonly address: RepositoryAddress;
  readonly token?: string;
  readonly signal: AbortSignal;
}

/** More than this of one answer is left to Git, which keeps it on disk. */
const largestAnswer = 16_000_000;

/** Answers to a request that the host does not know rather than refuses. */
const unknownRequest = new Set([400, 405, 406, 415, 501]);

/**
 * Sends one message of Git's protocol, version 2, and gives back the answer. The token goes to the host of the address alone: no
 * redirect is followed. Rejects with a {@link GitError}, worded as Git words it, or with {@link Unsuitable}.
 */
export async function postToHost({ address, token, signal }: HttpRemote, message: string): Promise<Buffer> {
  try {
    const response = await fetch(`${address.url}/git-upload-pack`, {
      method: 'POST',
      body: message,
      redirect: 'manual',
      signal,
      headers: {
        'content-type': 'application/x-git-upload-pack-request',
        accept: 'application/x-git-upload-pack-result',
        'git-protocol': 'version=2',
        // Hosts tell Git from browsers by how its name begins.
        'user-agent': 'git/2 (callboard)',
        ...(token && { authorization: `Basic ${basicCredentials(token)}` }),
      },
    });
    if (response.status !== 200) throw await describeRefusal(response, token);
    if (response.headers.get('content-type') !== 'application/x-git-upload-pack-result') {
      await response.body?.cancel();
      throw new Unsuitable('the answer is not one of Git');
    }
    return await readWithin(response, largestAnswer);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof GitError || error instanceof Unsuitable) throw error;
    throw describeNetwork(error);
  }
}

async function readWithin(response: Response, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop cancels the rest.
    if (bytes > limit) throw new Unsuitable('the answer is large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function describeRefusal(response: Response, token: string | undefined): Promise<Error> {
  const { status, headers } = response;
  const body = await readWithin(response, 10_000).catch(() => Buffer.alloc(0));
  if (unknownRequest.has(status)) return new Unsuitable(`the host answers ${status}`);
  const text = scrub(body.toString(), token ? [token] : []).slice(0, 1000);
  const wait = Number(headers.get('retry-after') ?? Number.NaN);
  const details = Number.isFinite(wait) ? { retryAfterSeconds: wait } : {};
  return new GitError('fetch', `The requested URL returned error: ${status}\n${text}`, details);
}

function describeNetwork(error: unknown): Error {
  const cause = (error as Error).cause as { readonly code?: string; readonly message?: string } | undefined;
  const reason = `${cause?.code ?? ''} ${cause?.message ?? (error as Error).message}`.trim();
  // The certificates of the machine, which Git looks at, may say otherwise.
  if (/CERT|SIGNATURE|ISSUER|SSL|TLS/.test(cause?.code ?? '')) return new Unsuitable(reason, { cause: error });
  const wording = /ENOTFOUND|EAI_AGAIN/.test(reason) ? 'Could not resolve host' : 'Could not connect or was cut off';
  return new GitError('fetch', `${wording}: ${reason}`, { cause: error });
}
