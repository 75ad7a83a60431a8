import type { GithubSourceConfig } from '../../config/config.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { isSafeHostName, isSafeRefName, parseAddress, type RepositoryAddress } from '../address.ts';
import { type CrawlRun, startCrawlRun } from '../crawl-run.ts';
import { connectToGithub, type GithubConnection } from './github/connection.ts';
import { peoplePaths } from './github/describe-people.ts';
import type { GithubListing, GithubRepository } from './github/github-repository.ts';
import { listByGraphql } from './github/list-by-graphql.ts';
import { listByRest } from './github/list-by-rest.ts';
import { openGithubRepository, openPeople } from './github/open-repository.ts';
import { wantedRepositories } from './github/wanted-repositories.ts';
import type { HostFailure } from './hosts/host-answer.ts';
import type { FoundRepository, Listing, Source } from './source.ts';

/**
 * The repositories of an organisation or user of github.com or GitHub Enterprise: listed by its API together with the commit
 * that each stands at, read through Git.
 */
export function githubSource(config: GithubSourceConfig, run: CrawlRun = startCrawlRun()): Source {
  return { name: config.name, discover: (context) => discover(config, context, run) };
}

async function discover(
  config: GithubSourceConfig,
  context: StageContext,
  run: CrawlRun,
): Promise<StageResult<Listing>> {
  const refused = refuse(config);
  if (refused) return nothing(refused);
  const connection = await connectToGithub(config, context, run);
  const listing = await list(connection, config, context);
  if ('failure' in listing) return nothing(describeFailure(config, listing.failure));
  const isWanted = wantedRepositories(config);
  const diagnostics: Diagnostic[] = listing.gaps.map(({ reason, hint }) => {
    const message = `Source "${config.name}": the list of ${config.organisation} is incomplete: ${reason}.`;
    return diagnose('crawl/listing-incomplete', { message, ...(hint && { hint }) });
  });
  const repositories: FoundRepository[] = [];
  for (const repository of listing.repositories.filter(isWanted)) {
    const address = checkAddress(repository);
    if ('problem' in address) {
      const message = `Source "${config.name}": the host lists ${JSON.stringify(repository.fullName)}: ${address.problem}.`;
      diagnostics.push(diagnose('crawl/address-refused', { message }));
    } else repositories.push(describe(config, repository, address, connection, context.stateFolder));
  }
  const hasPeople = config.teams || config.members;
  if (repositories.length === 0 && diagnostics.length === 0 && !hasPeople) {
    const message = `Source "${config.name}": none of the ${listing.repositories.length} repositories of ${config.organisation} passes its filters.`;
    diagnostics.push(diagnose('crawl/source-empty', { message }));
  }
  if (hasPeople) repositories.push(describePeopleOf(config, connection, run));
  return { value: { repositories, ...completeness(listing) }, diagnostics };
}

function refuse(config: GithubSourceConfig): Diagnostic | undefined {
  const name = isSafeHostName(config.organisation)
    ? undefined
    : `${JSON.stringify(config.organisation)} is no name of an organisation or user`;
  const { branch } = config;
  const problem = name ?? (branch !== undefined && !isSafeRefName(branch) && `${JSON.stringify(branch)} is no branch`);
  if (!problem) return undefined;
  return diagnose('crawl/address-refused', { message: `Source "${config.name}": ${problem}.` });
}

async function list(
  connection: GithubConnection,
  config: GithubSourceConfig,
  context: StageContext,
): Promise<GithubListing | { readonly failure: HostFailure }> {
  if (!connection.authenticated) return listByRest(connection, config);
  const listing = await listByGraphql(connection, config);
  if (!('failure' in listing) || listing.failure.kind !== 'unsupported') return listing;
  context.log(`GitHub: listing by REST, because ${listing.failure.reason}.`);
  return listByRest(connection, config);
}

function nothing(problem: Diagnostic): StageResult<Listing> {
  return { value: { repositories: [], complete: false, reason: problem.message }, diagnostics: [problem] };
}

function describeFailure(config: GithubSourceConfig, { reason, hint }: HostFailure): Diagnostic {
  const message = `Source "${config.name}": the repositories of ${config.organisation} cannot be listed: ${reason}.`;
  return diagnose('crawl/source-unreadable', { message, hint });
}

function completeness({ gaps }: GithubListing): { complete: true } | { complete: false; reason: string } {
  const [first] = gaps;
  return first ? { complete: false, reason: first.reason } : { complete: true };
}

function checkAddress(repository: GithubRepository): RepositoryAddress | { readonly problem: string } {
  const names = repository.fullName.split('/');
  if (names.length !== 2 || !names.every(isSafeHostName)) return { problem: 'its name is not valid' };
  const address = parseAddress(repository.cloneUrl);
  if ('problem' in address) return { problem: `its address is not used, because ${address.problem}` };
  return address.protocol === 'https' || address.protocol === 'http'
    ? address
    : { problem: 'its address is not https:' };
}

function describe(
  config: GithubSourceConfig,
  repository: GithubRepository,
  address: RepositoryAddress,
  connection: GithubConnection,
  stateFolder: string,
): FoundRepository {
  const web = parseAddress(repository.webUrl);
  const token = mayHaveToken(address, config.apiUrl) ? connection.token : undefined;
  const { branch } = config;
  return {
    id: `${hostPrefix(config.apiUrl)}:${repository.id}`,
    address: address.canonical,
    slug: repository.fullName,
    ...('webUrl' in web && web.webUrl && { webUrl: web.webUrl }),
    host: 'github',
    ...(repository.description && { description: repository.description }),
    source: config.name,
    ...(config.allow && { allowedKinds: config.allow }),
    catalogPaths: config.catalogPaths,
    remote: true,
    ...(repository.blobs && { knownBlobs: repository.blobs }),
    open: (signal) =>
      openGithubRepository(
        { repository, address, stateFolder, ...(token && { token }), ...(branch && { branch }) },
        signal,
      ),
  };
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

/** Whether a clone address belongs to the host whose API was asked: `api.github.com` hands out addresses on `github.com`. */
export function mayHaveToken(address: RepositoryAddress, apiUrl: string): boolean {
  const api = new URL(apiUrl);
  return [api.origin, `${api.protocol}//${api.host.replace(/^api\./, '')}`].includes(address.origin);
}
