import type { Viewer } from './gitlab-host.ts';
import { describeToken } from './rest-answers.ts';
import { listDescendants, listMembers, listProjectsOfGroup, listSubgroups, showGroup } from './rest-groups.ts';
import { listProjects, listProjectsOfUser, listTree, showBranch, showProject } from './rest-projects.ts';
import type { RestAnswer, RestHandler } from './rest-request.ts';

const routes: readonly (readonly [route: string, handler: RestHandler])[] = [
  ['GET /groups/{id}', showGroup],
  ['GET /groups/{id}/projects', listProjectsOfGroup],
  ['GET /groups/{id}/subgroups', listSubgroups],
  ['GET /groups/{id}/descendant_groups', listDescendants],
  ['GET /groups/{id}/members', (viewer, request) => listMembers(viewer, request, ['DIRECT'])],
  [
    'GET /groups/{id}/members/all',
    (viewer, request) => listMembers(viewer, request, ['DIRECT', 'INHERITED', 'SHARED_FROM_GROUPS']),
  ],
  ['GET /users/{user_id}/projects', listProjectsOfUser],
  ['GET /projects', listProjects],
  ['GET /projects/{id}', showProject],
  ['GET /projects/{id}/repository/branches/{branch}', showBranch],
  ['GET /projects/{id}/repository/tree', listTree],
  ['GET /personal_access_tokens/self', showToken],
  ['GET /version', showMetadata],
  ['GET /metadata', showMetadata],
];

const patterns = routes.map(([route, handler]) => {
  const pattern = new RegExp(`^${route.replace(/\{\w+\}/g, '([^/]+)')}$`);
  return { route, handler, pattern };
});

/** Answers `METHOD /path?query`. */
export function answerRest(viewer: Viewer, line: string): RestAnswer {
  const [target = '', search = ''] = line.split('?');
  for (const { route, handler, pattern } of patterns) {
    const found = target.match(pattern);
    if (!found) continue;
    const url = viewer.api + target.replace(/^\w+ /, '');
    const parts = found.slice(1).map(decodeURIComponent);
    return { route, ...handler(viewer, { url, parts, query: new URLSearchParams(search) }) };
  }
  return { status: 404, headers: {}, body: { error: '404 Not Found' } };
}

function showToken({ identity }: Viewer): RestAnswer {
  if (identity.type !== 'token') return { status: 401, headers: {}, body: { message: '401 Unauthorized' } };
  return { status: 200, headers: {}, body: describeToken(identity.token) };
}

function showMetadata({ identity, options }: Viewer): RestAnswer {
  if (identity.type !== 'token') return { status: 401, headers: {}, body: { message: '401 Unauthorized' } };
  const version = options.version ?? '18.5.0';
  const kas = { enabled: false, externalUrl: null, version: null };
  return { status: 200, headers: {}, body: { version, revision: 'c401a659d0c', kas, enterprise: true } };
}
