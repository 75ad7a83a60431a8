import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { systemClock } from '../../crawl/clock.ts';
import { passwordOf, startGitHttpServer } from '../git-http-server.ts';
import { type Fault, send, spoilAnswer } from '../host-emulator/faults.ts';
import { answerApi } from './answer-api.ts';
import { retryLater } from './faults.ts';
import { GitlabAccess } from './gitlab-access.ts';
import type { GitlabHost, GitlabOptions, SeenRequest } from './gitlab-host.ts';
import { GitlabModel } from './gitlab-model.ts';
import { prepareGit } from './prepare-git.ts';
import { Throttle } from './throttle.ts';

/**
 * A GitLab on 127.0.0.1: REST under `/api/v4`, GraphQL at `/api/graphql`, repositories served by the real `git http-backend`.
 * Queries run against GitLab's published schema, as far as it was taken over, REST answers are checked against its published
 * description; an answer that does not fit is an error 500 and stands in `wrongAnswers`.
 */
export interface GitlabEmulator {
  readonly model: GitlabModel;
  readonly access: GitlabAccess;
  readonly throttle: Throttle;
  /** `http://127.0.0.1:…`: what to configure as `url`. */
  readonly url: string;
  readonly apiUrl: string;
  readonly requests: SeenRequest[];
  readonly wrongAnswers: string[];
  /** Says what goes wrong with the n-th request of its kind, counted from 1; nothing by default. */
  script: (request: SeenRequest, count: number) => Fault | undefined;
  /** How many requests of a kind came in. */
  readonly count: (kind: SeenRequest['kind']) => number;
  readonly close: () => Promise<void>;
}

/** Starts a host that has nothing on it but a token that sees everything. */
export async function startGitlabEmulator(options: GitlabOptions = {}): Promise<GitlabEmulator> {
  const clock = options.clock ?? systemClock;
  const root = await mkdtemp(join(tmpdir(), 'callboard-gitlab-'));
  const model = new GitlabModel();
  const access = new GitlabAccess(model, clock);
  access.addToken(options.token ?? 'canary-token', model.addUser('crawler', { auditor: true }));
  const throttle = new Throttle(clock, options.limits ?? { api: 2000, git: 2000 });
  const server = await startGitHttpServer({
    root,
    before: (request, response) => handle(emulator, hostOf(), root, request, response),
  });
  const hostOf = (): GitlabHost => ({ model, access, throttle, options, web: server.url, api: `${server.url}/api/v4` });
  const emulator: GitlabEmulator = {
    model,
    access,
    throttle,
    url: server.url,
    apiUrl: `${server.url}/api/v4`,
    requests: [],
    wrongAnswers: [],
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
  emulator: GitlabEmulator,
  host: GitlabHost,
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const path = request.url ?? '/';
  const kind = path.startsWith('/api/v4/') ? 'rest' : path.startsWith('/api/graphql') ? 'graphql' : 'git';
  const line = `${request.method} ${path.replace(/^\/api\/v4/, '')}`;
  const seen: SeenRequest = { kind, line, secret: secretOf(request) };
  if (kind === 'git') {
    const fault = scripted(emulator, host, seen, response);
    if (fault === 'answered') return true;
    if (fault) spoilAnswer(response, fault);
    return prepareGit(host, root, seen, request, response);
  }
  answerSeen(emulator, host, seen, request, response).catch((error: unknown) => {
    emulator.wrongAnswers.push(String(error));
    send(response, { status: 500, headers: {}, body: { message: String(error) } });
  });
  return true;
}

async function answerSeen(
  emulator: GitlabEmulator,
  host: GitlabHost,
  seen: SeenRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const whole: SeenRequest = { ...seen, body: await text(request) };
  const fault = scripted(emulator, host, whole, response);
  if (fault === 'answered') return;
  const { problems, ...right } = await answerApi(host, whole);
  emulator.wrongAnswers.push(...problems);
  const wrong = { status: 500, headers: {}, body: { message: problems.join() } };
  send(response, problems.length > 0 ? wrong : right, fault);
}

/** Notes the request, and gives the answer that the script has for it, if it has a whole one. */
function scripted(
  emulator: GitlabEmulator,
  { throttle }: GitlabHost,
  seen: SeenRequest,
  response: ServerResponse,
): Fault | 'answered' | undefined {
  emulator.requests.push(seen);
  const part = seen.kind === 'git' ? 'git' : 'api';
  const name = seen.secret ?? 'anonymous';
  const closed = part === 'git' ? throttle.secondsGitIsClosed() : 0;
  const fault = closed > 0 ? retryLater(closed) : emulator.script(seen, emulator.count(seen.kind));
  if (part === 'git' || fault?.type === 'answer') throttle.notice(part, name, `${seen.kind} ${seen.line}`);
  if (fault?.type !== 'answer') return fault;
  const wait = Number(fault.headers?.['retry-after'] ?? Number.NaN);
  if (wait > 0) throttle.silence(part, name, wait, `${seen.kind} ${seen.line}`);
  send(response, { headers: {}, ...fault });
  return 'answered';
}

/** A token comes as header of its own, as a bearer, or as the password of whoever is named. */
function secretOf(request: IncomingMessage): string | undefined {
  const own = request.headers['private-token'];
  if (typeof own === 'string') return own;
  return request.headers.authorization?.match(/^bearer (.+)$/i)?.[1] ?? passwordOf(request);
}
