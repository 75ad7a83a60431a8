import { describeNamespace, fullNameOf } from './describe-namespace.ts';
import { describeRepository } from './describe-repository.ts';
import type { GraphViewer } from './gitlab-host.ts';
import { type Project, projectPathOf } from './gitlab-model.ts';

/** A project as `Project`. */
export function describeProject(viewer: GraphViewer, project: Project): Record<string, unknown> {
  const { model, access, identity, web } = viewer;
  const fullPath = projectPathOf(project);
  return {
    id: `gid://gitlab/Project/${project.id}`,
    name: project.name,
    nameWithNamespace: `${fullNameOf(project.namespace)} / ${project.name}`,
    path: project.path,
    fullPath,
    description: project.description,
    webUrl: `${web}/${fullPath}`,
    httpUrlToRepo: `${web}/${fullPath}.git`,
    sshUrlToRepo: `git@127.0.0.1:${fullPath}.git`,
    visibility: project.visibility,
    archived: project.archived,
    isForked: project.forkedFrom !== undefined,
    forksCount: model.projects.filter(({ forkedFrom }) => forkedFrom === project.id).length,
    starCount: 0,
    lfsEnabled: true,
    topics: project.topics,
    tagList: project.topics.join(', '),
    avatarUrl: null,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: project.lastActivityAt,
    lastActivityAt: project.lastActivityAt,
    markedForDeletionOn: project.markedForDeletionOn,
    permanentDeletionDate: project.markedForDeletionOn,
    statistics: null,
    namespace: () => describeNamespace(project.namespace),
    group: () => (access.seesGroup(identity, project.namespace) ? viewer.describeGroup(project.namespace) : null),
    // Nobody who may not read the code learns that there is any.
    repository: () => (access.readsCode(identity, project) ? describeRepository(viewer, project) : null),
  };
}
