import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { RepositoryAddress } from '../address.ts';
import type { CrawlRun } from '../crawl-run.ts';
import type { RepositoryReader } from '../sources/source.ts';
import { classifyFailure } from './failure.ts';
import { GitError } from './git-error.ts';
import type { Head } from './head.ts';
import { type GitObject, ObjectReader } from './object-reader.ts';
import { readCommit } from './read-commit.ts';
import { fetchBlobs, fetchCommit, type Remote, readMissing, readRemoteHead, removeFolder } from './remote.ts';

/** What to read from another host. */
export interface RemoteRepository {
  readonly address: RepositoryAddress;
  readonly branch?: string;
  readonly token?: string;
  /** Where it stands, when that is known already: nothing is asked then. */
  readonly head?: Head;
  /** Absolute path of `.callboard/`. */
  readonly stateFolder: string;
  /** What is known of hosts that want to be left alone; by default nothing. */
  readonly run?: CrawlRun;
}

/** Opens a repository of another host: at most one question now, fetching only when something is read that is not here. */
export async function openRemote(repository: RemoteRepository, signal: AbortSignal): Promise<RepositoryReader> {
  const { stateFolder, head: knownHead, ...rest } = repository;
  const name = createHash('sha256').update(repository.address.url).digest('hex').slice(0, 32);
  const remote: Remote = { ...rest, signal, gitFolder: join(stateFolder, 'git', name) };
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
