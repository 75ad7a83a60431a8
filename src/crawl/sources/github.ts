import type { GithubSourceConfig } from '../../config/config.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { isSafeHostName, isSafeRefName, type RepositoryAddress } from '../address.ts';
import { type CrawlRun, startCrawlRun } from '../crawl-run.ts';
import { connectToGithub, type GithubConnection } from './github/connection.ts';
import { peoplePaths } from './github/describe-people.ts';
import { listByGraphql } from './github/list-by-graphql.ts';
import { listByRest } from './github/list-by-rest.ts';
import { openPeople } from './github/open-people.ts';
import { describeListing, describeRefused, describeUnlisted } from './hosts/describe-listing.ts';
import type { HostFailure } from './hosts/host-answer.ts';
import type { HostListing } from './hosts/host-repository.ts';
import { wantedRepositories } from './hosts/wanted-repositories.ts';
import type { FoundRepository, Listing, Source } from './source.ts';

/**
 * The repositories of an organisation or user of github.com or GitHub Enterprise: listed by its API together with the commit
 * that each stands at, read through Git.
 */
export function githubSource(config: GithubSourceConfig, run: CrawlRun = startCrawlRun()): Source {
  const owner = `${webHost(config.apiUrl)}/${config.organisation}`.toLowerCase();
  return { name: config.name, owner, discover: (context) => discover(config, context, run) };
}

async function discover(
  config: GithubSourceConfig,
  context: StageContext,
  run: CrawlRun,
): Promise<StageResult<Listing>> {
  const refused = refuse(config);
  if (refused) return describeRefused(config.name, refused);
  const connection = await connectToGithub(config, context, run);
  const listing = await list(connection, config, context);
  if ('failure' in listing) return describeUnlisted(config.name, config.organisation, listing.failure);
  const hasPeople = config.teams || config.members;
  return describeListing(
    {
      config,
      account: config.organisation,
      host: 'github',
      idPrefix: hostPrefix(config.apiUrl),
      stateFolder: context.stateFolder,
      run,
      isWanted: wantedRepositories(config, ({ fullName }) => fullName.split('/').at(-1) ?? ''),
      isSafeName: (fullName) => fullName.split('/').length === 2 && fullName.split('/').every(isSafeHostName),
      token: connection.token,
      mayHaveToken: (address) => mayHaveToken(address, config.apiUrl),
      ...(hasPeople && { people: describePeopleOf(config, connection, run) }),
    },
    listing,
  );
}

function refuse({ organisation, branch }: GithubSourceConfig): string | undefined {
  if (!isSafeHostName(organisation)) return `${JSON.stringify(organisation)} is no name of an organisation or user`;
  return branch !== undefined && !isSafeRefName(branch) ? `${JSON.stringify(branch)} is no branch` : undefined;
}

async function list(
  connection: GithubConnection,
  config: GithubSourceConfig,
  context: StageContext,
): Promise<HostListing | { readonly failure: HostFailure }> {
  if (!connection.authenticated) return listByRest(connection, config);
  const listing = await listByGraphql(connection, config);
  if (!('failure' in listing) || listing.failure.kind !== 'unsupported') return listing;
  context.log(`GitHub: listing by REST, because ${listing.failure.reason}.`);
  return listByRest(connection, config);
}

function describePeopleOf(config: GithubSourceConfig, connection: GithubConnection, run: CrawlRun): FoundRepository {
  const id = `${hostPrefix(config.apiUrl)}:people:${config.organisation.toLowerCase()}`;
  return {
    id,
    address: id,
    slug: `${config.organisation}/teams-and-members`,
    host: 'none',
    description: `Teams and members of ${config.organisation} as GitHub knows them`,
    source: config.name,
    allowedKinds: ['Group', 'User'],
    catalogPaths: peoplePaths,
    remote: true,
    open: () => openPeople(config, connection, run.clock),
  };
}

// Two hosts count their repositories each for itself.
function hostPrefix(apiUrl: string): string {
  const { host } = new URL(apiUrl);
  return host === 'api.github.com' ? 'github' : `github:${host}`;
}

// `api.github.com` hands out addresses on `github.com`.
function mayHaveToken(address: RepositoryAddress, apiUrl: string): boolean {
  const api = new URL(apiUrl);
  return [api.origin, `${api.protocol}//${webHost(apiUrl)}`].includes(address.origin);
}

// Where people browse what the API describes.
function webHost(apiUrl: string): string {
  return new URL(apiUrl).host.replace(/^api\./, '');
}
