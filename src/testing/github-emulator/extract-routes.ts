/** A schema of an OpenAPI description. */
export type Schema = Readonly<Record<string, unknown>>;

/** As much of an OpenAPI description as answers are checked with. */
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: { readonly 'application/json'?: { readonly schema: Schema } } }>
  >;
}

/** Where schemas refer to each other. */
export const schemaPrefix = '#/components/schemas/';

/** The routes that the emulator answers, as GitHub writes them. */
const routes = [
  'get /orgs/{org}/repos',
  'get /users/{username}/repos',
  'get /orgs/{org}/installation',
  'get /users/{username}/installation',
  'post /app/installations/{installation_id}/access_tokens',
] as const;

/** The emulator's routes out of GitHub's whole description, with the schemas that their answers lead to. Pure. */
export function extractRoutes({ paths, components }: ApiDescription): ApiDescription {
  const kept: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    const operation = paths[path]?.[method];
    if (!operation) throw new Error(`The description has no route ${route}.`);
    kept[path] = { [method]: { responses: answersOf(operation) } };
  }
  const named = { $ref: `${schemaPrefix}basic-error`, kept };
  return { paths: kept, components: { schemas: reachableSchemas(named, components.schemas) } };
}

/** Every schema that a value leads to by reference, by name. */
export function reachableSchemas(root: unknown, schemas: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const open = namesIn(root);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = schemas[name];
    if (!schema || found[name]) continue;
    found[name] = schema;
    open.push(...namesIn(schema));
  }
  return found;
}

function answersOf({ responses }: Operation): Operation['responses'] {
  const answers = Object.entries(responses).flatMap(([status, { content }]) => {
    const schema = content?.['application/json']?.schema;
    return schema ? [[status, { content: { 'application/json': { schema } } }] as const] : [];
  });
  return Object.fromEntries(answers);
}

function namesIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
}
