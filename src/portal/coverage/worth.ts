import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import type { BareRepository } from '../../catalog/suggestion/suggest-descriptor.ts';

const year = 365 * 24 * 60 * 60 * 1000;

/**
 * Compares repositories by how much their descriptor would give: a commit in the year before the newest commit of all counts
 * twice, definitions of APIs and docs once each; then the newest commit, then the slug. Knows no clock.
 */
export function worthOf(all: readonly RepositoryInfo[]): (a: BareRepository, b: BareRepository) => number {
  const newest = Math.max(
    ...all.map(({ committedAt }) => Date.parse(committedAt)).filter((time) => !Number.isNaN(time)),
  );
  const pointsOf = ({ repository, facts }: BareRepository) =>
    (newest - Date.parse(repository.committedAt) <= year ? 2 : 0) +
    (facts.definitions.length > 0 ? 1 : 0) +
    (facts.docs === undefined ? 0 : 1);
  return (a, b) =>
    pointsOf(b) - pointsOf(a) ||
    (a.repository.committedAt < b.repository.committedAt ? 1 : 0) -
      (a.repository.committedAt > b.repository.committedAt ? 1 : 0) ||
    (a.repository.slug < b.repository.slug ? -1 : 1);
}
