import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../crawl/clock.ts';
import { type Exchange, startGitHttpServer } from '../git-http-server.ts';
import { type Fault, send, spoilAnswer } from '../host-emulator/faults.ts';
import { RetryWindows } from '../host-emulator/retry-windows.ts';
import { Access } from './access.ts';
import { answerApi, askerOf } from './answer-api.ts';
import { secondaryLimit } from './faults.ts';
import { GithubModel } from './github-model.ts';
import type { EmulatorOptions, Host, SeenRequest } from './host.ts';
import { prepareGit } from './prepare-git.ts';
import { Quotas } from './quotas.ts';

/**
 * A GitHub on 127.0.0.1, laid out as an Enterprise server: REST under `/api/v3`, GraphQL at `/api/graphql`, repositories served
 * by the real `git http-backend`. Queries run against the schema that GitHub publishes, REST answers are checked against its
 * published description; an answer that does not fit is an error 500 and stands in `wrongAnswers`.
 */
export interface GithubEmulator {
  readonly model: GithubModel;
  readonly access: Access;
  readonly quotas: Quotas;
  readonly windows: RetryWindows;
  /** What to configure as `apiUrl`. */
  readonly apiUrl: string;
  readonly url: string;
  readonly requests: SeenRequest[];
  readonly wrongAnswers: string[];
  /** What each request took on the wire. */
  readonly exchanges: readonly Exchange[];
  /** Says what goes wrong with the n-th request of its kind, counted from 1; nothing by default. */
  script: (request: SeenRequest, count: number) => Fault | undefined;
  /** How many requests of a kind came in. */
  readonly count: (kind: SeenRequest['kind']) => number;
  readonly close: () => Promise<void>;
}

/** Starts a host that has nothing on it. */
export async function startGithubEmulator(options: EmulatorOptions = {}): Promise<GithubEmulator> {
  const clock = options.clock ?? systemClock;
  const root = await mkdtemp(join(tmpdir(), 'callboard-github-'));
  const model = new GithubModel();
  const access = new Access(clock);
  access.tokens.add(options.token ?? 'canary-token');
  const quotas = new Quotas(clock, options.limits ?? { rest: 5000, graphql: 5000 });
  const windows = new RetryWindows(clock, options.sources ?? 1);
  const server = await startGitHttpServer({
    root,
    ...(options.latency && { latency: options.latency }),
    before: (request, response) => handle(emulator, hostOf(), root, request, response),
  });
  const hostOf = (): Host => ({
    model,
    access,
    quotas,
    windows,
    clock,
    options,
    web: server.url,
    api: `${server.url}/api/v3`,
  });
  const emulator: GithubEmulator = {
    model,
    access,
    quotas,
    windows,
    apiUrl: `${server.url}/api/v3`,
    url: server.url,
    requests: [],
    wrongAnswers: [],
    exchanges: server.exchanges,
    script: () => undefined,
    count: (kind) => emulator.requests.filter((request) => request.kind === kind).length,
    close: async () => {
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
  return emulator;
}

function handle(
  emulator: GithubEmulator,
  host: Host,
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const path = request.url ?? '/';
  const kind = path.startsWith('/api/v3/') ? 'rest' : path === '/api/graphql' ? 'graphql' : 'git';
  const line = `${request.method} ${path.replace(/^\/api\/v3/, '')}`;
  const seen: SeenRequest = { kind, line, authorization: request.headers.authorization };
  emulator.requests.push(seen);
  const asker = askerOf(seen);
  const closed = asker === 'git' ? host.windows.secondsClosed(asker) : 0;
  const fault = closed > 0 ? secondaryLimit(closed, 429) : emulator.script(seen, emulator.count(kind));
  if (asker === 'git' || fault?.type === 'answer') host.windows.notice(asker, line);
  if (fault?.type === 'answer') {
    const wait = Number(fault.headers?.['retry-after'] ?? Number.NaN);
    if (wait > 0) host.windows.close(asker, host.clock.now() + wait * 1000, line);
    send(response, { headers: {}, ...fault });
    return true;
  }
  if (kind === 'git') {
    if (fault) spoilAnswer(response, fault);
    return prepareGit(host, root, request, response);
  }
  answerApi(host, seen, request)
    .then((answer) => {
      emulator.wrongAnswers.push(...answer.problems);
      const { problems, ...right } = answer;
      send(
        response,
        problems.length > 0 ? { status: 500, headers: {}, body: { message: problems.join() } } : right,
        fault,
      );
    })
    .catch((error: unknown) => {
      emulator.wrongAnswers.push(String(error));
      send(response, { status: 500, headers: {}, body: { message: String(error) } });
    });
  return true;
}
