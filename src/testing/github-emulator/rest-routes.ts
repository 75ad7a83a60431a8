import type { Identity } from './access.ts';
import type { Account, HostedRepository } from './github-model.ts';
import type { Host } from './host.ts';
import { refusal } from './refusal.ts';
import { describeInstallation, describeRepository, describeToken } from './rest-answers.ts';

/** An answer of REST; `route` is how GitHub's description calls what was asked, if it has it. */
export interface RestAnswer {
  readonly route?: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Handler = (host: Host, identity: Identity, parts: readonly string[], query: URLSearchParams) => RestAnswer;

const routes: readonly (readonly [route: string, pattern: RegExp, handler: Handler])[] = [
  ['GET /orgs/{org}/repos', /^GET \/orgs\/([^/]+)\/repos$/, (...given) => listOf('Organization', ...given)],
  ['GET /users/{username}/repos', /^GET \/users\/([^/]+)\/repos$/, (...given) => listOf('User', ...given)],
  ['GET /orgs/{org}/installation', /^GET \/orgs\/([^/]+)\/installation$/, showInstallation],
  ['GET /users/{username}/installation', /^GET \/users\/([^/]+)\/installation$/, showInstallation],
  [
    'POST /app/installations/{installation_id}/access_tokens',
    /^POST \/app\/installations\/(\d+)\/access_tokens$/,
    handOutToken,
  ],
];

/** Answers `METHOD /path?query`. */
export function answerRest(host: Host, identity: Identity, line: string): RestAnswer {
  const [target = '', search = ''] = line.split('?');
  for (const [route, pattern, handler] of routes) {
    const parts = target.match(pattern);
    if (parts)
      return { route, ...handler(host, identity, parts.slice(1).map(decodeURIComponent), new URLSearchParams(search)) };
  }
  return failure(404, 'Not Found');
}

function listOf(
  type: Account['type'],
  host: Host,
  identity: Identity,
  parts: readonly string[],
  query: URLSearchParams,
) {
  const account = host.model.account(parts[0] ?? '');
  if (account?.type !== type) return failure(404, 'Not Found');
  const refused = refuse(host, identity, account);
  if (refused) return refused;
  const seen = host.model.repositories.filter((it) => it.owner === account && host.access.sees(identity, it));
  const byName = (a: HostedRepository, b: HostedRepository) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
  const sorted = seen.sort(query.get('sort') === 'created' ? (a, b) => a.id - b.id : byName);
  const [page, size] = [Number(query.get('page') ?? 1), Math.min(100, Number(query.get('per_page') ?? 30))];
  const last = Math.max(1, Math.ceil(sorted.length / size));
  const linkTo = (number: number, rel: string) => `<${host.api}/orgs/x/repos?page=${number}>; rel="${rel}"`;
  const links = [...(page < last ? [linkTo(page + 1, 'next')] : []), linkTo(last, 'last')];
  const body = sorted.slice((page - 1) * size, page * size).map((it) => describeRepository(it, host.web, host.api));
  return { status: 200, headers: { link: links.join(', ') }, body };
}

function showInstallation(host: Host, identity: Identity, [login = '']: readonly string[]): RestAnswer {
  if (identity.type !== 'app') return failure(401, 'A JSON web token could not be decoded');
  const found = host.access.installations.find(
    (it) => it.app === identity.app && it.account.login.toLowerCase() === login.toLowerCase(),
  );
  if (!found) return failure(404, 'Not Found');
  return { status: 200, headers: {}, body: describeInstallation(found, host.web, host.api) };
}

function handOutToken(host: Host, identity: Identity, [id]: readonly string[]): RestAnswer {
  if (identity.type !== 'app') return failure(401, 'A JSON web token could not be decoded');
  const found = host.access.installations.find((it) => it.app === identity.app && it.id === Number(id));
  if (!found) return failure(404, 'Not Found');
  if (found.suspended) return failure(403, 'This installation has been suspended');
  return { status: 201, headers: {}, body: describeToken(host.access.handOut(found)) };
}

function refuse(host: Host, identity: Identity, account: Account): RestAnswer | undefined {
  const refused = refusal(host, identity, account);
  if (!refused) return undefined;
  const sso = `required; url=${host.web}/orgs/${account.login}/sso?authorization_request=A1`;
  return { ...failure(403, refused.message), headers: refused.samlFailure ? { 'x-github-sso': sso } : {} };
}

function failure(status: number, message: string): RestAnswer {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
  return { status, headers: {}, body };
}
