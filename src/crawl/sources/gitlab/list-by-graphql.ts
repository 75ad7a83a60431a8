import type { GitlabSourceConfig } from '../../../config/config.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import type { HostListing } from '../hosts/host-repository.ts';
import { listInPages } from '../hosts/list-in-pages.ts';
import type { GitlabConnection } from './connection.ts';
import { buildProjectsQuery, dispensableFields } from './projects-query.ts';
import { projectsIn, readProjectNode } from './read-node.ts';

type Listed = HostListing | { readonly failure: HostFailure };

/**
 * Lists the projects of a group with where each stands and the text of their descriptors. Gives back the failure when nothing
 * could be listed.
 */
export async function listByGraphql(connection: GitlabConnection, config: GitlabSourceConfig): Promise<Listed> {
  const listing = await listWithout([], connection, config);
  const unknown = 'failure' in listing && listing.failure.kind === 'unsupported' ? listing.failure.reason : '';
  const without = dispensableFields.filter((field) => unknown.includes(`'${field}'`));
  return without.length > 0 ? listWithout(without, connection, config) : listing;
}

function listWithout(
  without: readonly string[],
  connection: GitlabConnection,
  config: GitlabSourceConfig,
): Promise<Listed> {
  const askFor = (lean: boolean) => {
    const { query, variables } = buildProjectsQuery(config, { lean, without });
    return (first: number, after: string | null) => connection.graphql(query, { ...variables, first, after });
  };
  return listInPages({
    ask: askFor(false),
    askForLess: askFor(true),
    pageIn: projectsIn,
    readNode: (node) => readProjectNode(node, config.branch),
    absent,
  });
}

const absent: HostFailure = {
  kind: 'not-found',
  reason: 'there is no such group, or the token may not see it',
  hint: 'Check the full path of the group, and that the account of the token is a member of it.',
};
