import type { GitlabSourceConfig } from '../../../config/config.ts';
import { literalCatalogPaths } from '../hosts/literal-paths.ts';

/** A query for one page of projects, with the variables that are the same for every page. */
export interface ProjectsQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Fields that older hosts do not have and that a listing can do without. */
export const dispensableFields: readonly string[] = ['markedForDeletionOn'];

/**
 * Asks for everything that a crawl wants to know of a page of projects, descriptors with their text included unless `lean`.
 * Costs 114 at most with 100 projects a page, of the 200 that GitLab allows to somebody without a token; a connection counts
 * its page size, which is why `blobs` says how many there can be.
 */
export function buildProjectsQuery(
  config: GitlabSourceConfig,
  { lean, without }: { readonly lean: boolean; readonly without: readonly string[] },
): ProjectsQuery {
  const { branch } = config;
  const paths = lean ? [] : literalCatalogPaths(config.catalogPaths);
  const at = branch === undefined ? '' : 'ref: $branch, refType: HEADS';
  const declared = [
    '$group: ID!',
    '$subgroups: Boolean!',
    '$first: Int!',
    '$after: String',
    ...(branch === undefined ? [] : ['$branch: String!']),
    ...(paths.length > 0 ? ['$paths: [String!]!', '$files: Int!'] : []),
  ];
  // Whether a project is a fork is not asked where it does not matter: hosts before GitLab 16 cannot tell.
  const optional = ['markedForDeletionOn', ...(config.forks ? [] : ['isForked'])];
  const blobs = `blobs(paths: $paths, first: $files${at && `, ${at}`}) { nodes { oid rawTextBlob } }`;
  const query = `query Projects(${declared.join(', ')}) {
  group(fullPath: $group) {
    projects(includeSubgroups: $subgroups, first: $first, after: $after) {
      totalCount: count
      pageInfo { hasNextPage endCursor }
      nodes {
        id fullPath httpUrlToRepo webUrl description topics visibility archived
        ${optional.filter((field) => !without.includes(field)).join(' ')}
        repository {
          exists empty rootRef
          tree${at && `(${at})`} { lastCommit { sha } }
          ${paths.length > 0 ? blobs : ''}
        }
      }
    }
  }
}`;
  return {
    query,
    variables: {
      group: config.group,
      subgroups: config.subgroups,
      ...(branch !== undefined && { branch }),
      ...(paths.length > 0 && { paths, files: paths.length }),
    },
  };
}
