import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { isSafeRefName } from '../address.ts';
import { runGit } from './run-git.ts';

/** Where a repository stands: its commit and the branch that people know it by. */
export interface Head {
  readonly commit: string;
  /** Short name; the commit itself when no branch is known. */
  readonly branch: string;
}

const oidPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Git's own folder of what may be a repository: `folder/.git` (also when that is a file, as in a linked work tree) or
 * the folder itself when it is bare; `undefined` when it is none.
 */
export async function findGitFolder(folder: string): Promise<string | undefined> {
  const inner = join(folder, '.git');
  const pointer = await readIfThere(inner);
  const target = pointer?.match(/^gitdir: (.+)$/m)?.[1];
  for (const candidate of [target ? resolve(folder, target) : inner, folder]) {
    if (await looksLikeGit(candidate)) return candidate;
  }
  return undefined;
}

/** The folder that holds what linked work trees share: references, objects and configuration. */
export async function commonFolder(gitFolder: string): Promise<string> {
  const common = (await readIfThere(join(gitFolder, 'commondir')))?.trim();
  if (!common) return gitFolder;
  return isAbsolute(common) ? common : join(gitFolder, common);
}

/** Resolves HEAD to a commit without a process where references are files; `undefined` when there is no commit yet. */
export async function readHead(gitFolder: string, signal: AbortSignal): Promise<Head | undefined> {
  const common = await commonFolder(gitFolder);
  if (await isFolder(join(common, 'reftable'))) return askHead(gitFolder, signal);
  const text = (await readIfThere(join(gitFolder, 'HEAD')))?.trim() ?? '';
  if (oidPattern.test(text)) return { commit: text, branch: (await defaultBranch(common)) ?? text };
  const ref = text.match(/^ref: (refs\/.+)$/)?.[1];
  if (!ref || ref.split('/').includes('..')) return askHead(gitFolder, signal);
  const commit = await readRef(common, ref);
  return commit === undefined ? undefined : { commit, branch: shortName(ref) };
}

/** The part of a reference that people say: `refs/heads/main` is `main`. */
export function shortName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags|remotes\/origin)\//, '');
}

/** The branch that a remote's HEAD stands for; the commit itself where that has no name that Git would take. */
export function branchOf(ref: string | undefined, commit: string): string {
  const name = ref && shortName(ref);
  return name && isSafeRefName(name) ? name : commit;
}

async function readRef(common: string, ref: string): Promise<string | undefined> {
  const loose = (await readIfThere(join(common, ref)))?.trim();
  if (loose && oidPattern.test(loose)) return loose;
  const packed = await readIfThere(join(common, 'packed-refs'));
  const line = packed?.split('\n').find((each) => each.endsWith(` ${ref}`));
  const commit = line?.split(' ')[0];
  return commit && oidPattern.test(commit) ? commit : undefined;
}

// A checkout in CI is usually detached; the branch that its remote calls default is what links should name.
async function defaultBranch(common: string): Promise<string | undefined> {
  const ref = (await readIfThere(join(common, 'refs/remotes/origin/HEAD')))?.match(/^ref: (.+)$/m)?.[1];
  return ref && shortName(ref);
}

async function askHead(gitFolder: string, signal: AbortSignal): Promise<Head | undefined> {
  const run = { gitFolder, signal };
  const commit = (await runGit(['rev-parse', '--verify', '--quiet', 'HEAD'], run).catch(() => '')).trim();
  if (!oidPattern.test(commit)) return undefined;
  const ref = (await runGit(['symbolic-ref', '--quiet', 'HEAD'], run).catch(() => '')).trim();
  return { commit, branch: ref ? shortName(ref) : commit };
}

async function looksLikeGit(folder: string): Promise<boolean> {
  const [head, objects] = await Promise.all([
    readIfThere(join(folder, 'HEAD')),
    commonFolder(folder).then((common) => isFolder(join(common, 'objects'))),
  ]);
  return head !== undefined && objects;
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
