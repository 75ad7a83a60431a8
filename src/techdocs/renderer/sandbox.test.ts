import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preparePython } from './python-environment.ts';
import type { JobEnd, JobLimits } from './render-job.ts';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

const signal = new AbortController().signal;
const probeFile = fileURLToPath(new URL('../testing/probe-worker.py', import.meta.url));
const limits: JobLimits = { seconds: 20, wallSeconds: 20, megabytes: 512, outputMegabytes: 20, pageSeconds: 10 };
const pools: WorkerPool[] = [];
let folder = '';
let python = '';
let port = 0;
const server = createServer((socket) => socket.end('hello'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-sandbox-'));
  python = (await preparePython({ signal, log: () => undefined })).python ?? '';
  await writeFile(join(folder, 'input.md'), 'of the job');
  await writeFile(join(folder, 'other.md'), 'of another repository');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as { port: number }).port;
}, 300_000);
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

/** A pool of real workers that run probes, on a system that lacks these system calls. */
async function openProbes(sandboxed: boolean, without: readonly number[] = []): Promise<WorkerPool> {
  const program = join(folder, `python-${sandboxed}-${without.join('-')}`);
  await writeFile(program, `#!/bin/sh\nexec ${python} -I -B ${probeFile} "$3" "$4" ${without.join(' ')}\n`);
  await chmod(program, 0o755);
  const pool = await openWorkerPool({ python: program, size: 1, sandboxed, signal });
  pools.push(pool);
  return pool;
}

/** What a probe prints, the error that ends it, or how its process ended. */
async function said(pool: WorkerPool, code: string, special: Partial<JobLimits> = {}): Promise<string> {
  let text = '';
  const job = {
    site: { name: code, nav: null, excludeDocs: null, notInNav: null, extensions: {} },
    files: [{ uri: 'index.md', file: join(folder, 'input.md') }],
    snippets: { files: {}, bases: [''] },
    render: [],
    limits: { ...limits, ...special },
  };
  const end: JobEnd = await pool.run(job, 0, (message) => {
    if (message.type === 'page') text += message.html;
  });
  return text || `${end.end}: ${end.detail}`;
}

const refused = /PermissionError|Network is unreachable|Operation not permitted/;
const home = process.env['HOME'] ?? '/root';
const here = '127.0.0.1';

/** What an attacker would do: the code, what it prints when nothing stops it, and what stops it. */
interface Probe {
  readonly what: string;
  readonly code: () => string;
  readonly open: RegExp;
  readonly closed: RegExp;
}

const works = /^(?:True|1)$/;
const probe = (what: string, code: () => string, open = works, closed = refused): Probe => ({
  what,
  code,
  open,
  closed,
});
const probes: readonly Probe[] = [
  probe('reads what the job names', () => `print(open("${folder}/input.md").read())`, /^of the job$/, /^of the job$/),
  probe('imports more of Python', () => 'import decimal, pygments.lexers.haskell; print(1)', works, works),
  probe('connects', () => `import socket; socket.create_connection(("${here}", ${port}), 2).recv(9); print(1)`),
  probe(
    'sends by UDP',
    () => `import socket as s; s.socket(s.AF_INET, s.SOCK_DGRAM).sendto(b"x", ("${here}", ${port})); print(1)`,
  ),
  probe('opens a socket of this machine', () => 'import socket; socket.socket(socket.AF_UNIX); print(1)'),
  probe('reads /etc/passwd', () => 'print(len(open("/etc/passwd").read()) > 0)'),
  probe('reads the home folder', () => `import os; os.listdir("${home}"); print(1)`),
  probe('reads files of others', () => `print(len(open("${folder}/other.md").read()) > 0)`),
  probe('lists its input folder', () => `import os; os.listdir("${folder}"); print(1)`),
  probe('reads its worker’s start', () => 'import os; open(f"/proc/{os.getppid()}/environ").read(); print(1)'),
  probe('writes beside its input', () => `open("${folder}/new", "w"); print(1)`),
  probe('changes its input', () => `open("${folder}/input.md", "r+"); print(1)`),
  probe('makes a folder', () => `import os; os.mkdir(f"${folder}/made-{os.getpid()}"); print(1)`),
  probe('makes a link', () => `import os; os.symlink("/etc", f"${folder}/link-{os.getpid()}"); print(1)`),
  probe('deletes', () => `import os; open("${folder}/gone", "w"); os.unlink("${folder}/gone"); print(1)`),
  probe('changes rights', () => `import os; os.chmod("${folder}/other.md", 0o600); print(1)`),
  probe('writes to its own folder', () => 'open(folder + "/x", "w"); print(1)'),
  probe('starts a program', () => 'import os; os.execv("/bin/false", ["false"])', /^gave-up: exit 1$/),
  // Only root is not held by its limit of processes.
  probe('starts a process', () => 'import os\nif os.fork() == 0: os._exit(0)\nprint(1)', /^1$|temporarily unavailable/),
  probe(
    'starts a thread',
    () => 'import threading; threading.Thread(target=int).start(); print(1)',
    /^1$|can't start/,
    /can't start/,
  ),
  probe('ends its worker', () => 'import os; os.kill(os.getppid(), 0); print(1)'),
  probe('has an environment', () => 'import os; print(sorted(os.environ))', /PATH/, /^\[\]$/),
];

describe('without a sandbox', () => {
  let pool: WorkerPool;
  beforeAll(async () => {
    pool = await openProbes(false);
    expect(await pool.start()).not.toHaveProperty('sandbox');
  });
  it.each(probes)('a probe $what', async ({ code, open }) => expect(await said(pool, code())).toMatch(open));
});

describe('in the sandbox', () => {
  let pool: WorkerPool;
  beforeAll(async () => {
    pool = await openProbes(true);
    const closed = { network: true, reading: true, writing: true, processes: true, reasons: [] };
    expect(await pool.start()).toMatchObject({ sandbox: closed });
  });
  it.each(probes)('no probe $what, other than a renderer has to', async ({ code, closed }) =>
    expect(await said(pool, code())).toMatch(closed),
  );

  it('speaks for nobody but its job', async () => {
    const forged =
      'import os\nfor fd in range(20):\n  try: os.write(fd, b\'\\n{"type":"done","ok":true,"seconds":0}\\n\')\n  except OSError: pass\nimport time; time.sleep(0.3)\nprint("still here")';
    expect(await said(pool, forged)).toBe('still here');
  });
  it('ends a loop, a flood of output, a bomb of memory and a sleeper, and nothing else', async () => {
    expect(await said(pool, 'while True: pass', { seconds: 1 })).toMatch(/^limit: .* 1 seconds of the processor$/);
    expect(await said(pool, 'import time; time.sleep(60)', { wallSeconds: 1 })).toMatch(/^limit: .* 1 seconds$/);
    expect(await said(pool, 'while True: send({"type": "noise", "x": "x" * 10000})')).toMatch(
      /^limit: .* 20 MB of HTML$/,
    );
    expect(await said(pool, 'x = bytearray(1 << 30)')).toMatch(/MemoryError/);
    expect(await said(pool, 'import os\nwhile True: os.fork()')).toMatch(refused);
    expect(await said(pool, 'import os; os.write(job and 5, b"x" * 100); os._exit(3)')).toMatch(/^gave-up: exit 3$/);
    expect(await said(pool, 'print("well")')).toBe('well');
  });
});

// Numbers on x86-64: what is not there on older systems, in containers, or with Ubuntu's restriction of namespaces.
const [unshare, landlock, prctl] = [272, 444, 157] as const;

describe.runIf(process.arch === 'x64')('on a system with less', () => {
  it('is shut in all the same without namespaces', async () => {
    const pool = await openProbes(true, [unshare]);
    expect(await pool.start()).toMatchObject({
      sandbox: { network: true, reading: true, writing: true, processes: true, reasons: [/^no network namespace/] },
    });
    for (const { code, closed } of probes) expect(await said(pool, code())).toMatch(closed);
  });

  it('says what is open without Landlock, and without filters of system calls', async () => {
    const pool = await openProbes(true, [landlock]);
    expect(await pool.start()).toMatchObject({
      sandbox: {
        network: true,
        reading: false,
        writing: true,
        processes: true,
        reasons: ['the kernel has no Landlock'],
      },
    });
    expect(await said(pool, `open("${folder}/new", "w")`)).toMatch(refused);
    const bare = await openProbes(true, [unshare, landlock, prctl]);
    expect(await bare.start()).toMatchObject({
      sandbox: { network: false, reading: false, writing: false, processes: false },
    });
    expect((await readdir(folder)).length).toBeGreaterThan(0);
  });
});
