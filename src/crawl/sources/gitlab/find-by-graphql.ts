import type { GitlabSourceConfig } from '../../../config/config.ts';
import { fieldsOf } from '../hosts/graph-fields.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import type { HostRepository } from '../hosts/host-repository.ts';
import type { GitlabConnection } from './connection.ts';
import { askWithoutUnknown } from './drop-fields.ts';
import { buildProjectQuery, dispensableFields } from './projects-query.ts';
import { readProjectNode } from './read-node.ts';

/** What came of looking for one project; without `project` there is none, or it may not be seen. */
export interface FoundProject {
  readonly project?: HostRepository;
}

/** Finds one project by its number or its path, wherever it is, in one request. */
export function findByGraphql(
  connection: GitlabConnection,
  config: GitlabSourceConfig,
  wanted: { readonly path: string } | { readonly id: number },
): Promise<FoundProject | { readonly failure: HostFailure }> {
  return askWithoutUnknown(dispensableFields, async (without) => {
    const { query, variables } = buildProjectQuery(config, wanted, { lean: false, without });
    const asked = await connection.graphql(query, variables);
    if ('failure' in asked) return asked.failure.kind === 'not-found' ? {} : asked;
    const { project, projects } = fieldsOf(fieldsOf(asked.answer.body)['data']);
    const { nodes } = fieldsOf(projects);
    const found = readProjectNode(Array.isArray(nodes) ? nodes[0] : project, config.branch);
    return found ? { project: found } : {};
  });
}
