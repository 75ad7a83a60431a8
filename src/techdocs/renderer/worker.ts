import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { readLines } from './json-lines.ts';
import type { JobEnd, RenderJob, RenderMessage, SandboxReport } from './render-job.ts';

const workerFile = fileURLToPath(new URL('./python/worker.py', import.meta.url));

/** A Python process that renders one job after another. */
export interface Worker {
  readonly isAlive: () => boolean;
  /** Messages arrive in order before it resolves. Never rejects. One job at a time. */
  readonly run: (job: RenderJob, onMessage: (message: RenderMessage) => void) => Promise<JobEnd>;
  /** What it said of the sandbox (nothing without one), or the reason why it did not start. Never rejects. */
  readonly ready: Promise<{ readonly sandbox?: SandboxReport } | { readonly failure: string }>;
  readonly end: () => Promise<void>;
}

/** How a worker is started. */
export interface WorkerOptions {
  /** Absolute path of a Python with MkDocs. */
  readonly python: string;
  readonly sandboxed: boolean;
  readonly signal: AbortSignal;
}

/** Time for a worker to notice by itself that a job is over its limit. */
const graceSeconds = 15;
const longestMessage = 64 * 1024 * 1024;

type WorkerMessage =
  | { readonly type: 'ready'; readonly sandbox?: SandboxReport }
  | {
      readonly type: 'done';
      readonly ok: boolean;
      readonly detail: string;
      readonly broken: 'time' | 'processor' | 'output' | null;
      readonly seconds: number;
    };

type Done = WorkerMessage & { readonly type: 'done' };

interface Running {
  readonly job: RenderJob;
  readonly onMessage: (message: RenderMessage) => void;
  readonly finish: (end: JobEnd) => void;
}

/** Starts a worker whose folder is one that is outside any repository. */
export function startWorker({ python, sandboxed, signal }: WorkerOptions, folder: string): Worker {
  const subprocess = execa(python, ['-I', '-B', workerFile, sandboxed ? 'sandboxed' : 'open'], {
    cwd: folder,
    // Nothing of ours is inherited: no token, no proxy, no Python setting.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', HOME: folder, TMPDIR: folder },
    extendEnv: false,
    buffer: false,
    reject: false,
    cancelSignal: signal,
    forceKillAfterDelay: 1000,
  });
  const ready = Promise.withResolvers<{ readonly sandbox?: SandboxReport } | { readonly failure: string }>();
  let current: Running | undefined;
  let alive = true;
  let complaint = '';
  const stop = (reason: string) => {
    complaint = reason;
    subprocess.kill('SIGKILL');
  };
  subprocess.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-2000);
  });
  subprocess.stdin.on('error', () => undefined);
  const onLine = (line: Buffer) => {
    const message = parseMessage(line);
    if (message?.by === 'job') current?.onMessage(message.said);
    else if (message?.said.type === 'ready') ready.resolve(message.said);
    else if (message?.said.type === 'done') current?.finish(toEnd(message.said, current.job));
  };
  readLines(subprocess.stdout, longestMessage, onLine, () => stop('it said too much in one message'));
  const ended = subprocess.then((result) => {
    alive = false;
    const reason = complaint.trim().split('\n').at(-1) || result.shortMessage || 'it ended';
    ready.resolve({ failure: reason });
    current?.finish({ end: 'lost', detail: `the docs worker stopped: ${reason}`, seconds: 0 });
  });
  const run: Worker['run'] = (job, onMessage) =>
    new Promise((resolve) => {
      const patience = (job.limits.wallSeconds + graceSeconds) * 1000;
      const timer = setTimeout(() => stop('it did not answer in time'), patience);
      const finish = (end: JobEnd) => {
        clearTimeout(timer);
        current = undefined;
        resolve(end);
      };
      if (!alive) return finish({ end: 'lost', detail: 'the docs worker stopped', seconds: 0 });
      current = { job, onMessage, finish };
      subprocess.stdin.write(`${JSON.stringify(job)}\n`);
    });
  const end = async () => {
    subprocess.stdin.end();
    const timer = setTimeout(() => subprocess.kill('SIGKILL'), 2000);
    await ended;
    clearTimeout(timer);
  };
  return { isAlive: () => alive, run, ready: ready.promise, end };
}

function toEnd({ ok, broken, detail, seconds }: Done, { limits }: RenderJob): JobEnd {
  if (ok) return { end: 'done', detail, seconds };
  if (broken === 'time') return { end: 'limit', detail: `it took more than ${limits.wallSeconds} seconds`, seconds };
  if (broken === 'processor')
    return { end: 'limit', detail: `it took more than ${limits.seconds} seconds of the processor`, seconds };
  if (broken === 'output')
    return { end: 'limit', detail: `it became more than ${limits.outputMegabytes} MB of HTML`, seconds };
  return { end: detail.startsWith('signal') ? 'died' : 'gave-up', detail, seconds };
}

type Parsed =
  | { readonly by: 'job'; readonly said: RenderMessage }
  | { readonly by: 'worker'; readonly said: WorkerMessage };

/** The worker puts a space in front of what a job's process says. A line that a dying process left unfinished is no message. */
function parseMessage(line: Buffer): Parsed | undefined {
  const text = line.toString('utf8');
  if (text.trim() === '') return undefined;
  try {
    const said = JSON.parse(text);
    return typeof said === 'object' && said !== null
      ? { by: text.startsWith(' ') ? 'job' : 'worker', said }
      : undefined;
  } catch {
    return undefined;
  }
}
