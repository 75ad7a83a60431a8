import type { GithubSourceConfig } from '../../../config/config.ts';
import type { Asked } from '../hosts/ask-patiently.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import type { GithubConnection } from './connection.ts';
import type { Gap, GithubListing, GithubRepository } from './github-repository.ts';
import { fieldsOf, type RawConnection, readConnection, readRepositoryNode } from './read-node.ts';
import { buildRepositoriesQuery, type RepositoriesQuery } from './repositories-query.ts';

/** A page is never asked to be smaller than this. */
const smallestPage = 5;
const largestPage = 100;

type Failed = { readonly failure: HostFailure };

interface Pass extends GithubListing {
  /** The host counts more than it listed. */
  readonly short: boolean;
}

/**
 * Lists the repositories of an organisation or user with where each stands, a hundred an answer, fewer when the host cannot.
 * What does not add up is listed once more: somebody may have created or renamed a repository in between. Gives back the
 * failure when nothing could be listed.
 */
export async function listByGraphql(
  connection: GithubConnection,
  config: GithubSourceConfig,
): Promise<GithubListing | Failed> {
  const query = buildRepositoriesQuery(config.organisation, config.catalogPaths, config.branch);
  const first = await listOnce(connection, query);
  if ('failure' in first || !first.short) return first;
  const second = await listOnce(connection, query);
  if ('failure' in second) return first;
  if (second.gaps.length === 0) return second;
  const byId = new Map([...first.repositories, ...second.repositories].map((each) => [each.id, each]));
  return { repositories: [...byId.values()], gaps: second.gaps };
}

async function listOnce(
  connection: GithubConnection,
  { query, variables, fileFields }: RepositoriesQuery,
): Promise<Pass | Failed> {
  const listed = new Map<number, GithubRepository>();
  const gaps: Gap[] = [];
  let size = largestPage;
  let unusable = 0;
  let counted = 0;
  const finish = (...more: readonly Gap[]): Pass => {
    const useless = unusable > 0 ? [{ reason: `${unusable} entries describe no repository` }] : [];
    const short = more.length === 0 && listed.size + unusable < counted;
    const missing = short ? [{ reason: `the host counts ${counted} repositories and lists ${listed.size}` }] : [];
    return { repositories: [...listed.values()], gaps: [...gaps, ...more, ...missing, ...useless], short };
  };
  for (let after: string | null = null; ; ) {
    const asked: Asked = await connection.graphql(query, { ...variables, first: size, after });
    const tooMuch = 'failure' in asked && asked.failure.kind === 'too-much';
    if (tooMuch && size > smallestPage) {
      size = Math.max(smallestPage, Math.floor(size / 2));
      continue;
    }
    const page = pageOf(asked);
    if ('failure' in asked && (!page || tooMuch)) {
      return listed.size === 0 ? { failure: asked.failure } : finish(brokeOff(listed.size, asked.failure));
    }
    if ('failure' in asked) gaps.push(keptBack(asked.failure));
    if (!page) return listed.size === 0 ? { failure: absent } : finish(brokeOff(listed.size, absent));
    counted = Math.max(counted, page.totalCount);
    for (const node of page.nodes) {
      const repository = readRepositoryNode(node, fileFields);
      if (repository) listed.set(repository.id, 'failure' in asked ? withoutDoubt(repository) : repository);
      else unusable += 1;
    }
    if (!page.hasNextPage) return finish();
    if (page.endCursor === null || page.endCursor === after) {
      return finish({ reason: `it does not go on after ${listed.size} repositories` });
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

function keptBack({ reason, hint }: HostFailure): Gap {
  return { reason: `part of it was kept back: ${reason}`, hint };
}

const absent: HostFailure = {
  kind: 'not-found',
  reason: 'there is no such organisation or user, or the token may not see it',
  hint: 'Check the name of the organisation or user, and that the token may see it.',
};
