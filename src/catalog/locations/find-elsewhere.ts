import type { RepositoryFiles } from '../repository-files.ts';
import { parseFileUrl, pathInRepository, repositoryKey } from '../repository-urls.ts';
import { isGlob, matchPaths } from './match-paths.ts';
import type { FoundElsewhere } from './walk-descriptors.ts';

/**
 * Prepares what is known of files in other repositories. A run that is not `whole` sees one repository alone: a file of
 * another one counts as read there, because nothing can be said of it. `notFollowed`: reasons, by address.
 */
export function prepareElsewhere(
  repositories: readonly RepositoryFiles[],
  isWhole: boolean,
  notFollowed: ReadonlyMap<string, string>,
): (url: string) => FoundElsewhere {
  const byKey = new Map<string, RepositoryFiles>();
  for (const files of repositories) {
    const key = files.repository.webUrl && repositoryKey(files.repository.webUrl);
    if (key) byKey.set(key, files);
  }
  return (url) => {
    const address = parseFileUrl(url);
    const notRead = { notRead: notFollowed.get(url) };
    if (!address) return notRead;
    const other = byKey.get(address.repository);
    if (!other) return isWhole ? notRead : 'read';
    const path = pathInRepository(other.repository, address);
    return path === undefined ? notRead : findPath(path, other);
  };
}

function findPath(path: string, { files, catalogPaths, unread }: RepositoryFiles): FoundElsewhere {
  if (files.get(path)?.text !== undefined || unread?.has(path)) return 'read';
  const isThere = isGlob(path) && (matchPaths(path, catalogPaths)?.length ?? 0) > 0;
  return isThere ? 'read' : 'absent';
}
