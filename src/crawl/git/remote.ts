import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryAddress } from '../address.ts';
import type { CrawlRun } from '../crawl-run.ts';
import { askGitHost } from './ask-git-host.ts';
import { GitError } from './git-error.ts';
import { branchOf, type Head } from './head.ts';
import { runGit } from './run-git.ts';

/** A repository on another host, and the folder that keeps what was fetched of it. */
export interface Remote {
  readonly address: RepositoryAddress;
  /** Branch or tag; by default the remote's own default branch. */
  readonly branch?: string;
  readonly token?: string;
  /** Bare repository of ours; made when missing. */
  readonly gitFolder: string;
  readonly signal: AbortSignal;
  /** What is known of hosts that want to be left alone; by default nothing. */
  readonly run?: CrawlRun;
}

const maximalPacks = 40;

/** Asks the remote where it stands; fetches nothing. `undefined`: it has no commit. Rejects with a {@link GitError}. */
export async function readRemoteHead(remote: Remote): Promise<Head | undefined> {
  const { branch } = remote;
  const wanted = branch ? [`refs/heads/${branch}`, `refs/tags/${branch}`, `refs/tags/${branch}^{}`] : ['HEAD'];
  const output = await callRemote(remote, ['ls-remote', '--symref', remote.address.url, ...wanted]);
  const lines = output.split('\n').map((line) => line.split('\t'));
  const commitOf = (ref: string) => lines.find(([value, name]) => name === ref && /^[0-9a-f]+$/.test(value ?? ''))?.[0];
  if (branch) {
    const commit =
      commitOf(`refs/heads/${branch}`) ?? commitOf(`refs/tags/${branch}^{}`) ?? commitOf(`refs/tags/${branch}`);
    if (!commit) throw new GitError('ls-remote', `Remote branch ${branch} not found`);
    return { commit, branch };
  }
  const commit = commitOf('HEAD');
  const symbolic = lines.find(([value, name]) => name === 'HEAD' && value?.startsWith('ref: '))?.[0];
  return commit ? { commit, branch: branchOf(symbolic?.slice('ref: '.length), commit) } : undefined;
}

/**
 * Fetches a commit and its trees, without blobs where the remote can leave them out, and those that lead up to it, `depth` in all.
 * Does nothing when the commit alone is wanted and here.
 */
export async function fetchCommit(remote: Remote, commit: string, depth = 1): Promise<void> {
  const here = await readFile(join(remote.gitFolder, 'refs/heads/callboard'), 'utf8').catch(() => '');
  if (here.trim() === commit && depth === 1) return;
  await prepareFolder(remote);
  await callRemote(remote, ['fetch', `--depth=${depth}`, ...fetchOptions, 'origin', `+${commit}:refs/heads/callboard`]);
}

/** Fetches blobs by object id, all in one request, as Git itself does for a partial clone. */
export async function fetchBlobs(remote: Remote, oids: readonly string[]): Promise<void> {
  const settings = { 'fetch.negotiationAlgorithm': 'noop' };
  await callRemote(remote, ['fetch', ...fetchOptions, '--stdin', 'origin'], {
    settings,
    input: `${oids.join('\n')}\n`,
  });
}

/** Which of these objects are not here yet. */
export async function readMissing(remote: Remote, oids: readonly string[]): Promise<readonly string[]> {
  const { gitFolder, signal } = remote;
  const input = `${oids.join('\n')}\n`;
  const output = await runGit(['cat-file', '--batch-check'], { gitFolder, signal, input }).catch((error) => {
    if (error instanceof GitError) return undefined;
    throw error;
  });
  if (output === undefined) return oids;
  return output.split('\n').flatMap((line) => (line.endsWith(' missing') ? [line.slice(0, -' missing'.length)] : []));
}

const fetchOptions = [
  '--quiet',
  '--filter=blob:none',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
];

async function callRemote(
  remote: Remote,
  args: readonly string[],
  extra: { readonly settings?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Promise<string> {
  const { address, token, signal } = remote;
  const call = {
    gitFolder: remote.gitFolder,
    protocol: address.protocol,
    signal,
    ...(token && { credentials: { origin: address.origin, token } }),
    ...(extra.input && { input: extra.input }),
    // The remote is declared for this call alone: what reads the folder later knows of none, so it can never fetch.
    settings: {
      'remote.origin.url': address.url,
      'remote.origin.promisor': 'true',
      'remote.origin.partialCloneFilter': 'blob:none',
      ...extra.settings,
    },
  };
  const host = { origin: address.origin, signal, ...(remote.run && { run: remote.run }) };
  return askGitHost(host, () => runGit(args, call));
}

async function prepareFolder({ gitFolder, address }: Remote): Promise<void> {
  const packs = await readdir(join(gitFolder, 'objects', 'pack')).catch(() => []);
  // Each fetch leaves a pack. Starting over is cheaper than repacking what is never read again.
  if (packs.filter((name) => name.endsWith('.pack')).length > maximalPacks) await removeFolder(gitFolder);
  await mkdir(join(gitFolder, 'objects'), { recursive: true });
  await mkdir(join(gitFolder, 'refs', 'heads'), { recursive: true });
  await writeFile(join(gitFolder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
  await writeFile(join(gitFolder, 'description'), `${address.url}\n`);
  await writeFile(join(gitFolder, 'HEAD'), 'ref: refs/heads/callboard\n');
}

/** Forgets everything that was fetched. */
export function removeFolder(gitFolder: string): Promise<void> {
  return rm(gitFolder, { recursive: true, force: true, maxRetries: 3 });
}
