import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import type { JobEnd, RenderJob, RenderMessage } from './render-job.ts';
import { startWorker, type Worker, type WorkerOptions } from './worker.ts';

/** Renders jobs in long-lived Python processes. */
export interface WorkerPool {
  /**
   * Runs a job as soon as a worker is free, those of a lower turn first; messages arrive in order before it resolves. Never rejects.
   */
  readonly run: (job: RenderJob, turn: number, onMessage: (message: RenderMessage) => void) => Promise<JobEnd>;
  /** Starts one worker and gives what it says of itself. */
  readonly start: () => Worker['ready'];
  /** Ends all workers and removes their folder. */
  readonly close: () => Promise<void>;
}

/** What a pool is made of. */
export interface WorkerPoolOptions extends WorkerOptions {
  readonly size: number;
}

/** Makes a pool; workers start when they are first needed. */
export async function openWorkerPool(options: WorkerPoolOptions): Promise<WorkerPool> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-docs-'));
  const queue = new PQueue({ concurrency: Math.max(1, options.size) });
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const add = () => {
    const worker = startWorker(options, folder);
    all.add(worker);
    return worker;
  };
  const takeIdle = (): Worker | undefined => {
    const worker = idle.pop();
    if (!worker || worker.isAlive()) return worker;
    all.delete(worker);
    return takeIdle();
  };
  const runNow = async (job: RenderJob, onMessage: (message: RenderMessage) => void): Promise<JobEnd> => {
    if (options.signal.aborted) return { end: 'lost', detail: 'the run was cancelled', seconds: 0 };
    const worker = takeIdle() ?? add();
    const end = await worker.run(job, onMessage);
    if (worker.isAlive()) idle.push(worker);
    else all.delete(worker);
    return end;
  };
  return {
    run: (job, turn, onMessage) => queue.add(() => runNow(job, onMessage), { priority: -turn }),
    start: () => {
      const worker = add();
      idle.push(worker);
      return worker.ready;
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.end()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
