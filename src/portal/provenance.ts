import type { Portal } from './assemble-portal.ts';
import { hostCommitUrl, hostFileUrl } from './urls.ts';
import type { Provenance } from './views/shared.ts';

/** Where and when a file was read, with links to it on its code host; `version`: an older commit that is shown instead. */
export function provenanceOf(
  portal: Portal,
  slug: string,
  path: string,
  version?: { readonly commit: string; readonly committedAt: string },
): Provenance {
  const newest = portal.repositoryBySlug.get(slug);
  if (!newest) return { repository: slug, branch: '', commit: '', committedAt: '', path };
  const repository = { ...newest, ...(version && { commit: version.commit, committedAt: version.committedAt }) };
  const commitUrl = hostCommitUrl(repository);
  const sourceUrl = hostFileUrl(repository, path);
  const editUrl = hostFileUrl(repository, path, 'edit');
  return {
    repository: slug,
    ...(repository.webUrl && { repositoryUrl: repository.webUrl }),
    branch: repository.branch,
    commit: repository.commit.slice(0, 7),
    ...(commitUrl && { commitUrl }),
    committedAt: repository.committedAt,
    path,
    ...(sourceUrl && { sourceUrl }),
    ...(editUrl && { editUrl }),
  };
}
