import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

type Schema = Readonly<Record<string, unknown>>;

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: { readonly 'application/json'?: { schema: Schema } } }>
  >;
}

const prefix = '#/components/schemas/';
const compiled = new Map<string, ValidateFunction>();
let description: Description | undefined;

/**
 * What is wrong with an answer, by GitHub's own published description (`@octokit/openapi`); empty when nothing is. `route` is
 * written as there: `GET /orgs/{org}/repos`. Throws when the description has no such route.
 */
export function checkAnswer(route: string, status: number, body: unknown): readonly string[] {
  const key = `${route} ${status}`;
  const check = compiled.get(key) ?? compile(key, route, status);
  if (check(body)) return [];
  return (check.errors ?? []).map((error) => `${key}: ${error.instancePath} ${error.message}`);
}

function compile(key: string, route: string, status: number): ValidateFunction {
  const [method = '', path = ''] = route.split(' ');
  description ??= readDescription();
  const operation = description.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`GitHub's description has no route ${route}.`);
  // Errors have one shape; not every route's description names the ones that the host really gives.
  const schema = operation.responses[status]?.content?.['application/json']?.schema ?? {
    $ref: `${prefix}basic-error`,
  };
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: true });
  formats.default(ajv);
  const check = ajv.compile({ ...toJsonSchema(schema), components: { schemas: reachable(schema, description) } });
  compiled.set(key, check);
  return check;
}

function readDescription(): Description {
  const file = fileURLToPath(import.meta.resolve('@octokit/openapi/generated/api.github.com.json'));
  return JSON.parse(readFileSync(file, 'utf8')) as Description;
}

function reachable(root: Schema, { components }: Description): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const open = namesIn(root);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = components.schemas[name];
    if (!schema || found[name]) continue;
    found[name] = toJsonSchema(schema);
    open.push(...namesIn(schema));
  }
  return found;
}

function namesIn(schema: Schema): string[] {
  return [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
}

// OpenAPI 3.0 writes "or null" as `nullable`, which JSON Schema does not know.
function toJsonSchema(schema: Schema): Schema {
  const { nullable, ...rest } = mapValues(schema);
  return nullable ? { anyOf: [{ type: 'null' }, rest] } : rest;
}

function mapValues(schema: Schema): Record<string, unknown> {
  const entries = Object.entries(schema).filter(([key]) => key !== 'example' && key !== 'examples');
  return Object.fromEntries(entries.map(([key, value]) => [key, key === 'enum' ? value : convert(value)]));
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  return typeof value === 'object' && value !== null ? toJsonSchema(value as Schema) : value;
}
