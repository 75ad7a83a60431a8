import { $RefParser } from '@apidevtools/json-schema-ref-parser';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../repository-fixture.ts';
import { bundleDefinition } from './bundle-definition.ts';
import { listDefinitionFiles } from './definition-files.ts';

const { repository } = repositoryOf('acme/shop', {});

function bundle(files: Readonly<Record<string, string>>, path = 'api/openapi.yaml') {
  return bundleDefinition(path, files[path] ?? '', { repository, text: (name) => files[name] });
}

describe('a definition in several files', () => {
  const files = {
    'api/openapi.yaml': [
      'openapi: 3.1.0',
      'paths:',
      '  /orders: { $ref: "./paths/orders.yaml" }',
      '  /orders/{id}: { $ref: paths/order.yaml#/item }',
      'components: { schemas: { Money: { type: integer } } }',
    ].join('\n'),
    'api/paths/orders.yaml': 'get: { schema: { $ref: "../schemas.json#/Order" } }\n',
    'api/paths/order.yaml': 'item: { get: { schema: { $ref: "../schemas.json#/Order" } } }\n',
    'api/schemas.json':
      '{"Order": {"total": {"$ref": "openapi.yaml#/components/schemas/Money"}, "parts": {"$ref": "#/Order"}}}',
  };

  it('comes in one piece: the first reference becomes the part, later ones lead to it', () => {
    const { text, problems } = bundle(files);
    expect(problems).toEqual([]);
    expect(load(text)).toEqual({
      openapi: '3.1.0',
      paths: {
        '/orders': {
          get: {
            schema: {
              total: { $ref: '#/components/schemas/Money' },
              parts: { $ref: '#/paths/~1orders/get/schema' },
            },
          },
        },
        '/orders/{id}': { get: { schema: { $ref: '#/paths/~1orders/get/schema' } } },
      },
      components: { schemas: { Money: { type: 'integer' } } },
    });
  });

  it('names the files that it needs', () => {
    expect(listDefinitionFiles('api/openapi.yaml', repository, (path) => files[path as keyof typeof files])).toEqual([
      'api/openapi.yaml',
      'api/paths/orders.yaml',
      'api/paths/order.yaml',
      'api/schemas.json',
    ]);
  });

  it('is left as its author wrote it when it is in one file, or leads to other hosts only', () => {
    for (const text of ['a: { $ref: "#/b" } # why\nb: 1\n', 'a: { $ref: "https://acme.example/a.json" } # why\n']) {
      expect(bundle({ 'api/openapi.yaml': text })).toEqual({ text, problems: [] });
    }
  });

  it('keeps JSON as JSON, and what stands beside a reference', () => {
    const { text } = bundle(
      { 'a.json': '{"x": {"$ref": "b.json", "description": "ours"}}', 'b.json': '{"type": "string"}' },
      'a.json',
    );
    expect(JSON.parse(text)).toEqual({ x: { type: 'string', description: 'ours' } });
  });
});

describe('references that cannot be followed', () => {
  it.each([
    ['x: { $ref: missing.yaml }', '"api/openapi.yaml", line 1: $ref "missing.yaml" leads to no file that can be read.'],
    ['x: { $ref: "b.yaml#/nope" }', '"api/openapi.yaml", line 1: $ref "b.yaml#/nope" leads to nothing in that file.'],
    [
      'x: 1\ny: { $ref: ../../etc/passwd }',
      '"api/openapi.yaml", line 2: $ref "../../etc/passwd" is not followed: it leads out of the repository.',
    ],
    ['x: { $ref: "b.yaml#/self" }', '"api/b.yaml", line 2: $ref "#/self" leads back to itself.'],
    [
      'x: { $ref: "b.yaml#/constructor" }',
      '"api/openapi.yaml", line 1: $ref "b.yaml#/constructor" leads to nothing in that file.',
    ],
    ['x: { $ref: broken.yaml }', '"api/openapi.yaml", line 1: $ref "broken.yaml" leads to no file that can be read.'],
  ])('%s', (text, problem) => {
    const files = {
      'api/openapi.yaml': text,
      'api/b.yaml': 'a: 1\nself: { $ref: "#/self" }\n',
      'api/broken.yaml': 'a: [',
    };
    expect(bundle(files).problems).toEqual([problem]);
  });

  it('grow no further than a limit, however often parts of parts are asked for', () => {
    const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
    const nested = keys.reduceRight(
      (inner, key) => `{${JSON.stringify(key)}: ${inner}, "w": [${'1,'.repeat(300)}1]}`,
      '{}',
    );
    const pointers = keys.map((_, index) => `/${keys.slice(0, index + 1).join('/')}`);
    const root = JSON.stringify(
      pointers.flatMap((pointer) => [{ $ref: `b.json#${pointer}` }, { $ref: `b.json#${pointer}/w` }]),
    );
    const { text, problems } = bundle({ 'a.json': root, 'b.json': nested }, 'a.json');
    expect(text).toBe(root);
    expect(problems).toEqual(['"a.json": in one piece it would be too large; it stays as it is.']);
  });

  it('do not exhaust the stack, however long the chain', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`x${index}`, { $ref: `#/x${index + 1}` }]),
    );
    const { problems } = bundle(
      { 'a.json': '{"a": {"$ref": "b.json#/x0"}}', 'b.json': JSON.stringify(chain) },
      'a.json',
    );
    expect(problems).toEqual(['"a.json": in one piece it would be too large; it stays as it is.']);
  });

  it('never touch a prototype', () => {
    const { text } = bundle(
      { 'a.json': '{"a": {"$ref": "b.json"}}', 'b.json': '{"__proto__": {"polluted": 1}}' },
      'a.json',
    );
    expect(text).toContain('"__proto__": {');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('against json-schema-ref-parser, which Backstage bundles with', () => {
  const names = ['r.json', 'b.json', 'c/d.json'];
  const relative = (from: string, to: string) =>
    from === 'c/d.json' ? (to === 'c/d.json' ? 'd.json' : `../${to}`) : to;
  // A part may refer only to later parts, so that everything can be written out in full and compared.
  const organisations = fc
    .array(fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(9)), { maxLength: 4 }), { minLength: 3, maxLength: 12 })
    .map((parts) => {
      const files: Record<string, Record<string, unknown>> = Object.fromEntries(names.map((name) => [name, {}]));
      const homes = parts.map((_, index) => names[index % names.length] ?? '');
      for (const [index, references] of parts.entries()) {
        const home = homes[index] ?? '';
        const later = references.map(([, skip]) => index + 1 + skip).filter((each) => each < parts.length);
        const refs = later.map((each) => ({ $ref: `${relative(home, homes[each] ?? '')}#/p${each}` }));
        Object.assign(files[home] ?? {}, { [`p${index}`]: { type: 'object', n: index, refs } });
      }
      return Object.fromEntries(Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]));
    });

  const writeOut = async (files: Readonly<Record<string, string>>, root: string): Promise<unknown> => {
    const read = {
      order: 1,
      canRead: true,
      read: ({ url }: { url: string }) => files[url.replace(/^.*\/w\//, '')] ?? '{}',
    };
    const parser = new $RefParser();
    return parser.dereference(`/w/${root}`, JSON.parse(files[root] ?? ''), {
      resolve: { file: read, http: false },
      mutateInputSchema: true,
    });
  };

  it('means the same when everything is written out', async () => {
    await fc.assert(
      fc.asyncProperty(organisations, async (files) => {
        const { text, problems } = bundle(files, 'r.json');
        expect(problems).toEqual([]);
        expect(text).not.toMatch(/"\$ref": "[^#]/);
        expect(JSON.stringify(await writeOut({ 'r.json': text }, 'r.json'))).toBe(
          JSON.stringify(await writeOut(files, 'r.json')),
        );
      }),
      { numRuns: 300 },
    );
  });
});
