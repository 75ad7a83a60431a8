import type { GithubSourceConfig } from '../../config/config.ts';
import type { GithubEmulator } from './github-emulator.ts';

/** The token that a source has when nothing else is said, and that no file, log or message may show. */
export const canaryToken = 'canary-token';

/** A source that reads the organisation `acme` of an emulated host. */
export function githubSourceAt(host: GithubEmulator, rest: Partial<GithubSourceConfig> = {}): GithubSourceConfig {
  return {
    type: 'github',
    name: 'hub',
    organisation: 'acme',
    apiUrl: host.apiUrl,
    token: canaryToken,
    include: ['*'],
    exclude: [],
    topics: [],
    visibility: [],
    teams: false,
    members: false,
    archived: false,
    forks: false,
    catalogPaths: ['catalog-info.{yaml,yml}'],
    ...rest,
  };
}
