import { describePage, newestFirst, type PageArguments } from './connection-page.ts';
import { describeGroup } from './describe-group.ts';
import { describeNamespace } from './describe-namespace.ts';
import { describeUser } from './describe-people.ts';
import { describeProject } from './describe-project.ts';
import type { GraphViewer, Viewer } from './gitlab-host.ts';
import { projectPathOf } from './gitlab-model.ts';
import type { QueryScore } from './query-complexity.ts';
import type { GraphLimits } from './run-graph-query.ts';

interface ProjectsArguments extends PageArguments {
  readonly fullPaths?: readonly string[] | null;
  readonly ids?: readonly string[] | null;
  readonly sort?: string | null;
}

/** The fields of `Query` that are emulated. What somebody may not see is `null`, exactly as if it were not there. */
export function graphRoot(who: Viewer, score: QueryScore, limits: GraphLimits): Record<string, unknown> {
  const viewer: GraphViewer = { ...who, describeGroup: (group) => describeGroup(viewer, group) };
  const { model, access, identity, options } = viewer;
  const findGroup = (path: string) => {
    const group = model.group(path);
    return group && access.seesGroup(identity, group) ? group : undefined;
  };
  return {
    currentUser: () => (identity.type === 'token' ? describeUser(viewer, identity.token.user) : null),
    metadata: () =>
      identity.type === 'token'
        ? { version: options.version ?? '18.5.0', revision: 'c401a659d0c', enterprise: true }
        : null,
    queryComplexity: { limit: limits.complexity, score: score.complexity },
    group: ({ fullPath }: { readonly fullPath: string }) => {
      const group = findGroup(fullPath);
      return group ? describeGroup(viewer, group) : null;
    },
    namespace: ({ fullPath }: { readonly fullPath: string }) => {
      const namespace = model.namespace(fullPath);
      return namespace && (namespace.owner || findGroup(fullPath)) ? describeNamespace(namespace) : null;
    },
    project: ({ fullPath }: { readonly fullPath: string }) => {
      const project = model.project(fullPath);
      return project && access.seesProject(identity, project) ? describeProject(viewer, project) : null;
    },
    projects: ({ fullPaths, ids, sort, ...page }: ProjectsArguments) => {
      if (!(fullPaths || ids) || sort) throw new Error('Not emulated: projects of the whole host.');
      if (fullPaths && fullPaths.length > 50) throw new Error('You cannot provide more than 50 full_paths');
      const numbers = ids?.map((id) => Number(id.split('/').at(-1)));
      const wanted = model.projects.filter(
        (it) =>
          access.seesProject(identity, it) &&
          (!numbers || numbers.includes(it.id)) &&
          (!fullPaths || fullPaths.includes(projectPathOf(it))),
      );
      return describePage(wanted, page, newestFirst(), (it) => describeProject(viewer, it));
    },
  };
}
