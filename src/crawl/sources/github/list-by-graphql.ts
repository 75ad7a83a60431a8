import type { GithubSourceConfig } from '../../../config/config.ts';
import type { Asked } from './ask-patiently.ts';
import type { GithubConnection } from './connection.ts';
import type { Gap, GithubListing, GithubRepository } from './github-repository.ts';
import type { HostFailure } from './host-failure.ts';
import { fieldsOf, type RawConnection, readConnection, readRepositoryNode } from './read-node.ts';
import { buildRepositoriesQuery } from './repositories-query.ts';

/** A page is never asked to be smaller than this. */
const smallestPage = 5;
const largestPage = 100;

/**
 * Lists the repositories of an organisation or user with where each stands, a hundred an answer, fewer when the host cannot.
 * Gives back the failure when nothing could be listed.
 */
export async function listByGraphql(
  connection: GithubConnection,
  config: GithubSourceConfig,
): Promise<GithubListing | { readonly failure: HostFailure }> {
  const { query, variables, fileFields } = buildRepositoriesQuery(
    config.organisation,
    config.catalogPaths,
    config.branch,
  );
  const listed = new Map<number, GithubRepository>();
  const gaps: Gap[] = [];
  let size = largestPage;
  let unusable = 0;
  let counted = Number.POSITIVE_INFINITY;
  for (let after: string | null = null, pages = 0; ; pages += 1) {
    const asked: Asked = await connection.graphql(query, { ...variables, first: size, after });
    if ('failure' in asked && asked.failure.kind === 'too-much' && size > smallestPage) {
      size = Math.max(smallestPage, Math.floor(size / 2));
      continue;
    }
    const page = pageOf(asked);
    if ('failure' in asked && (!page || asked.failure.kind === 'too-much')) {
      if (pages === 0 || listed.size === 0) return { failure: asked.failure };
      return finish(listed, [...gaps, brokeOff(listed.size, asked.failure)], unusable);
    }
    if ('failure' in asked)
      gaps.push({ reason: `part of it was kept back: ${asked.failure.reason}`, hint: asked.failure.hint });
    if (!page) return { failure: absent };
    // The least that the host counted: what is created meanwhile, before the cursor, is not missing.
    counted = Math.min(counted, page.totalCount);
    for (const node of page.nodes) {
      const repository = readRepositoryNode(node, fileFields);
      if (repository) listed.set(repository.id, 'failure' in asked ? withoutDoubt(repository) : repository);
      else unusable += 1;
    }
    if (!page.hasNextPage) return finish(listed, [...gaps, ...missing(counted, listed.size + unusable)], unusable);
    if (page.endCursor === null || page.endCursor === after) {
      return finish(listed, [...gaps, { reason: `it does not go on after ${listed.size} repositories` }], unusable);
    }
    after = page.endCursor;
  }
}

// In an answer with errors, what is absent may only have been kept back: Git is asked again.
function withoutDoubt({ head, ...repository }: GithubRepository): GithubRepository {
  return typeof head === 'object' ? { ...repository, head } : repository;
}

function pageOf(asked: Asked): RawConnection | undefined {
  const answer = 'failure' in asked ? asked.answered : asked.answer;
  const { repositoryOwner } = fieldsOf(fieldsOf(answer?.body)['data']);
  return readConnection(fieldsOf(repositoryOwner)['repositories']);
}

function brokeOff(count: number, { reason, hint }: HostFailure): Gap {
  return { reason: `it broke off after ${count} repositories: ${reason}`, hint };
}

function missing(counted: number, count: number): readonly Gap[] {
  if (count >= counted) return [];
  return [{ reason: `the host counts ${counted} repositories and lists ${count}` }];
}

function finish(listed: ReadonlyMap<number, GithubRepository>, gaps: readonly Gap[], unusable: number): GithubListing {
  const more = unusable > 0 ? [{ reason: `${unusable} entries describe no repository` }] : [];
  return { repositories: [...listed.values()], gaps: [...gaps, ...more] };
}

const absent: HostFailure = {
  kind: 'not-found',
  reason: 'there is no such organisation or user, or the token may not see it',
  hint: 'Check the name of the organisation or user, and that the token may see it.',
};
