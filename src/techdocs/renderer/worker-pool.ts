import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import pLimit from 'p-limit';
import type { JobEnd, RenderJob, RenderMessage } from './render-job.ts';

/** Absolute path of the program that renders. */
export const workerFile = fileURLToPath(new URL('./python/worker.py', import.meta.url));

/** Renders jobs in long-lived Python processes. */
export interface WorkerPool {
  /** Runs a job as soon as a worker is free; messages arrive in order before it resolves. Never rejects. */
  readonly run: (job: RenderJob, onMessage: (message: RenderMessage) => void) => Promise<JobEnd>;
  /** Ends all workers and removes their folder. */
  readonly close: () => Promise<void>;
}

/** What a pool is made of. */
export interface WorkerPoolOptions {
  readonly python: string;
  readonly size: number;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
}

interface Worker {
  readonly alive: () => boolean;
  readonly run: (job: RenderJob, onMessage: (message: RenderMessage) => void) => Promise<JobEnd>;
  readonly end: () => Promise<void>;
}

/** Time for a worker to notice by itself that a job is over its limit. */
const graceSeconds = 15;

/** Makes a pool; workers start when they are first needed. */
export async function openWorkerPool(options: WorkerPoolOptions): Promise<WorkerPool> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-docs-'));
  const limit = pLimit(Math.max(1, options.size));
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const sayOnce = sandboxReport(options.log);
  const run: WorkerPool['run'] = (job, onMessage) =>
    limit(async () => {
      if (options.signal.aborted) return { ok: false, detail: 'the run was cancelled' };
      const worker = idle.pop() ?? startWorker(options, folder, sayOnce);
      all.add(worker);
      const end = await worker.run(job, onMessage);
      if (worker.alive()) idle.push(worker);
      else all.delete(worker);
      return end;
    });
  const close = async () => {
    await Promise.all([...all].map((worker) => worker.end()));
    await rm(folder, { recursive: true, force: true });
  };
  return { run, close };
}

function sandboxReport(log: (message: string) => void): (network: boolean) => void {
  let said = false;
  return (network) => {
    if (!said && network)
      log('This system does not let docs workers be cut off the network; they have no secrets all the same.');
    said = true;
  };
}

function startWorker(options: WorkerPoolOptions, folder: string, onReady: (network: boolean) => void): Worker {
  const subprocess = execa(options.python, ['-I', '-B', workerFile], {
    cwd: folder,
    // Nothing of ours is inherited: no token, no proxy, no Python setting.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', HOME: folder, TMPDIR: folder },
    extendEnv: false,
    buffer: false,
    reject: false,
    cancelSignal: options.signal,
    forceKillAfterDelay: 1000,
  });
  let current:
    | { readonly onMessage: (message: RenderMessage) => void; readonly finish: (end: JobEnd) => void }
    | undefined;
  let alive = true;
  let complaint = '';
  subprocess.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-2000);
  });
  subprocess.stdin.on('error', () => undefined);
  createInterface({ input: subprocess.stdout }).on('line', (line) => {
    const message = parseMessage(line);
    if (message?.type === 'ready') onReady(message.network);
    else if (message?.type === 'done') current?.finish({ ok: message.ok, detail: message.detail });
    else if (message) current?.onMessage(message);
  });
  const ended = subprocess.then((result) => {
    alive = false;
    const reason = complaint.trim().split('\n').at(-1) || result.shortMessage || 'it ended';
    current?.finish({ ok: false, detail: `the docs worker stopped: ${reason}` });
  });
  const run: Worker['run'] = (job, onMessage) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => subprocess.kill('SIGKILL'), (job.limits.seconds + graceSeconds) * 1000);
      const finish = (end: JobEnd) => {
        clearTimeout(timer);
        current = undefined;
        resolve(end);
      };
      if (!alive) return finish({ ok: false, detail: 'the docs worker stopped' });
      current = { onMessage, finish };
      subprocess.stdin.write(`${JSON.stringify(job)}\n`);
    });
  const end = async () => {
    subprocess.stdin.end();
    const timer = setTimeout(() => subprocess.kill('SIGKILL'), 2000);
    await ended;
    clearTimeout(timer);
  };
  return { alive: () => alive, run, end };
}

type WorkerMessage =
  | RenderMessage
  | { readonly type: 'ready'; readonly network: boolean }
  | { readonly type: 'done'; readonly ok: boolean; readonly detail: string };

/** A line that a dying process left unfinished is no message. */
function parseMessage(line: string): WorkerMessage | undefined {
  if (line === '') return undefined;
  try {
    return JSON.parse(line) as WorkerMessage;
  } catch {
    return undefined;
  }
}
