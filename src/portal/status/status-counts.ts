import type { CatalogEntity } from '../../catalog/entity.ts';
import type { Portal } from '../assemble-portal.ts';
import { type RepositoryStatus, type StatusOutcome, statusOutcomes } from './crawl-status.ts';

/** How many repositories have each outcome; every outcome is there. */
export type OutcomeCounts = Readonly<Record<StatusOutcome, number>>;

/** Counts repositories by outcome. */
export function countOutcomes(repositories: readonly RepositoryStatus[]): OutcomeCounts {
  const counts = Object.fromEntries(statusOutcomes.map((outcome) => [outcome, 0])) as Record<StatusOutcome, number>;
  for (const { outcome } of repositories) counts[outcome] += 1;
  return counts;
}

/** Repositories that the portal shows. */
export function shownRepositories({ fresh, stale, refused, held }: OutcomeCounts): number {
  return fresh + stale + refused + held;
}

/** Entities by the repository that they were read in, as pages group them. */
export function entitiesByRepository(portal: Portal): ReadonlyMap<string, readonly CatalogEntity[]> {
  return Map.groupBy(portal.catalog.entities, ({ source }) => source.repository);
}

/** Whether an entity is shown as it was: its newest definition was refused, or its repository is not fresh. */
export function isStale(portal: Portal, { stale, source }: CatalogEntity): boolean {
  return stale !== undefined || portal.repositoryBySlug.get(source.repository)?.stale !== undefined;
}
