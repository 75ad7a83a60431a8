import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts';
import type { StageResult } from '../../../diagnostics/stage.ts';
import { parseAddress, type RepositoryAddress } from '../../address.ts';
import type { CrawlRun } from '../../crawl-run.ts';
import type { FoundRepository, Listing } from '../source.ts';
import type { HostFailure } from './host-answer.ts';
import type { HostListing, HostRepository } from './host-repository.ts';
import { openListed, type TokenHolder } from './open-listed.ts';

/** One source of one host, as far as its listing is turned into what the crawl reads. */
export interface ListedSource {
  readonly config: {
    readonly name: string;
    readonly catalogPaths: readonly string[];
    readonly allow?: readonly string[];
    readonly branch?: string;
  };
  /** What is listed, as people know it: the organisation, the group. */
  readonly account: string;
  readonly host: 'github' | 'gitlab';
  /** In front of the host's ids: two hosts count their repositories each for itself. */
  readonly idPrefix: string;
  readonly stateFolder: string;
  readonly run: CrawlRun;
  readonly isWanted: (repository: HostRepository) => boolean;
  /** Whether a name may stand in paths, pages and messages. */
  readonly isSafeName: (fullName: string) => boolean;
  readonly token: TokenHolder;
  /** Whether an address lies on the host that was asked. */
  readonly mayHaveToken: (address: RepositoryAddress) => boolean;
  /** Stands in the listing for what is no repository, such as teams and members. */
  readonly people?: FoundRepository;
  /** Ids of what would stand there if the configuration asked for it. */
  readonly leftOut?: readonly string[];
}

/** Turns what a host listed into repositories that can be opened, without those that the source does not want. */
export function describeListing(source: ListedSource, listing: HostListing): StageResult<Listing> {
  const { config, account, people } = source;
  const diagnostics: Diagnostic[] = listing.gaps.map(({ reason, hint }) => {
    const message = `Source "${config.name}": the list of ${account} is incomplete: ${reason}.`;
    return diagnose('crawl/listing-incomplete', { message, ...(hint && { hint }) });
  });
  const repositories: FoundRepository[] = [];
  const unusable: string[] = [];
  for (const repository of listing.repositories) {
    if (isLeftOut(source, repository)) continue;
    const address = checkAddress(repository, source.isSafeName);
    if ('problem' in address) {
      const message = `Source "${config.name}": the host lists ${JSON.stringify(repository.fullName)}: ${address.problem}.`;
      diagnostics.push(diagnose('crawl/address-refused', { message }));
      unusable.push(idOf(source, repository));
    } else repositories.push(describe(source, repository, address));
  }
  if (repositories.length === 0 && diagnostics.length === 0 && !people) {
    const message = `Source "${config.name}": none of the ${listing.repositories.length} repositories of ${account} passes its filters.`;
    diagnostics.push(diagnose('crawl/source-empty', { message }));
  }
  if (people) repositories.push(people);
  const leftOut = listing.repositories.filter((each) => isLeftOut(source, each) && !hasNothing(each));
  const unwanted = [...leftOut.map((each) => idOf(source, each)), ...(source.leftOut ?? [])];
  return {
    value: { repositories, absence: 'doubtful', unwanted, unusable, ...completeness(listing) },
    diagnostics,
  };
}

function idOf({ idPrefix }: ListedSource, { id }: HostRepository): string {
  return `${idPrefix}:${id}`;
}

// A name that is refused matches no glob, and is not to vanish without a word.
function isLeftOut({ isSafeName, isWanted }: ListedSource, repository: HostRepository): boolean {
  return isSafeName(repository.fullName) && !isWanted(repository);
}

// That it has no such branch is what the host says of it, not what the configuration does.
function hasNothing({ head, going }: HostRepository): boolean {
  return typeof head === 'string' || going === true;
}

/** The listing of a source that gives none. */
export function describeNothing(problem: Diagnostic): StageResult<Listing> {
  return { value: { repositories: [], complete: false, reason: problem.message }, diagnostics: [problem] };
}

/** The listing of a source whose host could not be asked. */
export function describeUnlisted(name: string, account: string, { reason, hint }: HostFailure): StageResult<Listing> {
  const message = `Source "${name}": the repositories of ${account} cannot be listed: ${reason}.`;
  return describeNothing(diagnose('crawl/source-unreadable', { message, hint }));
}

/** The listing of a source that is not asked for, because something in its configuration is refused. */
export function describeRefused(name: string, problem: string): StageResult<Listing> {
  return describeNothing(diagnose('crawl/address-refused', { message: `Source "${name}": ${problem}.` }));
}

function completeness({ gaps }: HostListing): { complete: true } | { complete: false; reason: string } {
  const [first] = gaps;
  return first ? { complete: false, reason: first.reason } : { complete: true };
}

function checkAddress(
  { fullName, cloneUrl }: HostRepository,
  isSafeName: ListedSource['isSafeName'],
): RepositoryAddress | { readonly problem: string } {
  if (!isSafeName(fullName)) return { problem: 'its name is not valid' };
  const address = parseAddress(cloneUrl);
  if ('problem' in address) return { problem: `its address is not used, because ${address.problem}` };
  return address.protocol === 'https' || address.protocol === 'http'
    ? address
    : { problem: 'its address is not https:' };
}

function describe(source: ListedSource, repository: HostRepository, address: RepositoryAddress): FoundRepository {
  const { config, stateFolder, run } = source;
  const web = parseAddress(repository.webUrl);
  const token = source.mayHaveToken(address) ? source.token : undefined;
  const { branch } = config;
  return {
    id: idOf(source, repository),
    address: address.canonical,
    slug: repository.fullName,
    ...('webUrl' in web && web.webUrl && { webUrl: web.webUrl }),
    host: source.host,
    ...(repository.description && { description: repository.description }),
    ...(repository.archived && { archived: true }),
    ...(repository.fork && { fork: true }),
    ...(repository.topics.length > 0 && { topics: repository.topics }),
    source: config.name,
    ...(config.allow && { allowedKinds: config.allow }),
    catalogPaths: config.catalogPaths,
    remote: true,
    ...(typeof repository.head === 'object' && { listedHead: repository.head }),
    ...(repository.blobs && { knownBlobs: repository.blobs }),
    open: (signal, anew) =>
      openListed(
        { repository, address, stateFolder, run, ...(token && { token }), ...(branch && { branch }) },
        signal,
        anew,
      ),
  };
}
