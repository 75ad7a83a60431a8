import type { GithubSourceConfig } from '../../../config/config.ts';
import type { RepositoryAddress } from '../../address.ts';
import type { Clock } from '../../clock.ts';
import { openGenerated } from '../../generated-repository.ts';
import { openRemote } from '../../git/remote-reader.ts';
import { RepositoryError } from '../../repository-error.ts';
import type { RepositoryReader } from '../source.ts';
import type { GithubConnection } from './connection.ts';
import { describePeople } from './describe-people.ts';
import type { GithubRepository } from './github-repository.ts';
import { listPeople } from './list-people.ts';

/** A repository of a listing, and how to reach it. */
export interface GithubAddress {
  readonly repository: GithubRepository;
  readonly address: RepositoryAddress;
  readonly stateFolder: string;
  readonly branch?: string;
  /** Absent where the address lies on another host than the API. */
  readonly token?: GithubConnection['token'];
}

/** Opens a repository at the commit that the listing gave; asks the host only when the listing gave none. */
export async function openGithubRepository(
  { repository, address, stateFolder, branch, token }: GithubAddress,
  signal: AbortSignal,
): Promise<RepositoryReader> {
  const { head } = repository;
  if (head === 'disabled') {
    throw new RepositoryError('the host has disabled it.', 'Ask the host why, or exclude it from the source.');
  }
  if (head === 'no-default-branch') {
    const hint = 'Choose a default branch in the settings of the repository, or exclude it from the source.';
    throw new RepositoryError('its default branch does not exist.', hint);
  }
  if (head === 'empty') return emptyReader;
  const held = token ? await token() : { value: undefined };
  if ('failure' in held) throw new RepositoryError(`${held.failure.reason}.`, held.failure.hint);
  return openRemote(
    {
      address,
      stateFolder,
      ...(branch && { branch }),
      ...(head && { head }),
      ...(held.value !== undefined && { token: held.value }),
    },
    signal,
  );
}

/** Opens what stands for the teams and members of an organisation: lists them and describes them, all or none. */
export async function openPeople(
  config: GithubSourceConfig,
  connection: GithubConnection,
  clock: Clock,
): Promise<RepositoryReader> {
  const people = await listPeople(connection, config.organisation, config);
  if (!('failure' in people)) return openGenerated(describePeople(config.organisation, people), clock.now());
  throw new RepositoryError(`${people.failure.reason}.`, people.failure.hint);
}

const emptyReader: RepositoryReader = {
  head: undefined,
  readCommit: () => Promise.reject(new Error('there is no commit')),
  readBlobs: () => {
    throw new Error('there is no commit');
  },
  close: () => {},
};
