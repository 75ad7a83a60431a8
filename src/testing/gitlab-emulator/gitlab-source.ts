import type { GitlabSourceConfig } from '../../config/config.ts';
import type { GitlabEmulator } from './gitlab-emulator.ts';

/** The token that a source has when nothing else is said, and that no file, log or message may show. */
export const canaryToken = 'canary-token';

/** A source that reads the group `acme` of an emulated host. */
export function gitlabSourceAt(
  host: Pick<GitlabEmulator, 'url'>,
  rest: Partial<GitlabSourceConfig> = {},
): GitlabSourceConfig {
  return {
    type: 'gitlab',
    name: 'lab',
    group: 'acme',
    url: host.url,
    token: canaryToken,
    subgroups: true,
    include: ['**'],
    exclude: [],
    topics: [],
    visibility: [],
    groups: false,
    members: false,
    archived: false,
    forks: false,
    catalogPaths: ['catalog-info.{yaml,yml}'],
    ...rest,
  };
}
