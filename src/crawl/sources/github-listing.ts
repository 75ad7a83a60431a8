import type { Octokit, RequestError } from 'octokit';
import type { GithubSourceConfig } from '../../config/config.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import { scrub } from '../git/scrub.ts';

/** What is used of a repository in the answers of GitHub's REST API. */
export interface GithubRepository {
  readonly id: number;
  readonly name: string;
  readonly full_name: string;
  readonly html_url: string;
  readonly clone_url: string;
  readonly description: string | null;
  readonly archived: boolean;
  readonly fork: boolean;
}

/** One page may take this long, with all its retries and waits. */
const longestPageSeconds = 240;

/** A wait for a rate limit that is longer than this ends the listing. */
const longestWaitSeconds = 60;

/**
 * Lists the repositories of an organisation, or of a user when there is no such organisation, 100 at a time. When the host
 * fails on the way, what was listed is given back with a diagnostic.
 */
export async function listGithubRepositories(
  config: GithubSourceConfig,
  context: StageContext,
): Promise<StageResult<readonly GithubRepository[]>> {
  const octokit = await connect(config, context);
  const organisation = await listPages(octokit, 'GET /orgs/{owner}/repos', 'all', config, context);
  if (organisation.failure?.status !== 404 || organisation.listed.length > 0) return report(organisation, config);
  return report(await listPages(octokit, 'GET /users/{owner}/repos', 'owner', config, context), config);
}

interface Listing {
  readonly listed: readonly GithubRepository[];
  readonly failure?: { readonly status: number; readonly message: string };
  /** Entries of an answer that describe no repository. */
  readonly unusable: number;
}

async function connect(config: GithubSourceConfig, context: StageContext): Promise<Octokit> {
  // Loaded here because it takes a while, and most portals have sources of other types too or alone.
  const { Octokit } = await import('octokit');
  const waitForLimit = (retryAfter: number, _options: unknown, _octokit: unknown, retryCount: number) =>
    retryAfter <= longestWaitSeconds && retryCount < 2;
  const log = (message: string) => context.log(scrub(message, config.token ? [config.token] : []));
  return new Octokit({
    ...(config.token && { auth: config.token }),
    baseUrl: config.apiUrl.replace(/\/+$/, ''),
    userAgent: 'callboard',
    retry: { retries: 3, retryAfterBaseValue: 300 },
    throttle: { onRateLimit: waitForLimit, onSecondaryRateLimit: waitForLimit },
    log: { debug: () => {}, info: log, warn: log, error: log },
  });
}

async function listPages(
  octokit: Octokit,
  route: string,
  type: string,
  config: GithubSourceConfig,
  context: StageContext,
): Promise<Listing> {
  const listed: GithubRepository[] = [];
  let unusable = 0;
  // Pages are counted rather than taken from the answer's links, which could lead the token to another host.
  for (let page = 1; ; page += 1) {
    const parameters = { owner: config.organisation, type, sort: 'full_name', per_page: 100, page };
    try {
      const signal = AbortSignal.any([context.signal, AbortSignal.timeout(longestPageSeconds * 1000)]);
      const answer = await octokit.request(route, { ...parameters, request: { signal } });
      const entries: readonly unknown[] = Array.isArray(answer.data) ? answer.data : [undefined];
      listed.push(...entries.filter(isRepository));
      unusable += entries.filter((entry) => !isRepository(entry)).length;
      if (!/rel="next"/.test(answer.headers.link ?? '')) return { listed, unusable };
    } catch (error) {
      context.signal.throwIfAborted();
      return { listed, unusable, failure: describeError(error, config) };
    }
  }
}

function isRepository(value: unknown): value is GithubRepository {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, full_name, html_url, clone_url } = value as Readonly<Record<keyof GithubRepository, unknown>>;
  const texts = [name, full_name, html_url, clone_url];
  return Number.isSafeInteger(id) && texts.every((text) => typeof text === 'string');
}

function describeError(error: unknown, config: GithubSourceConfig): { status: number; message: string } {
  const status = (error as Partial<RequestError>).status ?? 0;
  const message = error instanceof Error ? error.message : String(error);
  return { status, message: scrub(message, config.token ? [config.token] : []).slice(0, 300) };
}

function report(listing: Listing, config: GithubSourceConfig): StageResult<readonly GithubRepository[]> {
  const { listed, failure, unusable } = listing;
  const diagnostics: Diagnostic[] = [];
  const where = `Source "${config.name}"`;
  if (failure) {
    const why = `${failure.message}${failure.status ? ` (status ${failure.status})` : ''}`;
    const hint = hints[failure.status];
    diagnostics.push(
      listed.length === 0
        ? diagnose('crawl/source-unreadable', {
            message: `${where}: the repositories of ${config.organisation} cannot be listed: ${why}.`,
            ...(hint && { hint }),
          })
        : diagnose('crawl/listing-incomplete', {
            message: `${where}: the list of ${config.organisation} broke off after ${listed.length} repositories: ${why}.`,
            ...(hint && { hint }),
          }),
    );
  }
  if (unusable > 0) {
    const message = `${where}: ${unusable} entries in the list of ${config.organisation} describe no repository.`;
    diagnostics.push(diagnose('crawl/listing-incomplete', { message }));
  }
  return { value: listed, diagnostics };
}

const hints: Readonly<Record<number, string>> = {
  401: 'The token is not valid or has expired: give the source a new one.',
  403: 'Check the rights of the token, its single sign-on authorisation, the IP allow list and the rate limit.',
  404: 'Check the name of the organisation or user, and that the token may see it.',
  429: 'The rate limit is used up: run again later, or give the source a token with a higher limit.',
};
