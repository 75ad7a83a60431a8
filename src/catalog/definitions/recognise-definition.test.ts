import { describe, expect, it } from 'vitest';
import { catalogOf, component, document, documents } from '../repository-fixture.ts';
import { recogniseDefinition } from './recognise-definition.ts';

const proto = 'syntax = "proto3";\npackage acme;\nenum Size { SMALL = 0; }\nmessage Cart {\n  string id = 1;\n}\n';

describe('what a definition shows itself to be', () => {
  it.each([
    ['openapi', 'openapi: 3.1.0\ninfo: {}'],
    ['openapi', "# our API\n\n---\n'openapi': '3.0.3'"],
    ['openapi', '\uFEFFopenapi: 3.1.0'],
    ['openapi', 'swagger: "2.0"'],
    ['openapi', 'info: { title: type Query }\nopenapi: 3.1.0\n'],
    ['openapi', '{"swagger":"2.0"}'],
    ['openapi', '\uFEFF\n  {\n  "openapi" : "3.1.0", "x": "\\ntype Query {"}'],
    ['asyncapi', 'asyncapi: 3.0.0'],
    ['asyncapi', '{"asyncapi":"2.6.0","info":{}}'],
    ['grpc', proto],
    ['grpc', `// comment\n\n  ${proto}`],
    ['graphql', 'type Query {\n  cart: String\n}'],
    [
      'graphql',
      '# a\n"""\nThe cart: all of it\n"""\ntype Cart implements Node & Thing @key(fields: "id") {\n  id: ID!\n}',
    ],
    ['graphql', 'extend type Query {\n  a: Int\n}'],
    ['graphql', 'directive @a(b: Int) on FIELD'],
    ['graphql', 'union A = B | C'],
    ['graphql', 'schema {\n  query: Q\n}'],
  ])('is %s: %j', (type, text) => {
    expect(recogniseDefinition(text)?.type).toBe(type);
    expect(recogniseDefinition(text.replaceAll('\n', '\r\n'))?.type).toBe(type);
  });

  it.each([
    ['nothing', ''],
    ['{}', '{}'],
    ['prose', 'The type of the openapi: see below'],
    ['two things at once', 'openapi: 3.1.0\nasyncapi: 3.0.0'],
    ['a key without a version', 'openapi:\n  a: b'],
    ['a nested key', 'info:\n  openapi: 3.1.0'],
    ['JSON that begins otherwise', '{"info":{"openapi":"3.1.0"}}'],
    ['Protocol Buffers without a syntax', 'package acme;\nenum Size { SMALL = 0; }\nmessage A { string id = 1; }\n'],
    ['TypeScript', 'interface Cart {\n  id: string;\n}\ntype Id = string;\n'],
    ['a schema beyond the beginning', `${'# x\n'.repeat(6000)}type Query {\n a: Int\n}`],
  ])('is nothing for certain: %s', (_, text) => {
    expect(recogniseDefinition(text)).toBeUndefined();
  });

  // No pattern looks past the beginning, so what takes milliseconds there takes no more here; a pattern that went
  // through combinations would not come back.
  it.each([
    'a',
    ' ',
    '{',
    '\n',
    'type ',
    'type a',
    'syntax ',
    'openapi ',
    '"',
    'directive @',
    'enum {=(',
    'type a\t;\t',
  ])('is told of two megabytes of %j', (text) => {
    expect(() => recogniseDefinition(text.repeat(2_000_000 / text.length))).not.toThrow();
  });
});

describe('a definition of another type', () => {
  const problems = (type: string, text: string) => {
    const api = document('API', 'x', [
      `type: ${type}`,
      'lifecycle: production',
      'owner: team',
      `definition: ${JSON.stringify(text)}`,
    ]);
    const team = document('Group', 'team', ['type: team', 'children: []']);
    return catalogOf(documents(component('cart', ['providesApis: [x]']), team, api)).diagnostics.map(
      ({ code, source, message, hint }) => `${code} ${source?.line}:${source?.column} ${message} ${hint}`,
    );
  };

  it('is reported at spec.type', () => {
    expect(problems('OpenAPI', 'type Query {\n  a: Int\n}')).toEqual([
      'catalog/definition-type 24:9 spec.type is OpenAPI, but the definition looks like a GraphQL schema. Write type: graphql, or put the right definition here.',
    ]);
    expect(problems('graphql', proto)).toEqual([
      expect.stringContaining('looks like a Protocol Buffers file. Write type: grpc,'),
    ]);
    expect(problems('grpc', 'asyncapi: 3.0.0')).toEqual([expect.stringContaining('looks like an AsyncAPI document.')]);
    expect(problems('asyncapi', 'openapi: 3.0.0')).toEqual([
      expect.stringContaining('looks like an OpenAPI document.'),
    ]);
  });

  it.each([
    ['its own type', 'OpenAPI', 'openapi: 3.1.0'],
    ['a type of one’s own', 'soap', 'openapi: 3.1.0'],
    ['what shows nothing', 'graphql', '{"data":{"__schema":{}}}'],
  ])('is not %s', (_, type, text) => {
    expect(problems(type, text)).toEqual([]);
  });
});
