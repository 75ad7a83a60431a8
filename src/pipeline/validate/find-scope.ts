import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { findGitFolder } from '../../crawl/git/head.ts';
import { listFolder, listWithGit, type WorkTreeFiles } from '../../crawl/work-tree/list-files.ts';
import { CallboardError } from '../../diagnostics/callboard-error.ts';

/** The repository that paths lie in, and the part of it that they name. Paths are relative to the root, with `/`. */
export interface Scope {
  /** Absolute path of the repository; without Git, of the folder that holds all that was named. */
  readonly root: string;
  readonly gitFolder?: string;
  readonly listed: WorkTreeFiles;
  /** Files that were named one by one. */
  readonly files: readonly string[];
  /** Folders that were named; `''` is the whole repository. */
  readonly folders: readonly string[];
}

/** Finds what paths of the command line mean. Throws a CallboardError when one is not there, or they share no repository. */
export async function findScope(paths: readonly string[], workingFolder: string, signal: AbortSignal): Promise<Scope> {
  const named = await Promise.all(paths.map((path) => findPath(path, workingFolder)));
  const home = await realpath(workingFolder);
  const repositories = await Promise.all(named.map(({ folder }) => findRepository(folder)));
  const [first] = repositories;
  const root = first?.root ?? (named.every(({ path }) => isInside(home, path)) ? home : (named[0]?.folder ?? home));
  const stray = named.findIndex(
    ({ path }, index) => !isInside(root, path) || repositories[index]?.root !== first?.root,
  );
  if (stray !== -1) {
    throw new CallboardError(
      'several-repositories',
      `${paths[0]} and ${paths[stray]} are not in the same repository.`,
      'Run callboard validate once for each repository.',
    );
  }
  const inside = (path: string) => relative(root, path).split(sep).join('/');
  const gitFolder = first?.gitFolder;
  return {
    root,
    ...(gitFolder && { gitFolder }),
    // Small CI images have no Git; what is ignored is then not told from the rest.
    listed: gitFolder
      ? await listWithGit(root, gitFolder, signal).catch(() => listFolder(root))
      : await listFolder(root),
    files: named.filter(({ isFile }) => isFile).map(({ path }) => inside(path)),
    folders: named.filter(({ isFile }) => !isFile).map(({ path }) => inside(path)),
  };
}

/** Whether a path of the repository is part of what was named. */
export function isInScope(path: string, { files, folders }: Pick<Scope, 'files' | 'folders'>): boolean {
  return files.includes(path) || folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
}

interface NamedPath {
  readonly path: string;
  readonly folder: string;
  readonly isFile: boolean;
}

async function findPath(path: string, workingFolder: string): Promise<NamedPath> {
  const absolute = await realpath(resolve(workingFolder, path)).catch(() => undefined);
  const found = absolute === undefined ? undefined : await stat(absolute);
  if (absolute === undefined || !(found?.isFile() || found?.isDirectory())) {
    throw new CallboardError(
      'path-not-found',
      `There is no file or folder ${path}.`,
      'Name catalog files or folders of one repository; without any, the current folder is validated.',
    );
  }
  return { path: absolute, folder: found.isFile() ? dirname(absolute) : absolute, isFile: found.isFile() };
}

async function findRepository(
  folder: string,
): Promise<{ readonly root: string; readonly gitFolder: string } | undefined> {
  const gitFolder = await findGitFolder(folder);
  if (gitFolder) return { root: folder, gitFolder };
  const above = dirname(folder);
  return above === folder ? undefined : findRepository(above);
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
