import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { component, document } from '../../catalog/repository-fixture.ts';
import { filesOf, jsonAt, portalOf } from './machine-fixture.ts';
import { plainText } from './markdown-text.ts';

const shop = [
  document('Group', 'team', ['type: team', 'children: []']),
  document('System', 'sales', ['owner: team']),
  component('orders', ['system: sales', 'dependsOn: [component:money, component:gone]']),
  component('money'),
  document('API', 'orders-api', ['type: openapi', 'lifecycle: deprecated', 'owner: team', 'definition: "{}"']),
];

describe('the read API as files', () => {
  const files = filesOf(portalOf(shop));

  it('names every list, counts entities and gives the commit of every repository', () => {
    expect(jsonAt(files, 'index.json')).toMatchObject({
      formatVersion: 1,
      base: '/p/',
      repositories: [{ slug: 'acme/shop', commit: '0123456789abcdef0123456789abcdef01234567' }],
      counts: { entities: 5, relations: 7, kinds: { api: 1, component: 2, group: 1, system: 1 } },
      files: {
        entities: ['entities.json'],
        kinds: { component: ['entities/by-kind/component.json'] },
        refs: ['refs.json'],
        relations: ['relations.json'],
        facets: 'entity-facets.json',
      },
    });
  });

  it('says where each entity is defined', () => {
    expect(jsonAt(files, 'refs.json')['group:default/team']).toEqual({
      repository: 'acme/shop',
      path: 'f0/catalog-info.yaml',
      line: 1,
    });
  });

  it('lists what entities state themselves, with targets that do not exist', () => {
    const rows = jsonAt(files, 'relations.json');
    expect(rows).toContainEqual(['component:default/orders', 'dependsOn', 'component:default/gone']);
    expect(rows).not.toContainEqual(['component:default/money', 'dependencyOf', 'component:default/orders']);
    expect(rows).toHaveLength(7);
  });

  it('counts the values of facets as Backstage answers them', () => {
    const { facets } = jsonAt(files, 'entity-facets.json');
    expect(facets['spec.lifecycle']).toEqual([
      { value: 'deprecated', count: 1 },
      { value: 'production', count: 2 },
    ]);
    expect(facets['relations.ownedBy']).toEqual([{ value: 'group:default/team', count: 4 }]);
  });

  it('gives an entity an identity that its content does not change, and a tag that it does', () => {
    const at = (spec: string) =>
      jsonAt(filesOf(portalOf([component('orders', [spec])])), 'entities/by-name/component/default/orders.json');
    const [first, same, other] = [at('system: a'), at('system: a'), at('system: b')].map(({ metadata }) => metadata);
    expect(first.uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(same).toEqual(first);
    expect(other.uid).toBe(first.uid);
    expect(other.etag).not.toBe(first.etag);
  });

  it('is the same whatever the order of definitions within the catalog', () => {
    const hasLine = (path: string) => path.endsWith('refs.json') || path.endsWith('.md') || path.includes('problems');
    const content = (yaml: readonly string[]) =>
      [...filesOf(portalOf(yaml))].filter(([path]) => path.startsWith('api/catalog/') && !hasLine(path));
    fc.assert(
      fc.property(fc.shuffledSubarray(shop, { minLength: shop.length }), (yaml) => {
        expect(content(yaml)).toEqual(content(shop));
      }),
      { numRuns: 20 },
    );
  });
});

describe('Markdown for machines', () => {
  const files = filesOf(portalOf(shop, { url: 'https://acme.example/p' }));
  const twin = files.get('catalog/default/component/money/index.md') ?? '';

  it('says of an entity what its page says, with links to other twins', () => {
    expect(twin).toMatch(/^# money\n/);
    expect(twin).toContain('- Ref: `component:default/money`\n');
    expect(twin).toContain('- Owner: [team](/p/catalog/default/group/team/index.md)');
    expect(twin).toContain('[orders](/p/catalog/default/component/orders/index.md): Component, service, production');
    expect(files.get('catalog/default/component/orders/index.md')).toContain(
      '`component:default/gone`, not in the catalog',
    );
  });

  it('leads from llms.txt to a list of every kind', () => {
    const text = files.get('llms.txt') ?? '';
    expect(text).toMatch(/^# Acme\n\n> /);
    expect(text).toContain('- [Components](https://acme.example/p/catalog/component/index.md): 2\n');
    expect(files.get('catalog/component/index.md')).toContain('(/p/catalog/default/component/money/index.md)');
  });

  it('keeps llms.txt below 100 kB', () => {
    const systems = Array.from({ length: 900 }, (_, index) =>
      document('System', `s${index}`, ['owner: team']).replace('spec:', `  description: ${'ü'.repeat(200)}\nspec:`),
    );
    expect(Buffer.byteLength(filesOf(portalOf(systems)).get('llms.txt') ?? '')).toBeLessThan(100_000);
  });

  it.each([
    '[click](https://evil.example)',
    '<script>alert(1)</script>',
    'see https://evil.example or www.evil.example or a@evil.example',
    '![x](x.png)',
    '**bold** _it_ `code` ~~gone~~ &lt;b&gt;',
    'a\n\n# heading',
  ])('shows hostile text as text: %s', (text) => expectPlain(text));

  it('shows any text as text', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '*',
        '_',
        '`',
        '~',
        '\\',
        '!',
        '&',
        'amp;',
        'a',
        ' ',
        '\n',
        ':',
        '//',
        'http',
        'www.',
        '@',
        '.de',
        '|',
      ),
    );
    fc.assert(
      fc.property(hostile, (parts) => expectPlain(parts.join(''))),
      { numRuns: 500 },
    );
  });
});

function expectPlain(text: string): void {
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(`# x ${plainText(text)} y`);
  const types = new Set<string>();
  let shown = '';
  visit(tree, (node) => {
    types.add(node.type);
    if (node.type === 'text' || node.type === 'inlineCode') shown += node.value;
  });
  types.delete('inlineCode');
  expect([...types].sort()).toEqual(['heading', 'root', 'text']);
  expect(shown.replace(/\s+/g, ' ')).toBe(`x ${text} y`.replace(/\s+/g, ' '));
}
