import type { GitlabSourceConfig } from '../../../config/config.ts';
import { literalCatalogPaths } from '../hosts/literal-paths.ts';

/** A query for one page of projects, with the variables that are the same for every page. */
export interface ProjectsQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Fields that older hosts do not have and that a listing can do without. */
export const dispensableFields: readonly string[] = ['markedForDeletionOn'];

/** How much is asked of each project. */
export interface QueryExtent {
  /** Without the text of descriptors. */
  readonly lean: boolean;
  /** Names of fields that the host does not know. */
  readonly without: readonly string[];
}

/**
 * Asks for everything that a crawl wants to know of a page of projects, descriptors with their text included unless `lean`.
 * A hundred projects a page stay below the complexity that GitLab allows to somebody without a token, as a test reckons; a
 * connection counts its page size, which is why `blobs` says how many there can be.
 */
export function buildProjectsQuery(config: GitlabSourceConfig, extent: QueryExtent): ProjectsQuery {
  const { declared, fields, variables } = describeNode(config, extent);
  const parameters = ['$group: ID!', '$subgroups: Boolean!', '$first: Int!', '$after: String', ...declared];
  const query = `query Projects(${parameters.join(', ')}) {
  group(fullPath: $group) {
    projects(includeSubgroups: $subgroups, first: $first, after: $after) {
      totalCount: count
      pageInfo { hasNextPage endCursor }
      nodes { ${fields} }
    }
  }
}`;
  return { query, variables: { ...variables, group: config.group, subgroups: config.subgroups } };
}

/** Asks the same of one project, by its path or, whatever its path is by now, by its number. */
export function buildProjectQuery(
  config: GitlabSourceConfig,
  project: { readonly path: string } | { readonly id: number },
  extent: QueryExtent,
): ProjectsQuery {
  const { declared, fields, variables } = describeNode(config, extent);
  if ('path' in project) {
    const query = `query Project(${['$path: ID!', ...declared].join(', ')}) { project(fullPath: $path) { ${fields} } }`;
    return { query, variables: { ...variables, path: project.path } };
  }
  const query = `query Project(${['$ids: [ID!]!', ...declared].join(', ')}) {
  projects(ids: $ids, first: 1) { nodes { ${fields} } }
}`;
  return { query, variables: { ...variables, ids: [`gid://gitlab/Project/${project.id}`] } };
}

function describeNode(config: GitlabSourceConfig, { lean, without }: QueryExtent) {
  const { branch } = config;
  const paths = lean ? [] : literalCatalogPaths(config.catalogPaths);
  const at = branch === undefined ? '' : 'ref: $branch, refType: HEADS';
  // Whether a project is a fork is not asked where it does not matter: hosts before GitLab 16 cannot tell.
  const optional = ['markedForDeletionOn', ...(config.forks ? [] : ['isForked'])];
  const blobs = `blobs(paths: $paths, first: $files${at && `, ${at}`}) { nodes { oid rawTextBlob } }`;
  return {
    declared: [
      ...(branch === undefined ? [] : ['$branch: String!']),
      ...(paths.length > 0 ? ['$paths: [String!]!', '$files: Int!'] : []),
    ],
    fields: `
        id fullPath httpUrlToRepo webUrl description topics visibility archived
        ${optional.filter((field) => !without.includes(field)).join(' ')}
        repository {
          empty rootRef
          tree${at && `(${at})`} { lastCommit { sha } }
          ${paths.length > 0 ? blobs : ''}
        }
      `,
    variables: {
      ...(branch !== undefined && { branch }),
      ...(paths.length > 0 && { paths, files: paths.length }),
    },
  };
}
