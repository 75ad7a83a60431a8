import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';

/** Absolute path of the pinned requirements. */
export const requirementsFile = fileURLToPath(new URL('./python/requirements.txt', import.meta.url));

/** A Python that can render docs, or none, and what is to be said about it. */
export interface PythonChoice {
  readonly python?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a Python is looked for. */
export interface PythonOptions {
  /** One's own; nothing else is tried then. */
  readonly python?: string | undefined;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
  /** Folder of Callboard's caches of this user; by default as the XDG base directory specification says. */
  readonly cacheFolder?: string;
}

const probe = `
import json, sys
try:
    import mkdocs, markdown, pymdownx, pymdownx.quotes, pygments
    print(json.dumps({"mkdocs": mkdocs.__version__, "python": sys.version.split()[0]}))
except ImportError as error:
    print(json.dumps({"missing": str(error), "python": sys.version.split()[0]}))
`;
const staleLockSeconds = 60;
const patienceSeconds = 600;

/** Finds or makes the Python that renders docs. Never throws: without one there are no docs, and a diagnostic. */
export async function preparePython(options: PythonOptions): Promise<PythonChoice> {
  if (options.python !== undefined) return useOwn(options.python);
  const folder = join(options.cacheFolder ?? userCacheFolder(), `python-${await requirementsDigest()}`);
  const made = pythonOf(folder);
  if (await canRender(made)) return { python: made, diagnostics: [] };
  const system = await findSystemPython();
  if (system === undefined) return noPython('no python3 of version 3.9 or newer was found');
  const failure = await makeOnce(folder, system, options);
  if (failure === undefined) return { python: made, diagnostics: [] };
  const found = await readVersions(system);
  if (!found?.mkdocs?.startsWith('1.6')) return noPython(`its environment could not be made (${failure})`);
  const message = `MkDocs ${found.mkdocs} of ${system} renders the docs: Callboard's own environment could not be made (${failure})`;
  return { python: system, diagnostics: [diagnose('techdocs/python-fallback', { message })] };
}

/** Digest of everything that decides what the environment holds. */
export async function requirementsDigest(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(requirementsFile))
    .digest('hex')
    .slice(0, 16);
}

async function useOwn(python: string): Promise<PythonChoice> {
  const versions = await readVersions(python);
  if (versions?.mkdocs?.startsWith('1.6')) return { python, diagnostics: [] };
  const reason = versions
    ? versions.mkdocs
      ? `it has MkDocs ${versions.mkdocs}`
      : versions.missing
    : 'it does not run';
  return noPython(`techdocs.python names ${python}, which cannot render: ${reason}`);
}

function noPython(reason: string): PythonChoice {
  return { diagnostics: [diagnose('techdocs/python-missing', { message: `Docs are not built: ${reason}` })] };
}

function userCacheFolder(): string {
  const { XDG_CACHE_HOME } = process.env;
  return join(XDG_CACHE_HOME?.startsWith('/') ? XDG_CACHE_HOME : join(homedir(), '.cache'), 'callboard');
}

function pythonOf(folder: string): string {
  return join(folder, 'bin', 'python');
}

interface Versions {
  readonly mkdocs?: string;
  readonly missing?: string;
  readonly python: string;
}

async function readVersions(python: string): Promise<Versions | undefined> {
  const { stdout, failed } = await execa(python, ['-I', '-c', probe], {
    reject: false,
    timeout: 60_000,
    stdin: 'ignore',
  });
  try {
    return failed ? undefined : (JSON.parse(stdout) as Versions);
  } catch {
    return undefined;
  }
}

async function canRender(python: string): Promise<boolean> {
  return (await readVersions(python))?.mkdocs !== undefined;
}

async function findSystemPython(): Promise<string | undefined> {
  for (const name of ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3.9']) {
    const [major = 0, minor = 0] = (await readVersions(name))?.python.split('.').map(Number) ?? [];
    if (major === 3 && minor >= 9) return name;
  }
  return undefined;
}

/** Makes the environment unless another process is just doing so; gives the reason of a failure. */
async function makeOnce(folder: string, system: string, options: PythonOptions): Promise<string | undefined> {
  const lock = `${folder}.lock`;
  await mkdir(join(folder, '..'), { recursive: true });
  const deadline = Date.now() + patienceSeconds * 1000;
  while (!(await takeLock(lock))) {
    if (Date.now() > deadline || options.signal.aborted) return 'another process has been making it for too long';
    await sleep(250);
  }
  const pulse = setInterval(() => utimes(lock, new Date(), new Date()).catch(() => undefined), 5000);
  try {
    return (await canRender(pythonOf(folder))) ? undefined : await make(folder, system, options);
  } catch (error) {
    return error instanceof Error
      ? (error.message.split('\n').find((line) => line.trim() !== '') ?? error.name)
      : String(error);
  } finally {
    clearInterval(pulse);
    await rm(lock, { recursive: true, force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const age = await stat(lock).then(
      ({ mtimeMs }) => (Date.now() - mtimeMs) / 1000,
      () => 0,
    );
    if (age > staleLockSeconds) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

async function make(folder: string, system: string, { signal, log }: PythonOptions): Promise<undefined> {
  const started = Date.now();
  const building = `${folder}.${process.pid}.new`;
  const options = { cancelSignal: signal, timeout: 300_000, stdin: 'ignore' } as const;
  const packages = ['--no-deps', '--require-hashes', '-r', requirementsFile];
  log(`Making the Python environment for docs in ${folder}`);
  try {
    const hasUv = !(await execa('uv', ['--version'], { ...options, reject: false })).failed;
    if (hasUv) {
      await execa('uv', ['venv', '--quiet', '--python', system, building], options);
      await execa(
        'uv',
        ['pip', 'install', '--quiet', '--compile-bytecode', '--python', pythonOf(building), ...packages],
        options,
      );
    } else {
      await execa(system, ['-m', 'venv', building], options);
      await execa(
        pythonOf(building),
        ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', ...packages],
        options,
      );
    }
    await writeFile(join(building, 'callboard.txt'), 'Made by Callboard for rendering docs. Safe to delete.\n');
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  log(`Made it in ${Math.round((Date.now() - started) / 1000)} s`);
}
