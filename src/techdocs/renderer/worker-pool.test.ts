import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { preparePython } from './python-environment.ts';
import type { RenderJob, RenderMessage } from './render-job.ts';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

const signal = new AbortController().signal;
const log = () => undefined;
let folder = '';
let python = '';
const pools: WorkerPool[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-pool-'));
  python = (await preparePython({ signal, log })).python ?? '';
}, 300_000);
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await rm(folder, { recursive: true, force: true });
});

async function open(program: string, size = 1): Promise<WorkerPool> {
  const pool = await openWorkerPool({ python: program, size, signal, log });
  pools.push(pool);
  return pool;
}

function jobOf(text: string, limits: Partial<RenderJob['limits']> = {}): RenderJob {
  return {
    site: { name: 'x', nav: null, excludeDocs: null, notInNav: null, extensions: {} },
    files: [{ uri: 'index.md', text }],
    snippets: { files: {}, bases: [''] },
    render: ['index.md'],
    limits: { seconds: 30, megabytes: 1024, pageSeconds: 10, ...limits },
  };
}

async function messagesOf(pool: WorkerPool, job: RenderJob) {
  const messages: RenderMessage[] = [];
  const end = await pool.run(job, (message) => messages.push(message));
  return { end, messages };
}

/** A program that does something before it becomes the Python. */
async function wrapper(name: string, script: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

it('gives workers an empty environment and a folder outside any repository', async () => {
  process.env['CALLBOARD_TEST_TOKEN'] = 'secret';
  const program = await wrapper('python-env', `env > ${folder}/env; pwd > ${folder}/cwd; exec ${python} "$@"`);
  const { end, messages } = await messagesOf(await open(program), jobOf('# x'));
  delete process.env['CALLBOARD_TEST_TOKEN'];
  expect(end.ok).toBe(true);
  expect(messages.map(({ type }) => type)).toEqual(['nav', 'start', 'page']);
  const names = (await readFile(join(folder, 'env'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split('=')[0]);
  expect(
    names.filter((name) => !['PATH', 'LANG', 'HOME', 'TMPDIR', 'PWD', 'OLDPWD', 'SHLVL', '_'].includes(name ?? '')),
  ).toEqual([]);
  expect(await readFile(join(folder, 'cwd'), 'utf8')).not.toContain(process.cwd());
});

it('outlives a job that dies, and goes on with the next one in the same process', async () => {
  const program = await wrapper('python-count', `echo x >> ${folder}/starts; exec ${python} "$@"`);
  const pool = await open(program);
  const dead = await messagesOf(pool, jobOf('a *b* `c` '.repeat(100_000), { seconds: 0.2 }));
  expect(dead.end.ok).toBe(false);
  expect((await messagesOf(pool, jobOf('# y'))).end.ok).toBe(true);
  expect(await readFile(join(folder, 'starts'), 'utf8')).toBe('x\n');
});

it('reports a worker that cannot start, without rejecting', async () => {
  const program = await wrapper('python-broken', 'echo "no such module" >&2; exit 3');
  const { end } = await messagesOf(await open(program), jobOf('# x'));
  expect(end).toEqual({ ok: false, detail: 'the docs worker stopped: no such module' });
  expect((await messagesOf(await open('/nonexistent/python'), jobOf('# x'))).end.ok).toBe(false);
});

it('runs jobs side by side', async () => {
  const pool = await open(python, 2);
  const ends = await Promise.all(Array.from({ length: 6 }, (_, index) => messagesOf(pool, jobOf(`# ${index}`))));
  expect(ends.map(({ messages }) => messages.find((message) => message.type === 'page')?.title)).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
});
