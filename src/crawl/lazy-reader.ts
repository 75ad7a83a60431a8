import type { Head } from './git/head.ts';
import type { GitObject } from './git/object-reader.ts';
import type { FoundRepository, RepositoryReader } from './sources/source.ts';

/**
 * Opens a repository of which the listing says where it stands only when something has to be read that is not kept: one that
 * did not change costs nothing, not even a token.
 */
export function openLazily({ open }: FoundRepository, head: Head, signal: AbortSignal): RepositoryReader {
  let opened: Promise<RepositoryReader> | undefined;
  const reader = () => {
    opened ??= open(signal);
    return opened;
  };
  return {
    head,
    readCommit: async (before) => (await reader()).readCommit(before),
    readBlobs: (oids, accept) => readBlobs(reader, oids, accept),
    readHistory: async (depth) => (await (await reader()).readHistory?.(depth)) ?? { read: async function* () {} },
    close: () => {
      opened?.then(
        (inner) => inner.close(),
        () => {},
      );
    },
  };
}

async function* readBlobs(
  reader: () => Promise<RepositoryReader>,
  oids: readonly string[],
  accept: (size: number) => boolean,
): AsyncGenerator<GitObject> {
  yield* (await reader()).readBlobs(oids, accept);
}
