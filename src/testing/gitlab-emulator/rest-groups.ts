import { groupsBelow, projectsBelow } from './change-projects.ts';
import type { Viewer } from './gitlab-host.ts';
import { type Group, lineOf, type Project } from './gitlab-model.ts';
import { type MemberRelation, membersOf } from './members-of.ts';
import { describeRestGroup, describeRestMember, listedProject } from './rest-answers.ts';
import { furthestOffset, pageByNumber } from './rest-page.ts';
import { findGroup, notFound, type RestAnswer, type RestRequest } from './rest-request.ts';
import { sortProjects } from './sort-projects.ts';

/** `GET /groups/:id`. */
export function showGroup(viewer: Viewer, { parts }: RestRequest): RestAnswer {
  const group = findGroup(viewer, parts[0] ?? '');
  if (!group) return notFound('Group');
  return { status: 200, headers: {}, body: describeRestGroup(viewer, group) };
}

/** `GET /groups/:id/projects`. It goes by page numbers only, whatever `pagination` says. */
export function listProjectsOfGroup(viewer: Viewer, request: RestRequest): RestAnswer {
  const group = findGroup(viewer, request.parts[0] ?? '');
  if (!group) return notFound('Group');
  const { query } = request;
  const size = Number(query.get('per_page') ?? 20);
  if ((Number(query.get('page') ?? 1) - 1) * size > furthestOffset) {
    const error = `Offset pagination has a maximum allowed offset of ${furthestOffset} for requests that return objects of type Project. Remaining records can be retrieved using keyset pagination.`;
    return { status: 405, headers: {}, body: { error } };
  }
  return answerPage(viewer, request, sortProjects(projectsOf(viewer, group, query), query), (it) =>
    listedProject(viewer, it, query),
  );
}

/** `GET /groups/:id/subgroups`: one level. */
export function listSubgroups(viewer: Viewer, request: RestRequest): RestAnswer {
  return listGroups(viewer, request, (group) => viewer.model.groups.filter(({ parent }) => parent === group));
}

/** `GET /groups/:id/descendant_groups`: all levels. */
export function listDescendants(viewer: Viewer, request: RestRequest): RestAnswer {
  return listGroups(viewer, request, (group) => groupsBelow(viewer.model, group));
}

/** `GET /groups/:id/members`, and `/all`. */
export function listMembers(viewer: Viewer, request: RestRequest, relations: readonly MemberRelation[]): RestAnswer {
  const group = findGroup(viewer, request.parts[0] ?? '');
  if (!group) return notFound('Group');
  const found = membersOf(viewer, group, relations).map(({ member }) => member);
  const sorted = found.sort((a, b) => a.user.id - b.user.id);
  return answerPage(viewer, request, sorted, (member) => describeRestMember(viewer, member));
}

function listGroups(viewer: Viewer, request: RestRequest, groupsOf: (group: Group) => readonly Group[]): RestAnswer {
  const group = findGroup(viewer, request.parts[0] ?? '');
  if (!group) return notFound('Group');
  const seen = groupsOf(group).filter((it) => viewer.access.seesGroup(viewer.identity, it));
  const sorted = [...seen].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id));
  return answerPage(viewer, request, sorted, (it) => describeRestGroup(viewer, it));
}

function answerPage<Item>(
  viewer: Viewer,
  { url, query }: RestRequest,
  all: readonly Item[],
  describe: (item: Item) => unknown,
): RestAnswer {
  const { items, headers } = pageByNumber(viewer, all, url, query);
  return { status: 200, headers, body: items.map(describe) };
}

// Unlike GraphQL: what others share with the group is in the list unless `with_shared=false`.
function projectsOf({ model, access, identity }: Viewer, group: Group, query: URLSearchParams): readonly Project[] {
  const own =
    query.get('include_subgroups') === 'true'
      ? projectsBelow(model, group)
      : model.projects.filter(({ namespace }) => namespace === group);
  const shared = query.get('with_shared') === 'false' ? [] : model.projects.filter(({ invited }) => invited.has(group));
  const archived = query.get('archived');
  const visibility = query.get('visibility');
  return [...new Set([...own, ...shared])].filter(
    (project) =>
      access.seesProject(identity, project) &&
      (archived === null || String(project.archived) === archived) &&
      (visibility === null || project.visibility === visibility) &&
      (query.get('active') !== 'true' || !(project.archived || markedIn(project))),
  );
}

function markedIn({ markedForDeletionOn, namespace }: Project): boolean {
  return markedForDeletionOn !== null || lineOf(namespace).some((group) => group.markedForDeletionOn !== null);
}
