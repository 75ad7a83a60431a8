import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Identity } from './gitlab-access.ts';
import type { GitlabHost, SeenRequest } from './gitlab-host.ts';
import { type Project, projectPathOf } from './gitlab-model.ts';

const written = new WeakMap<object, string>();

/**
 * Lets Git serve a project as it is now, under the path that it has now. Gives back `true` when the request was answered here:
 * refused, redirected or unknown.
 */
export function prepareGit(
  host: GitlabHost,
  root: string,
  { secret, line }: SeenRequest,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const refusal = host.throttle.count('git', secret ?? 'anonymous', line);
  if (refusal) return end(response, 429, { ...refusal, 'content-type': 'text/plain' }, 'Retry later\n');
  const [, path = '', rest = ''] =
    request.url?.match(/^\/(.+?)(?:\.git)?(\/(?:info\/refs|git-upload-pack)(?:\?.*)?)$/) ?? [];
  const identity = host.access.identify(secret);
  const former = host.model.former.idAt(path);
  const project = host.model.project(path) ?? host.model.projects.find(({ id }) => id === former);
  if (identity.type === 'refused') return end(response, 401, challenge, 'HTTP Basic: Access denied.\n');
  if (!project || !host.access.seesProject(identity, project)) {
    // Whoever is not signed in does not learn whether it is there.
    if (identity.type === 'anonymous') return end(response, 401, challenge, 'HTTP Basic: Access denied.\n');
    const text = 'The project you were looking for could not be found or you do not have permission to view it.\n';
    return end(response, 404, {}, text);
  }
  if (!mayRead(host, identity, project)) {
    return end(response, 403, {}, 'You are not allowed to download code from this project.\n');
  }
  if (projectPathOf(project).toLowerCase() !== path.toLowerCase()) {
    return end(response, 301, { location: `${host.web}/${projectPathOf(project)}.git${rest}` }, '');
  }
  const folder = `${project.id}.git`;
  const version = `${root} ${project.version}`;
  if (written.get(project) !== version) {
    project.objects.write(join(root, folder), project.branches, project.defaultBranch);
    written.set(project, version);
  }
  request.url = `/${folder}${rest}`;
  return false;
}

const challenge = { 'www-authenticate': 'Basic realm="GitLab"' };

function mayRead({ access }: GitlabHost, identity: Identity, project: Project): boolean {
  const scoped =
    identity.type !== 'token' || identity.token.scopes.some((it) => it === 'api' || it === 'read_repository');
  return access.readsCode(identity, project) && scoped;
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, text: string): true {
  response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(text);
  return true;
}
