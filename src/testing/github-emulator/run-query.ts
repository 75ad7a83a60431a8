import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  type DocumentNode,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { type Graph, rootOf } from './graph-objects.ts';
import { costOf, type QueryCost } from './query-cost.ts';

/** A request as it arrives at `/graphql`. */
export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A query that passed GitHub's own schema and limits, or the answer that says why it did not. */
export type PreparedQuery =
  | { readonly document: DocumentNode; readonly cost: QueryCost }
  | { readonly answer: { readonly errors: readonly unknown[] } };

let schema: GraphQLSchema | undefined;

function publishedSchema(): GraphQLSchema {
  if (schema) return schema;
  // Read as a file: importing the package reads five megabytes of JSON as well.
  const file = fileURLToPath(new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema')));
  schema = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true });
  return schema;
}

/** Checks a query against the schema that GitHub publishes and against its limits. */
export function prepareQuery({ query, variables = {} }: GraphRequest): PreparedQuery {
  const document = parseQuery(query);
  if (typeof document === 'string') return { answer: { errors: [{ message: document }] } };
  const problems = validate(publishedSchema(), document);
  if (problems.length > 0) {
    const errors = problems.map((problem) => ({ ...problem.toJSON(), extensions: { code: codeOf(problem.message) } }));
    return { answer: { errors } };
  }
  const cost = costOf(publishedSchema(), document, variables);
  return cost.refusal ? { answer: { errors: [cost.refusal] } } : { document, cost };
}

function parseQuery(query: string): DocumentNode | string {
  try {
    return parse(query);
  } catch (error) {
    return String(error);
  }
}

function codeOf(message: string): string {
  return /^Cannot query field/.test(message) ? 'undefinedField' : 'argumentNotAccepted';
}

/** Runs a query that was prepared. Errors carry `type` as GitHub's do. */
export async function runQuery(document: DocumentNode, { variables }: GraphRequest, graph: Graph): Promise<unknown> {
  const result = await execute({
    schema: publishedSchema(),
    document,
    rootValue: rootOf(graph),
    variableValues: { ...variables },
    fieldResolver: resolveField,
  });
  if (!result.errors) return { data: result.data };
  const errors = result.errors.map((error) => {
    const { type, ...extensions } = error.extensions;
    return { ...error.toJSON(), type, extensions };
  });
  return { data: result.data, errors };
}

// What is not emulated must not look as if it were empty.
const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, given, _context, info) => {
  const value = (source as Readonly<Record<string, unknown>>)[info.fieldName];
  if (value === undefined) throw new Error(`Not emulated: ${info.parentType.name}.${info.fieldName}`);
  return typeof value === 'function' ? value(given) : value;
};
