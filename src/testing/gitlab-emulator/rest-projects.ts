import type { Viewer } from './gitlab-host.ts';
import { entriesOf, resolveRef } from './read-tree.ts';
import { describeBranch, listedProject } from './rest-answers.ts';
import { pageByKey, pageByNumber } from './rest-page.ts';
import { findProject, notFound, type RestAnswer, type RestRequest } from './rest-request.ts';
import { sortProjects } from './sort-projects.ts';

/** `GET /projects`, by `id_after` or `id_before` when asked for keyset pages. */
export function listProjects(viewer: Viewer, { url, query }: RestRequest): RestAnswer {
  const { model, access, identity } = viewer;
  const descending = query.get('sort') !== 'asc';
  if (query.get('order_by') !== 'id') throw new Error('Not emulated: this order.');
  const limits = { after: Number(query.get('id_after') ?? 0), before: Number(query.get('id_before') ?? Infinity) };
  const seen = model.projects
    .filter((it) => access.seesProject(identity, it) && it.id > limits.after && it.id < limits.before)
    .sort((a, b) => (descending ? b.id - a.id : a.id - b.id));
  const cursor = descending ? 'id_before' : 'id_after';
  const { items, headers } =
    query.get('pagination') === 'keyset'
      ? pageByKey(seen, url, query, { cursor, keyOf: ({ id }) => String(id) })
      : pageByNumber(viewer, seen, url, query);
  return { status: 200, headers, body: items.map((it) => listedProject(viewer, it, query)) };
}

/** `GET /users/:user_id/projects`: what belongs to a user alone. */
export function listProjectsOfUser(viewer: Viewer, { url, parts, query }: RestRequest): RestAnswer {
  const { model, access, identity } = viewer;
  const [name = ''] = parts;
  const user = /^\d+$/.test(name) ? model.users.find(({ id }) => id === Number(name)) : model.user(name);
  if (!user) return notFound('User');
  const seen = model.projects.filter((it) => it.namespace.owner === user && access.seesProject(identity, it));
  const { items, headers } = pageByNumber(viewer, sortProjects(seen, query), url, query);
  return { status: 200, headers, body: items.map((it) => listedProject(viewer, it, query)) };
}

/** `GET /projects/:id`; a path that it had before leads to its number. */
export function showProject(viewer: Viewer, { parts, query }: RestRequest): RestAnswer {
  const [id = ''] = parts;
  const project = findProject(viewer, id);
  if (project) return { status: 200, headers: {}, body: listedProject(viewer, project, query) };
  const moved = findProject(viewer, String(viewer.model.former.idAt(id) ?? '-'));
  if (!moved) return notFound('Project');
  const location = `${viewer.api}/projects/${moved.id}`;
  return {
    status: 301,
    headers: { location, 'content-type': 'text/plain' },
    body: `This resource has been moved permanently to ${location}`,
  };
}

/** `GET /projects/:id/repository/branches/:branch`. */
export function showBranch(viewer: Viewer, { parts }: RestRequest): RestAnswer {
  const [id = '', branch = ''] = parts;
  const project = findProject(viewer, id);
  if (!project) return notFound('Project');
  if (!viewer.access.readsCode(viewer.identity, project)) return forbidden;
  const sha = project.branches.get(branch);
  if (sha === undefined) return notFound('Branch');
  return { status: 200, headers: {}, body: describeBranch(viewer, project, branch, sha) };
}

/** `GET /projects/:id/repository/tree`, by `page_token` when asked for keyset pages. */
export function listTree(viewer: Viewer, { url, parts, query }: RestRequest): RestAnswer {
  const project = findProject(viewer, parts[0] ?? '');
  if (!project) return notFound('Project');
  if (!viewer.access.readsCode(viewer.identity, project)) return forbidden;
  const commit = resolveRef(project, query.get('ref') ?? undefined);
  if (commit === undefined) return notFound('Tree');
  const path = query.get('path') ?? '';
  const entries = entriesOf(project, commit, path, query.get('recursive') === 'true');
  // https://docs.gitlab.com/api/repositories/#list-repository-tree: a path that is not there is no empty folder.
  if (entries.length === 0 && path !== '') return notFound('invalid revision or path');
  const { items, headers } =
    query.get('pagination') === 'keyset'
      ? pageByKey(entries, url, query, { cursor: 'page_token', keyOf: ({ sha }) => sha })
      : pageByNumber(viewer, entries, url, query);
  return { status: 200, headers, body: items.map(({ sha, ...entry }) => ({ id: sha, ...entry })) };
}

const forbidden: RestAnswer = { status: 403, headers: {}, body: { message: '403 Forbidden' } };
