import type { CommitListing, RepositoryReader } from '../../sources/source.ts';
import { askGitHost } from '../ask-git-host.ts';
import { GitError } from '../git-error.ts';
import { branchOf, type Head } from '../head.ts';
import type { GitObject } from '../object-reader.ts';
import { readCommit } from '../read-commit.ts';
import type { RemoteRepository } from '../remote-repository.ts';
import { scrub } from '../scrub.ts';
import { isWhole, type ObjectSource } from '../tree.ts';
import { askForObjects, askForReferences } from './ask-host.ts';
import type { HttpRemote } from './post-to-host.ts';
import { Unsuitable } from './unsuitable.ts';

/** Trees of so few files are sent whole: what changed of them is hardly less. */
const smallTree = 500;

/** Opens the same repository with Git itself. */
export type GitItself = (more?: Pick<RemoteRepository, 'head'>) => Promise<RepositoryReader>;

/**
 * Opens a repository by speaking Git's protocol to its host: one request for the commit and its trees, one for the blobs of a
 * round. Keeps nothing on disk. Where the host turns out not to be up to it, `withGit` goes on.
 */
export async function openDirectly(
  repository: RemoteRepository,
  signal: AbortSignal,
  withGit: GitItself,
): Promise<RepositoryReader> {
  const { address, token, branch, run } = repository;
  const remote: HttpRemote = { address, signal, ...(token && { token }) };
  const patiently = <Answer>(ask: () => Promise<Answer>) =>
    askGitHost({ origin: address.origin, signal, ...(run && { run }) }, () =>
      ask().catch((error) => {
        throw withoutSecrets(error, token);
      }),
    );
  let head = repository.head;
  let other: Promise<RepositoryReader> | undefined;
  const leaveToGit = (reason: unknown): Promise<RepositoryReader> => {
    if (!(reason instanceof Unsuitable)) throw reason;
    other ??= withGit(head && { head });
    return other;
  };
  try {
    head ??= await patiently(() => askForHead(remote, branch));
  } catch (reason) {
    return leaveToGit(reason);
  }
  const commit = head?.commit ?? '';

  async function* readBlobs(oids: readonly string[], accept: (size: number) => boolean): AsyncGenerator<GitObject> {
    const objects = other ?? (await patiently(() => askForObjects(remote, { oids })).catch(leaveToGit));
    if ('readBlobs' in objects) yield* objects.readBlobs(oids, accept);
    else if (objects instanceof Promise) yield* (await objects).readBlobs(oids, accept);
    else yield* give(objects, oids, accept);
  }
  return {
    head,
    readCommit: async (before) => {
      if (other) return (await other).readCommit(before);
      const here = before && isWhole(before.tree) && before.tree.entries.length > smallTree ? before : undefined;
      const ask = async (): Promise<CommitListing> => {
        const wanted = { oids: [commit], depth: 1, ...(here && { here: here.commit }) } as const;
        const objects = await askForObjects(remote, wanted);
        return readCommit(sourceOf(objects), commit, here?.tree);
      };
      return patiently(ask).catch(async (reason) => (await leaveToGit(reason)).readCommit(before));
    },
    readBlobs,
    readHistory: async (depth) => {
      const withOther = async () => (await other)?.readHistory?.(depth) ?? sourceOf(new Map());
      if (other) return withOther();
      return patiently(async () => sourceOf(await askForObjects(remote, { oids: [commit], depth }))).catch(
        async (reason) => {
          await leaveToGit(reason);
          return withOther();
        },
      );
    },
    close: () => {
      other?.then(
        (reader) => reader.close(),
        () => {},
      );
    },
  };
}

async function askForHead(remote: HttpRemote, branch: string | undefined): Promise<Head | undefined> {
  const [asBranch, asTag] = [`refs/heads/${branch}`, `refs/tags/${branch}`];
  const references = await askForReferences(remote, branch === undefined ? ['HEAD'] : [asBranch, asTag]);
  const find = (name: string) => references.find((reference) => reference.name === name);
  if (branch !== undefined) {
    const found = find(asBranch) ?? find(asTag);
    if (!found) throw new GitError('ls-refs', `Remote branch ${branch} not found`);
    return { commit: found.peeled ?? found.oid, branch };
  }
  const found = find('HEAD');
  return found && { commit: found.oid, branch: branchOf(found.target, found.oid) };
}

// A host may say back what it was sent.
function withoutSecrets(error: unknown, token: string | undefined): unknown {
  if (!(error instanceof GitError) || token === undefined) return error;
  const { retryAfterSeconds, cause } = error;
  return new GitError('fetch', scrub(error.output, [token]), {
    ...(cause !== undefined && { cause }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

function sourceOf(objects: ReadonlyMap<string, GitObject>): ObjectSource {
  return { read: (oids, accept) => give(objects, oids, accept) };
}

async function* give(
  objects: ReadonlyMap<string, GitObject>,
  oids: readonly string[],
  accept: (size: number) => boolean = () => true,
): AsyncGenerator<GitObject> {
  for (const oid of oids) {
    const object = objects.get(oid);
    if (!object) continue;
    const { content, ...rest } = object;
    yield content && accept(object.size) ? object : rest;
  }
}
