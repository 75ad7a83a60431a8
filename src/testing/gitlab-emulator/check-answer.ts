import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { basedOn, entities, routes } from './published/rest-entities.ts';

const compiled = new Map<string, ValidateFunction>();

/**
 * What is wrong with an answer by GitLab's published description; empty when nothing is. Properties that the description does
 * not have are wrong as well. `route` is written as there: `GET /groups/{id}/projects`. Throws when it has no such route.
 */
export function checkAnswer(route: string, body: unknown): readonly string[] {
  const check = compiled.get(route) ?? compile(route);
  if (check(body)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${route}: ${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function compile(route: string): ValidateFunction {
  const answer = routes[route];
  if (answer === undefined) throw new Error(`The description has no route ${route}.`);
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  formats.default(ajv);
  const check = ajv.compile({
    ...schemaOf(answer),
    $defs: Object.fromEntries(Object.keys(entities).map((name) => [name, describeEntity(name)])),
  });
  compiled.set(route, check);
  return check;
}

function describeEntity(name: string): object {
  const all = [name, ...(basedOn[name] ?? [])].flatMap((each) => Object.entries(entities[each] ?? {}));
  return {
    type: 'object',
    properties: Object.fromEntries(
      all.map(([property, type]) => [
        property,
        type.endsWith('!') ? schemaOf(type.slice(0, -1)) : { anyOf: [{ type: 'null' }, schemaOf(type)] },
      ]),
    ),
    required: all.filter(([, type]) => type.endsWith('!')).map(([property]) => property),
    additionalProperties: false,
  };
}

function schemaOf(type: string): object {
  if (type.includes(' | ')) return { anyOf: type.split(' | ').map(schemaOf) };
  if (type.endsWith('[]')) return { type: 'array', items: schemaOf(type.slice(0, -2)) };
  if (type in entities) return { $ref: `#/$defs/${type}` };
  return type.startsWith('date') ? { type: 'string', format: type } : { type };
}
