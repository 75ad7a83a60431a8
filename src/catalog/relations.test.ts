import { describe, expect, it } from 'vitest';
import { backstageLayers } from '../testing/backstage/backstage.ts';
import { backstageModel } from './model/catalog-model.ts';
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

/** Kind, what its spec says, the relation that follows, the kind at its other end, and how that end sees it. */
const rows: readonly (readonly [string, string, string, string, string])[] = [
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
];
/** Type of AiResource, and the same. */
const aiResourceRows: readonly (readonly [string, string, string, string])[] = [
  ['skill', 'dependsOn: [target]', 'dependsOn airesource:default/target', 'dependencyOf'],
  ['plugin', 'skills: [target]', 'hasPart airesource:default/target', 'partOf'],
  ['marketplace', 'plugins: [target]', 'hasPart airesource:default/target', 'partOf'],
];

describe('relations of each field, both ways', () => {
  it.each(rows)('%s with %s: %s', (kind, line, forward, targetKind, inverse) => {
    const target = `${targetKind}:default/target`;
    const found = relationsOf(kind, [line]);
    expect(found.get('forward')).toContain(`${forward} ${target}`);
    expect(found.get('inverse')).toEqual([`${target} ${inverse}`]);
  });

  it.each(aiResourceRows)('AiResource of type %s with %s', (type, line, forward, inverse) => {
    const found = relationsOf('AiResource', [`type: ${type}`, line]);
    expect(found.get('forward')).toContain(forward);
    expect(found.get('inverse')).toEqual([`airesource:default/target ${inverse}`]);
  });

  it('have a row here for every field of every kind', () => {
    const fieldOf = (line: string) => line.slice(0, line.indexOf(':'));
    const tested = new Set([
      ...rows.map(([kind, line]) => `${kind} ${fieldOf(line)}`),
      ...aiResourceRows.map(([type, line]) => `AiResource ${type} ${fieldOf(line)}`),
    ]);
    const declared = backstageModel.definitions.flatMap(({ kind, specType, relations }) =>
      relations.map(({ field }) => [`${kind} ${field}`, `${kind} ${specType} ${field}`]),
    );
    expect(declared.filter((names) => !names.some((name) => tested.has(name)))).toEqual([]);
    expect(tested.size).toBe(new Set(declared.map((names) => names.find((name) => tested.has(name)))).size);
  });

  it('are those of Backstage’s own model: fields, defaults, and the other direction', () => {
    for (const { kind, specType, apiVersions, relations } of backstageModel.definitions) {
      if (kind === 'Template') continue;
      for (const apiVersion of apiVersions) {
        const theirs = backstageLayers.getKind({ kind, apiVersion, ...(specType && { spec: { type: specType } }) });
        const fields = theirs?.relationFields.map(({ path, relation, defaultKind, defaultNamespace }) => [
          path,
          relation,
          defaultKind,
          defaultNamespace,
        ]);
        const ours = relations.map(({ field, relation, defaultKind }) => [
          `spec.${field}`,
          relation,
          defaultKind,
          'inherit',
        ]);
        expect(new Set(ours)).toEqual(new Set(fields));
      }
      const inverses = new Map(
        backstageLayers.getRelations({ kind })?.map(({ forward, reverse }) => [forward.type, reverse.type]),
      );
      for (const { relation, inverse } of relations)
        expect([relation, inverses.get(relation)]).toEqual([relation, inverse]);
    }
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
