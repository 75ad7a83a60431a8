import type { GitlabSourceConfig } from '../../../config/config.ts';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Clock } from '../../clock.ts';
import { openGenerated } from '../../generated-repository.ts';
import { RepositoryError } from '../../repository-error.ts';
import type { RepositoryReader } from '../source.ts';
import type { GitlabConnection } from './connection.ts';
import { describePeople } from './describe-people.ts';
import { nameGroups } from './group-names.ts';
import { listPeople } from './list-people.ts';

/** Opens what stands for the groups and members of a source: lists them and describes them, all or none. */
export async function openPeople(
  config: GitlabSourceConfig,
  slug: string,
  connection: GitlabConnection,
  clock: Clock,
): Promise<RepositoryReader> {
  const people = await listPeople(connection, config);
  if ('failure' in people) throw new RepositoryError(`${people.failure.reason}.`, people.failure.hint);
  const groups = config.groups ? people.groups : [];
  const { names, renamed } = nameGroups(groups, config.group);
  const files = describePeople(new URL(config.url).hostname, { ...people, groups }, names);
  const problems = renamed.map(({ fullPath, name, reason }) => {
    const message = `The group ${fullPath} is called "${name}" here, because ${reason}.`;
    return diagnose('crawl/group-renamed', { message, source: { repository: slug, path: `groups/${name}.yaml` } });
  });
  return { ...openGenerated(files, clock.now()), problems };
}
