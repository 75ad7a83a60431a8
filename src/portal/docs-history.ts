import type { DocsAuthor, DocsPage, DocsSite } from '../techdocs/docs-site.ts';
import { mentionOf, type Portal } from './assemble-portal.ts';
import { staleMark } from './docs-freshness.ts';
import { hostCommitUrl, hostFileUrl } from './urls.ts';
import type { DocsHistoryView } from './views/docs.ts';

const mostAuthors = 5;

/** Who changed a docs page when, for its foot; `undefined` when nothing is known of it. */
export function docsHistory(portal: Portal, site: DocsSite, page: DocsPage): DocsHistoryView | undefined {
  const { history } = page;
  const repository = portal.repositoryBySlug.get(site.repository);
  if (!history || !repository) return undefined;
  const { changed, since, authors } = history;
  const author = ({ name, ref }: DocsAuthor) => {
    const url = ref === undefined ? undefined : mentionOf(portal, ref).url;
    return { text: name, ...(url !== undefined && { url }) };
  };
  const of = (other: DocsAuthor) => other.name !== changed?.by?.name || other.ref !== changed.by.ref;
  const others = authors.filter(of);
  const at = changed && { ...repository, commit: changed.commit };
  const commitUrl = at && hostCommitUrl(at);
  const sourceUrl = hostFileUrl(at ?? repository, page.sourcePath);
  const stale = staleMark(page, portal.staleDocs);
  return {
    ...(changed && {
      changed: {
        time: changed.at,
        commit: changed.commit.slice(0, 7),
        branch: repository.branch,
        ...(commitUrl && { commitUrl }),
        ...(changed.by && { by: author(changed.by) }),
      },
    }),
    ...(since !== undefined && { since }),
    others: others.slice(0, mostAuthors).map(author),
    more: Math.max(0, others.length - mostAuthors),
    repository: site.repository,
    path: page.sourcePath,
    ...(sourceUrl && { sourceUrl }),
    ...(stale !== undefined && { stale }),
  };
}
