import type { Portal } from './assemble-portal.ts';
import { groupPages } from './problems/group-page.ts';
import { repositoryProblemsPath } from './problems/problem-paths.ts';

/** An address that a page had before its repository was renamed or transferred. */
export interface MovedPage {
  /** Paths inside the portal. */
  readonly from: string;
  readonly to: string;
  /** Slug of the repository now. */
  readonly slug: string;
}

/**
 * Old addresses of the pages whose address holds a repository's name, each with the page that it leads to now, however often
 * the repository was renamed. None for a name that another repository has today, or that two repositories had. Pure.
 */
export function movedPages(portal: Portal): readonly MovedPage[] {
  const formerSlugs = portal.formerSlugs ?? new Map<string, readonly string[]>();
  const claims = Map.groupBy(
    [...formerSlugs].flatMap(([slug, formers]) => formers.map((former) => ({ slug, former }))),
    ({ former }) => former,
  );
  return [...claims.values()].flatMap((claimants) => {
    const [{ slug, former }] = claimants as [(typeof claimants)[number]];
    const isOne = claimants.every((claim) => claim.slug === slug);
    const group = portal.problems.groups.repository.get(slug);
    const isTaken = portal.repositoryBySlug.has(former) || portal.problems.groups.repository.has(former);
    if (!isOne || !group || isTaken) return [];
    return groupPages(portal, 'repository', group).map((_, index) => ({
      from: repositoryProblemsPath(former, index + 1),
      to: repositoryProblemsPath(slug, index + 1),
      slug,
    }));
  });
}
