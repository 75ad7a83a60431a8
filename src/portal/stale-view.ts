import type { CatalogEntity, StaleVersion } from '../catalog/entity.ts';
import type { StaleRepository } from '../catalog/repository-files.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Portal } from './assemble-portal.ts';
import { problemView } from './problems/problem-view.ts';
import { statusPagePath } from './status/status-paths.ts';
import { hostCommitUrl, urlOf } from './urls.ts';
import type { StaleNotice } from './views/entity.ts';
import type { AsOf } from './views/shared.ts';

/** What the page of an entity says when it shows an older version; `undefined` for the newest. */
export function staleView(portal: Portal, { stale, source }: CatalogEntity): StaleNotice | undefined {
  if (!stale || stale.held) return undefined;
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

/** Since when an entity is shown as it was for want of anything newer; `undefined` while its repository is up to date. */
export function entityAsOf(portal: Portal, { stale, source }: CatalogEntity): AsOf | undefined {
  if (!stale?.held) return repositoryAsOf(portal, source.repository);
  return asOf(portal, { freshAt: stale.committedAt, reason: stale.reason.message, held: true });
}

/** Since when a repository is shown as it was; `undefined` while it is up to date. */
export function repositoryAsOf(portal: Portal, slug: string): AsOf | undefined {
  const stale = portal.repositoryBySlug.get(slug)?.stale;
  return stale && asOf(portal, stale);
}

function asOf(portal: Portal, { freshAt, reason, held }: StaleRepository): AsOf {
  return {
    time: freshAt,
    reason,
    ...(held && { held }),
    ...(portal.crawl && { statusUrl: urlOf(portal.config.base, statusPagePath()) }),
  };
}

/** Whether a diagnostic is the reason that a notice gives already; severities may have been chosen differently. */
export function isReasonOf(stale: StaleVersion | undefined, { code, message, source }: Diagnostic): boolean {
  if (stale?.reason.code !== code || stale.reason.message !== message) return false;
  return stale.reason.source?.path === source?.path && stale.reason.source?.line === source?.line;
}
