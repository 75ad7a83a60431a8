import type { RepositoryInfo } from './repository-files.ts';

/** A file address taken apart: which repository, and what follows `blob/`, `tree/` …. */
export interface FileAddress {
  /** Canonical form of the repository's web address, to be compared with `repositoryKey`. */
  readonly repository: string;
  /** Web address of the repository as it was written. */
  readonly webUrl: string;
  /** `<ref>/<path>`; a ref may itself hold slashes. */
  readonly refAndPath: string;
}

/** Web address of a file as the host shows it, or `undefined` where the repository has no pages. */
export function fileUrl(repository: RepositoryInfo, path: string, view: 'blob' | 'edit' | 'tree'): string | undefined {
  if (!repository.webUrl || repository.host === 'none') return undefined;
  const marker = repository.host === 'gitlab' ? `/-/${view}/` : `/${view}/`;
  const base = repository.webUrl.replace(/\/+$/, '');
  return `${base}${marker}${encodePath(repository.branch)}/${encodePath(path)}`;
}

/** What a repository's web address is compared by: host, owner and name without case, `.git` or slash at the end. */
export function repositoryKey(webUrl: string): string | undefined {
  if (!URL.canParse(webUrl)) return undefined;
  const url = new URL(webUrl);
  return `${url.host}${decode(url.pathname)}`.toLowerCase().replace(/(?:\.git)?\/*$/, '');
}

/** Takes apart the web address of a file or folder on GitHub, GitLab or alike; `undefined` for any other URL. */
export function parseFileUrl(text: string): FileAddress | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const path = decode(url.pathname);
  const match =
    /^(\/.+?)\/-\/(?:blob|tree|raw|edit)\/(.+)$/.exec(path) ??
    /^(\/[^/]+\/[^/]+)\/(?:blob|tree|raw|edit)\/(.+)$/.exec(path);
  if (!match) return undefined;
  const webUrl = `${url.origin}${match[1]}`;
  const repository = repositoryKey(webUrl);
  return repository === undefined ? undefined : { repository, webUrl, refAndPath: match[2] ?? '' };
}

/** The path inside a repository that a file address means, if it is of this repository at the ref that was read. */
export function pathInRepository(repository: RepositoryInfo, address: FileAddress): string | undefined {
  if (!repository.webUrl || repositoryKey(repository.webUrl) !== address.repository) return undefined;
  for (const ref of [repository.branch, repository.commit, 'HEAD']) {
    if (ref !== '' && address.refAndPath.startsWith(`${ref}/`)) {
      return normalisePath(address.refAndPath.slice(ref.length + 1));
    }
  }
  return undefined;
}

/** Resolves `.` and `..` in a path inside a repository; `undefined` when it leads out. */
export function normalisePath(path: string): string | undefined {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (kept.pop() === undefined) return undefined;
    } else {
      kept.push(part);
    }
  }
  return kept.join('/');
}

/** Folder of a path, `''` at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
