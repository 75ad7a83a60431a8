import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const requirementsFolder = fileURLToPath(new URL('./python/', import.meta.url));
const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/callboard/', import.meta.url));

/** A Python environment with one tool in it. */
export interface PythonTool {
  /** Absolute path of its Python. Run tools as `python -m …`: the scripts beside it name the folder it was made in. */
  readonly python: string;
  /** Absolute path of a native program that the tool's wheel ships. */
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

/**
 * Gives the tool whose pinned requirements are `src/testing/python/requirements-<name>.txt`, installing it on first use
 * into a cache that all test runs share. Safe to call from several processes at once.
 */
export async function preparePythonTool(name: 'moto' | 'zizmor'): Promise<PythonTool> {
  const requirements = join(requirementsFolder, `requirements-${name}.txt`);
  const python = await findPython();
  const { stdout: version } = await execa(python, ['--version']);
  const hash = createHash('sha256')
    .update(await readFile(requirements))
    .update(version)
    .digest('hex');
  const folder = join(cacheFolder, `${name}-${hash.slice(0, 12)}`);
  if (await stat(folder).catch(() => undefined)) return describeTool(folder);
  // Made aside and renamed: an install that was cut off is never taken for a whole one.
  const draft = `${folder}.${randomUUID().slice(0, 8)}`;
  await mkdir(dirname(folder), { recursive: true });
  await execa(python, ['-m', 'venv', draft]);
  const options = ['--quiet', '--disable-pip-version-check', '--require-hashes', '--only-binary', ':all:'];
  await execa(describeTool(draft).python, ['-m', 'pip', 'install', ...options, '--requirement', requirements]);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return describeTool(folder);
}
