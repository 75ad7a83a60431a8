// Configurations of generators and linters are named after what they work on.
const tooling = /(?:generator|config|codegen|ignore|openapitools|redocly|spectral|\.(?:test|spec)\.|(?:^|\/)\.)/i;

/** Names that definitions usually have, the surest first. */
const names: readonly RegExp[] = [
  /(?:^|\/)[^/]*(?:openapi|swagger|asyncapi)[^/]*\.(?:ya?ml|json)$/i,
  /(?:^|\/)(?:openapi|swagger|asyncapi)\/[^/]+\.(?:ya?ml|json)$/i,
  /(?:^|\/)schema\.(?:graphqls?|gql)$|\.graphqls$/i,
  /(?:^|\/)[^/]+\.proto$/,
];

// A path goes into YAML and into addresses of files: only what needs no quoting anywhere.
const longestPath = 200;
const plainPath = /^[\w+-][\w.+-]*(?:\/[\w+-][\w.+-]*)*$/;

/** Files that look like the definition of an API by name and folder, the likeliest first. Pure. */
export function findDefinitions(paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => path.length <= longestPath && plainPath.test(path) && !tooling.test(path))
    .map((path) => ({ path, rank: names.findIndex((name) => name.test(path)), depth: path.split('/').length }))
    .filter(({ rank }) => rank !== -1)
    .sort((a, b) => a.rank - b.rank || a.depth - b.depth || (a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

/** The type of API that a file's name speaks for; its text is surer. */
export function definitionTypeOf(path: string): 'openapi' | 'asyncapi' | 'graphql' | 'grpc' {
  if (/\.proto$/.test(path)) return 'grpc';
  if (/\.(?:graphqls?|gql)$/i.test(path)) return 'graphql';
  return /asyncapi/i.test(path) ? 'asyncapi' : 'openapi';
}
