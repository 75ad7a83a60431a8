import { describe, expect, it } from 'vitest';
import { readCatalog } from './read-catalog.ts';
import { catalogOf, component, document, documents, repositoryOf, summaries } from './repository-fixture.ts';

const team = document('Group', 'team', ['type: team', 'children: []']);

describe('readCatalog', () => {
  it('fills in namespace and provenance, whatever the author wrote there', () => {
    const yaml = component('cart').replace(
      '  name: cart\n',
      '  name: cart\n  annotations:\n    backstage.io/view-url: https://evil.example\n    backstage.io/managed-by-location: url:x\n    backstage.io/orphan: "true"\n    own: kept\n',
    );
    const { value } = readCatalog({
      repositories: [repositoryOf('acme/shop', { 'services/my cart/catalog-info.yaml': yaml })],
      allow: ['*'],
    });
    expect(value.entities[0]?.entity.metadata).toEqual({
      name: 'cart',
      namespace: 'default',
      annotations: {
        own: 'kept',
        'backstage.io/managed-by-location':
          'url:https://github.com/acme/shop/blob/main/services/my%20cart/catalog-info.yaml',
        'backstage.io/managed-by-origin-location':
          'url:https://github.com/acme/shop/blob/main/services/my%20cart/catalog-info.yaml',
        'backstage.io/source-location': 'url:https://github.com/acme/shop/tree/main/services/my%20cart/',
        'backstage.io/view-url': 'https://github.com/acme/shop/blob/main/services/my%20cart/catalog-info.yaml',
        'backstage.io/edit-url': 'https://github.com/acme/shop/edit/main/services/my%20cart/catalog-info.yaml',
      },
    });
  });

  it.each([
    [
      { host: 'gitlab', webUrl: 'https://gitlab.example/a/b/c', branch: 'release/1' } as const,
      'url:https://gitlab.example/a/b/c/-/blob/release/1/catalog-info.yaml',
      'url:https://gitlab.example/a/b/c/-/tree/release/1/',
    ],
    [{ host: 'none' } as const, 'git:acme/shop/catalog-info.yaml', 'git:acme/shop/'],
  ])('addresses files as the host does: %o', (info, location, folder) => {
    const repositories = [repositoryOf('acme/shop', { 'catalog-info.yaml': component('cart') }, info)];
    const { annotations } = readCatalog({ repositories, allow: ['*'] }).value.entities[0]?.entity.metadata ?? {};
    expect(annotations?.['backstage.io/managed-by-location']).toBe(location);
    expect(annotations?.['backstage.io/source-location']).toBe(folder);
    expect('backstage.io/view-url' in (annotations ?? {})).toBe(info.host !== 'none');
  });

  it('keeps what the author wrote, and the line it begins on', () => {
    const yaml = `${team}---\n# the cart\n${component('cart')}`;
    const { entities } = catalogOf(yaml).value;
    expect(entities.map(({ ref, source }) => [ref, source.line])).toEqual([
      ['component:default/cart', 9],
      ['group:default/team', 1],
    ]);
    expect(entities[0]?.source.yaml).toBe(`# the cart\n${component('cart')}`.trimEnd());
  });

  it('keeps the good entities of a file with bad ones, and names the line of each problem', () => {
    const result = catalogOf(
      documents(
        team,
        'kind: [\n',
        component('a b'),
        component('cart'),
        'just text\n',
        document('Component', 'bare', ['type: x']),
      ),
    );
    expect(result.value.entities.map(({ ref }) => ref)).toEqual(['component:default/cart', 'group:default/team']);
    expect(summaries(result)).toEqual([
      'yaml/syntax 9:8',
      'catalog/invalid-name 14:9',
      'catalog/not-an-entity 29:1',
      'catalog/missing-field 35:1',
      'catalog/missing-field 35:1',
    ]);
    expect(result.diagnostics.map(({ entityRef }) => entityRef)).toEqual([
      undefined,
      'component:default/a b',
      undefined,
      'component:default/bare',
      'component:default/bare',
    ]);
  });

  it('lets the first definition by repository, path and line win whatever the order of the crawl', () => {
    const of = (slug: string, path: string, title: string) =>
      repositoryOf(slug, { [path]: component('cart').replace('name: cart', `name: Cart\n  title: ${title}`) });
    const repositories = [
      of('acme/b', 'catalog-info.yaml', 'b'),
      of('acme/a', 'z/catalog-info.yaml', 'a'),
      of('acme/c', 'catalog-info.yaml', 'c'),
    ];
    const results = [repositories, [...repositories].reverse()].map((order) =>
      readCatalog({ repositories: order, allow: ['*', '!Group'] }),
    );
    expect(results[0]).toEqual(results[1]);
    expect(results[0]?.value.entities.map(({ entity }) => entity.metadata.title)).toEqual(['a']);
    const duplicates = results[0]?.diagnostics.filter(({ code }) => code === 'catalog/duplicate-entity');
    expect(duplicates?.map(({ message }) => message)).toEqual([
      'component:default/cart is defined at acme/a/z/catalog-info.yaml:4; the definition at acme/b/catalog-info.yaml:4 does not count.',
      'component:default/cart is defined at acme/a/z/catalog-info.yaml:4; the definition at acme/c/catalog-info.yaml:4 does not count.',
    ]);
  });

  it('lets only allowed sources define people and teams, and blames nobody who refers to them', () => {
    const files = { 'catalog-info.yaml': documents(team, component('cart')) };
    const allow = ['*', '!Group', '!User'];
    const refused = readCatalog({ repositories: [repositoryOf('acme/shop', files)], allow });
    expect(summaries(refused)).toEqual(['catalog/kind-not-allowed 2:7']);
    expect(refused.value.entities.map(({ ref }) => ref)).toEqual(['component:default/cart']);
    const allowed = readCatalog({
      repositories: [repositoryOf('acme/org', files, { allowedKinds: ['Group'] })],
      allow,
    });
    expect(allowed.diagnostics).toEqual([]);
    expect(allowed.value.entities).toHaveLength(2);
  });

  it('does not let another spelling of a kind slip past the rules', () => {
    const result = catalogOf(team.replace('kind: Group', 'kind: group'));
    expect(result.value.entities).toEqual([]);
    expect(result.diagnostics[0]).toMatchObject({ code: 'catalog/kind-spelling', hint: 'Write kind: Group.' });
  });

  it('keeps entities of unknown kinds and foreign versions, and says so once per repository', () => {
    const foreign = component('f1').replace('backstage.io', 'corp.example');
    const result = catalogOf(
      documents(
        document('Package', 'p1', ['owner: team', 'system: "not a ref!"', 'dependsOn: [component:f1, nope]']),
        document('Package', 'p2', []),
        document('Componnt', 'typo', []),
        foreign,
        foreign.replace('f1', 'f2'),
        team,
      ),
    );
    expect(result.value.entities.map(({ ref }) => ref)).toEqual([
      'component:default/f1',
      'component:default/f2',
      'componnt:default/typo',
      'group:default/team',
      'package:default/p1',
      'package:default/p2',
    ]);
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'acme/shop has 2 entities of the kind Package, which Callboard does not know.',
      'acme/shop has one entity of the kind Componnt, which Callboard does not know.',
      'acme/shop has 2 entities of Component with apiVersion corp.example/v1alpha1, which Callboard does not know.',
    ]);
    expect(result.diagnostics[1]?.hint).toBe('Did you mean Component?');
    expect(result.value.byRef.get('package:default/p1')?.entity.relations).toEqual([
      { type: 'dependsOn', targetRef: 'component:default/f1' },
      { type: 'ownedBy', targetRef: 'group:default/team' },
    ]);
  });

  it('takes lists that real files leave out as empty, with a warning', () => {
    const result = catalogOf(documents(document('Group', 'a', ['type: team']), document('User', 'b', [])));
    expect(summaries(result)).toEqual(['catalog/missing-list 5:1', 'catalog/missing-list 12:1']);
    expect(result.value.entities.map(({ entity }) => entity.spec)).toEqual([
      { type: 'team', children: [] },
      { memberOf: [] },
    ]);
  });

  it.each([
    ['the scaffolder', component('${{ values.name | dump }}'), 4],
    ['Cookiecutter', component('{{cookiecutter.name | jsonify}}'), 4],
    ['block tags', component('x').replace('  name: x', '  {%- if a %}\n  name: x'), 4],
    ['ERB', component('<%= name %>'), 4],
    ['a templated kind', component('x').replace('Component', '"{{ kind }}"'), 2],
  ])('recognises templates of %s', (_name, yaml, line) => {
    const result = catalogOf(documents(team, yaml));
    expect(result.value.entities).toHaveLength(1);
    expect(result.diagnostics.map(({ code, severity, source }) => [code, severity, source?.line])).toEqual([
      ['catalog/template-skeleton', 'info', line + 8],
    ]);
  });

  it('does not take expressions inside an entity for a template', () => {
    const yaml = component('cart').replace(
      '  name: cart',
      '  name: cart\n  description: "uses {{ mustache }} and ${{ expressions }}"',
    );
    expect(catalogOf(documents(team, yaml)).value.entities).toHaveLength(2);
  });

  it('leaves out what lies under the skeleton of a software template', () => {
    const template = document('Template', 'new', [
      'type: service',
      'steps: [{action: "fetch:template", input: {url: ./skeleton}}]',
    ]).replace('backstage.io/v1alpha1', 'scaffolder.backstage.io/v1beta3');
    const repositories = [
      repositoryOf('acme/templates', {
        'new/catalog-info.yaml': template,
        'new/skeleton/catalog-info.yaml': component('example'),
        'new/skeleton-notes/catalog-info.yaml': component('notes', []),
      }),
    ];
    const result = readCatalog({ repositories, allow: ['*'] });
    expect(result.value.entities.map(({ ref }) => ref)).toEqual(['component:default/notes', 'template:default/new']);
    expect(summaries(result)).toContain('catalog/template-skeleton 1:1');
  });

  it('says what to write where YAML made something else of a text', () => {
    const yaml = component('cart').replace(
      '  name: cart',
      '  name: cart\n  labels:\n    version: 1.10\n    stable: true',
    );
    const { diagnostics } = catalogOf(documents(yaml));
    expect(diagnostics.map(({ code, hint, source }) => [code, hint, source?.line])).toEqual([
      ['catalog/quote-it', 'Write "1.10" with the quotes.', 6],
      ['catalog/quote-it', 'Write "true" with the quotes.', 7],
    ]);
  });

  it('warns of titles that hide characters', () => {
    const yaml = component('cart').replace('  name: cart', '  name: cart\n  title: "pay\u202Elap"');
    expect(summaries(catalogOf(documents(team, yaml)))).toEqual(['catalog/hidden-characters 13:10']);
  });
});
