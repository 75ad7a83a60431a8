import { checkAnswer } from './check-answer.ts';
import { emulatedSchema } from './emulated-schema.ts';
import type { Identity } from './gitlab-access.ts';
import type { GitlabHost, SeenRequest, Viewer } from './gitlab-host.ts';
import { graphRoot } from './graph-root.ts';
import { answerRest } from './rest-routes.ts';
import { type GraphRequest, graphLimits, prepareQuery, runQuery } from './run-graph-query.ts';

/** An answer of the API, and what is wrong with it by GitLab's description. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly problems: readonly string[];
}

/** Longer queries are not read at all (app/controllers/graphql_controller.rb). */
const longestQuery = 10_000;

/** Answers one request of the API: what is left of the limit, who asks, and then the answer itself. */
export async function answerApi(host: GitlabHost, seen: SeenRequest): Promise<ApiAnswer> {
  const name = seen.secret ?? 'anonymous';
  host.throttle.notice('api', name, `${seen.kind} ${seen.line}`);
  const refusal = host.throttle.count('api', name, seen.line);
  if (refusal) return plain(429, { ...refusal, 'content-type': 'text/plain' }, 'Retry later\n');
  const identity = host.access.identify(seen.secret);
  const answer = await (seen.kind === 'graphql' ? answerGraph(host, identity, seen) : answerList(host, identity, seen));
  const limits = host.options.tellsLimits === false ? {} : host.throttle.headers('api', name);
  return { ...answer, headers: { ...limits, ...answer.headers } };
}

function answerList(host: GitlabHost, identity: Identity, { line }: SeenRequest): ApiAnswer {
  if (identity.type === 'refused') return plain(401, {}, tokenProblem(identity.reason));
  if (identity.type === 'token' && !mayUseApi(identity.token.scopes)) {
    const own = line.startsWith('GET /personal_access_tokens/self');
    const body = {
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges than provided by the access token.',
      scope: 'api read_api',
    };
    if (!own) return plain(403, {}, body);
  }
  const viewer: Viewer = { ...host, identity };
  const { route, ...answer } = answerRest(viewer, line);
  return { ...answer, problems: route && answer.status === 200 ? checkAnswer(route, answer.body) : [] };
}

// lib/api/api_guard.rb
function tokenProblem(reason: string): unknown {
  const texts: Readonly<Record<string, string>> = {
    expired: 'Token is expired. You can either do re-authorization or token refresh.',
    revoked: 'Token was revoked. You have to re-authorize from the user.',
  };
  const text = texts[reason];
  return text ? { error: 'invalid_token', error_description: text } : { message: '401 Unauthorized' };
}

async function answerGraph(host: GitlabHost, identity: Identity, { body = '' }: SeenRequest): Promise<ApiAnswer> {
  if (host.options.graphql === false) return plain(404, {}, { error: '404 Not Found' });
  if (identity.type === 'refused' || (identity.type === 'token' && !mayUseApi(identity.token.scopes))) {
    return plain(401, {}, { errors: [{ message: 'Invalid token' }] });
  }
  const asked = JSON.parse(body) as GraphRequest;
  if (asked.query.length > longestQuery) return plain(422, {}, { errors: [{ message: 'Query too large' }] });
  const who = identity.type === 'anonymous' ? 'anonymous' : identity.token.user.admin ? 'admin' : 'user';
  const limits = graphLimits(who);
  const schema = emulatedSchema(host.options.lacks);
  const prepared = prepareQuery(schema, asked, limits);
  if ('answer' in prepared) return plain(200, {}, prepared.answer);
  const root = graphRoot({ ...host, identity }, prepared.score, limits);
  const answer = await runQuery(schema, prepared.document, asked, root);
  return { status: 200, headers: {}, body: answer, problems: notEmulated(answer) };
}

function mayUseApi(scopes: readonly string[]): boolean {
  return scopes.includes('api') || scopes.includes('read_api');
}

function notEmulated(body: unknown): readonly string[] {
  return [...JSON.stringify(body).matchAll(/Not emulated: [^"]+/g)].map(([message]) => message);
}

function plain(status: number, headers: Readonly<Record<string, string>>, body: unknown): ApiAnswer {
  return { status, headers, body, problems: [] };
}
