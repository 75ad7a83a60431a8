import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { type ApiDescription, reachableSchemas, type Schema, schemaPrefix } from './extract-routes.ts';

const compiled = new Map<string, ValidateFunction>();
let description: ApiDescription | undefined;

/**
 * What is wrong with an answer, by GitHub's own published description (of `@octokit/openapi`); empty when nothing is. `route` is
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
    $ref: `${schemaPrefix}basic-error`,
  };
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: true });
  formats.default(ajv);
  const check = ajv.compile({
    ...toJsonSchema(schema),
    components: { schemas: convert(reachableSchemas(schema, description.components.schemas)) },
  });
  compiled.set(key, check);
  return check;
}

function readDescription(): ApiDescription {
  return JSON.parse(readFileSync(new URL('./github-api.json', import.meta.url), 'utf8')) as ApiDescription;
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
