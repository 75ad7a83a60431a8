import type { DocsSite } from '../techdocs/docs-site.ts';
import type { Portal } from './assemble-portal.ts';
import { overviewPath, repositoryProblemsPath } from './problems/problem-paths.ts';
import { hostCommitUrl, urlOf } from './urls.ts';
import type { DocsLastGood } from './views/docs.ts';
import { type Language, textsIn } from './views/text/texts.ts';

/** What pages of a docs site say that is shown as an earlier build made it; `undefined` for what stands in the repository today. */
export function docsLastGood(portal: Portal, { lastGood, repository: slug }: DocsSite): DocsLastGood | undefined {
  if (!lastGood) return undefined;
  const { commit, at, reason } = lastGood;
  const repository = portal.repositoryBySlug.get(slug);
  const commitUrl = repository && hostCommitUrl({ ...repository, commit });
  const isOwn = portal.diagnostics.some(({ source }) => source?.repository === slug);
  const problems = isOwn ? repositoryProblemsPath(slug) : overviewPath('repository');
  return {
    commit: commit.slice(0, 7),
    ...(commitUrl && { commitUrl }),
    committedAt: at,
    reason: /[.!?]$/.test(reason) ? reason : `${reason}.`,
    problemsUrl: urlOf(portal.config.base, problems),
  };
}

/** What lists say of such a site, in a few words. */
export function docsMark({ lastGood }: DocsSite, language: Language): { readonly mark?: string } {
  return lastGood ? { mark: textsIn(language).marks.earlierVersion } : {};
}
