import {
  buildClientSchema,
  findBreakingChanges,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';

/** The schema of a running GitLab (`https://gitlab.com`), by introspection, for which nobody needs to sign in. */
export async function readHostSchema(url: string): Promise<GraphQLSchema> {
  const body = JSON.stringify({ query: getIntrospectionQuery({ descriptions: false }) });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/graphql`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${url} answers status ${answer.status}.`);
  const { data } = (await answer.json()) as { readonly data: IntrospectionQuery };
  return buildClientSchema(data);
}

/** Where a query that fits our part of the schema would not fit the published one. Pure. */
export function differences(ours: GraphQLSchema, published: GraphQLSchema): readonly string[] {
  return findBreakingChanges(ours, published).map(({ description }) => description);
}
