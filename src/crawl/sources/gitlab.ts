import type { GitlabSourceConfig } from '../../config/config.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { isSafeRefName } from '../address.ts';
import { type CrawlRun, startCrawlRun } from '../crawl-run.ts';
import { connectToGitlab, type GitlabConnection } from './gitlab/connection.ts';
import { peoplePaths } from './gitlab/describe-people.ts';
import { listByGraphql } from './gitlab/list-by-graphql.ts';
import { listByRest } from './gitlab/list-by-rest.ts';
import { openPeople } from './gitlab/open-people.ts';
import { describeListing, describeRefused, describeUnlisted } from './hosts/describe-listing.ts';
import type { HostFailure } from './hosts/host-answer.ts';
import type { HostListing } from './hosts/host-repository.ts';
import { wantedRepositories } from './hosts/wanted-repositories.ts';
import type { FoundRepository, Listing, Source } from './source.ts';

/**
 * The projects of a group and the groups below it, or of a user, of gitlab.com or a GitLab of one's own: listed by its API
 * together with the commit that each stands at, read through Git.
 */
export function gitlabSource(config: GitlabSourceConfig, run: CrawlRun = startCrawlRun()): Source {
  const { host, pathname } = new URL(config.url);
  const owner = `${host}${pathname.replace(/\/+$/, '')}/${config.group}`.toLowerCase();
  return { name: config.name, owner, discover: (context) => discover(config, context, run) };
}

async function discover(
  config: GitlabSourceConfig,
  context: StageContext,
  run: CrawlRun,
): Promise<StageResult<Listing>> {
  const refused = refuse(config);
  if (refused) return describeRefused(config.name, refused);
  const connection = connectToGitlab(config, context, run);
  const listing = await list(connection, config, context);
  if ('failure' in listing) return describeUnlisted(config.name, config.group, listing.failure);
  return describeListing(
    {
      config,
      account: config.group,
      host: 'gitlab',
      idPrefix: hostPrefix(config.url),
      stateFolder: context.stateFolder,
      run,
      isWanted: wantedRepositories(config, ({ fullName }) => pathBelow(config.group, fullName)),
      isSafeName: (fullName) => fullName.includes('/') && isSafePath(fullName),
      token: connection.token,
      mayHaveToken: (address) => address.origin === new URL(config.url).origin,
      ...((config.groups || config.members) && { people: describePeopleOf(config, connection, run) }),
    },
    listing,
  );
}

function refuse({ group, branch }: GitlabSourceConfig): string | undefined {
  if (!isSafePath(group)) return `${JSON.stringify(group)} is no path of a group`;
  return branch !== undefined && !isSafeRefName(branch) ? `${JSON.stringify(branch)} is no branch` : undefined;
}

async function list(
  connection: GitlabConnection,
  config: GitlabSourceConfig,
  context: StageContext,
): Promise<HostListing | { readonly failure: HostFailure }> {
  const listing = await listByGraphql(connection, config);
  if (!('failure' in listing)) return listing;
  const { kind, reason } = listing.failure;
  if (kind === 'unsupported' || kind === 'too-much') {
    context.log(`GitLab: listing by REST, because ${reason}.`);
    const asGroup = await listByRest(connection, config, 'groups');
    if (!('failure' in asGroup) || asGroup.failure.kind !== 'not-found') return asGroup;
  } else if (kind !== 'not-found') return listing;
  if (config.group.includes('/')) return listing;
  const asUser = await listByRest(connection, config, 'users');
  return 'failure' in asUser && asUser.failure.kind === 'not-found' ? listing : asUser;
}

function describePeopleOf(config: GitlabSourceConfig, connection: GitlabConnection, run: CrawlRun): FoundRepository {
  const id = `${hostPrefix(config.url)}:people:${config.group.toLowerCase()}`;
  const slug = `${config.group}/groups-and-members`;
  return {
    id,
    address: id,
    slug,
    host: 'none',
    description: `Groups and members of ${config.group} as GitLab knows them`,
    source: config.name,
    allowedKinds: ['Group', 'User'],
    catalogPaths: peoplePaths,
    remote: true,
    open: () => openPeople(config, slug, connection, run.clock),
  };
}

// Two hosts count their projects each for itself.
function hostPrefix(url: string): string {
  const { host, pathname } = new URL(url);
  return host === 'gitlab.com' ? 'gitlab' : `gitlab:${host}${pathname.replace(/\/+$/, '')}`;
}

// What is moved or shared may stand elsewhere.
function pathBelow(group: string, fullName: string): string {
  return fullName.toLowerCase().startsWith(`${group.toLowerCase()}/`) ? fullName.slice(group.length + 1) : fullName;
}

// https://docs.gitlab.com/user/reserved_names/: what GitLab lets a path be made of.
function isSafePath(path: string): boolean {
  const segments = path.split('/');
  return segments.every((segment) => /^[A-Za-z0-9_.][A-Za-z0-9_.-]{0,254}$/.test(segment) && !/^\.\.?$/.test(segment));
}
