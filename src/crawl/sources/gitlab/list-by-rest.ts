import type { GitlabSourceConfig } from '../../../config/config.ts';
import { fieldsOf, textOf } from '../hosts/graph-fields.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import { type Gap, type HostListing, type HostRepository, visibilityOf } from '../hosts/host-repository.ts';
import { brokeOff, endless, listUntilStable, type Pass } from '../hosts/list-until-stable.ts';
import type { GitlabConnection } from './connection.ts';
import { isGoing } from './read-node.ts';

type Listed = HostListing | { readonly failure: HostFailure };

/**
 * Lists the projects of a group where GraphQL cannot do it, or those of a user, whom GraphQL does not list. Says nothing of
 * commits, so that every project costs a request of its own. Gives back the failure when nothing could be listed.
 */
export function listByRest(
  connection: GitlabConnection,
  { group, subgroups }: GitlabSourceConfig,
  of: 'groups' | 'users',
): Promise<Listed> {
  const path = `${of}/${encodeURIComponent(group)}/projects`;
  const filters = of === 'groups' ? { include_subgroups: subgroups, with_shared: false } : {};
  return listUntilStable(() => listOnce(connection, path, filters));
}

async function listOnce(
  connection: GitlabConnection,
  path: string,
  filters: Readonly<Record<string, boolean>>,
): Promise<Pass | { readonly failure: HostFailure }> {
  const listed = new Map<number, HostRepository>();
  let unusable = 0;
  let counted = 0;
  // Pages are counted rather than taken from the answer's links, which could lead the token to another host.
  for (let page = 1; ; page += 1) {
    const finish = (...gaps: readonly Gap[]): Pass => {
      const useless = unusable > 0 ? [{ reason: `${unusable} entries describe no repository` }] : [];
      return { listed, gaps: [...gaps, ...useless], pages: page, isFinal: unusable > 0 };
    };
    // By id, so that what is created meanwhile comes last.
    const asked = await connection.rest(path, { ...filters, order_by: 'id', sort: 'asc', per_page: 100, page });
    if ('failure' in asked && page === 1) return asked;
    if ('failure' in asked) return { ...finish(brokeOff(listed.size, asked.failure)), isFinal: true };
    const { body, headers } = asked.answer;
    const before = listed.size;
    for (const entry of Array.isArray(body) ? body : [undefined]) {
      const repository = readEntry(entry);
      if (repository) listed.set(repository.id, repository);
      else unusable += 1;
    }
    // Beyond 10,000 the host does not count.
    counted = Math.max(counted, Number(headers['x-total']) || 0);
    if (headers['x-next-page'] && listed.size === before) return finish(endless(listed.size));
    if (headers['x-next-page']) continue;
    if (listed.size + unusable >= counted) return finish();
    return finish({ reason: `the host counts ${counted} repositories and lists ${listed.size}` });
  }
}

function readEntry(value: unknown): HostRepository | undefined {
  const entry = fieldsOf(value);
  const { id, path_with_namespace: fullName, web_url: webUrl, http_url_to_repo: cloneUrl, topics } = entry;
  if (!Number.isSafeInteger(id) || typeof fullName !== 'string') return undefined;
  if (typeof webUrl !== 'string' || typeof cloneUrl !== 'string') return undefined;
  const description = textOf(entry['description']);
  const head = headOf(entry);
  return {
    id: id as number,
    fullName,
    webUrl,
    cloneUrl,
    ...(description && { description }),
    archived: entry['archived'] === true,
    fork: entry['forked_from_project'] !== undefined && entry['forked_from_project'] !== null,
    visibility: visibilityOf(entry['visibility']),
    topics: Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : [],
    ...(isGoing(fullName, entry['marked_for_deletion_on'] ?? entry['marked_for_deletion_at']) && { going: true }),
    ...(head && { head }),
  };
}

function headOf(entry: Readonly<Record<string, unknown>>): HostRepository['head'] {
  if (entry['repository_access_level'] === 'disabled') return 'code-hidden';
  return entry['empty_repo'] === true ? 'empty' : undefined;
}
