import type { GithubSourceConfig } from '../../../config/config.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import { type Gap, type HostListing, type HostRepository, visibilityOf } from '../hosts/host-repository.ts';
import { brokeOff, endless, listUntilStable, type Pass } from '../hosts/list-until-stable.ts';
import type { GithubConnection } from './connection.ts';

/**
 * Lists the repositories of an organisation or user where GraphQL cannot be had: without a token, or on an old Enterprise server.
 * Says nothing of commits, so that every repository costs a request of its own. Gives back the failure when nothing could be
 * listed.
 */
export async function listByRest(
  connection: GithubConnection,
  config: GithubSourceConfig,
): Promise<HostListing | { readonly failure: HostFailure }> {
  const asOrganisation = await listPages(connection, 'GET /orgs/{owner}/repos', 'all', config);
  const wrong = 'failure' in asOrganisation && asOrganisation.failure.kind === 'not-found';
  return wrong ? listPages(connection, 'GET /users/{owner}/repos', 'owner', config) : asOrganisation;
}

function listPages(
  connection: GithubConnection,
  route: string,
  type: string,
  config: GithubSourceConfig,
): Promise<HostListing | { readonly failure: HostFailure }> {
  return listUntilStable(() => listOnce(connection, route, { owner: config.organisation, type }));
}

async function listOnce(
  connection: GithubConnection,
  route: string,
  filters: Readonly<Record<string, string>>,
): Promise<Pass | { readonly failure: HostFailure }> {
  const listed = new Map<number, HostRepository>();
  const gaps: Gap[] = [];
  let unusable = 0;
  // Pages are counted rather than taken from the answer's links, which could lead the token to another host.
  for (let page = 1; ; page += 1) {
    const finish = (...more: readonly Gap[]): Pass => {
      const useless = unusable > 0 ? [{ reason: `${unusable} entries describe no repository` }] : [];
      const all = [...gaps, ...more, ...useless];
      return { listed, gaps: all, pages: page, isFinal: all.length > 0 };
    };
    // In the order in which they were made, so that what is created meanwhile comes last and a new name moves nothing.
    const order = { sort: 'created', direction: 'asc', per_page: 100, page };
    const asked = await connection.rest(route, { ...filters, ...order });
    if ('failure' in asked) return page === 1 ? asked : finish(brokeOff(listed.size, asked.failure));
    const { body, headers } = asked.answer;
    const before = listed.size;
    for (const entry of Array.isArray(body) ? body : [undefined]) {
      const repository = readEntry(entry);
      if (repository) listed.set(repository.id, repository);
      else unusable += 1;
    }
    if (/partial-results/.test(String(headers['x-github-sso'] ?? ''))) {
      gaps.push({ reason: 'part of it is kept back, because the token is not authorised for single sign-on' });
    }
    if (!/rel="next"/.test(String(headers['link'] ?? ''))) return finish();
    if (listed.size === before) return finish(endless(listed.size));
  }
}

function readEntry(value: unknown): HostRepository | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = value as Readonly<Record<string, unknown>>;
  const { id, full_name: fullName, html_url: webUrl, clone_url: cloneUrl, description, topics } = entry;
  if (!Number.isSafeInteger(id) || typeof fullName !== 'string') return undefined;
  if (typeof webUrl !== 'string' || typeof cloneUrl !== 'string') return undefined;
  return {
    id: id as number,
    fullName,
    webUrl,
    cloneUrl,
    ...(typeof description === 'string' && description && { description }),
    archived: entry['archived'] === true,
    fork: entry['fork'] === true,
    visibility: entry['private'] === false ? 'public' : visibilityOf(entry['visibility']),
    topics: Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : [],
    ...(entry['disabled'] === true && { head: 'disabled' }),
  };
}
