import type { IncomingMessage, ServerResponse } from 'node:http';
import { type GitHttpServer, startGitHttpServer } from './git-http-server.ts';

/** What the server tells of one repository; the Git content is `<root>/<owner>/<name>.git`. */
export interface ServedRepository {
  readonly name: string;
  readonly description?: string;
  readonly archived?: boolean;
  readonly fork?: boolean;
  /** Changes or spoils the answer for this repository. */
  readonly override?: Readonly<Record<string, unknown>> | null;
}

/** What the server holds and how it misbehaves. */
export interface GithubServerOptions {
  readonly root: string;
  readonly owner: string;
  /** A user has no `/orgs/…`. By default the owner is an organisation. */
  readonly user?: boolean;
  readonly token?: string;
  readonly repositories: readonly ServedRepository[];
  /** Answers a request of the listing with this status instead, when it gives one back. Pages count from 1. */
  readonly fail?: (page: number) => number | undefined;
}

/** A local server that speaks as much of GitHub's REST API as a crawl uses, and serves its repositories by Git. */
export interface GithubServer extends GitHttpServer {
  /** What to configure as `apiUrl`. */
  readonly apiUrl: string;
}

/** Starts the server. Its API wants the token as a bearer, its Git side as a Basic password, as GitHub does. */
export async function startGithubServer(options: GithubServerOptions): Promise<GithubServer> {
  const server: GitHttpServer = await startGitHttpServer({
    root: options.root,
    ...(options.token && { token: options.token }),
    before: (request, response) => answer(options, server.url, request, response),
  });
  return { ...server, apiUrl: `${server.url}/api/v3` };
}

function answer(
  options: GithubServerOptions,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const url = new URL(request.url ?? '/', base);
  if (!url.pathname.startsWith('/api/v3/')) return false;
  const { token } = options;
  const sent = request.headers.authorization?.match(/^(?:bearer|token) (.+)$/i)?.[1];
  const list = `/api/v3/${options.user ? 'users' : 'orgs'}/${options.owner}/repos`;
  if (token !== undefined && sent !== token) sendJson(response, 401, { message: 'Bad credentials' });
  else if (url.pathname !== list || request.method !== 'GET') sendJson(response, 404, { message: 'Not Found' });
  else sendPage(options, base, url, response);
  return true;
}

function sendPage(options: GithubServerOptions, base: string, url: URL, response: ServerResponse): void {
  const page = Number(url.searchParams.get('page') ?? '1');
  const size = Math.min(Number(url.searchParams.get('per_page') ?? '30'), 100);
  const failure = options.fail?.(page);
  if (failure !== undefined) {
    sendJson(response, failure, { message: 'Server Error' });
    return;
  }
  const sorted = [...options.repositories].sort((a, b) => (a.name < b.name ? -1 : 1));
  const last = Math.max(1, Math.ceil(sorted.length / size));
  const links = [...(page < last ? [[page + 1, 'next']] : []), [last, 'last']].map(([number, rel]) => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return `<${target}>; rel="${rel}"`;
  });
  response.setHeader('link', links.join(', '));
  const answers = sorted.map((repository) => describe(options, base, repository));
  sendJson(response, 200, answers.slice((page - 1) * size, page * size));
}

function describe({ owner, repositories }: GithubServerOptions, base: string, repository: ServedRepository): unknown {
  if (repository.override === null) return null;
  return {
    id: 1000 + repositories.indexOf(repository),
    name: repository.name,
    full_name: `${owner}/${repository.name}`,
    html_url: `${base}/${owner}/${repository.name}`,
    clone_url: `${base}/${owner}/${repository.name}.git`,
    description: repository.description ?? null,
    archived: repository.archived ?? false,
    fork: repository.fork ?? false,
    default_branch: 'main',
    ...repository.override,
  };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
