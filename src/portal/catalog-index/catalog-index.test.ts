import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependents, directDependents } from '../../catalog/graph/dependents.ts';
import { linkGraph } from '../../catalog/graph/link-graph.ts';
import { ownedInHierarchy } from '../../catalog/graph/ownership.ts';
import { component, document } from '../../catalog/repository-fixture.ts';
import { largeCatalog } from '../../testing/large-index.ts';
import { catalogYaml, readCatalogYaml } from '../../testing/random-catalogs.ts';
import { catalogIndexPages } from '../catalog-index.ts';
import { portalOf, portalOfCatalog } from '../machine/machine-fixture.ts';
import { filterRows } from '../views/catalog-index/filter.ts';
import { shortRef } from '../views/catalog-index/place-ref.ts';
import { parseQuery, wholeIndex } from '../views/catalog-index/query.ts';
import { type RowIndex, readRows } from '../views/catalog-index/row-index.ts';
import type { RowColumns, RowsFile } from '../views/catalog-index/rows-file.ts';
import { textsIn } from '../views/text/texts.ts';
import { indexOf } from './kind-index.ts';
import { rowFiles, rowsPath } from './row-files.ts';
import { catalogRows } from './rows.ts';

const kindsWithOwners = ['component', 'api', 'app', 'system', 'domain'];

const findRefs = (index: RowIndex, address: string): readonly string[] => {
  const query = parseQuery(new URLSearchParams(address), new Set(index.facets.keys()));
  return filterRows(index, [...index.facets.values()], query).found.map(index.refAt);
};

describe('rows.json', () => {
  const catalog = largeCatalog(5200);
  const portal = portalOfCatalog(catalog);
  const files = [...rowFiles(portal, 'component')];
  const parsed = files.map(({ text }) => JSON.parse(text));

  it('is cut where it is long, into files that are named after their content', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'catalog/component/rows.json',
      expect.stringMatching(/^catalog\/component\/rows-2\.[0-9a-z]{6,}\.json$/),
    ]);
    const [first, second] = parsed as [RowsFile, RowColumns];
    expect([first.rows.names.length, second.names.length]).toEqual([5000, 200]);
    expect(first.more).toEqual([files[1]?.path.slice('catalog/component/'.length)]);
  });

  it('gives back every row as the static pages have it', () => {
    const [first, ...more] = parsed as [RowsFile, ...RowColumns[]];
    const index = readRows(first, more, '/p/', textsIn('en').catalog);
    const rows = catalogRows(portal, 'component');
    expect(index.count).toBe(5200);
    expect(rows.map((_, row) => index.rowAt(row))).toEqual(rows);
  });

  it('is a fifth of what rows that repeat their keys would be', () => {
    const packed = files.reduce((sum, { text }) => sum + text.length, 0);
    expect(packed).toBeLessThan(JSON.stringify(catalogRows(portal, 'component')).length / 4);
  });
});

it('rows.json gives back rows of any catalog as the static pages have them', () => {
  fc.assert(
    fc.property(catalogYaml, (yaml) => {
      const portal = portalOfCatalog(readCatalogYaml(yaml));
      for (const kind of portal.byKind.keys()) {
        const { rows, index } = indexOf(portal, kind);
        expect(rows.map((_, row) => index.rowAt(row))).toEqual(rows);
      }
    }),
    { numRuns: 60 },
  );
});

it('choosing a team finds what it owns in its hierarchy, and the count beside it says how much', () => {
  let owned = 0;
  fc.assert(
    fc.property(catalogYaml, (yaml) => {
      const catalog = readCatalogYaml(yaml);
      const portal = portalOfCatalog(catalog);
      const owners = linkGraph(catalog).refs.filter((ref) => /^(?:group|user):/.test(ref));
      for (const kind of kindsWithOwners.filter((one) => portal.byKind.has(one))) {
        const { index } = indexOf(portal, kind);
        const facet = index.facets.get('owner');
        const counts = filterRows(index, facet ? [facet] : [], wholeIndex).counts.get('owner');
        for (const ref of owners) {
          const expected = ownedInHierarchy(catalog, ref).filter((each) => each.startsWith(`${kind}:`));
          const value = shortRef(ref, 'group');
          expect([...findRefs(index, `owner=${value}`)].sort(), ref).toEqual(expected);
          expect(counts?.[facet?.values.indexOf(value) ?? -1] ?? 0).toBe(expected.length);
          owned += expected.length;
        }
      }
    }),
    { numRuns: 120 },
  );
  expect(owned).toBeGreaterThan(100);
});

it('what depends on an entity directly is what is at distance 1', () => {
  fc.assert(
    fc.property(catalogYaml, (yaml) => {
      const catalog = readCatalogYaml(yaml);
      for (const ref of linkGraph(catalog).refs) {
        const nearest = dependents(catalog, ref).nearest.filter(({ distance }) => distance === 1);
        expect(directDependents(catalog, ref)).toEqual(nearest.map((each) => each.ref));
      }
    }),
    { numRuns: 60 },
  );
});

describe('the facets of a kind', () => {
  const outdated = (name: string, lines: readonly string[] = []) =>
    component(name, lines).replace('production', 'deprecated');
  const portal = portalOf([
    document('Group', 'company', ['type: team', 'children: []']),
    document('Group', 'team', ['type: team', 'children: []', 'parent: company']),
    document('Domain', 'sales', ['owner: team']),
    document('System', 'shop', ['owner: team', 'domain: sales']),
    outdated('old', ['system: shop']),
    outdated('older'),
    component('web', ['dependsOn: [component:old]', 'system: shop']),
    component('part', ['subcomponentOf: web']),
  ]);
  const { index } = indexOf(portal, 'component');
  const [page] = catalogIndexPages(portal, 'component');

  it('are left out where there is nothing to choose', () => {
    expect(page?.facets.map(({ field }) => field)).toEqual(['lifecycle', 'system', 'domain', 'problems', 'dependents']);
  });

  it('lead through systems to domains, and through what something is part of to its system', () => {
    expect(findRefs(index, 'domain=sales').map((ref) => ref.split('/')[1])).toEqual(['old', 'part', 'web']);
    expect(findRefs(index, 'system=shop').map((ref) => ref.split('/')[1])).toEqual(['old', 'part', 'web']);
    expect(findRefs(index, 'system=none').map((ref) => ref.split('/')[1])).toEqual(['older']);
  });

  it('offer in one click what is deprecated and still needed in production', () => {
    const preset = page?.presets.find(({ text }) => text === 'Deprecated and still depended on');
    expect(preset).toMatchObject({ count: 1 });
    const search = new URL(preset?.url ?? '', 'https://x.example').search;
    expect(findRefs(index, search)).toEqual(['component:default/old']);
  });

  it('offer no view that finds nothing or everything', () => {
    expect(page?.presets.map(({ text }) => text)).not.toContain('Without an owner');
    expect(page?.presets.map(({ text }) => text)).not.toContain('Undocumented');
  });
});

it('static pages of 10,000 entities stay below 150 kB of rows', () => {
  const portal = portalOfCatalog(largeCatalog(1000));
  expect(rowsPath('component')).toBe('catalog/component/rows.json');
  const pages = catalogIndexPages(portal, 'component');
  expect(pages.map(({ rows }) => rows.length)).toEqual(Array.from({ length: 10 }, () => 100));
});
