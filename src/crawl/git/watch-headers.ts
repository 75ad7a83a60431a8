import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { GitAccess } from './environment.ts';

/** How a Git process says what a host answers: the headers, on a channel of their own. Git leaves secrets out of them. */
export function headerChannel({ protocol }: Pick<GitAccess, 'protocol'>): {
  readonly stdio: 'pipe' | readonly 'pipe'[];
  readonly environment: Readonly<Record<string, string>>;
} {
  if (protocol !== 'http' && protocol !== 'https') return { stdio: 'pipe', environment: {} };
  return {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    environment: { GIT_TRACE_CURL: '3', GIT_TRACE_CURL_NO_DATA: '1' },
  };
}

/** What a host said in the headers of its answers. */
export interface HeardHeaders {
  /** How many seconds it last said to leave it alone; absent: it did not. */
  readonly retryAfterSeconds?: number;
  /** One of its answers at least was one of Git, rather than any page of the web. */
  readonly isGit: boolean;
}

/** Reads that channel. Without one, as over other transports, what answers is Git. */
export function watchHeaders(child: ChildProcess): () => HeardHeaders {
  let seconds: number | undefined;
  let isGit = !child.stdio[3];
  let rest = '';
  const channel = child.stdio[3] as Readable | null | undefined;
  channel?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const told = line.match(/<= Recv header: retry-after: *(\d{1,6})\s*$/i)?.[1];
      if (told !== undefined) seconds = Number(told);
      if (/<= Recv header: content-type: *application\/x-git-upload-pack-advertisement/i.test(line)) isGit = true;
    }
  });
  channel?.on('error', () => {});
  return () => ({ isGit, ...(seconds !== undefined && { retryAfterSeconds: seconds }) });
}
