import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogEntity } from '../../catalog/entity.ts';
import { ownedInHierarchy } from '../../catalog/graph/ownership.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { component, document, documents, repositoryOf } from '../../catalog/repository-fixture.ts';
import { catalogYaml, readCatalogYaml } from '../../testing/random-catalogs.ts';
import { assemblePortal, type Portal, type PortalInput } from '../assemble-portal.ts';
import { sectionShowing } from '../entity/page-fixture.ts';
import { entityPage } from '../entity-page.ts';
import type { EntityPage } from '../views/entity.ts';
import type { TeamNode } from '../views/teams.ts';
import { responsibilities } from './responsibilities.ts';
import { teamTree } from './team-tree.ts';

function portalOf(yaml: readonly string[], more: Partial<PortalInput> = {}): Portal {
  // A file has room for 2,000 documents.
  const parts = Array.from({ length: Math.ceil(yaml.length / 1000) }, (_, part) => [
    `${part}/catalog-info.yaml`,
    documents(...yaml.slice(part * 1000, (part + 1) * 1000)),
  ]);
  const files = repositoryOf('acme/org', Object.fromEntries(parts));
  const { value: catalog, diagnostics } = readCatalog({ repositories: [files], allow: ['*'] });
  return portalWith(catalog, { repositories: [files.repository], diagnostics, ...more });
}

function portalWith(catalog: Portal['catalog'], more: Partial<PortalInput> = {}): Portal {
  const config = { title: 'Acme', accent: '#005f9e', language: 'en' as const, base: '/p/' };
  const nothing = { repositories: [], docsSites: [], docsByEntity: new Map(), diagnostics: [] };
  return assemblePortal({ ...nothing, config, catalog, callboardVersion: '1.0.0', ...more });
}

const show = (portal: Portal, ref: string): EntityPage =>
  entityPage(portal, portal.catalog.byRef.get(ref) as CatalogEntity);

const team = (name: string, spec: readonly string[] = []) =>
  document('Group', name, [
    'type: team',
    ...(spec.some((line) => line.startsWith('children')) ? [] : ['children: []']),
    ...spec,
  ]);
const ownedBy = (name: string, owner: string, type = 'service') =>
  document('Component', name, [`type: ${type}`, 'lifecycle: production', `owner: ${owner}`]);

const company = [
  team('all', ['children: [sales, tools]']),
  team('sales', ['children: [shop]', 'profile: { email: sales@acme.example }']),
  team('shop'),
  team('tools'),
  document('User', 'ann.lee', ['memberOf: [shop]', 'profile: { displayName: Ann Lee, email: ann@acme.example }']),
  document('User', 'bo', ['memberOf: [sales]']),
  document('Domain', 'commerce', ['owner: sales']),
  document('System', 'web', ['owner: shop']),
  ownedBy('basket', 'shop'),
  ownedBy('front', 'shop', 'website'),
  ownedBy('lint', 'tools', 'library'),
  ownedBy('notes', 'user:ann.lee'),
];

/** A tree in lines: depth as dots, `*` for the team of the page. */
const outline = (nodes: readonly TeamNode[], depth = 0): string[] =>
  nodes.flatMap((node) => [
    `${'.'.repeat(depth)}${node.team.title}${node.current ? '*' : ''}${node.note ? ` (${node.note})` : ''}`,
    ...outline(node.children, depth + 1),
    ...(node.more > 0 ? [`${'.'.repeat(depth + 1)}+${node.more}`] : []),
  ]);

describe('the page of a team', () => {
  const portal = portalOf(company);

  it('leads with its people, then what it owns, and where it stands', () => {
    const { sections } = show(portal, 'group:default/sales');
    expect(sections.map(({ id }) => id)).toEqual(['people', 'owned', 'teams', 'missing', 'raw']);
  });

  it('lists its people, and those of the teams below it by their team', () => {
    const people = sectionShowing(show(portal, 'group:default/sales'), 'people')?.people;
    expect(people?.note).toBe('1 person, 2 with child teams');
    expect(people?.people.map(({ entity }) => entity.title)).toEqual(['bo']);
    expect(people?.below.map((each) => [each.team.title, each.people.map(({ title }) => title)])).toEqual([
      ['shop', ['Ann Lee']],
    ]);
    const [ann] = sectionShowing(show(portal, 'group:default/shop'), 'people')?.people.people ?? [];
    expect(ann).toMatchObject({ initials: 'AL', email: { url: 'mailto:ann@acme.example' } });
  });

  it('shows everything it answers for by kind, what it is made of first, each with whose it is', () => {
    const owned = sectionShowing(show(portal, 'group:default/sales'), 'owned')?.owned;
    expect(owned?.note).toBe('1 directly, 5 with child teams');
    expect(
      owned?.kinds.map(({ title, rows }) => [
        title,
        rows.map(({ entity, via }) => `${entity.title} ${via?.text ?? ''}`),
      ]),
    ).toEqual([
      ['Domain', ['commerce ']],
      ['System', ['web shop']],
      ['Components', ['basket shop', 'front shop', 'notes Ann Lee']],
    ]);
    const components = owned?.kinds[2];
    expect(components?.types.map(({ text, count }) => [text, count])).toEqual([
      ['service', 2],
      ['website', 1],
    ]);
    expect(components?.url).toBe('/p/catalog/component/?owner=sales');
  });

  it('draws its place among the teams, with what each answers for', () => {
    const lines = (ref: string) => outline(sectionShowing(show(portal, ref), 'tree')?.tree.roots ?? []);
    expect(lines('group:default/sales')).toEqual([
      'all (6 owned)',
      '.sales* (1 person, 5 owned)',
      '..shop (1 person, 4 owned)',
    ]);
    expect(lines('group:default/all')).toEqual([
      'all* (6 owned)',
      '.sales (1 person, 5 owned)',
      '..shop (1 person, 4 owned)',
      '.tools (1 owned)',
    ]);
    expect(lines('user:default/ann.lee')).toEqual([
      'all (6 owned)',
      '.sales (1 person, 5 owned)',
      '..shop* (1 person, 4 owned)',
    ]);
  });

  it('says of a person what they own, and what their teams own', () => {
    const page = show(portal, 'user:default/ann.lee');
    const owned = sectionShowing(page, 'owned')?.owned;
    expect(owned?.note).toBe('1 directly, 4 with teams');
    expect(owned?.kinds.flatMap(({ rows }) => rows.map(({ entity, via }) => [entity.title, via?.text]))).toEqual([
      ['web', 'shop'],
      ['notes', undefined],
      ['basket', 'shop'],
      ['front', 'shop'],
    ]);
    expect(page.rail.find(({ id }) => id === 'contact')?.values).toMatchObject([{ text: 'ann@acme.example' }]);
    expect(page.sections[0]?.id).toBe('owned');
  });

  it('says what is wrong with what it owns, and which of its child teams have problems', () => {
    const broken = portalOf([
      ...company,
      document('User', 'cy', ['memberOf: [tools]']),
      component('cart', ['dependsOn: [component:gone]']).replace('owner: team', 'owner: tools'),
    ]);
    const problemsOf = (ref: string) => sectionShowing(show(broken, ref), 'problems')?.owned;
    expect(problemsOf('group:default/tools')).toMatchObject({
      total: 1,
      counts: { error: 0, warning: 1, info: 0 },
      problems: [{ code: 'catalog/reference-not-found' }],
      url: '/p/problems/owners/default/group/tools/',
    });
    expect(problemsOf('group:default/all')).toMatchObject({
      total: 0,
      below: [{ text: 'tools', url: '/p/problems/owners/default/group/tools/', counts: { warning: 1 } }],
    });
    expect(problemsOf('group:default/shop')).toBeUndefined();
    expect(problemsOf('component:default/cart')).toBeUndefined();
  });

  it('tells what changed last in what it answers for, and nothing of others', () => {
    const change = (ref: string) => ({
      ...{ ref: `component:default/${ref}`, title: ref, what: 'changed' as const, at: '2026-01-02T00:00:00Z' },
      ...{ repository: 'acme/org', fields: [{ field: 'owner', from: 'a', to: 'b' }] },
    });
    const changed = portalOf(company, { changes: [change('lint'), change('basket'), change('gone')] });
    const changes = sectionShowing(show(changed, 'group:default/sales'), 'changes')?.changes;
    expect(changes?.map(({ entity }) => entity.title)).toEqual(['basket']);
    expect(sectionShowing(show(changed, 'group:default/shop'), 'changes')).toBeDefined();
  });

  it('teaches what would fill it when nobody and nothing belongs to it', () => {
    const page = show(portalOf([team('lonely')]), 'group:default/lonely');
    const parts = sectionShowing(page, 'missing')?.parts ?? [];
    expect(parts.map(({ title }) => title)).toEqual(['What it is', 'Who belongs to it', 'What the team owns']);
    expect(parts[2]?.snippet).toBe('spec:\n  owner: group:lonely\n');
  });
});

describe('teams of any shape', () => {
  it('are drawn once each where they go in circles', () => {
    const circle = portalOf([
      team('a', ['children: [b]']),
      team('b', ['children: [c]']),
      team('c', ['children: [a]']),
      ownedBy('x', 'b'),
    ]);
    for (const name of ['a', 'b', 'c']) {
      const roots = sectionShowing(show(circle, `group:default/${name}`), 'tree')?.tree.roots ?? [];
      expect(
        outline(roots)
          .map((line) => line.replace(/[.*]|\(.*/g, '').trim())
          .sort(),
      ).toEqual(['a', 'b', 'c']);
    }
  });

  it('keep a page small however much they own, and say how much there is', () => {
    const things = Array.from({ length: 5000 }, (_, index) => ownedBy(`t-${index}`, index % 2 ? 'big' : 'child'));
    const children = Array.from({ length: 200 }, (_, index) => team(`c-${index}`));
    const people = Array.from({ length: 300 }, (_, index) => document('User', `u-${index}`, ['memberOf: [big]']));
    const big = team('big', [`children: [child, ${children.map((_, index) => `c-${index}`).join(', ')}]`]);
    const page = show(portalOf([big, team('child'), ...children, ...people, ...things]), 'group:default/big');
    const kinds = sectionShowing(page, 'owned')?.owned.kinds;
    expect(kinds).toMatchObject([{ count: 5000, more: 4900 }]);
    expect(sectionShowing(page, 'people')?.people.people).toHaveLength(40);
    expect(outline(sectionShowing(page, 'tree')?.tree.roots ?? []).at(-1)).toBe('.+181');
    expect(JSON.stringify(page).length).toBeLessThan(90_000);
  });

  it('answer for exactly what the catalog counts as theirs', () => {
    fc.assert(
      fc.property(catalogYaml, (yaml) => {
        const catalog = readCatalogYaml(yaml);
        const portal = portalWith(catalog);
        for (const item of portal.byKind.get('group') ?? []) {
          const all = responsibilities(portal, item);
          expect(all.map(({ ref }) => ref).sort()).toEqual(ownedInHierarchy(catalog, item.ref));
          const page = sectionShowing(entityPage(portal, item), 'owned')?.owned.kinds ?? [];
          expect(page.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
          const seen = outline(teamTree(portal, item)?.roots ?? []);
          expect(new Set(seen).size).toBe(seen.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
