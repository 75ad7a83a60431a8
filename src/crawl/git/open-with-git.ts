import { createHash } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryReader } from '../sources/source.ts';
import { classifyFailure } from './failure.ts';
import { GitError } from './git-error.ts';
import { type GitObject, ObjectReader } from './object-reader.ts';
import { readCommit } from './read-commit.ts';
import { fetchBlobs, fetchCommit, type Remote, readMissing, readRemoteHead, removeFolder } from './remote.ts';
import type { RemoteRepository } from './remote-repository.ts';

/**
 * Opens a repository of another host with Git's own processes, over any transport that Git has: at most one question now,
 * fetching only when something is read that is not here.
 */
export async function openWithGit(repository: RemoteRepository, signal: AbortSignal): Promise<RepositoryReader> {
  const { stateFolder, head: knownHead, ...rest } = repository;
  const name = createHash('sha256').update(repository.address.url).digest('hex').slice(0, 32);
  const remote: Remote = { ...rest, signal, gitFolder: join(stateFolder, 'git', name) };
  await dropUnsound(remote.gitFolder);
  const head = knownHead ?? (await readRemoteHead(remote));
  const commit = head?.commit ?? '';
  const reader = new ObjectReader(remote.gitFolder, signal);

  const fetchAndRead = async () => {
    await fetchCommit(remote, commit);
    return readCommit(reader, commit);
  };
  return {
    head,
    // A folder that a killed run left half written is not worth repairing: what it holds can be had again.
    readCommit: () =>
      fetchAndRead().catch(async (error) => {
        if (!(error instanceof GitError) || classifyFailure(error).remote) throw error;
        reader.close();
        await removeFolder(remote.gitFolder);
        return fetchAndRead();
      }),
    readBlobs: (oids, accept) => readBlobs(remote, commit, reader, oids, accept),
    readHistory: async (depth) => {
      await fetchCommit(remote, commit, depth);
      // A process that was there before knows nothing of what came since.
      reader.close();
      return reader;
    },
    close: () => reader.close(),
  };
}

async function* readBlobs(
  remote: Remote,
  commit: string,
  reader: ObjectReader,
  oids: readonly string[],
  accept: (size: number) => boolean,
): AsyncGenerator<GitObject> {
  const missing = await readMissing(remote, oids);
  if (missing.length > 0) {
    // The listing may have come from the snapshot cache while the folder is gone.
    await fetchCommit(remote, commit);
    const stillMissing = await readMissing(remote, missing);
    if (stillMissing.length > 0) await fetchBlobs(remote, stillMissing);
  }
  yield* reader.read(oids, accept);
}

// Git would wait for a pipe without end, and write behind a link.
async function dropUnsound(gitFolder: string): Promise<void> {
  const itself = await lstat(gitFolder).catch(() => undefined);
  if (!itself) return;
  const entries = await readdir(gitFolder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  const isSound = itself.isDirectory() && entries?.every((entry) => entry.isFile() || entry.isDirectory());
  if (!isSound) await removeFolder(gitFolder);
}
