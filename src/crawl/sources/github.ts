import type { GithubSourceConfig } from '../../config/config.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { isSafeHostName, isSafeRefName, parseAddress, type RepositoryAddress } from '../address.ts';
import { type CrawlRun, startCrawlRun } from '../crawl-run.ts';
import { isNamed } from '../only/is-named.ts';
import { connectToGithub, type GithubConnection } from './github/connection.ts';
import { peoplePaths } from './github/describe-people.ts';
import { findByGraphql } from './github/find-by-graphql.ts';
import { listByGraphql } from './github/list-by-graphql.ts';
import { listByRest } from './github/list-by-rest.ts';
import { openPeople } from './github/open-people.ts';
import { describeListing, describeRefused, describeUnlisted, type ListedSource } from './hosts/describe-listing.ts';
import type { HostFailure } from './hosts/host-answer.ts';
import type { HostListing } from './hosts/host-repository.ts';
import { wantedRepositories } from './hosts/wanted-repositories.ts';
import type { FoundRepository, Listing, Source, WantedRepository } from './source.ts';

/**
 * The repositories of an organisation or user of github.com or GitHub Enterprise: listed by its API together with the commit
 * that each stands at, read through Git.
 */
export function githubSource(config: GithubSourceConfig, run: CrawlRun = startCrawlRun()): Source {
  const owner = `${webHost(config.apiUrl)}/${config.organisation}`.toLowerCase();
  return {
    name: config.name,
    owner,
    discover: (context) => discover(config, context, run),
    find: (wanted, context) => find(config, wanted, context, run),
  };
}

async function find(
  config: GithubSourceConfig,
  wanted: WantedRepository,
  context: StageContext,
  run: CrawlRun,
): Promise<StageResult<FoundRepository | undefined>> {
  const refused = refuse(config);
  if (refused) return { value: undefined, diagnostics: describeRefused(config.name, refused).diagnostics };
  const connection = await connectToGithub(config, context, run);
  const people = describePeopleOf(config, connection, run);
  const hasPeople = config.teams || config.members;
  if (hasPeople && isNamed(people, wanted)) return { value: people, diagnostics: [] };
  const name = ownName(config, wanted.name);
  if (name === undefined) return { value: undefined, diagnostics: [] };
  const found = connection.authenticated ? await findByGraphql(connection, config, name) : 'unsupported';
  if (found === 'unsupported') {
    const { value, diagnostics } = await discover(config, context, run);
    return { value: value.repositories.find((each) => isNamed(each, wanted)), diagnostics };
  }
  if (found === undefined) return { value: undefined, diagnostics: [] };
  const { value, diagnostics } =
    'failure' in found
      ? describeUnlisted(config.name, config.organisation, found.failure)
      : describeListing(describeSource(config, connection, context, run), { repositories: [found], gaps: [] });
  return { value: value.repositories[0], diagnostics };
}

// The name of a repository of this source's own organisation on its own host; `undefined` for any other.
function ownName({ organisation, apiUrl }: GithubSourceConfig, text: string): string | undefined {
  const address = parseAddress(text);
  const isUrl = !('problem' in address);
  if (isUrl && new URL(address.webUrl ?? address.url).host !== webHost(apiUrl)) return undefined;
  const [owner = '', name = '', ...more] = (isUrl ? address.slug : text).split('/');
  const isOwn = owner.toLowerCase() === organisation.toLowerCase() && more.length === 0;
  return isOwn && isSafeHostName(name) ? name : undefined;
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
  const people = describePeopleOf(config, connection, run);
  const source = describeSource(config, connection, context, run);
  return describeListing(
    config.teams || config.members ? { ...source, people } : { ...source, leftOut: [people.id] },
    listing,
  );
}

function describeSource(
  config: GithubSourceConfig,
  connection: GithubConnection,
  context: StageContext,
  run: CrawlRun,
): ListedSource {
  return {
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
  };
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
