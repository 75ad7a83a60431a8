import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { type QueryScore, scoreOf } from './query-complexity.ts';

/** A request as it arrives at `/api/graphql`. */
export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** What somebody may ask for at once. */
export interface GraphLimits {
  readonly complexity: number;
  readonly depth: number;
}

/** A query that passed GitLab's schema and limits, or the answer that says why it did not. */
export type PreparedQuery =
  | { readonly document: DocumentNode; readonly score: QueryScore }
  | { readonly answer: { readonly errors: readonly unknown[] } };

/** Limits by who asks (app/graphql/gitlab_schema.rb). */
export function graphLimits(who: 'anonymous' | 'user' | 'admin'): GraphLimits {
  if (who === 'anonymous') return { complexity: 200, depth: 15 };
  return { complexity: who === 'admin' ? 300 : 250, depth: 20 };
}

/** Checks a query against the schema and against the limits. */
export function prepareQuery(
  schema: GraphQLSchema,
  { query, variables }: GraphRequest,
  limits: GraphLimits,
): PreparedQuery {
  const document = parseQuery(query);
  if (typeof document === 'string') return refuse(document);
  const problems = validate(schema, document);
  if (problems.length > 0) return { answer: { errors: problems.map(describeProblem) } };
  const operation = document.definitions.find(
    (it): it is OperationDefinitionNode => it.kind === Kind.OPERATION_DEFINITION,
  );
  const values = getVariableValues(schema, operation?.variableDefinitions ?? [], variables ?? {});
  if (values.errors) return { answer: { errors: values.errors.map(({ message }) => ({ message })) } };
  const score = scoreOf(schema, document, values.coerced);
  const { complexity, depth, recurring } = score;
  if (complexity > limits.complexity) {
    return refuse(`Query has complexity of ${complexity}, which exceeds max complexity of ${limits.complexity}`);
  }
  if (depth > limits.depth) return refuse(`Query has depth of ${depth}, which exceeds max depth of ${limits.depth}`);
  if (recurring.length > 0) {
    return refuse(
      `Recursive query - too many of fields '${recurring.join("', '")}' detected in single branch of the query`,
    );
  }
  return { document, score };
}

/** Runs a query that was prepared. */
export async function runQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables }: GraphRequest,
  rootValue: unknown,
): Promise<unknown> {
  const result = await execute({
    schema,
    document,
    rootValue,
    variableValues: { ...variables },
    fieldResolver: resolveField,
  });
  return result.errors ? { data: result.data, errors: result.errors.map((error) => error.toJSON()) } : result;
}

function refuse(message: string): PreparedQuery {
  return { answer: { errors: [{ message }] } };
}

function parseQuery(query: string): DocumentNode | string {
  try {
    return parse(query);
  } catch (error) {
    return String(error);
  }
}

// As the host's own library words the two that a client may want to understand.
function describeProblem({ message, locations }: GraphQLError): unknown {
  const [, fieldName, typeName] = message.match(/^Cannot query field "(.+?)" on type "(.+?)"/) ?? [];
  if (fieldName) {
    const extensions = { code: 'undefinedField', typeName, fieldName };
    return { message: `Field '${fieldName}' doesn't exist on type '${typeName}'`, locations, extensions };
  }
  const [, argument, type, field] = message.match(/^Unknown argument "(.+?)" on field "(.+?)\.(.+?)"/) ?? [];
  if (!argument) return { message, locations };
  const extensions = { code: 'argumentNotAccepted', name: field, typeName: 'Field', argumentName: argument, type };
  return { message: `Field '${field}' doesn't accept argument '${argument}'`, locations, extensions };
}

// What is not emulated must not look as if it were empty.
const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, given, _context, info) => {
  const value = (source as Readonly<Record<string, unknown>>)[info.fieldName];
  if (value === undefined) throw new Error(`Not emulated: ${info.parentType.name}.${info.fieldName}`);
  return typeof value === 'function' ? value(given) : value;
};
