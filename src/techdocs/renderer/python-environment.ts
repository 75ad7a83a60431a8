import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { withFolderLock } from './folder-lock.ts';
import { findSystemPython, type PythonVersions, readVersions } from './python-probe.ts';

/** Absolute path of the pinned requirements. */
export const requirementsFile = fileURLToPath(new URL('./python/requirements.txt', import.meta.url));

/** Identity of the environment that Callboard makes; what it holds is in the requirements, which are hashed as code. */
export const pinned = 'pinned';

/** A Python that can render docs, or none, and what is to be said about it. */
export interface PythonChoice {
  /** Absolute path. */
  readonly python?: string;
  /**
   * What decides the HTML that it makes, the same on every machine: `pinned` for the environment that Callboard makes, otherwise the
   * versions of its packages. Absent when there is no Python.
   */
  readonly identity?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a Python is looked for. */
export interface PythonOptions {
  /** One's own, a path or a name of the `PATH`; nothing else is tried then. */
  readonly python?: string | undefined;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
  /** Folder of Callboard's caches of this user; by default as the XDG base directory specification says. */
  readonly cacheFolder?: string;
  /** Make the environment again: the one that is there does not work. */
  readonly anew?: boolean;
}

const patienceSeconds = 600;
/** The last file of an environment to be written. */
const stamp = 'callboard.txt';

/** Finds or makes the Python that renders docs. Never throws: without one there are no docs, and a diagnostic. */
export async function preparePython(options: PythonOptions): Promise<PythonChoice> {
  if (options.python !== undefined) return useOwn(options.python);
  const folder = join(options.cacheFolder ?? userCacheFolder(), `python-${await requirementsDigest()}`);
  const made = { python: pythonOf(folder), identity: pinned, diagnostics: [] };
  if (!options.anew && (await isMade(folder))) return made;
  const system = await findSystemPython(options.signal);
  if (system === undefined) return noPython('no python3 of version 3.9 or newer was found');
  const failure = await makeOnce(folder, system.program, options);
  if (failure === undefined) return made;
  if (!system.mkdocs?.startsWith('1.6')) return noPython(`its environment could not be made (${failure})`);
  const message = `MkDocs ${system.mkdocs} of ${system.program} renders the docs: Callboard's own environment could not be made (${failure})`;
  return {
    python: system.program,
    identity: identityOf(system),
    diagnostics: [diagnose('techdocs/python-fallback', { message })],
  };
}

async function requirementsDigest(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(requirementsFile))
    .digest('hex')
    .slice(0, 16);
}

async function useOwn(python: string): Promise<PythonChoice> {
  const versions = await readVersions(python);
  if (versions?.mkdocs?.startsWith('1.6'))
    return { python: versions.program, identity: identityOf(versions), diagnostics: [] };
  const reason = versions
    ? versions.mkdocs
      ? `it has MkDocs ${versions.mkdocs}, not 1.6`
      : versions.missing
    : 'it does not run';
  return noPython(`techdocs.python names ${python}, which cannot render: ${reason}`);
}

function noPython(reason: string): PythonChoice {
  const message = `Docs are not built: ${reason}`;
  return { diagnostics: [diagnose('techdocs/python-missing', { message })] };
}

function identityOf({ python, packages }: PythonVersions): string {
  return [`Python ${python}`, ...packages].join(', ');
}

function userCacheFolder(): string {
  const { XDG_CACHE_HOME } = process.env;
  return join(XDG_CACHE_HOME?.startsWith('/') ? XDG_CACHE_HOME : join(homedir(), '.cache'), 'callboard');
}

function pythonOf(folder: string): string {
  return join(folder, 'bin', 'python');
}

/** Whether it is complete, and its Python still there: it is a link to the one that made it. Starting it costs more. */
async function isMade(folder: string): Promise<boolean> {
  return access(pythonOf(folder))
    .then(() => access(join(folder, stamp)))
    .then(
      () => true,
      () => false,
    );
}

/** Makes the environment unless another process is just doing so; gives the reason of a failure. */
async function makeOnce(folder: string, system: string, options: PythonOptions): Promise<string | undefined> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    const broken = options.anew ? await stampOf(folder) : undefined;
    return await withFolderLock(`${folder}.lock`, { signal: options.signal, patienceSeconds }, async () => {
      const isDone = (await isMade(folder)) && (!options.anew || (await stampOf(folder)) !== broken);
      return isDone ? undefined : await make(folder, system, options);
    });
  } catch (error) {
    return error instanceof Error
      ? (error.message.split('\n').find((line) => line.trim() !== '') ?? error.name)
      : String(error);
  }
}

/** Says which making of the environment this is. */
async function stampOf(folder: string): Promise<string | undefined> {
  return readFile(join(folder, stamp), 'utf8').catch(() => undefined);
}

async function make(folder: string, system: string, { signal, log }: PythonOptions): Promise<undefined> {
  const started = Date.now();
  const building = `${folder}.${process.pid}.new`;
  log(`Making the Python environment for docs in ${folder}`);
  try {
    await sweepUnfinished(folder);
    await install(building, system, signal);
    const made = `Made by Callboard on ${new Date().toISOString()} for rendering docs. Safe to delete.\n`;
    await writeFile(join(building, stamp), made);
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  log(`Made it in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** What a killed process left. Nobody else is making one now. */
async function sweepUnfinished(folder: string): Promise<void> {
  const names = await readdir(dirname(folder));
  const unfinished = names.filter((name) => name.startsWith(`${basename(folder)}.`) && name.endsWith('.new'));
  await Promise.all(unfinished.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })));
}

async function install(folder: string, system: string, signal: AbortSignal): Promise<void> {
  const options = { cancelSignal: signal, timeout: 300_000, stdin: 'ignore' } as const;
  const packages = ['--no-deps', '--require-hashes', '-r', requirementsFile];
  const hasUv = !(await execa('uv', ['--version'], { ...options, reject: false })).failed;
  if (hasUv) {
    await execa('uv', ['venv', '--quiet', '--python', system, folder], options);
    const flags = ['--quiet', '--compile-bytecode', '--python', pythonOf(folder)];
    await execa('uv', ['pip', 'install', ...flags, ...packages], options);
  } else {
    await execa(system, ['-m', 'venv', folder], options);
    const flags = ['--quiet', '--disable-pip-version-check', '--no-input'];
    await execa(pythonOf(folder), ['-m', 'pip', 'install', ...flags, ...packages], options);
  }
}
