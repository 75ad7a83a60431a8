import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { passwordOf } from '../git-http-server.ts';
import type { Host } from './host.ts';
import { serveFromMemory } from './serve-from-memory.ts';

const written = new WeakMap<object, string>();

/**
 * Lets Git serve a repository as it is now, under the name that it has now. Gives back `true` when the request was answered
 * here: refused, redirected or unknown.
 */
export function prepareGit(host: Host, root: string, request: IncomingMessage, response: ServerResponse): boolean {
  const [, owner = '', name = '', rest = ''] = request.url?.match(/^\/([^/]+)\/([^/?]+?)(?:\.git)?(\/.*)$/) ?? [];
  const identity = host.access.identify(passwordOf(request));
  const repository = host.model.find(owner, name);
  if (identity.type === 'refused') return end(response, 401, { 'www-authenticate': 'Basic realm="GitHub"' });
  const former = host.model.formerNames.get(`${owner}/${name}`.toLowerCase());
  const moved = repository ? undefined : host.model.repositories.find(({ id }) => id === former);
  if (moved && host.access.sees(identity, moved)) {
    return end(response, 301, { location: `${host.web}/${moved.owner.login}/${moved.name}.git${rest}` });
  }
  if (!repository || !host.access.sees(identity, repository)) {
    if (identity.type !== 'anonymous') return end(response, 404, {});
    return end(response, 401, { 'www-authenticate': 'Basic realm="GitHub"' });
  }
  if (repository.disabled) return end(response, 451, {});
  if (identity.type !== 'anonymous' && repository.owner.ipAllowList) return end(response, 403, {});
  if (host.options.gitFromMemory && rest === '/git-upload-pack') {
    serveFromMemory(repository, request, response).catch(() => response.destroy());
    return true;
  }
  const folder = `${repository.id}.git`;
  const version = `${root} ${repository.version}`;
  if (written.get(repository) !== version) {
    repository.objects.write(join(root, folder), repository.branches, repository.defaultBranch);
    written.set(repository, version);
  }
  request.url = `/${folder}${rest}`;
  return false;
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>): true {
  response.writeHead(status, headers).end();
  return true;
}
