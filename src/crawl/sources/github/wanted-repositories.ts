import picomatch from 'picomatch';
import type { GithubSourceConfig } from '../../../config/config.ts';
import type { GithubRepository } from './github-repository.ts';

/** Makes the test of whether a source wants a repository that its account has. */
export function wantedRepositories(config: GithubSourceConfig): (repository: GithubRepository) => boolean {
  const globs = config.include.length > 0 ? config.include : ['*'];
  const matchesName = picomatch([...globs], { dot: true, nocase: true, ignore: [...config.exclude] });
  return (repository) =>
    matchesName(repository.fullName.split('/').at(-1) ?? '') &&
    (config.archived || !repository.archived) &&
    (config.forks || !repository.fork) &&
    (config.visibility.length === 0 || config.visibility.includes(repository.visibility)) &&
    hasTopic(repository.topics, config.topics) &&
    !(config.branch !== undefined && (repository.head === 'no-default-branch' || repository.head === 'empty'));
}

// `!` in front refuses, as with kinds.
function hasTopic(topics: readonly string[], wanted: readonly string[]): boolean {
  const refused = wanted.filter((topic) => topic.startsWith('!')).map((topic) => topic.slice(1));
  const asked = wanted.filter((topic) => !topic.startsWith('!'));
  if (refused.some((topic) => topics.includes(topic))) return false;
  return asked.length === 0 || asked.some((topic) => topics.includes(topic));
}
