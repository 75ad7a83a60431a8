import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runGit } from '../git/run-git.ts';
import { maximalEntries, type TreeEntry } from '../git/tree.ts';

/** Kinds of what lies on disk by path from the root, with `/` between folders. */
export type WorkTreeFiles = ReadonlyMap<string, TreeEntry['kind']>;

const kindsByMode: ReadonlyMap<string, TreeEntry['kind']> = new Map([
  ['120000', 'symlink'],
  ['160000', 'submodule'],
]);

/**
 * What a commit of everything would hold: tracked files that are still there, and those that are new and not ignored.
 * Rejects when Git cannot be run, or refuses.
 */
export async function listWithGit(root: string, gitFolder: string, signal: AbortSignal): Promise<WorkTreeFiles> {
  const tags = ['--cached', '--others', '--deleted', '--exclude-standard', '--stage', '-t', '-z'];
  const output = await runGit(['-C', root, '--work-tree', root, 'ls-files', ...tags], { gitFolder, signal });
  const files = new Map<string, TreeEntry['kind']>();
  const removed: string[] = [];
  const added: string[] = [];
  for (const line of output.split('\0')) {
    const [tag, mode] = line.split(' ', 2);
    const path = tag === '?' ? line.slice(2) : line.slice(line.indexOf('\t') + 1);
    if (path === '' || path.endsWith('/')) continue;
    if (tag === '?') added.push(path);
    else if (tag === 'R') removed.push(path);
    else files.set(path, kindsByMode.get(mode ?? '') ?? 'file');
  }
  for (const path of removed) files.delete(path);
  const kinds = await Promise.all(added.map((path) => kindOnDisk(join(root, path))));
  for (const [index, path] of added.entries()) {
    const kind = kinds[index];
    if (kind) files.set(path, kind);
  }
  return files;
}

/** Everything below a folder that is no repository, but what tools put there: `.git` and `node_modules`. Links are not followed. */
export async function listFolder(root: string): Promise<WorkTreeFiles> {
  const files = new Map<string, TreeEntry['kind']>();
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined && files.size < maximalEntries; folder = folders.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = `${folder}${entry.name}`;
      if (entry.isSymbolicLink()) files.set(path, 'symlink');
      else if (entry.isFile()) files.set(path, 'file');
      else if (entry.isDirectory() && !toolFolders.has(entry.name)) folders.push(`${path}/`);
    }
  }
  return files;
}

const toolFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

async function kindOnDisk(path: string): Promise<TreeEntry['kind'] | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isSymbolicLink()) return 'symlink';
  return found?.isFile() ? 'file' : undefined;
}
