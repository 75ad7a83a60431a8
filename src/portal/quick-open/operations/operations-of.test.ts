import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asyncApiOperations } from './asyncapi.ts';
import { readSection } from './entries.ts';
import { graphqlOperations } from './graphql.ts';
import { grpcOperations } from './grpc.ts';
import { openApiOperations } from './openapi.ts';
import type { Operation } from './operation.ts';

const said = (operations: readonly Operation[]): readonly string[] =>
  operations.map(({ method, name, summary }) => `${method} ${name}${summary && ` – ${summary}`}`);

const openApi = `openapi: 3.1.0
info:
  title: Orders
  description: |
    paths:
      /not/a/path:
        get: {}
# A comment.
paths:
  /orders:
    # Of a customer.
    parameters:
      - name: get
    get:
      summary: 'Orders of a customer'
      operationId: listOrders
      responses:
        '200':
          summary: not this
    post:
      operationId: placeOrder
      description: |
        get:
          summary: nor this
  "/orders/{id}":
    delete: { summary: flow is passed over }
    x-post:
      summary: no method
  x-other:
    get:
      summary: no path
components: {}
`;

describe('OpenAPI', () => {
  it('reads YAML by its lines', () => {
    expect(said(openApiOperations(openApi))).toEqual([
      'GET /orders – Orders of a customer',
      'POST /orders – placeOrder',
      'DELETE /orders/{id}',
    ]);
  });

  it('reads version 2 in JSON', () => {
    const json = JSON.stringify({ swagger: '2.0', paths: { '/a': { get: { summary: 'A' }, parameters: [] }, b: {} } });
    expect(said(openApiOperations(json))).toEqual(['GET /a – A']);
  });

  it.each([
    ['', []],
    ['{', []],
    ['{"paths": [1]}', []],
    ['paths:', []],
    ['paths: {}', []],
    ['paths:\n\t/a:\n\t\tget:', ['GET /a']],
    ['paths:\r\n  /a:\r\n    get:\r\n', ['GET /a']],
    ['{"paths": {"__proto__": {"get": {}}, "/a": null}}', []],
  ] as const)('makes the best of %j', (text, expected) => {
    expect(said(openApiOperations(text))).toEqual(expected);
  });
});

describe('AsyncAPI', () => {
  it('reads channels of version 2', () => {
    const text = 'asyncapi: 2.6.0\nchannels:\n  orders.placed:\n    subscribe:\n      summary: An order came\n';
    expect(said(asyncApiOperations(text))).toEqual(['subscribe orders.placed – An order came']);
  });

  it('reads operations of version 3', () => {
    const text =
      'asyncapi: 3.0.0\nchannels:\n  orders:\n    address: orders.v1\noperations:\n  placeOrder:\n    action: send\n    summary: Place it\n  other:\n    title: Nothing\n';
    expect(said(asyncApiOperations(text))).toEqual(['send placeOrder – Place it']);
  });
});

describe('GraphQL', () => {
  it('reads the fields of root types, with arguments, comments and descriptions in the way', () => {
    const text = `"""type Query { no: Int }"""
type Query @a(b: "{") {
  "An order: one" order(id: ID! = "}", of: Int): Order # { fake: Int
  """
  many: of them
  """
  orders: [Order!]!
}
type Order { id: ID! }
extend type Mutation { place(input: Input!): Order }
input Query2 { a: Int }`;
    expect(said(graphqlOperations(text))).toEqual(['query order', 'query orders', 'mutation place']);
  });

  it('knows root types of other names', () => {
    const text = 'schema { query: Root } type Root { me: User } type Mutation { notARoot: Int }';
    expect(said(graphqlOperations(text))).toEqual(['query me']);
  });
});

describe('gRPC', () => {
  it('reads methods of services', () => {
    const text =
      'syntax = "proto3"; // service No { rpc No(A) }\nservice Stock {\n rpc Get (A) returns (B); /* rpc No */\n rpc Watch(A) returns (stream B) {}\n}\n';
    expect(said(grpcOperations(text))).toEqual(['rpc Stock/Get', 'rpc Stock/Watch']);
  });
});

describe('hostile definitions', () => {
  const readers = [openApiOperations, asyncApiOperations, graphqlOperations, grpcOperations];

  it('never fail', () => {
    const piece = fc.constantFrom(
      'paths:',
      '\n',
      '  ',
      '/a:',
      'get:',
      '{',
      '}',
      '"',
      "'",
      '"""',
      '(',
      ')',
      ':',
      '#',
      'type ',
      'Query',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 60 }), (parts) => {
        for (const read of readers) expect(Array.isArray(read(parts.join('')))).toBe(true);
      }),
    );
  });

  it.each([
    ['brackets without end', '{'.repeat(1_000_000)],
    ['quotes', '"'.repeat(1_000_000)],
    ['one long line', `paths:\n  ${'a'.repeat(3_000_000)}:`],
    ['many comments', '/*'.repeat(500_000)],
    ['deep JSON', `{"paths":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['spaces', ' '.repeat(3_000_000)],
  ] as const)('%s give nothing', (_, text) => {
    for (const read of readers) expect(read(text)).toEqual([]);
  });

  it('are not read beyond 16 MB', () => {
    expect(readSection(`paths:\n  /a:\n${' '.repeat(17_000_000)}`, 'paths')).toEqual([]);
  });
});
