import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { preparePython } from './python-environment.ts';
import type { JobLimits, RenderJob, RenderMessage } from './render-job.ts';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

const signal = new AbortController().signal;
let folder = '';
let python = '';
const pools: WorkerPool[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-pool-'));
  python = (await preparePython({ signal, log: () => undefined })).python ?? '';
}, 300_000);
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await rm(folder, { recursive: true, force: true });
});

async function open(program: string, size = 1): Promise<WorkerPool> {
  const pool = await openWorkerPool({ python: program, size, sandboxed: true, signal });
  pools.push(pool);
  return pool;
}

const limits: JobLimits = { seconds: 30, wallSeconds: 60, megabytes: 1024, outputMegabytes: 100, pageSeconds: 10 };

function jobOf(text: string, special: Partial<JobLimits> = {}, pages = 1): RenderJob {
  const uris = Array.from({ length: pages }, (_, index) => (index === 0 ? 'index.md' : `p${index}.md`));
  return {
    site: { name: 'x', nav: null, excludeDocs: null, notInNav: null, extensions: {} },
    files: uris.map((uri) => ({ uri, text })),
    snippets: { files: {}, bases: [''] },
    render: uris,
    limits: { ...limits, ...special },
  };
}

async function messagesOf(pool: WorkerPool, job: RenderJob, turn = 0) {
  const messages: RenderMessage[] = [];
  const end = await pool.run(job, turn, (message) => messages.push(message));
  return { end, messages, types: messages.map(({ type }) => type) };
}

/** A program that does something before it becomes the Python. */
async function wrapper(name: string, script: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

const slowText = 'a *b* `c` '.repeat(100_000);

it('gives workers an empty environment and a folder outside any repository', async () => {
  process.env['CALLBOARD_TEST_TOKEN'] = 'secret';
  const program = await wrapper('python-env', `env > ${folder}/env; pwd > ${folder}/cwd; exec ${python} "$@"`);
  const { end, types } = await messagesOf(await open(program), jobOf('# x'));
  delete process.env['CALLBOARD_TEST_TOKEN'];
  expect(end.end).toBe('done');
  expect(types).toEqual(['nav', 'start', 'page']);
  const names = (await readFile(join(folder, 'env'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split('=')[0]);
  expect(
    names.filter((name) => !['PATH', 'LANG', 'HOME', 'TMPDIR', 'PWD', 'OLDPWD', 'SHLVL', '_'].includes(name ?? '')),
  ).toEqual([]);
  expect(await readFile(join(folder, 'cwd'), 'utf8')).not.toContain(process.cwd());
});

it('ends a job at its limits, says at which, and goes on with the next one in the same process', async () => {
  const program = await wrapper('python-count', `echo x >> ${folder}/starts; exec ${python} "$@"`);
  const pool = await open(program);
  expect((await messagesOf(pool, jobOf(slowText, { wallSeconds: 0.2 }))).end).toMatchObject({
    end: 'limit',
    detail: 'it took more than 0.2 seconds',
  });
  // The page's own time is not over yet when the process's is.
  expect((await messagesOf(pool, jobOf(slowText, { seconds: 1, pageSeconds: 60 }))).end).toMatchObject({
    end: 'limit',
    detail: 'it took more than 1 seconds of the processor',
  });
  expect((await messagesOf(pool, jobOf('x'.repeat(600_000), { outputMegabytes: 1 }, 3))).end).toMatchObject({
    end: 'limit',
    detail: 'it became more than 1 MB of HTML',
  });
  expect((await messagesOf(pool, jobOf('# y'))).end.end).toBe('done');
  expect(await readFile(join(folder, 'starts'), 'utf8')).toBe('x\n');
});

it('stops between two pages when its turn is over, and says that there is more', async () => {
  const { types, end } = await messagesOf(await open(python), jobOf('# x', { turnSeconds: 0 }, 3));
  expect(types).toEqual(['nav', 'start', 'page', 'paused']);
  expect(end.end).toBe('done');
});

it('reports a worker that cannot start, without rejecting', async () => {
  const program = await wrapper('python-broken', 'echo "no such module" >&2; exit 3');
  const pool = await open(program);
  expect(await pool.start()).toEqual({ failure: 'no such module' });
  const { end } = await messagesOf(await open(program), jobOf('# x'));
  expect(end).toEqual({ end: 'lost', detail: 'the docs worker stopped: no such module', seconds: 0 });
  expect((await messagesOf(await open('/nonexistent/python'), jobOf('# x'))).end.end).toBe('lost');
});

it('replaces a worker that is killed in the midst of a job, whose process does not outlive it', async () => {
  const program = await wrapper('python-pid', `echo $$ > ${folder}/pid; exec ${python} "$@"`);
  const pool = await open(program);
  await pool.start();
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
  const running = messagesOf(pool, jobOf(slowText, { pageSeconds: 25 }));
  const children = async () => (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ');
  for (let child = ''; child === ''; child = (await children())[0] ?? '') await sleep(20);
  const [child] = await children();
  process.kill(pid, 'SIGKILL');
  expect((await running).end.end).toBe('lost');
  while ((await readdir('/proc')).includes(String(child))) await sleep(20);
  expect((await messagesOf(pool, jobOf('# y'))).end.end).toBe('done');
});

it('does what has waited for fewer turns first', async () => {
  const pool = await open(python);
  const order: number[] = [];
  const turns = [2, 1, 2, 0, 1];
  await pool.start();
  const first = messagesOf(pool, jobOf('# x'));
  await Promise.all(turns.map((turn) => messagesOf(pool, jobOf('# x'), turn).then(() => order.push(turn))));
  await first;
  expect(order).toEqual([0, 1, 1, 2, 2]);
});

it('runs jobs side by side', async () => {
  const pool = await open(python, 2);
  const ends = await Promise.all(Array.from({ length: 6 }, (_, index) => messagesOf(pool, jobOf(`# ${index}`))));
  const titles = ends.map(({ messages }) => messages.find((message) => message.type === 'page')?.title);
  expect(titles).toEqual(['0', '1', '2', '3', '4', '5']);
});
