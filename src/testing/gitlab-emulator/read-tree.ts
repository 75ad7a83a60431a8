import type { Project } from './gitlab-model.ts';

/** One entry of a folder. */
export interface TreeEntry {
  readonly path: string;
  readonly name: string;
  readonly type: 'blob' | 'tree';
  readonly mode: '100644' | '040000';
  readonly sha: string;
}

/** The default branch, or what the host takes for it when there is none of that name (Gitaly's `FindDefaultBranchName`). */
export function rootRefOf({ branches, defaultBranch }: Project): string | undefined {
  const names = [...branches.keys()].sort();
  return [defaultBranch, 'main', 'master', ...names].find((name) => branches.has(name));
}

/** The commit that a branch or commit id stands for; by default of the default branch. */
export function resolveRef(project: Project, ref = 'HEAD'): string | undefined {
  const { branches, objects } = project;
  const branch = ref === 'HEAD' ? (rootRefOf(project) ?? '') : ref.replace(/^refs\/heads\//, '');
  return branches.get(branch) ?? (objects.read(ref)?.type === 'commit' ? ref : undefined);
}

/** What is in a folder of a commit, folders first, or in all folders below it as well. */
export function entriesOf(
  { objects }: Project,
  commit: string,
  folder: string,
  recursive: boolean,
): readonly TreeEntry[] {
  const prefix = folder === '' || folder === '/' ? '' : `${folder.replace(/^\/|\/$/g, '')}/`;
  const found = new Map<string, TreeEntry>();
  for (const [file] of objects.filesOf(commit)) {
    if (!file.startsWith(prefix)) continue;
    const names = file.slice(prefix.length).split('/');
    const depth = recursive ? names.length : 1;
    for (let count = 1; count <= depth; count += 1) {
      const path = prefix + names.slice(0, count).join('/');
      const type = count < names.length ? 'tree' : 'blob';
      const sha = objects.find(commit, path) ?? '';
      found.set(path, { path, name: names[count - 1] ?? '', type, mode: type === 'blob' ? '100644' : '040000', sha });
    }
  }
  const key = ({ type, path }: TreeEntry) => (type === 'tree' ? `0${path}` : `1${path}`);
  return [...found.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
