import type { RepositoryInfo } from '../repository-files.ts';
import { folderOf, normalisePath, parseFileUrl, pathInRepository, repositoryKey } from '../repository-urls.ts';

/** What a target of a Location or a placeholder means. */
export type ResolvedTarget =
  | { readonly type: 'path'; readonly path: string }
  | { readonly type: 'elsewhere'; readonly url: string; readonly reason: string }
  | { readonly type: 'invalid'; readonly reason: string };

/**
 * Resolves a target against the file that names it: relative paths, `/` for the repository's root, and web addresses
 * that mean a file of the same repository at the ref that was read.
 */
export function resolveTarget(repository: RepositoryInfo, from: string, target: string): ResolvedTarget {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return resolveUrl(repository, target);
  const plain = target.startsWith('/') ? target : `${folderOf(from)}/${target}`;
  const path = normalisePath(plain);
  if (path === undefined) return { type: 'invalid', reason: 'it leads out of the repository' };
  if (target.endsWith('/') || path === '') return { type: 'invalid', reason: 'it is a folder and not a file' };
  return { type: 'path', path };
}

function resolveUrl(repository: RepositoryInfo, target: string): ResolvedTarget {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) {
    return { type: 'invalid', reason: 'it is neither a path nor a web address' };
  }
  const address = parseFileUrl(target);
  const path = address && pathInRepository(repository, address);
  if (path) return { type: 'path', path };
  const isOurs = address !== undefined && repository.webUrl && repositoryKey(repository.webUrl) === address.repository;
  return {
    type: 'elsewhere',
    url: target,
    reason: isOurs ? 'on another branch of this repository' : 'outside this repository',
  };
}
