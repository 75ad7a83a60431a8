import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { component, document, documents, repositoryOf } from '../../catalog/repository-fixture.ts';
import { assemblePortal, type Portal } from '../assemble-portal.ts';
import { machineFiles } from '../machine-files.ts';
import { plainText } from './markdown-text.ts';

function portalOf(yaml: readonly string[], config: Partial<Portal['config']> = {}): Portal {
  // A file may hold so many documents only.
  const chunks = Array.from({ length: Math.ceil(yaml.length / 100) }, (_, index) => [
    `f${index}/catalog-info.yaml`,
    documents(...yaml.slice(index * 100, index * 100 + 100)),
  ]);
  const files = repositoryOf('acme/shop', Object.fromEntries(chunks));
  const { value: catalog, diagnostics } = readCatalog({ repositories: [files], allow: ['*'] });
  return assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', base: '/p/', ...config },
    catalog,
    repositories: [files.repository],
    docsSites: [],
    docsByEntity: new Map(),
    diagnostics,
    callboardVersion: '1.0.0',
  });
}

function filesOf(portal: Portal): ReadonlyMap<string, string> {
  return new Map([...machineFiles(portal)].map(({ path, text }) => [path, text]));
}

function jsonAt(files: ReadonlyMap<string, string>, path: string) {
  return JSON.parse(files.get(`api/catalog/${path}`) ?? 'null');
}

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

  it.each([
    [0, ['entities.json']],
    [1000, ['entities.json']],
    [1001, ['entities.json', 'entities-2.json']],
    [2500, ['entities.json', 'entities-2.json', 'entities-3.json']],
  ])('cuts lists of %i entities at a thousand, and none is lost', (count, names) => {
    const many = filesOf(portalOf(Array.from({ length: count }, (_, index) => component(`c${index}`))));
    const index = jsonAt(many, 'index.json');
    expect(index.files.entities).toEqual(names);
    const listed = [...many.keys()].filter((path) => /^api\/catalog\/entities(-\d+)?\.json$/.test(path));
    expect(listed.map((path) => path.slice('api/catalog/'.length)).sort()).toEqual([...names].sort());
    const lists = [index.files.entities, index.files.kinds.component ?? []] as string[][];
    for (const list of lists) {
      const entities = list.flatMap((name) => jsonAt(many, name));
      expect(new Set(entities.map(({ metadata }) => metadata.name)).size).toBe(count);
    }
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
