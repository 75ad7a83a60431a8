import type { GitlabSourceConfig } from '../../config/config.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { isSafeRefName } from '../address.ts';
import { type CrawlRun, startCrawlRun } from '../crawl-run.ts';
import { isNamed } from '../only/is-named.ts';
import { connectToGitlab, type GitlabConnection } from './gitlab/connection.ts';
import { peoplePaths } from './gitlab/describe-people.ts';
import { findByGraphql } from './gitlab/find-by-graphql.ts';
import { listByGraphql } from './gitlab/list-by-graphql.ts';
import { listByRest } from './gitlab/list-by-rest.ts';
import { openPeople } from './gitlab/open-people.ts';
import { hostPrefix, isBelow, isSafePath, ownNumber, ownPath, pathBelow } from './gitlab/project-paths.ts';
import { describeListing, describeRefused, describeUnlisted, type ListedSource } from './hosts/describe-listing.ts';
import type { HostFailure } from './hosts/host-answer.ts';
import type { HostListing } from './hosts/host-repository.ts';
import { wantedRepositories } from './hosts/wanted-repositories.ts';
import type { FoundRepository, Listing, Source, WantedRepository } from './source.ts';

/**
 * The projects of a group and the groups below it, or of a user, of gitlab.com or a GitLab of one's own: listed by its API
 * together with the commit that each stands at, read through Git.
 */
export function gitlabSource(config: GitlabSourceConfig, run: CrawlRun = startCrawlRun()): Source {
  const { host, pathname } = new URL(config.url);
  return {
    name: config.name,
    owner: `${host}${pathname.replace(/\/+$/, '')}/${config.group}`.toLowerCase(),
    discover: (context) => discover(config, context, run),
    find: (wanted, context) => find(config, wanted, context, run),
  };
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
  const people = describePeopleOf(config, connection, run);
  const source = describeSource(config, connection, context, run);
  return describeListing(hasPeople(config) ? { ...source, people } : { ...source, leftOut: [people.id] }, listing);
}

async function find(
  config: GitlabSourceConfig,
  wanted: WantedRepository,
  context: StageContext,
  run: CrawlRun,
): Promise<StageResult<FoundRepository | undefined>> {
  const refused = refuse(config);
  if (refused) return { value: undefined, diagnostics: describeRefused(config.name, refused).diagnostics };
  const connection = connectToGitlab(config, context, run);
  const people = describePeopleOf(config, connection, run);
  if (hasPeople(config) && isNamed(people, wanted)) return { value: people, diagnostics: [] };
  const project = ownNumber(config, wanted.id) ?? ownPath(config, wanted.name);
  if (project === undefined) return { value: undefined, diagnostics: [] };
  const found = await findByGraphql(connection, config, project);
  if ('failure' in found && (found.failure.kind === 'unsupported' || found.failure.kind === 'too-much')) {
    const { value, diagnostics } = await discover(config, context, run);
    return { value: value.repositories.find((each) => isNamed(each, wanted)), diagnostics };
  }
  if ('failure' in found) {
    const { diagnostics } = describeUnlisted(config.name, config.group, found.failure);
    return { value: undefined, diagnostics };
  }
  // By its number it is found wherever it has moved.
  if (!found.project || !isBelow(config, found.project.fullName)) return { value: undefined, diagnostics: [] };
  const source = describeSource(config, connection, context, run);
  const { value, diagnostics } = describeListing(source, { repositories: [found.project], gaps: [] });
  return { value: value.repositories[0], diagnostics };
}

function describeSource(
  config: GitlabSourceConfig,
  connection: GitlabConnection,
  context: StageContext,
  run: CrawlRun,
): ListedSource {
  return {
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
  };
}

function hasPeople({ groups, members }: GitlabSourceConfig): boolean {
  return groups || members;
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
