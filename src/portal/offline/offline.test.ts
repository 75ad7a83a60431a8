import { describe, expect, it } from 'vitest';
import { portalOf } from '../machine/machine-fixture.ts';
import { machineFiles } from '../machine-files.ts';
import { planPages } from '../plan-pages.ts';
import type { OfflineFile, OfflineParts } from '../views/offline.ts';
import { entityChoice } from './offline-choice.ts';
import { planOfflineLists } from './offline-lists.ts';

const entity = (kind: string, name: string, spec: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: { ${spec} }\n`;

const yaml = [
  entity('Group', 'shop', 'type: unit, children: []'),
  entity('Group', 'tills', 'type: team, parent: shop, children: []'),
  entity('User', 'ada', 'memberOf: [tills]'),
  entity('Component', 'till', 'type: service, lifecycle: production, owner: tills, system: selling'),
  entity('Component', 'lamp', 'type: service, lifecycle: production, owner: user:default/ada'),
  entity('Component', 'door', 'type: service, lifecycle: production, owner: nobody'),
  entity('System', 'selling', 'owner: shop, domain: commerce'),
  entity('Domain', 'commerce', 'owner: shop'),
];

const textOf = (config: Parameters<typeof portalOf>[1], path: string) =>
  [...machineFiles(portalOf(yaml, config))].find((file) => file.path === path)?.text;

describe('what can be saved', () => {
  const parts = JSON.parse(textOf({}, 'offline/parts.json') ?? '') as OfflineParts;
  const namesOf = (type: string, id: string) =>
    parts.sets
      .find((set) => set.type === type && set.id === id)
      ?.entities.map((at) => parts.entities[at]?.split('/').at(-1))
      .sort();

  it('of a team is what it, the teams below it and their people own, and all of these', () => {
    expect(namesOf('team', 'group:default/tills')).toEqual(['ada', 'lamp', 'till', 'tills']);
    expect(namesOf('team', 'group:default/shop')).toEqual([
      ...['ada', 'commerce', 'lamp', 'selling', 'shop', 'till', 'tills'],
    ]);
  });

  it('of a system, a domain and a kind is what is part of it', () => {
    expect(namesOf('system', 'system:default/selling')).toEqual(['selling', 'till']);
    expect(namesOf('domain', 'domain:default/commerce')).toEqual(['commerce', 'selling', 'till']);
    expect(namesOf('kind', 'component')).toEqual(['door', 'lamp', 'till']);
  });

  it('is offered on the page of each', () => {
    const portal = portalOf(yaml);
    const choiceOf = (ref: string) => {
      const item = portal.catalog.byRef.get(ref);
      return item && entityChoice(portal, item);
    };
    expect(choiceOf('component:default/till')).toEqual({
      id: 'component:default/till',
      title: 'till',
      start: 'catalog/default/component/till/',
      what: { groups: ['catalog/default/component/till', 'docs/default/component/till'] },
    });
    const team = choiceOf('group:default/tills');
    expect(team?.what).toEqual({ set: 'team:group:default/tills' });
    expect(parts.sets.map(({ type, id }) => `${type}:${id}`)).toContain('team:group:default/tills');
  });

  it('is nothing where it is switched off', () => {
    const portal = portalOf(yaml, { offline: false });
    expect(textOf({ offline: false }, 'offline/parts.json')).toBeUndefined();
    expect(planPages(portal).map(({ route }) => route)).not.toContain('offline/');
    const [item] = portal.catalog.entities;
    expect(item && entityChoice(portal, item)).toBeUndefined();
  });
});

describe('lists', () => {
  const file = (key: string): OfflineFile => [key, 10, 'a'.repeat(64)];

  it('name each file once, in the list of its group, and leave out what nobody reads', () => {
    const files = ['assets/a.css', 'docs/d/component/x/index.html', 'index.html', 'sw.js'].map(file);
    const { shards, lists } = planOfflineLists(files, []);
    expect(shards).toBe(1);
    expect(Object.fromEntries(lists)).toEqual({
      s0: { 'docs/d/component/x': { files: [file('docs/d/component/x/index.html')] } },
      shell: { shell: { files: [file('assets/a.css'), file('index.html')] } },
    });
  });

  it('are more in a large portal, and change only with what they list', () => {
    const keys = Array.from({ length: 9000 }, (_, at) => `docs/d/component/c${at}/index.html`);
    const before = planOfflineLists(keys.map(file), []);
    expect(before.shards).toBe(8);
    const after = planOfflineLists(
      keys.map((key) => (key.includes('/c77/') ? [key, 11, 'b'.repeat(64)] : file(key))),
      [],
    );
    const changed = [...after.lists].filter(
      ([name, list]) => JSON.stringify(list) !== JSON.stringify(before.lists.get(name)),
    );
    expect(changed).toHaveLength(1);
  });

  it('know nothing of names that objects have by themselves', () => {
    const { lists } = planOfflineLists(
      [file('docs/d/component/__proto__/index.html'), file('catalog/__proto__/index.html')],
      [],
    );
    expect([...lists.values()].flatMap((list) => Object.keys(list)).sort()).toEqual([
      'catalog/__proto__',
      'docs/d/component/__proto__',
    ]);
  });
});

describe('the web manifest', () => {
  const manifest = (config = {}) => JSON.parse(textOf(config, 'manifest.webmanifest') ?? '');

  it('says where the portal begins and ends, and has the pictures that devices ask for', () => {
    expect(manifest()).toMatchObject({ id: '/p/', start_url: '/p/', scope: '/p/', name: 'Acme', short_name: 'Acme' });
    const icons = manifest().icons as readonly {
      readonly src: string;
      readonly sizes: string;
      readonly purpose: string;
    }[];
    expect(icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`)).toEqual([
      'any 192x192',
      'any 512x512',
      'maskable 512x512',
    ]);
    expect(icons.every(({ src }) => src.startsWith('/p/assets/'))).toBe(true);
  });

  it('has a name that fits below an icon', () => {
    expect(manifest({ title: 'Northwind developer portal' }).short_name).toBe('Northwind');
    expect(manifest({ title: 'Entwicklungsplattform' }).short_name).toBe('Entwicklungs');
  });
});
