import type { Portal } from './assemble-portal.ts';
import { hostCommitUrl, hostFileUrl } from './urls.ts';
import type { Provenance } from './views/shared.ts';

/** Where and when a file was read, with links to it on its code host. */
export function provenanceOf(portal: Portal, slug: string, path: string): Provenance {
  const repository = portal.repositoryBySlug.get(slug);
  if (!repository) return { repository: slug, branch: '', commit: '', committedAt: '', path };
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
