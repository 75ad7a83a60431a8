import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogModel } from './model/catalog-model.ts';
import { parseModelFiles } from './model/parse-model-files.ts';
import { readCatalog } from './read-catalog.ts';
import { component, document, documents, repositoryOf } from './repository-fixture.ts';

const declaration = `
kind: Dataset
apiVersions: [example.com/v1]
relationFields:
  - { selector: { path: spec.feeds }, relation: feeds, defaultKind: Dataset, allowedKinds: [Dataset] }
  - { selector: { path: spec.from.stores, key: name }, relation: fedBy, defaultKind: Resource }
  - { selector: { path: spec.steward }, relation: ownedBy, defaultKind: Group, defaultNamespace: default }
---
relation: feeds
title: feeds
inverse: fedBy
inverseTitle: is fed by
`;

function modelOf(text: string): CatalogModel {
  const parsed = parseModelFiles([{ path: 'model.yaml', text }]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.model;
}

function dataset(name: string, spec: readonly string[], namespace = 'default'): string {
  const yaml = document('Dataset', name, spec).replace('backstage.io/v1alpha1', 'example.com/v1');
  return yaml.replace(`name: ${name}\n`, `name: ${name}\n  namespace: ${namespace}\n`);
}

function read(...yaml: readonly string[]) {
  const files = repositoryOf('acme/shop', { 'catalog-info.yaml': documents(...yaml) });
  const { value, diagnostics } = readCatalog({ repositories: [files], allow: ['*'], model: modelOf(declaration) });
  return {
    relations: (ref: string) =>
      value.byRef.get(ref)?.entity.relations.map(({ type, targetRef }) => `${type} ${targetRef}`),
    problems: diagnostics
      .filter(({ code }) => code !== 'catalog/no-owner')
      .map(({ code, message, source }) => `${source?.line} ${code} ${message}`),
  };
}

const team = document('Group', 'team', ['type: team', 'children: []']);
const store = document('Resource', 'store', ['type: bucket', 'owner: team']);

describe('relations of a kind of one’s own', () => {
  it('are on both ends, with the kind that the field assumes', () => {
    const { relations, problems } = read(dataset('raw', ['feeds: [clean]']), dataset('clean', []));
    expect(relations('dataset:default/raw')).toEqual(['feeds dataset:default/clean']);
    expect(relations('dataset:default/clean')).toEqual(['fedBy dataset:default/raw']);
    expect(problems).toEqual([]);
  });

  it('look in the namespace of the entity, or in default where the field says so', () => {
    const { relations, problems } = read(
      team,
      dataset('raw', ['feeds: clean', 'steward: team'], 'data'),
      dataset('clean', [], 'data'),
    );
    expect(relations('dataset:data/raw')).toEqual(['feeds dataset:data/clean', 'ownedBy group:default/team']);
    expect(problems).toEqual([]);
  });

  it('are found inside mappings and lists, as text and as mappings with a key', () => {
    const { relations } = read(team, store, dataset('raw', ['from: { stores: [{ name: store }, api:x, {}] }']));
    expect(relations('resource:default/store')).toContain('feeds dataset:default/raw');
    expect(relations('dataset:default/raw')).toEqual(['fedBy api:default/x', 'fedBy resource:default/store']);
  });

  it('are checked at the line that states them', () => {
    const { problems } = read(
      team,
      store,
      dataset('raw', ['feeds: [resource:store, claen, 7]', 'from:', '  stores: [{ name: "" }]']),
      dataset('clean', []),
    );
    expect(problems.map((problem) => problem.replace(/^\d+ /, ''))).toEqual([
      'catalog/reference-wrong-kind spec.feeds[0] is "resource:store", which is a Resource and not a Dataset.',
      'catalog/reference-not-found spec.feeds[1] refers to dataset:default/claen, which is not in the catalog.',
      'catalog/reference-invalid spec.feeds[2]: the number 7 is not a reference.',
      'catalog/reference-invalid spec.from.stores[0].name: "" is not a reference.',
    ]);
    expect(new Set(problems.slice(0, 3).map((problem) => problem.split(' ')[0])).size).toBe(1);
  });
});

it('checks spec by the schema, with one problem for each mistake', () => {
  const model = modelOf(`extend: Component
specSchema:
  properties:
    owner: { type: string }
    port: { type: integer, minimum: 1 }
    site: { type: string, format: uri }
    color: { const: blue }
    size: { anyOf: [{ type: integer }, { enum: [small, large] }] }
    build: { type: object, additionalProperties: false, properties: { target: { type: string } } }
`);
  const spec = ['port: 0', 'site: none', 'color: red', 'size: huge', 'build: { tagret: x }'];
  const files = repositoryOf('acme/shop', {
    'catalog-info.yaml': component('a', spec).replace('owner: team', 'owner: 1'),
  });
  const { diagnostics } = readCatalog({ repositories: [files], allow: ['*'], model });
  expect(diagnostics.map(({ hint }) => hint)).toContain('Did you mean target?');
  expect(diagnostics.map(({ message }) => message).sort()).toEqual([
    'spec.build.tagret is no field of Component.',
    'spec.color must be "blue", but is the text "red".',
    'spec.owner must be text, but is read as the number 1.',
    'spec.port must be >= 1, but is the number 0.',
    'spec.site must match format "uri", but is the text "none".',
    'spec.size is the text "huge" and has none of the forms that every Component has.',
  ]);
});

it('relates any datasets both ways, whatever refers to whatever', () => {
  const names = ['a', 'b', 'constructor', 'toString', 'v1.x'];
  const name = fc.constantFrom(...names);
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(name, fc.array(name)), { selector: ([it]) => it }), (sets) => {
      const { relations } = read(...sets.map(([own, feeds]) => dataset(own, [`feeds: [${feeds.join(', ')}]`])));
      for (const [own, feeds] of sets) {
        for (const target of feeds) {
          expect(relations(`dataset:default/${own.toLowerCase()}`)).toContain(
            `feeds dataset:default/${target.toLowerCase()}`,
          );
          const other = relations(`dataset:default/${target.toLowerCase()}`);
          if (other) expect(other).toContain(`fedBy dataset:default/${own.toLowerCase()}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});
