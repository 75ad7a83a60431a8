import picomatch from 'picomatch';
import type { GithubSourceConfig } from '../../config/config.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { isSafeHostName, parseAddress, type RepositoryAddress } from '../address.ts';
import { openRemote } from '../git/remote-reader.ts';
import { type GithubRepository, listGithubRepositories } from './github-listing.ts';
import type { FoundRepository, Source } from './source.ts';

/** The repositories of an organisation or user of github.com or GitHub Enterprise: listed by its API, read through Git. */
export function githubSource(config: GithubSourceConfig): Source {
  return { name: config.name, discover: (context) => discover(config, context) };
}

async function discover(
  config: GithubSourceConfig,
  context: StageContext,
): Promise<StageResult<readonly FoundRepository[]>> {
  const diagnostics: Diagnostic[] = [];
  if (!isSafeHostName(config.organisation)) {
    const message = `Source "${config.name}": ${JSON.stringify(config.organisation)} is no name of an organisation or user.`;
    return { value: [], diagnostics: [diagnose('crawl/address-refused', { message })] };
  }
  const listing = await listGithubRepositories(config, context);
  const wanted = listing.value.filter((repository) => isWanted(repository, config));
  const found: FoundRepository[] = [];
  for (const repository of wanted) {
    const address = checkAddress(repository);
    if ('problem' in address) {
      const message = `Source "${config.name}": the host lists ${JSON.stringify(repository.full_name)}: ${address.problem}.`;
      diagnostics.push(diagnose('crawl/address-refused', { message }));
    } else found.push(describe(config, repository, address, context.stateFolder));
  }
  if (found.length === 0 && listing.diagnostics.length === 0) {
    const message = `Source "${config.name}": none of the ${listing.value.length} repositories of ${config.organisation} passes its filters.`;
    diagnostics.push(diagnose('crawl/source-empty', { message }));
  }
  return { value: found, diagnostics: [...listing.diagnostics, ...diagnostics] };
}

function isWanted(repository: GithubRepository, config: GithubSourceConfig): boolean {
  const globs = config.include.length > 0 ? config.include : ['*'];
  const matches = picomatch([...globs], { dot: true, nocase: true, ignore: [...config.exclude] });
  return matches(repository.name) && (config.archived || !repository.archived) && (config.forks || !repository.fork);
}

function checkAddress(repository: GithubRepository): RepositoryAddress | { readonly problem: string } {
  const names = repository.full_name.split('/');
  if (names.length !== 2 || !names.every(isSafeHostName)) return { problem: 'its name is not valid' };
  const address = parseAddress(repository.clone_url);
  if ('problem' in address) return { problem: `its address is not used, because ${address.problem}` };
  return address.protocol === 'https' || address.protocol === 'http'
    ? address
    : { problem: 'its address is not https:' };
}

function describe(
  config: GithubSourceConfig,
  repository: GithubRepository,
  address: RepositoryAddress,
  stateFolder: string,
): FoundRepository {
  const web = parseAddress(repository.html_url);
  const token = config.token && mayHaveToken(address, config.apiUrl) ? config.token : undefined;
  return {
    id: `github:${repository.id}`,
    address: address.canonical,
    slug: repository.full_name,
    ...('webUrl' in web && web.webUrl && { webUrl: web.webUrl }),
    host: 'github',
    ...(repository.description && { description: repository.description }),
    source: config.name,
    ...(config.allow && { allowedKinds: config.allow }),
    catalogPaths: config.catalogPaths,
    remote: true,
    open: (signal) => openRemote({ address, ...(token && { token }), stateFolder }, signal),
  };
}

/** Whether a clone address belongs to the host whose API was asked: `api.github.com` hands out addresses on `github.com`. */
export function mayHaveToken(address: RepositoryAddress, apiUrl: string): boolean {
  const api = new URL(apiUrl);
  return [api.origin, `${api.protocol}//${api.host.replace(/^api\./, '')}`].includes(address.origin);
}
