import type { CatalogEntity, StaleVersion } from '../catalog/entity.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Portal } from './assemble-portal.ts';
import { problemView } from './problems/problem-view.ts';
import { hostCommitUrl } from './urls.ts';
import type { StaleNotice } from './views/entity.ts';

/** What the page of an entity says when it shows an older version; `undefined` for the newest. */
export function staleView(portal: Portal, { stale, source }: CatalogEntity): StaleNotice | undefined {
  if (!stale) return undefined;
  const { commit, committedAt, reason } = stale;
  const repository = portal.repositoryBySlug.get(source.repository);
  const commitUrl = repository && hostCommitUrl({ ...repository, commit });
  return {
    commit: commit.slice(0, 7),
    ...(commitUrl && { commitUrl }),
    committedAt,
    problem: problemView(portal, reason),
  };
}

/** Whether a diagnostic is the reason that a notice gives already; severities may have been chosen differently. */
export function isReasonOf(stale: StaleVersion | undefined, { code, message, source }: Diagnostic): boolean {
  if (stale?.reason.code !== code || stale.reason.message !== message) return false;
  return stale.reason.source?.path === source?.path && stale.reason.source?.line === source?.line;
}
