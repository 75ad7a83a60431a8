import type { GitlabSourceConfig } from '../../../config/config.ts';
import type { StageContext } from '../../../diagnostics/stage.ts';
import type { CrawlRun } from '../../crawl-run.ts';
import { scrub } from '../../git/scrub.ts';
import { type Asked, askPatiently, type Patience } from '../hosts/ask-patiently.ts';
import { guardedFetch, OversizedAnswer } from '../hosts/guarded-fetch.ts';
import type { HostAnswer } from '../hosts/host-answer.ts';
import type { TokenHolder } from '../hosts/open-listed.ts';
import { gitlabManners } from './gitlab-manners.ts';

/** The APIs of one GitLab host, asked as one source. Without a token, as anybody. */
export interface GitlabConnection {
  /** `path` below `/api/v4/`, its parts encoded. */
  readonly rest: (path: string, parameters: Readonly<Record<string, string | number | boolean>>) => Promise<Asked>;
  /** One query. What was too much is given back at once: ask for less. */
  readonly graphql: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Asked>;
  readonly token: TokenHolder;
}

/** One answer may take this long. GitLab itself gives up after half a minute. */
const longestAnswer = 45_000;

/** Connects to the host of a source; asks nothing yet. */
export function connectToGitlab(config: GitlabSourceConfig, context: StageContext, run: CrawlRun): GitlabConnection {
  const secrets = config.token ? [config.token] : [];
  const patience: Patience = {
    ...run,
    manners: gitlabManners,
    asker: `${config.url} ${config.token ?? ''}`,
    signal: context.signal,
    log: (message) => context.log(scrub(message, secrets)),
  };
  const send = (path: string, init: RequestInit) => {
    const deadline = run.clock.deadline(longestAnswer);
    const headers = {
      ...init.headers,
      accept: 'application/json',
      'user-agent': 'callboard',
      ...(config.token && { authorization: `Bearer ${config.token}` }),
    };
    const signal = AbortSignal.any([context.signal, deadline]);
    return callHost(`${config.url}/api/${path}`, { ...init, headers, signal }, deadline, secrets);
  };
  // Both APIs count against one limit.
  const allowance = 'api';
  return {
    token: async () => ({ value: config.token }),
    rest: (path, parameters) => {
      const query = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
      return askPatiently(() => send(`v4/${path}?${query}`, {}), allowance, patience, false);
    },
    graphql: async (query, variables) => {
      const body = JSON.stringify({ query, variables });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      const asked = await askPatiently(() => send('graphql', init), allowance, patience, true);
      return 'failure' in asked && asked.answered?.status === 404 ? withoutGraphql : asked;
    },
  };
}

const withoutGraphql: Asked = {
  failure: {
    kind: 'unsupported',
    reason: 'the host has no GraphQL API',
    hint: 'Check `url` of the source: it is where people browse GitLab.',
  },
};

async function callHost(
  url: string,
  init: RequestInit,
  deadline: AbortSignal,
  secrets: readonly string[],
): Promise<HostAnswer> {
  try {
    const response = await guardedFetch(url, init, secrets);
    const { status, headers } = response;
    return { status, headers: Object.fromEntries(headers), body: parseJson(await response.text()) };
  } catch (error) {
    if (error instanceof OversizedAnswer) return { status: 0, headers: {}, body: undefined, oversized: true };
    return { status: 0, headers: {}, body: undefined, problem: (error as Error).message, late: deadline.aborted };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
