import type { Octokit } from 'octokit';
import type { GithubSourceConfig } from '../../../config/config.ts';
import type { StageContext } from '../../../diagnostics/stage.ts';
import type { Clock } from '../../clock.ts';
import type { CrawlRun } from '../../crawl-run.ts';
import { scrub } from '../../git/scrub.ts';
import { type Asked, askPatiently, type Patience } from '../hosts/ask-patiently.ts';
import { guardedFetch } from '../hosts/guarded-fetch.ts';
import type { HostAnswer } from '../hosts/host-answer.ts';
import type { TokenHolder } from '../hosts/open-listed.ts';
import { createAppTokens } from './app-tokens.ts';
import { githubManners } from './github-manners.ts';

/** The APIs of one GitHub host, asked as one source. */
export interface GithubConnection {
  /** Whether there is anything to sign in with. GraphQL answers nobody else. */
  readonly authenticated: boolean;
  readonly rest: (route: string, parameters: Readonly<Record<string, unknown>>) => Promise<Asked>;
  /** One query. What was too much is given back at once: ask for less. */
  readonly graphql: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Asked>;
  /** A token for the API and for Git that lives ten minutes at least; `undefined` when the source has none. */
  readonly token: TokenHolder;
}

/** One answer may take this long. GitHub itself gives up after ten seconds. */
const longestAnswer = 30_000;

/**
 * Connects to the host of a source; asks nothing yet.
 *
 * Octokit with waits of our own rather than its plugins: the throttling plugin lets one GraphQL query a second
 * pass (a hundred pages would take two minutes), does not recognise an Enterprise host's `/api/graphql`, and waits for `retry-after`
 * only where the message names a secondary limit.
 */
export async function connectToGithub(
  config: GithubSourceConfig,
  context: StageContext,
  run: CrawlRun,
): Promise<GithubConnection> {
  // Loaded here because most portals have sources of other types too or alone.
  const { Octokit } = await import('octokit');
  const { request } = new Octokit({ throttle: { enabled: false }, retry: { enabled: false } });
  const secrets = [config.token, config.app?.privateKey].filter((secret) => secret !== undefined);
  const patience: Patience = {
    ...run,
    manners: githubManners,
    asker: `${config.apiUrl} ${config.app ? `app ${config.app.id} ${config.organisation}` : (config.token ?? '')}`,
    signal: context.signal,
    log: (message) => context.log(scrub(message, secrets)),
  };
  // An app that signs in is the same wherever it is installed; its tokens are each for themselves.
  const asApp: Patience = { ...patience, asker: `${config.apiUrl} app ${config.app?.id ?? ''}` };
  const send: Send = (authorization, route, parameters) =>
    callHost(request, config.apiUrl, authorization, route, parameters, context.signal, run.clock);
  const askAs = (authorization: string | undefined, route: string, parameters: Readonly<Record<string, unknown>>) =>
    askPatiently(() => send(authorization, route, parameters), 'core', asApp, false);
  const token = config.app
    ? createAppTokens(config.app, config.organisation, run.clock, askAs)
    : async () => ({ value: config.token });
  const ask = async (
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    allowance: 'core' | 'graphql',
  ): Promise<Asked> => {
    const held = await token();
    if ('failure' in held) return held;
    const authorization = held.value === undefined ? undefined : `token ${held.value}`;
    return askPatiently(() => send(authorization, route, parameters), allowance, patience, allowance === 'graphql');
  };
  return {
    authenticated: config.app !== undefined || config.token !== undefined,
    token,
    rest: (route, parameters) => ask(route, parameters, 'core'),
    graphql: async (query, variables) => {
      const asked = await ask(`POST ${graphqlUrl(config.apiUrl)}`, { query, variables }, 'graphql');
      return 'failure' in asked && asked.answered?.status === 404 ? withoutGraphql : asked;
    },
  };
}

const withoutGraphql: Asked = {
  failure: {
    kind: 'unsupported',
    reason: 'the host has no GraphQL API',
    hint: 'Check `apiUrl` of the source, or bring the Enterprise server up to date.',
  },
};

type Send = (
  authorization: string | undefined,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<HostAnswer>;

/** What Octokit rejects with. */
interface RefusedRequest extends Error {
  readonly response?: { readonly status: number; readonly headers: HostAnswer['headers']; readonly data: unknown };
}

// An Enterprise server has `/api/v3` for REST and `/api/graphql` beside it.
function graphqlUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/+$/, '').replace(/\/v3$/, '')}/graphql`;
}

async function callHost(
  request: Octokit['request'],
  apiUrl: string,
  authorization: string | undefined,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
  clock: Clock,
): Promise<HostAnswer> {
  const deadline = clock.deadline(longestAnswer);
  const secrets = authorization === undefined ? [] : [authorization.slice(authorization.indexOf(' ') + 1)];
  try {
    const { status, headers, data } = await request(route, {
      ...parameters,
      baseUrl: apiUrl.replace(/\/+$/, ''),
      headers: { 'user-agent': 'callboard', ...(authorization && { authorization }) },
      request: {
        signal: AbortSignal.any([signal, deadline]),
        fetch: (url: string, init: RequestInit) => guardedFetch(url, init, secrets),
      },
    });
    return { status, headers, body: data };
  } catch (error) {
    const { response, message } = error as RefusedRequest;
    if (response) return { status: response.status, headers: response.headers, body: response.data };
    return { status: 0, headers: {}, body: undefined, problem: message, late: deadline.aborted };
  }
}
