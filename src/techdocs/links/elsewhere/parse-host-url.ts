import type { RepositoryInfo } from '../../../catalog/repository-files.ts';
import { normalisePath } from '../../../catalog/repository-urls.ts';

/** A file or folder that an address on a code host means, at the branch that was read. */
export interface HostFile {
  readonly repository: RepositoryInfo;
  /** Path in the repository, `''` for its root. */
  readonly path: string;
  /** Where readers change the file, not where they read it. */
  readonly isEditor: boolean;
  /** Without the `#`; `''` when there is none. */
  readonly fragment: string;
}

/** Finds a repository by host and path in lower case, as `repositoryKey` writes them. */
export type FindRepository = (key: string) => RepositoryInfo | undefined;

const views: ReadonlySet<string> = new Set(['blob', 'tree', 'raw', 'edit', '_edit', 'src', 'media', 'browse']);
const deepestRepository = 8;
const lineNumber = /^(?:L\d|lines-\d|n\d+$)/;

/**
 * Takes apart the address of a file on GitHub, GitLab, Gitea, Bitbucket or Azure DevOps. `undefined` for what is not a file of a known
 * repository at the branch that was read: other branches, tags, fixed commits, single lines, and the repository itself.
 */
export function parseHostUrl(href: string, find: FindRepository): HostFile | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const fragment = decode(url.hash.slice(1));
  // Who names lines, or wants the source, means the file as the host shows it.
  if (lineNumber.test(fragment) || url.searchParams.has('plain')) return undefined;
  const parts = url.pathname.split('/').filter(Boolean).map(decode);
  const found = url.host === 'raw.githubusercontent.com' ? rawOfGithub(parts, find) : onHost(url, parts, find);
  if (!found) return undefined;
  const path = found.path === undefined ? undefined : normalisePath(found.path);
  return path === undefined ? undefined : { ...found, path, fragment };
}

type Found = Pick<HostFile, 'repository' | 'isEditor'> & { readonly path: string | undefined };

function rawOfGithub(parts: readonly string[], find: FindRepository): Found | undefined {
  const repository = find(`github.com/${parts.slice(0, 2).join('/')}`.toLowerCase());
  return repository && { repository, isEditor: false, path: pathAtBranch(parts.slice(2), repository) };
}

function onHost(url: URL, parts: readonly string[], find: FindRepository): Found | undefined {
  const host = url.host.replace(/^www\./, '');
  for (let length = 1; length <= Math.min(parts.length, deepestRepository); length += 1) {
    const repository = findAt(host, parts.slice(0, length), find);
    if (repository) return below(repository, parts.slice(length), url);
  }
  return undefined;
}

function findAt(host: string, parts: readonly string[], find: FindRepository): RepositoryInfo | undefined {
  const at = (path: readonly string[]) => find(`${host}/${path.join('/')}`.toLowerCase().replace(/\.git$/, ''));
  // Bitbucket's pages and its addresses for Git differ.
  const [projects, project = '', repos, name = ''] = parts;
  const isBitbucket = parts.length === 4 && projects === 'projects' && repos === 'repos';
  return at(parts) ?? (isBitbucket ? (at(['scm', project, name]) ?? at([project, name])) : undefined);
}

function below(repository: RepositoryInfo, rest: readonly string[], url: URL): Found | undefined {
  const [view, ...after] = rest[0] === '-' ? rest.slice(1) : rest;
  if (view === undefined) return inAzure(repository, url);
  if (!views.has(view)) return undefined;
  const isEditor = view === 'edit' || view === '_edit';
  if (view === 'browse') {
    const at = url.searchParams.get('at') ?? repository.branch;
    return { repository, isEditor, path: isBranch(at, repository) ? after.join('/') : undefined };
  }
  const isNamed = after[0] === 'branch' && view !== 'blob' && view !== 'tree';
  return { repository, isEditor, path: pathAtBranch(isNamed ? after.slice(1) : after, repository) };
}

function inAzure(repository: RepositoryInfo, { searchParams }: URL): Found | undefined {
  const path = searchParams.get('path');
  const version = searchParams.get('version') ?? `GB${repository.branch}`;
  if (path === null) return undefined;
  return { repository, isEditor: false, path: version === `GB${repository.branch}` ? path : undefined };
}

function pathAtBranch(parts: readonly string[], repository: RepositoryInfo): string | undefined {
  const joined = parts.join('/');
  for (const ref of [repository.branch, `refs/heads/${repository.branch}`, 'HEAD']) {
    if (joined === ref) return '';
    if (joined.startsWith(`${ref}/`)) return joined.slice(ref.length + 1);
  }
  return undefined;
}

function isBranch(ref: string, { branch }: RepositoryInfo): boolean {
  return ref === branch || ref === `refs/heads/${branch}` || ref === 'HEAD';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
