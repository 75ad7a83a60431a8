import { describe, expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.ts';
import type { RepositoryInfo } from '../repository-files.ts';
import { catalogOf, component, document, documents, repositoryOf, summaries } from '../repository-fixture.ts';
import { selectCatalogFiles } from './wanted-files.ts';

const team = document('Group', 'team', ['type: team', 'children: []']);
const location = (...targets: string[]) => document('Location', 'all', [`targets: ${JSON.stringify(targets)}`]);

/** What the crawl reads when it asks the selector until nothing new is wanted. */
function crawl(files: Readonly<Record<string, string>>, info: Partial<RepositoryInfo> = {}): string[] {
  const { repository, catalogPaths } = repositoryOf('acme/shop', files, info);
  const read = new Set<string>(catalogPaths);
  for (let before = -1; before !== read.size; ) {
    before = read.size;
    const view = {
      repository,
      catalogPaths,
      paths: Object.keys(files).sort(),
      text: (path: string) => (read.has(path) ? files[path] : undefined),
    };
    for (const { path } of selectCatalogFiles(view)) read.add(path);
  }
  return [...read].sort();
}

describe('selectCatalogFiles', () => {
  it('follows locations step by step, and takes the files that placeholders embed', () => {
    const files = {
      'catalog-info.yaml': location('./more/all.yaml', '/top.yaml', 'plain.yaml', '../out.yaml', './gone.yaml'),
      'more/all.yaml': document('Location', 'more', ['target: ../services/*/info.yaml']),
      'services/a/info.yaml': component('a', ['definition: {$text: ./api/openapi.json}']),
      'services/a/api/openapi.json': '{}',
      'services/b/info.yaml': component('b'),
      'services/b/c/info.yaml': component('c'),
      'top.yaml': component('top', ['x: {$json: "https://github.com/acme/shop/blob/main/data.json"}']),
      'plain.yaml': component('plain'),
      'data.json': '{}',
      'unrelated.yaml': component('unrelated'),
    };
    expect(crawl(files)).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'unrelated.yaml' && path !== 'services/b/c/info.yaml')
        .sort(),
    );
  });

  it('takes the files that an embedded definition refers to, step by step, and only those of $openapi and $asyncapi', () => {
    const files = {
      'catalog-info.yaml': documents(
        component('a', ['definition: {$openapi: ./api/a.yaml}']),
        component('b', ['definition: {$text: ./other/b.yaml}']),
      ),
      'api/a.yaml': 'paths: { /a: { $ref: "paths/a.json#/x" }, /b: { $ref: https://acme.example/b.yaml } }',
      'api/paths/a.json': '{"x": {"$ref": "../../schemas/s.yaml"}}',
      'schemas/s.yaml': 'x: { $ref: "#/y" }\ny: { $ref: ../../../etc/passwd }',
      'other/b.yaml': 'x: { $ref: c.yaml }',
      'other/c.yaml': 'x: 1',
    };
    expect(crawl(files)).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'other/c.yaml')
        .sort(),
    );
  });

  it.each([
    ['https://github.com/acme/shop/blob/main/deep/**/info.yaml', {}],
    ['https://github.com/ACME/Shop/tree/main/deep/a/info.yaml', {}],
    ['https://github.com/acme/shop/blob/release/1/deep/a/info.yaml', { branch: 'release/1' }],
    [
      'https://git.example/g/sub/shop/-/blob/main/deep/a/info.yaml?x=1',
      { host: 'gitlab', webUrl: 'https://git.example/g/sub/shop' } as const,
    ],
  ])('follows %s into the same repository', (target, info) => {
    expect(crawl({ 'catalog-info.yaml': location(target), 'deep/a/info.yaml': component('a') }, info)).toContain(
      'deep/a/info.yaml',
    );
  });

  it('ends where locations lead in circles', () => {
    const files = {
      'catalog-info.yaml': location('./a.yaml'),
      'a.yaml': location('./b.yaml'),
      'b.yaml': location('./a.yaml', './catalog-info.yaml'),
    };
    expect(crawl(files)).toEqual(['a.yaml', 'b.yaml', 'catalog-info.yaml']);
  });
});

describe('locations in the catalog', () => {
  it('brings entities by path, glob and URL, once each, and names the file that led there', () => {
    const { value, diagnostics } = catalogOf(
      documents(team, location('./s/*.yaml', './s/a.yaml', 'https://github.com/acme/shop/blob/main/s/a.yaml')),
      { 's/a.yaml': component('a'), 's/b.yaml': component('b'), 's/c.txt': 'x', 's/.hidden.yaml': component('h') },
    );
    expect(diagnostics).toEqual([]);
    expect(value.entities.map(({ ref }) => ref)).toEqual([
      'component:default/a',
      'component:default/b',
      'group:default/team',
      'location:default/all',
    ]);
    expect(value.byRef.get('component:default/a')?.entity.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': 'url:https://github.com/acme/shop/blob/main/s/a.yaml',
      'backstage.io/managed-by-origin-location': 'url:https://github.com/acme/shop/blob/main/catalog-info.yaml',
    });
  });

  it.each([
    ['./gone.yaml', 'catalog/location-not-found'],
    ['./gone/*.yaml', 'catalog/location-not-found'],
    ['../up.yaml', 'catalog/location-invalid'],
    ['./folder/', 'catalog/location-invalid'],
    ['file:///etc/passwd', 'catalog/location-invalid'],
    ['javascript:alert(1)', 'catalog/location-invalid'],
    ['./*a*b*c*d*.yaml', 'catalog/location-invalid'],
    ['https://github.com/acme/other/blob/main/catalog-info.yaml', 'catalog/location-elsewhere'],
    ['https://github.com/acme/shop/blob/old/catalog-info.yaml', 'catalog/location-elsewhere'],
    ['https://example.com/catalog-info.yaml', 'catalog/location-elsewhere'],
  ])('%s is reported at its line', (target, code) => {
    expect(
      summaries(
        catalogOf(document('Location', 'all', ['targets:', '  - ./a.yaml', `  - "${target}"`]), { 'a.yaml': team }),
      ),
    ).toEqual([`${code} 8:7`]);
  });

  it('does not mind a target that may be absent', () => {
    const optional = document('Location', 'all', ['target: ./gone.yaml', 'presence: optional']);
    expect(catalogOf(optional).diagnostics).toEqual([]);
  });

  it('says nothing of a file that another repository brings itself', () => {
    const repositories = [
      repositoryOf('acme/index', {
        'catalog-info.yaml': location('https://github.com/acme/shop/blob/main/catalog-info.yaml'),
      }),
      repositoryOf('acme/shop', { 'catalog-info.yaml': team }),
    ];
    expect(readCatalog({ repositories, allow: ['*'] }).diagnostics).toEqual([]);
  });

  it('follows locations five deep and no further, and says so', () => {
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, depth) => [
        `${depth}.yaml`,
        location(`./${depth + 1}.yaml`).replace('name: all', `name: all-${depth}`),
      ]),
    );
    const { value, diagnostics } = catalogOf(location('./0.yaml'), files);
    expect(value.entities).toHaveLength(6);
    expect(diagnostics.map(({ code, source }) => `${code} ${source?.path}`)).toEqual(['catalog/location-limit 4.yaml']);
  });

  it('follows 500 files and no more, and says so once', () => {
    const files = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`s/${index}.yaml`, component(`c${index}`)]),
    );
    const { value, diagnostics } = catalogOf(documents(team, location('./s/*.yaml')), files);
    expect(value.entities).toHaveLength(502);
    expect(diagnostics.map(({ code }) => code)).toEqual(['catalog/location-limit']);
  });

  it('does not follow locations that the rules do not let a repository define', () => {
    const repositories = [repositoryOf('acme/shop', { 'catalog-info.yaml': location('./a.yaml'), 'a.yaml': team })];
    const result = readCatalog({ repositories, allow: ['*', '!Location'] });
    expect(result.value.entities).toEqual([]);
    expect(summaries(result)).toEqual(['catalog/kind-not-allowed 2:7']);
  });
});
