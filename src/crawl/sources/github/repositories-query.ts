import { literalCatalogPaths } from '../hosts/literal-paths.ts';

/** A query for one page of repositories, with the variables that are the same for every page. */
export interface RepositoriesQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Names of the answer's fields that hold a descriptor. */
  readonly fileFields: readonly string[];
}

/**
 * Asks for everything that a crawl wants to know of a page of repositories, descriptors with their text included. Of
 * `catalogPaths` only literal ones can be asked for, and alternatives in braces; the others are found in the tree, through Git.
 * `branch` instead of each repository's default branch.
 */
export function buildRepositoriesQuery(
  organisation: string,
  catalogPaths: readonly string[],
  branch: string | undefined,
): RepositoriesQuery {
  const files = literalCatalogPaths(catalogPaths).map(
    (path, index) => [`file${index}`, `${branch ?? 'HEAD'}:${path}`] as const,
  );
  const declared = ['$login: String!', '$first: Int!', '$after: String', ...(branch ? ['$branch: String!'] : [])];
  const query = `query Repositories(${[...declared, ...files.map(([name]) => `$${name}: String!`)].join(', ')}) {
  repositoryOwner(login: $login) {
    repositories(first: $first, after: $after, ownerAffiliations: [OWNER], orderBy: { field: NAME, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        databaseId nameWithOwner url description isArchived isDisabled isEmpty isFork visibility
        repositoryTopics(first: 20) { nodes { topic { name } } }
        head: ${branch ? 'ref(qualifiedName: $branch)' : 'defaultBranchRef'} { name target { oid } }
        ${files.map(([name]) => `${name}: object(expression: $${name}) { ...file }`).join('\n        ')}
      }
    }
  }
}
${files.length > 0 ? 'fragment file on GitObject { ... on Blob { oid byteSize isBinary isTruncated text } }' : ''}`;
  return {
    query,
    variables: { login: organisation, ...(branch && { branch: `refs/heads/${branch}` }), ...Object.fromEntries(files) },
    fileFields: files.map(([name]) => name),
  };
}
