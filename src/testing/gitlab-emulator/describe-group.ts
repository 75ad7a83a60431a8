import { groupsBelow, projectsBelow } from './change-projects.ts';
import { describePage, newestFirst, type Order, type PageArguments } from './connection-page.ts';
import { describeNamespace } from './describe-namespace.ts';
import { describeMembers, type MemberArguments } from './describe-people.ts';
import { describeProject } from './describe-project.ts';
import type { GraphViewer, Viewer } from './gitlab-host.ts';
import { fullPathOf, type Group, lineOf, type Project } from './gitlab-model.ts';

interface ProjectArguments extends PageArguments {
  readonly ids?: readonly string[] | null;
  readonly includeArchived: boolean;
  readonly includeSiblingProjects: boolean;
  readonly includeSubgroups: boolean;
  readonly notAimedForDeletion: boolean;
  readonly search?: string | null;
  readonly sort?: string | null;
}

interface GroupArguments extends PageArguments {
  readonly includeParentDescendants: boolean;
  readonly owned?: boolean | null;
  readonly search?: string | null;
}

/** A group as `Group`. */
export function describeGroup(viewer: GraphViewer, group: Group): Record<string, unknown> {
  const { model, access, identity, web } = viewer;
  const children = model.groups.filter(({ parent }) => parent === group);
  return {
    ...describeNamespace(group),
    avatarUrl: null,
    webUrl: `${web}/groups/${fullPathOf(group)}`,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    markedForDeletionOn: group.markedForDeletionOn,
    parent: () =>
      group.parent && access.seesGroup(identity, group.parent) ? viewer.describeGroup(group.parent) : null,
    projectsCount: model.projects.filter(({ namespace }) => namespace === group).length,
    groupMembersCount: group.members.length,
    descendantGroupsCount: children.length,
    projects: (given: ProjectArguments) =>
      describePage(projectsOf(viewer, group, given), given, orderOf(given.sort), (it) => describeProject(viewer, it)),
    descendantGroups: (given: GroupArguments) => {
      if (given.owned || given.search) throw new Error('Not emulated: owned groups, groups by name.');
      const below = given.includeParentDescendants ? groupsBelow(model, group) : children;
      const seen = below.filter((it) => access.seesGroup(identity, it));
      return describePage(seen, given, byName, viewer.describeGroup);
    },
    groupMembers: (given: MemberArguments) => describeMembers(viewer, group, given),
  };
}

/** The projects of a group that may be seen. Those that others share with it are not among them. */
function projectsOf({ model, access, identity }: Viewer, group: Group, given: ProjectArguments): readonly Project[] {
  if (given.includeSiblingProjects || given.search) throw new Error('Not emulated: projects beside, projects by name.');
  const all = given.includeSubgroups
    ? projectsBelow(model, group)
    : model.projects.filter(({ namespace }) => namespace === group);
  const ids = given.ids?.map((id) => Number(id.split('/').at(-1)));
  return all.filter(
    (project) =>
      access.seesProject(identity, project) &&
      (given.includeArchived || !project.archived) &&
      !(given.notAimedForDeletion && aimedForDeletion(project)) &&
      (!ids || ids.includes(project.id)),
  );
}

function aimedForDeletion({ markedForDeletionOn, namespace }: Project): boolean {
  return markedForDeletionOn !== null || lineOf(namespace).some((group) => group.markedForDeletionOn !== null);
}

function orderOf(sort: string | null | undefined): Order<Project> {
  if (!sort) return newestFirst();
  if (sort !== 'ACTIVITY_DESC') throw new Error('Not emulated: this order.');
  const activity = (key: Readonly<Record<string, string>>) => Date.parse(key['last_activity_at'] ?? '');
  return {
    keyOf: ({ id, lastActivityAt }) => ({ last_activity_at: lastActivityAt, id: String(id) }),
    compare: (a, b) => activity(b) - activity(a) || Number(b['id']) - Number(a['id']),
  };
}

const byName: Order<Group> = {
  keyOf: ({ id, name }) => ({ name, id: String(id) }),
  compare: (a, b) => {
    const [left = '', right = ''] = [a['name'], b['name']];
    return left < right ? -1 : left > right ? 1 : Number(a['id']) - Number(b['id']);
  },
};
