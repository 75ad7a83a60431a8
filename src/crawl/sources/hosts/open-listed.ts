import type { RepositoryAddress } from '../../address.ts';
import type { CrawlRun } from '../../crawl-run.ts';
import { openRemote } from '../../git/remote-reader.ts';
import { RepositoryError } from '../../repository-error.ts';
import type { RepositoryReader } from '../source.ts';
import type { HostFailure } from './host-answer.ts';
import type { HostRepository } from './host-repository.ts';

/** Gives a token for Git that lives long enough to read a repository; `undefined` when the source has none. */
export type TokenHolder = () => Promise<{ readonly value: string | undefined } | { readonly failure: HostFailure }>;

/** A repository of a listing, and how to reach it. */
export interface ListedAddress {
  readonly repository: HostRepository;
  readonly address: RepositoryAddress;
  readonly stateFolder: string;
  readonly branch?: string;
  /** Absent where the address lies on another host than the API. */
  readonly token?: TokenHolder;
  /** What is known of hosts that want to be left alone. */
  readonly run: CrawlRun;
}

/** Opens a repository at the commit that the listing gave; asks the host only when the listing gave none. */
export async function openListed(
  { repository, address, stateFolder, branch, token, run }: ListedAddress,
  signal: AbortSignal,
  anew?: 'anew',
): Promise<RepositoryReader> {
  const { head } = repository;
  if (head === 'empty') return emptyReader;
  if (typeof head === 'string') {
    const { reason, hint } = obstacles[head];
    throw new RepositoryError(reason, hint, head === 'no-default-branch');
  }
  const held = token ? await token() : { value: undefined };
  if ('failure' in held) throw new RepositoryError(`${held.failure.reason}.`, held.failure.hint);
  return openRemote(
    {
      address,
      stateFolder,
      run,
      ...(branch && { branch }),
      ...(head && !anew && { head }),
      ...(held.value !== undefined && { token: held.value }),
    },
    signal,
  );
}

const obstacles = {
  disabled: { reason: 'the host has disabled it.', hint: 'Ask the host why, or exclude it from the source.' },
  'no-default-branch': {
    reason: 'its default branch does not exist.',
    hint: 'Choose a default branch in the settings of the repository, or exclude it from the source.',
  },
  'code-hidden': {
    reason: 'the host shows its name but not its code.',
    hint: 'Give the account of the token a role that may read code; exclude it from the source where there is no code at all.',
  },
};

const emptyReader: RepositoryReader = {
  head: undefined,
  readCommit: () => Promise.reject(new Error('there is no commit')),
  readBlobs: () => {
    throw new Error('there is no commit');
  },
  close: () => {},
};
