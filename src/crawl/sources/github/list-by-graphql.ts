import type { GithubSourceConfig } from '../../../config/config.ts';
import { fieldsOf } from '../hosts/graph-fields.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import type { HostListing } from '../hosts/host-repository.ts';
import { listInPages } from '../hosts/list-in-pages.ts';
import type { GithubConnection } from './connection.ts';
import { readRepositoryNode } from './read-node.ts';
import { buildRepositoriesQuery } from './repositories-query.ts';

/**
 * Lists the repositories of an organisation or user with where each stands and the text of their descriptors. Gives back the
 * failure when nothing could be listed.
 */
export function listByGraphql(
  connection: GithubConnection,
  config: GithubSourceConfig,
): Promise<HostListing | { readonly failure: HostFailure }> {
  const { query, variables, fileFields } = buildRepositoriesQuery(
    config.organisation,
    config.catalogPaths,
    config.branch,
  );
  return listInPages({
    ask: (first, after) => connection.graphql(query, { ...variables, first, after }),
    pageIn: (body) => fieldsOf(fieldsOf(fieldsOf(body)['data'])['repositoryOwner'])['repositories'],
    readNode: (node) => readRepositoryNode(node, fileFields),
    absent,
  });
}

const absent: HostFailure = {
  kind: 'not-found',
  reason: 'there is no such organisation or user, or the token may not see it',
  hint: 'Check the name of the organisation or user, and that the token may see it.',
};
