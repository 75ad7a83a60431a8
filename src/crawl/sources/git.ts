import type { GitSourceConfig } from '../../config/config.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { isSafeRefName, parseAddress, type RepositoryAddress } from '../address.ts';
import type { CrawlRun } from '../crawl-run.ts';
import { openRemote } from '../git/remote-reader.ts';
import { scrub } from '../git/scrub.ts';
import { readUrlList } from './git/list-urls.ts';
import type { FoundRepository, Listing, Source } from './source.ts';

/** Repositories by URL, each fetched into a partial copy under the state folder. */
export function gitSource(config: GitSourceConfig, run?: CrawlRun): Source {
  return { name: config.name, discover: (context) => discover(config, context, run) };
}

async function discover(
  config: GitSourceConfig,
  context: StageContext,
  run: CrawlRun | undefined,
): Promise<StageResult<Listing>> {
  const diagnostics: Diagnostic[] = [];
  const refuse = (what: string) => {
    diagnostics.push(diagnose('crawl/address-refused', { message: `Source "${config.name}": ${what}.` }));
  };
  if (config.branch !== undefined && !isSafeRefName(config.branch)) {
    refuse(`the branch ${JSON.stringify(config.branch)} is not a valid name`);
    return { value: { repositories: [], complete: false, reason: 'its branch has no valid name' }, diagnostics };
  }
  const found: FoundRepository[] = [];
  const { urls, refused, unreadable } = await readUrlList(config);
  for (const { pattern, reason } of refused)
    refuse(`the pattern ${JSON.stringify(scrub(pattern, []))} is not used: ${reason}`);
  for (const url of urls) {
    const address = parseAddress(url);
    if ('problem' in address) refuse(`the address ${JSON.stringify(scrub(url, []))} is not used: ${address.problem}`);
    else found.push(describe(config, address, context.stateFolder, run));
  }
  if (unreadable === undefined) return { value: { repositories: found, complete: true, absence: 'gone' }, diagnostics };
  const message = `Source "${config.name}": the file ${config.urlsFile} cannot be read: ${unreadable}.`;
  const hint = 'Correct `urlsFile` in callboard.yaml; it is relative to that file, and UTF-8 text with one URL a line.';
  diagnostics.push(diagnose('crawl/source-unreadable', { message, hint }));
  return { value: { repositories: found, complete: false, reason: message, absence: 'gone' }, diagnostics };
}

function describe(
  config: GitSourceConfig,
  address: RepositoryAddress,
  stateFolder: string,
  run: CrawlRun | undefined,
): FoundRepository {
  return {
    id: address.canonical,
    address: address.canonical,
    slug: address.slug,
    ...(address.webUrl && { webUrl: address.webUrl }),
    host: address.host,
    source: config.name,
    ...(config.allow && { allowedKinds: config.allow }),
    catalogPaths: config.catalogPaths,
    remote: address.protocol !== 'file',
    open: (signal) =>
      openRemote(
        {
          address,
          ...(config.branch && { branch: config.branch }),
          ...(config.token && { token: config.token }),
          stateFolder,
          ...(run && { run }),
        },
        signal,
      ),
  };
}
