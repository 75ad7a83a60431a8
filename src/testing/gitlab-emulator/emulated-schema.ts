import { readFileSync } from 'node:fs';
import { buildASTSchema, type GraphQLSchema, Kind, parse, visit } from 'graphql';

const built = new Map<string, GraphQLSchema>();

/** The part of GitLab's schema that is emulated, without the fields (`Project.topics`) that a host is too old for. */
export function emulatedSchema(lacks: readonly string[] = []): GraphQLSchema {
  const key = lacks.join();
  const known = built.get(key);
  if (known) return known;
  const read = (name: string) => readFileSync(new URL(`./published/${name}.graphql`, import.meta.url), 'utf8');
  const whole = parse(read('groups') + read('projects'));
  const left = visit(whole, {
    [Kind.OBJECT_TYPE_DEFINITION]: (node) => ({
      ...node,
      fields: node.fields?.filter((field) => !lacks.includes(`${node.name.value}.${field.name.value}`)),
    }),
  });
  const schema = buildASTSchema(left);
  built.set(key, schema);
  return schema;
}
