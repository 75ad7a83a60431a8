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
  const { declared, fields, fragment, variables, fileFields } = describeNode(catalogPaths, branch);
  const query = `query Repositories(${['$login: String!', '$first: Int!', '$after: String', ...declared].join(', ')}) {
  repositoryOwner(login: $login) {
    repositories(first: $first, after: $after, ownerAffiliations: [OWNER], orderBy: { field: NAME, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ${fields} }
    }
  }
}
${fragment}`;
  return { query, variables: { login: organisation, ...variables }, fileFields };
}

/** Asks the same of one repository, also by a name that it had before. */
export function buildRepositoryQuery(
  organisation: string,
  name: string,
  catalogPaths: readonly string[],
  branch: string | undefined,
): RepositoriesQuery {
  const { declared, fields, fragment, variables, fileFields } = describeNode(catalogPaths, branch);
  const query = `query Repository(${['$login: String!', '$name: String!', ...declared].join(', ')}) {
  repositoryOwner(login: $login) { repository(name: $name) { ${fields} } }
}
${fragment}`;
  return { query, variables: { login: organisation, name, ...variables }, fileFields };
}

interface NodeQuery {
  /** Variables as a query declares them. */
  readonly declared: readonly string[];
  readonly fields: string;
  readonly fragment: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly fileFields: readonly string[];
}

function describeNode(catalogPaths: readonly string[], branch: string | undefined): NodeQuery {
  const files = literalCatalogPaths(catalogPaths).map(
    (path, index) => [`file${index}`, `${branch ?? 'HEAD'}:${path}`] as const,
  );
  const names = files.map(([name]) => name);
  return {
    declared: [...(branch ? ['$branch: String!'] : []), ...names.map((name) => `$${name}: String!`)],
    fields: `
        databaseId nameWithOwner url description isArchived isDisabled isEmpty isFork visibility
        repositoryTopics(first: 20) { nodes { topic { name } } }
        head: ${branch ? 'ref(qualifiedName: $branch)' : 'defaultBranchRef'} { name target { oid } }
        ${names.map((name) => `${name}: object(expression: $${name}) { ...file }`).join('\n        ')}
      `,
    fragment:
      files.length > 0 ? 'fragment file on GitObject { ... on Blob { oid byteSize isBinary isTruncated text } }' : '',
    variables: { ...(branch && { branch: `refs/heads/${branch}` }), ...Object.fromEntries(files) },
    fileFields: names,
  };
}
