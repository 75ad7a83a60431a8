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

/** Reads that channel, and gives back how many seconds the host last said to leave it alone, if it did. */
export function watchRetryAfter(child: ChildProcess): () => number | undefined {
  let seconds: number | undefined;
  let rest = '';
  const channel = child.stdio[3] as Readable | null | undefined;
  channel?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const told = line.match(/<= Recv header: retry-after: *(\d{1,6})\s*$/i)?.[1];
      if (told !== undefined) seconds = Number(told);
    }
  });
  channel?.on('error', () => {});
  return () => seconds;
}
