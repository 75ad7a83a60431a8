import { describe, expect, it } from 'vitest';
import { catalogOf, component, document, documents } from './repository-fixture.ts';

const team = document('Group', 'team', ['type: team', 'children: []']);

describe('placeholders', () => {
  const api = (definition: string) =>
    documents(
      team,
      document('API', 'orders', ['type: openapi', 'lifecycle: production', 'owner: team', `definition: ${definition}`]),
    );

  it.each([
    ['{$text: ./docs/a.json}', '{"a": [1]}\n'],
    ['{$openapi: docs/a.json}', '{"a": [1]}\n'],
    ['{$asyncapi: /docs/a.json}', '{"a": [1]}\n'],
    ['{$text: "https://github.com/Acme/shop/blob/main/docs/a.json"}', '{"a": [1]}\n'],
  ])('%s is replaced by the file', (definition, expected) => {
    const result = catalogOf(api(definition), { 'docs/a.json': '{"a": [1]}\n' });
    expect(result.diagnostics).toEqual([]);
    expect(result.value.byRef.get('api:default/orders')?.entity.spec?.['definition']).toBe(expected);
  });

  it('brings in the parts of a definition that lie in other files, and says which do not', () => {
    const files = {
      'docs/a.yaml': 'paths: { /a: { $ref: ./b.yaml }, /c: { $ref: ./c.yaml } }\n',
      'docs/b.yaml': 'get: { summary: B }\n',
    };
    const result = catalogOf(api('{$openapi: docs/a.yaml}'), files);
    expect(result.value.byRef.get('api:default/orders')?.entity.spec?.['definition']).toBe(
      'paths:\n  /a:\n    get:\n      summary: B\n  /c:\n    $ref: ./c.yaml\n',
    );
    expect(result.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        'catalog/definition-reference',
        '$openapi: "docs/a.yaml", line 1: $ref "./c.yaml" leads to no file that can be read.',
      ],
    ]);
    const asText = catalogOf(api('{$text: docs/a.yaml}'), files);
    expect(asText.value.byRef.get('api:default/orders')?.entity.spec?.['definition']).toBe(files['docs/a.yaml']);
  });

  it('fills in $json and $yaml as data, anywhere, and leaves other dollars alone', () => {
    const yaml = component('cart', [
      'a: {$json: a.json}',
      'b: [{$yaml: b.yaml}]',
      'c: {$ref: "#/x"}',
      'd: {$text: a.json, e: 1}',
    ]);
    const result = catalogOf(documents(team, yaml), { 'a.json': '{"x": 1}', 'b.yaml': 'y: 2\n' });
    const { a, b, c, d } = result.value.byRef.get('component:default/cart')?.entity.spec ?? {};
    expect(JSON.stringify({ a, b, c, d })).toBe(
      '{"a":{"x":1},"b":[{"y":2}],"c":{"$ref":"#/x"},"d":{"$text":"a.json","e":1}}',
    );
  });

  it.each([
    ['{$text: ./missing.yaml}', 'catalog/placeholder-not-found'],
    ['{$text: ../../etc/passwd}', 'catalog/placeholder-not-found'],
    ['{$text: "https://github.com/acme/other/blob/main/a.json"}', 'catalog/placeholder-elsewhere'],
    ['{$text: "https://github.com/acme/shop/blob/dev/a.json"}', 'catalog/placeholder-elsewhere'],
    ['{$text: "file:///etc/passwd"}', 'catalog/placeholder-not-found'],
    ['{$text: 5}', 'catalog/placeholder-invalid'],
    ['{$json: bad.json}', 'catalog/placeholder-invalid'],
    ['{$yaml: two.yaml}', 'catalog/placeholder-invalid'],
    ['{$yaml: bad.yaml}', 'catalog/placeholder-invalid'],
    ['{$json: deep.json}', 'catalog/placeholder-invalid'],
  ])('%s is one error, and the entity stays without the field', (definition, code) => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const result = catalogOf(api(definition), {
      'bad.json': '{',
      'two.yaml': 'a: 1\n---\nb: 1\n',
      'bad.yaml': 'a: [',
      'deep.json': deep,
    });
    expect(result.diagnostics.map(({ code: found, source, entityRef }) => [found, source?.line, entityRef])).toEqual([
      [code, 17, 'api:default/orders'],
    ]);
    expect(result.value.byRef.get('api:default/orders')?.entity.spec).toEqual({
      type: 'openapi',
      lifecycle: 'production',
      owner: 'team',
    });
  });
});
