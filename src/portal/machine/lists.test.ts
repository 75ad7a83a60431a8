import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document } from '../../catalog/repository-fixture.ts';
import { catalogFiles } from './catalog-files.ts';
import { refsFiles } from './catalog-refs.ts';
import { languageModelFiles } from './llms-text.ts';
import { catalogOfMany, filesOf, jsonAt, portalOf, portalOfCatalog } from './machine-fixture.ts';
import { crawlerFiles } from './sitemap.ts';

describe('lists of the read API', () => {
  it.each([
    [0, ['entities.json']],
    [10_000, ['entities.json']],
    [10_001, ['entities-1.json', 'entities-2.json']],
  ])('are whole, or not there under their own name: %i entities', (count, names) => {
    const files = filesOf(portalOfCatalog(catalogOfMany(count)), catalogFiles);
    const index = jsonAt(files, 'index.json');
    expect(index.files.entities).toEqual(names);
    const listed = [...files.keys()].filter((path) => /^api\/catalog\/entities(-\d+)?\.json$/.test(path));
    expect(listed).toEqual(names.map((name) => `api/catalog/${name}`));
    expect(Object.keys(index.files.kinds)).toEqual(count === 0 ? [] : ['component']);
    const lists = [index.files.entities, index.files.kinds.component ?? []] as string[][];
    for (const list of lists) {
      const entities = list.flatMap((name) => jsonAt(files, name));
      expect(new Set(entities.map(({ metadata }) => metadata.name)).size).toBe(count);
      expect(entities).toHaveLength(count);
    }
  });

  it('are cut where definitions are long, before a text grows larger than a machine can hold', () => {
    const spec = { definition: 'x'.repeat(13 * 1024 * 1024) };
    const files = filesOf(portalOfCatalog(catalogOfMany(3, { kind: 'API', spec })), catalogFiles);
    const { entities, kinds } = jsonAt(files, 'index.json').files;
    expect(entities).toEqual(['entities-1.json', 'entities-2.json']);
    expect(kinds).toEqual({ api: ['entities/by-kind/api-1.json', 'entities/by-kind/api-2.json'] });
    expect(entities.map((name: string) => jsonAt(files, name).length)).toEqual([2, 1]);
  });

  it.each([
    [100_000, ['relations.json']],
    [100_001, ['relations-1.json', 'relations-2.json']],
  ])('of relations are cut at a hundred thousand rows, and none is lost: %i', (count, names) => {
    const catalog = catalogOfMany(1, { claims: count });
    const portal = portalOfCatalog(catalog);
    const files = filesOf(portal, catalogFiles);
    const index = jsonAt(files, 'index.json');
    expect(index.counts.relations).toBe(count);
    expect(index.files.relations).toEqual(names);
    const rows = names.flatMap((name) => jsonAt(files, name) as string[][]);
    expect(new Set(rows.map((row) => row[2])).size).toBe(count);
    expect(rows).toHaveLength(count);
    expect(files.has('api/catalog/relations.json')).toBe(names.length === 1);
    expect(filesOf(portal, languageModelFiles).get('llms.txt')).toContain(`(/p/api/catalog/${names[0]})`);
  });

  it('of refs are cut at a hundred thousand rows, and none is lost', () => {
    const files = filesOf(portalOfCatalog(catalogOfMany(100_001)), ({ catalog }) => refsFiles(catalog));
    expect([...files.keys()]).toEqual(['api/catalog/refs-1.json', 'api/catalog/refs-2.json']);
    const sizes = [...files.values()].map((text) => Object.keys(JSON.parse(text)).length);
    expect(sizes).toEqual([100_000, 1]);
  });
});

describe('facets', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'toString', '__proto__', '1', '01');
  const anything = fc.record({
    type: fc.option(name, { nil: undefined }),
    lifecycle: name,
    owner: name,
    system: fc.option(name, { nil: undefined }),
    tags: fc.array(fc.constantFrom('java', 'c++', 'x', 'constructor'), { maxLength: 4 }),
  });

  it('count what a naive count counts', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), (specs) => {
        const yaml = specs.map(({ tags, ...spec }, index) => {
          const lines = Object.entries({ ...spec, type: spec.type ?? 'service' }).flatMap(([field, value]) =>
            value === undefined ? [] : [`${field}: "${value}"`],
          );
          const text = document('Component', `n${index}`, lines);
          return text.replace('spec:', `  tags: ${JSON.stringify(tags)}\nspec:`);
        });
        const portal = portalOf(yaml);
        const { facets } = jsonAt(filesOf(portal, catalogFiles), 'entity-facets.json');
        const entities = portal.catalog.entities.map(({ entity }) => entity);
        for (const field of ['type', 'lifecycle', 'owner', 'system']) {
          const values = entities.flatMap(({ spec }) => spec?.[field] ?? []);
          expect(facets[`spec.${field}`], field).toEqual(naiveCount(values));
        }
        expect(facets['metadata.tags']).toEqual(
          naiveCount(entities.flatMap(({ metadata }) => [...new Set(metadata.tags)])),
        );
        for (const type of ['ownedBy', 'partOf']) {
          const targets = entities.flatMap(({ relations }) => relations.filter((it) => it.type === type));
          expect(facets[`relations.${type}`], type).toEqual(naiveCount(targets.map(({ targetRef }) => targetRef)));
        }
      }),
      { numRuns: 150 },
    );
  });

  function naiveCount(values: readonly unknown[]) {
    const distinct = [...new Set(values.map(String))].sort();
    return distinct.map((value) => ({ value, count: values.filter((it) => String(it) === value).length }));
  }
});

describe('a large catalog', () => {
  it('has a site map of site maps past 50,000 pages, with every page in one of them', () => {
    const portal = portalOfCatalog(catalogOfMany(50_000), { config: { url: 'https://acme.example/p' } });
    const files = filesOf(portal, crawlerFiles);
    expect([...files.keys()].sort()).toEqual([
      'robots.txt',
      'sitemap-pages-1.xml',
      'sitemap-pages-2.xml',
      'sitemap.xml',
    ]);
    expect(locationsIn(files.get('sitemap.xml'))).toEqual([
      'https://acme.example/p/sitemap-pages-1.xml',
      'https://acme.example/p/sitemap-pages-2.xml',
    ]);
    const maps = ['sitemap-pages-1.xml', 'sitemap-pages-2.xml'].map((path) => locationsIn(files.get(path)));
    expect(maps.map(({ length }) => length)).toEqual([50_000, 1]);
    expect(new Set(maps.flat()).size).toBe(50_001);
  });

  it('has one site map up to 50,000 pages', () => {
    const portal = portalOfCatalog(catalogOfMany(49_999), { config: { url: 'https://acme.example/p' } });
    const files = filesOf(portal, crawlerFiles);
    expect([...files.keys()].sort()).toEqual(['robots.txt', 'sitemap.xml']);
    expect(locationsIn(files.get('sitemap.xml'))).toHaveLength(50_000);
  });

  it('has an llms.txt below 100 kB with lists that hold all of 20,000 systems', () => {
    const portal = portalOfCatalog(catalogOfMany(20_000, { kind: 'System' }));
    const files = filesOf(portal, languageModelFiles);
    expect(Buffer.byteLength(files.get('llms.txt') ?? '')).toBeLessThan(100_000);
    const listed: string[] = [];
    for (let path: string | undefined = 'catalog/system/index.md'; path; ) {
      const text: string = files.get(path) ?? '';
      listed.push(...[...text.matchAll(/`(system:default\/[^`]+)`/g)].map((match) => match[1] as string));
      path = /\[The next of them\]\(\/p\/([^)]+)\)/.exec(text)?.[1];
    }
    expect(new Set(listed).size).toBe(20_000);
  });

  function locationsIn(xml = ''): string[] {
    return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] as string);
  }
});
