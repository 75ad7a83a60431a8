import type { GithubSourceConfig } from '../../../config/config.ts';
import type { Clock } from '../../clock.ts';
import { openGenerated } from '../../generated-repository.ts';
import { RepositoryError } from '../../repository-error.ts';
import type { RepositoryReader } from '../source.ts';
import type { GithubConnection } from './connection.ts';
import { describePeople } from './describe-people.ts';
import { listPeople } from './list-people.ts';

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
