import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const requirementsFolder = fileURLToPath(new URL('./python/', import.meta.url));
const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/callboard/', import.meta.url));

/** A Python environment with one tool in it. */
export interface PythonTool {
  /** Absolute path of its Python. */
  readonly python: string;
  /** Absolute path of a program that it installed. */
  readonly program: (name: string) => string;
}

async function findPython(): Promise<string> {
  for (const name of ['python3', 'python']) {
    const { failed } = await execa(name, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 9))'], {
      reject: false,
    });
    if (!failed) return name;
  }
  throw new Error('Tests need Python 3.9 or newer with its venv module on PATH.');
}

function describeTool(folder: string): PythonTool {
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  return { python: join(bin, 'python'), program: (name) => join(bin, name) };
}

async function install(python: string, requirements: string, folder: string): Promise<void> {
  await execa(python, ['-m', 'venv', folder]);
  const options = ['--quiet', '--disable-pip-version-check', '--require-hashes', '--only-binary', ':all:'];
  await execa(describeTool(folder).python, ['-m', 'pip', 'install', ...options, '--requirement', requirements]);
}

/** True for a process that runs on this machine. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes the folder to install into; false when another process, alive, has it. One that died is swept away. */
async function claim(folder: string): Promise<boolean> {
  const owner = join(folder, 'installer');
  try {
    await mkdir(folder);
    await writeFile(owner, String(process.pid));
    return true;
  } catch {
    const written = await readFile(owner, 'utf8').catch(() => '');
    if (written !== '' && !isAlive(Number(written))) await rm(folder, { recursive: true, force: true });
    return false;
  }
}

/**
 * Gives the tool whose pinned requirements are `src/testing/python/requirements-<name>.txt`, installing it on first use
 * into a cache that all test runs share. Safe to call from several processes at once.
 */
export async function preparePythonTool(name: 'moto' | 'workflows'): Promise<PythonTool> {
  const requirements = join(requirementsFolder, `requirements-${name}.txt`);
  const python = await findPython();
  const { stdout: version } = await execa(python, ['--version']);
  const hash = createHash('sha256')
    .update(await readFile(requirements))
    .update(version)
    .digest('hex');
  const folder = join(cacheFolder, `${name}-${hash.slice(0, 12)}`);
  const ready = join(folder, 'ready');
  if (await stat(ready).catch(() => undefined)) return describeTool(folder);
  await mkdir(cacheFolder, { recursive: true });
  // Whoever makes the folder installs into it; it cannot be moved later, its scripts name it.
  while (!(await claim(folder))) {
    await setTimeout(500);
    if (await stat(ready).catch(() => undefined)) return describeTool(folder);
  }
  try {
    await install(python, requirements, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  await writeFile(ready, '');
  return describeTool(folder);
}
