import picomatch from 'picomatch';
import type { HostRepository } from './host-repository.ts';

/** Which repositories a source wants of those that its account has. */
export interface HostFilters {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly topics: readonly string[];
  readonly visibility: readonly HostRepository['visibility'][];
  readonly archived: boolean;
  readonly forks: boolean;
  readonly branch?: string;
}

/** Makes the test of whether a source wants a repository. `nameOf` gives what `include` and `exclude` are matched against. */
export function wantedRepositories(
  filters: HostFilters,
  nameOf: (repository: HostRepository) => string,
): (repository: HostRepository) => boolean {
  const globs = filters.include.length > 0 ? filters.include : ['**'];
  const matchesName = picomatch([...globs], { dot: true, nocase: true, ignore: [...filters.exclude] });
  return (repository) =>
    matchesName(nameOf(repository)) &&
    !repository.going &&
    (filters.archived || !repository.archived) &&
    (filters.forks || !repository.fork) &&
    (filters.visibility.length === 0 || filters.visibility.includes(repository.visibility)) &&
    hasTopic(repository.topics, filters.topics) &&
    !(filters.branch !== undefined && (repository.head === 'no-default-branch' || repository.head === 'empty'));
}

// `!` in front refuses, as with kinds.
function hasTopic(topics: readonly string[], wanted: readonly string[]): boolean {
  const refused = wanted.filter((topic) => topic.startsWith('!')).map((topic) => topic.slice(1));
  const asked = wanted.filter((topic) => !topic.startsWith('!'));
  if (refused.some((topic) => topics.includes(topic))) return false;
  return asked.length === 0 || asked.some((topic) => topics.includes(topic));
}
