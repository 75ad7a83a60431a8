import type { GitlabSourceConfig } from '../../../config/config.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import type { HostListing } from '../hosts/host-repository.ts';
import { listInPages } from '../hosts/list-in-pages.ts';
import type { GitlabConnection } from './connection.ts';
import { askWithoutUnknown } from './drop-fields.ts';
import { buildProjectsQuery, dispensableFields } from './projects-query.ts';
import { projectsIn, readProjectNode } from './read-node.ts';

/**
 * Lists the projects of a group with where each stands and the text of their descriptors. Gives back the failure when nothing
 * could be listed.
 */
export function listByGraphql(
  connection: GitlabConnection,
  config: GitlabSourceConfig,
): Promise<HostListing | { readonly failure: HostFailure }> {
  return askWithoutUnknown(dispensableFields, (without) => {
    const askFor = (lean: boolean) => {
      const { query, variables } = buildProjectsQuery(config, { lean, without });
      return (first: number, after: string | null) => connection.graphql(query, { ...variables, first, after });
    };
    return listInPages({
      ask: askFor(false),
      askForLess: askFor(true),
      pageIn: projectsIn,
      readNode: (node) => readProjectNode(node, config.branch),
      absent: absentGroup,
    });
  });
}

/** GitLab says of a group that somebody may not see what it says of one that does not exist: nothing. */
export const absentGroup: HostFailure = {
  kind: 'not-found',
  reason: 'there is no such group, or the token may not see it',
  hint: 'Check the full path of the group, and that the account of the token is a member of it.',
};
