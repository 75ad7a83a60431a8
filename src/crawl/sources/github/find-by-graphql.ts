import type { GithubSourceConfig } from '../../../config/config.ts';
import { fieldsOf } from '../hosts/graph-fields.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import type { HostRepository } from '../hosts/host-repository.ts';
import type { GithubConnection } from './connection.ts';
import { readRepositoryNode } from './read-node.ts';
import { buildRepositoryQuery } from './repositories-query.ts';

/**
 * Finds one repository of an organisation or user by its name, in one request. `undefined`: there is none, or it may not be
 * seen, or it belongs to somebody else by now.
 */
export async function findByGraphql(
  connection: GithubConnection,
  { organisation, catalogPaths, branch }: GithubSourceConfig,
  name: string,
): Promise<HostRepository | undefined | 'unsupported' | { readonly failure: HostFailure }> {
  const { query, variables, fileFields } = buildRepositoryQuery(organisation, name, catalogPaths, branch);
  const asked = await connection.graphql(query, variables);
  if ('failure' in asked) {
    if (asked.failure.kind === 'unsupported') return 'unsupported';
    return asked.failure.kind === 'not-found' ? undefined : asked;
  }
  const { repositoryOwner } = fieldsOf(fieldsOf(asked.answer.body)['data']);
  const repository = readRepositoryNode(fieldsOf(repositoryOwner)['repository'], fileFields);
  const owner = repository?.fullName.split('/')[0];
  return owner?.toLowerCase() === organisation.toLowerCase() ? repository : undefined;
}
