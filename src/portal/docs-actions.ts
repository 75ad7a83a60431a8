import type { RepositoryInfo } from '../catalog/repository-files.ts';
import type { DocsPage, DocsSite } from '../techdocs/docs-site.ts';
import type { Portal } from './assemble-portal.ts';
import { hostPages } from './host-pages.ts';
import { docsPath, encodePath, hostFileUrl, urlOf } from './urls.ts';
import type { DocsActions } from './views/docs.ts';
import { textsIn } from './views/text/texts.ts';

/** What can be done about a docs page on its code host. */
export function docsActions(portal: Portal, site: DocsSite, page: DocsPage): DocsActions {
  const repository = portal.repositoryBySlug.get(site.repository);
  if (!repository) return {};
  const pages = hostPages(repository);
  const historyUrl =
    pages && repository.webUrl + pages.history(encodePath(repository.branch), encodePath(page.sourcePath));
  if (repository.archived) return { ...(historyUrl && { historyUrl }) };
  const editUrl = page.edit ? page.edit.url : hostFileUrl(repository, page.sourcePath, 'edit');
  const issueUrl = issueUrlOf(portal, repository, site, page);
  return { ...(editUrl && { editUrl }), ...(issueUrl && { issueUrl }), ...(historyUrl && { historyUrl }) };
}

function issueUrlOf(portal: Portal, repository: RepositoryInfo, site: DocsSite, page: DocsPage): string | undefined {
  const pages = hostPages(repository);
  if (!pages?.issue) return undefined;
  const { language, url, title } = portal.config;
  const text = textsIn(language).docs;
  const address = url === undefined ? text.inPortal(title) : `${url}${urlOf('/', docsPath(site.entityRef, page.path))}`;
  const heading = page.title === site.title ? page.title : `${page.title} (${site.title})`;
  const body = text.issueBody(address, page.sourcePath);
  return repository.webUrl + pages.issue(text.issueTitle(heading).slice(0, 200), body);
}
