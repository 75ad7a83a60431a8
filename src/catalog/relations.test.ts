import { describe, expect, it } from 'vitest';
import { catalogOf, document, documents } from './repository-fixture.ts';

const described = ['type: x', 'lifecycle: production', 'owner: o'];
const specs: Readonly<Record<string, readonly string[]>> = {
  Component: described,
  API: [...described, 'definition: d'],
  Resource: ['type: x', 'owner: o'],
  System: ['owner: o'],
  Domain: ['owner: o'],
  Group: ['type: team', 'children: []'],
  User: ['memberOf: []'],
  Template: ['type: x', 'steps: []'],
  AiResource: described,
};

function relationsOf(kind: string, lines: readonly string[], namespace = 'default'): Map<string, string[]> {
  const fields = new Set(lines.map((line) => line.slice(0, line.indexOf(':'))));
  const kept = (specs[kind] ?? []).filter((line) => !fields.has(line.slice(0, line.indexOf(':'))));
  const from = document(kind, 'from', [...kept, ...lines]).replace(
    '  name: from',
    `  name: from\n  namespace: ${namespace}`,
  );
  const targets = Object.entries(specs).map(([target, spec]) =>
    document(
      target,
      'target',
      spec.map((line) => line.replace('owner: o', 'owner: group:default/target')),
    ).replace('  name: target', `  name: target\n  namespace: ${namespace}`),
  );
  const all = [from, ...targets].map((yaml) =>
    yaml.includes('kind: Template') ? yaml.replace('backstage.io/v1alpha1', 'scaffolder.backstage.io/v1beta3') : yaml,
  );
  const { value } = catalogOf(documents(...all));
  const self = `${kind.toLowerCase()}:${namespace}/from`;
  const own = value.byRef.get(self)?.entity.relations ?? [];
  const inverse = value.entities.flatMap(({ ref, entity }) =>
    entity.relations.filter(({ targetRef }) => targetRef === self).map(({ type }) => `${ref} ${type}`),
  );
  return new Map([
    ['forward', own.map(({ type, targetRef }) => `${type} ${targetRef}`)],
    ['inverse', inverse],
  ]);
}

describe('relations of each field, both ways', () => {
  it.each([
    ['Component', 'owner: target', 'ownedBy', 'group', 'ownerOf'],
    ['API', 'owner: target', 'ownedBy', 'group', 'ownerOf'],
    ['Resource', 'owner: target', 'ownedBy', 'group', 'ownerOf'],
    ['System', 'owner: target', 'ownedBy', 'group', 'ownerOf'],
    ['Domain', 'owner: target', 'ownedBy', 'group', 'ownerOf'],
    ['Template', 'owner: target', 'ownedBy', 'group', 'ownerOf'],
    ['AiResource', 'owner: target', 'ownedBy', 'group', 'ownerOf'],
    ['Component', 'owner: user:target', 'ownedBy', 'user', 'ownerOf'],
    ['Component', 'subcomponentOf: target', 'partOf', 'component', 'hasPart'],
    ['Component', 'system: target', 'partOf', 'system', 'hasPart'],
    ['API', 'system: target', 'partOf', 'system', 'hasPart'],
    ['Resource', 'system: target', 'partOf', 'system', 'hasPart'],
    ['AiResource', 'system: target', 'partOf', 'system', 'hasPart'],
    ['Component', 'providesApis: [target]', 'providesApi', 'api', 'apiProvidedBy'],
    ['Component', 'consumesApis: [target]', 'consumesApi', 'api', 'apiConsumedBy'],
    ['Component', 'dependsOn: ["resource:target"]', 'dependsOn', 'resource', 'dependencyOf'],
    ['Component', 'dependencyOf: ["component:target"]', 'dependencyOf', 'component', 'dependsOn'],
    ['Component', 'dependencyOf: component:target', 'dependencyOf', 'component', 'dependsOn'],
    ['Resource', 'dependsOn: ["component:target"]', 'dependsOn', 'component', 'dependencyOf'],
    ['Resource', 'dependencyOf: ["component:target"]', 'dependencyOf', 'component', 'dependsOn'],
    ['System', 'domain: target', 'partOf', 'domain', 'hasPart'],
    ['Domain', 'subdomainOf: target', 'partOf', 'domain', 'hasPart'],
    ['User', 'memberOf: [target]', 'memberOf', 'group', 'hasMember'],
    ['Group', 'parent: target', 'childOf', 'group', 'parentOf'],
    ['Group', 'children: [target]', 'parentOf', 'group', 'childOf'],
    ['Group', 'members: [target]', 'hasMember', 'user', 'memberOf'],
  ])('%s with %s: %s', (kind, line, forward, targetKind, inverse) => {
    const target = `${targetKind}:default/target`;
    const found = relationsOf(kind, [line]);
    expect(found.get('forward')).toContain(`${forward} ${target}`);
    expect(found.get('inverse')).toEqual([`${target} ${inverse}`]);
  });

  it.each([
    ['skill', 'dependsOn: [target]', 'dependsOn airesource:default/target', 'dependencyOf'],
    ['plugin', 'skills: [target]', 'hasPart airesource:default/target', 'partOf'],
    ['marketplace', 'plugins: [target]', 'hasPart airesource:default/target', 'partOf'],
  ])('AiResource of type %s with %s', (type, line, forward, inverse) => {
    const found = relationsOf('AiResource', [`type: ${type}`, line]);
    expect(found.get('forward')).toContain(forward);
    expect(found.get('inverse')).toEqual([`airesource:default/target ${inverse}`]);
  });

  it('assumes the namespace of the entity itself', () => {
    const found = relationsOf('Component', ['owner: target', 'providesApis: [target, default/target]'], 'own');
    expect(found.get('forward')).toEqual([
      'ownedBy group:own/target',
      'providesApi api:default/target',
      'providesApi api:own/target',
    ]);
    expect(found.get('inverse')).toEqual(['api:own/target apiProvidedBy', 'group:own/target ownerOf']);
  });

  it('are distinct and sorted, however often and in whatever spelling both sides say it', () => {
    const yaml = documents(
      document('Group', 'a', ['type: t', 'children: [b, B, group:default/b]', 'members: [u]']),
      document('Group', 'b', ['type: t', 'children: []', 'parent: a']),
      document('User', 'u', ['memberOf: [a, b]']),
    );
    const { value } = catalogOf(yaml);
    expect(value.byRef.get('group:default/a')?.entity.relations).toEqual([
      { type: 'hasMember', targetRef: 'user:default/u' },
      { type: 'parentOf', targetRef: 'group:default/b' },
    ]);
    expect(value.byRef.get('group:default/b')?.entity.relations).toEqual([
      { type: 'childOf', targetRef: 'group:default/a' },
      { type: 'hasMember', targetRef: 'user:default/u' },
    ]);
  });

  it('are kept on the side that names what does not exist', () => {
    const { value } = catalogOf(document('System', 's', ['owner: nobody']));
    expect(value.entities[0]?.entity.relations).toEqual([{ type: 'ownedBy', targetRef: 'group:default/nobody' }]);
  });
});
