import type { GitlabSourceConfig } from '../../../config/config.ts';
import type { StageContext } from '../../../diagnostics/stage.ts';
import type { CrawlRun } from '../../crawl-run.ts';
import { scrub } from '../../git/scrub.ts';
import { type Asked, askPatiently, type Patience } from '../hosts/ask-patiently.ts';
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

/** Bytes of one answer. A page of descriptors has a fraction of that. */
const largestAnswer = 64 * 1024 * 1024;

/** Connects to the host of a source; asks nothing yet. */
export function connectToGitlab(config: GitlabSourceConfig, context: StageContext, run: CrawlRun): GitlabConnection {
  const patience: Patience = {
    ...run,
    manners: gitlabManners,
    asker: `${config.url} ${config.token ?? ''}`,
    signal: context.signal,
    log: (message) => context.log(scrub(message, config.token ? [config.token] : [])),
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
    return callHost(`${config.url}/api/${path}`, { ...init, headers, signal }, deadline);
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

async function callHost(url: string, init: RequestInit, deadline: AbortSignal): Promise<HostAnswer> {
  try {
    // A redirect could lead the token to another host.
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const text = await readText(response);
    if (text === undefined) return { status: 0, headers: {}, body: undefined, oversized: true };
    return { status: response.status, headers: Object.fromEntries(response.headers), body: parseJson(text) };
  } catch (error) {
    const { message, cause } = error as Error;
    const problem = cause instanceof Error ? cause.message : message;
    return { status: 0, headers: {}, body: undefined, problem, late: deadline.aborted };
  }
}

async function readText(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > largestAnswer) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
