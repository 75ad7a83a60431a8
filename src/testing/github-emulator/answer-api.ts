import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Asker } from '../host-emulator/retry-windows.ts';
import type { Identity } from './access.ts';
import type { Graph } from './graph-objects.ts';
import type { Host, SeenRequest } from './host.ts';
import { checkAnswer } from './openapi-check.ts';
import { refusal } from './refusal.ts';
import { answerRest } from './rest-routes.ts';
import { type GraphRequest, prepareQuery, runQuery } from './run-query.ts';

/** An answer of the API, and what is wrong with it by GitHub's description. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly problems: readonly string[];
}

/** Answers one request of the API: who asks, what is left of the allowance, and then the answer itself. */
export async function answerApi(host: Host, seen: SeenRequest, request: IncomingMessage): Promise<ApiAnswer> {
  const secret = secretOf(seen);
  const identity = host.access.identify(secret);
  host.windows.notice(askerOf(seen), seen.line);
  if (identity.type === 'refused') return error(401, identity.message);
  const resource = seen.kind === 'graphql' ? 'graphql' : 'rest';
  const name = secret ?? 'anonymous';
  const window = host.quotas.window(name, resource);
  if (window.used >= window.limit) return limited(host, seen, resource);
  if (resource === 'graphql') {
    const answer = await answerGraph(host, identity, name, request);
    return { ...answer, headers: { ...answer.headers, ...host.quotas.headers(name, resource) } };
  }
  const { route, ...answer } = answerRest(host, identity, seen.line);
  const etag = `"${createHash('sha1').update(JSON.stringify(answer.body)).digest('hex')}"`;
  const unchanged = request.headers['if-none-match'] === etag;
  if (!unchanged) window.used += 1;
  const headers = { ...answer.headers, etag, ...host.quotas.headers(name, resource) };
  const problems = route ? checkAnswer(route, answer.status, answer.body) : [];
  return unchanged ? { status: 304, headers, body: '', problems } : { ...answer, headers, problems };
}

/** Whom the host tells to wait when it had enough of this request. */
export function askerOf(seen: SeenRequest): Asker {
  return seen.kind === 'git' ? 'git' : `api ${secretOf(seen) ?? 'anonymous'}`;
}

function secretOf({ authorization }: SeenRequest): string | undefined {
  return authorization?.match(/^(?:bearer|token) (.+)$/i)?.[1];
}

async function answerGraph(host: Host, identity: Identity, name: string, request: IncomingMessage): Promise<ApiAnswer> {
  if (host.options.graphql === false) return error(404, 'Not Found');
  if (identity.type === 'anonymous') return error(401, 'This endpoint requires you to be authenticated.');
  const asked = JSON.parse(await text(request)) as GraphRequest;
  const prepared = prepareQuery(asked);
  if ('answer' in prepared) return { status: 200, headers: {}, body: prepared.answer, problems: [] };
  const window = host.quotas.window(name, 'graphql');
  window.used += prepared.cost.points;
  const graph: Graph = {
    web: host.web,
    account: (login) => host.model.account(login),
    repositoriesOf: (account) =>
      host.model.repositories.filter((it) => it.owner === account && host.access.sees(identity, it)),
    findRepository: (account, name, formerly) => {
      const former = host.model.formerNames.get(`${account.login}/${name}`.toLowerCase());
      const found =
        host.model.find(account.login, name) ??
        (formerly ? host.model.repositories.find(({ id }) => id === former) : undefined);
      return found && host.access.sees(identity, found) ? found : undefined;
    },
    organisation: (login) => {
      const account = host.model.account(login);
      return account?.type === 'Organization' ? account : undefined;
    },
    teamsOf: (organisation) => host.model.teams.filter((team) => team.organisation === organisation),
    membersOf: (organisation) => [...(host.model.members.get(organisation) ?? [])],
    refuse: (account) => refusal(host, identity, account),
    rateLimit: () => ({
      limit: window.limit,
      cost: prepared.cost.points,
      nodeCount: prepared.cost.nodes,
      remaining: Math.max(0, window.limit - window.used),
      used: window.used,
      resetAt: new Date(window.reset).toISOString(),
    }),
  };
  const body = await runQuery(prepared.document, asked, graph);
  return { status: 200, headers: {}, body, problems: notEmulated(body) };
}

function notEmulated(body: unknown): readonly string[] {
  return [...JSON.stringify(body).matchAll(/Not emulated: [^"]+/g)].map(([message]) => message);
}

function limited(host: Host, seen: SeenRequest, resource: 'rest' | 'graphql'): ApiAnswer {
  const name = secretOf(seen) ?? 'anonymous';
  host.windows.close(askerOf(seen), host.quotas.window(name, resource).reset, seen.line);
  const headers = host.quotas.headers(name, resource);
  const message = 'API rate limit exceeded for user ID 1.';
  if (resource === 'rest') return { ...error(403, message), headers };
  return { status: 200, headers, body: { errors: [{ type: 'RATE_LIMITED', message }] }, problems: [] };
}

function error(status: number, message: string): ApiAnswer {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
  return { status, headers: {}, body, problems: [] };
}
