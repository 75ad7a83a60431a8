/** Folder of a path inside a repository, `''` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** Joins a folder and a name inside a repository. */
export function joinPath(folder: string, name: string): string {
  if (folder === '') return name;
  return name === '' ? folder : `${folder}/${name}`;
}

/**
 * Resolves a relative path against a folder of the repository: normalised, without slashes at its ends.
 * `undefined` when it leaves the repository or is not a plain relative path.
 */
export function resolveInside(folder: string, relative: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (relative.startsWith('/') || /[\\\u0000-\u001f\u007f]|^[a-z]:/i.test(relative)) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.includes('.git') ? undefined : parts.join('/');
}

/** Whether a path is the folder itself or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** The path as seen from the folder; the path must lie in it. */
export function relativeTo(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

/** The part of a sorted list of paths that lies in a folder, found by halving. */
export function pathsWithin(sorted: readonly string[], folder: string): readonly string[] {
  if (folder === '') return sorted;
  const prefix = `${folder}/`;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sorted[end]?.startsWith(prefix)) end += 1;
  return sorted.slice(low, end);
}
