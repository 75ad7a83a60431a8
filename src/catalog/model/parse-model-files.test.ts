import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.ts';
import { repositoryOf } from '../repository-fixture.ts';
import { validateEntity } from '../validation/validate-entity.ts';
import { backstageModel, type CatalogModel } from './catalog-model.ts';
import { extendSpecSchema, requiredFields, type SpecSchema } from './extend-spec-schema.ts';
import type { KindDefinition } from './kind-definition.ts';
import { kindGlyphs } from './kind-glyphs.ts';
import schema from './model-file.schema.json' with { type: 'json' };
import { pageSections } from './page-sections.ts';
import { parseModelFiles } from './parse-model-files.ts';

function modelOf(...documents: readonly string[]): CatalogModel {
  const parsed = parseModelFiles([{ path: 'model.yaml', text: documents.join('\n---\n') }]);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return parsed.model;
}

function requiredOf(definition: KindDefinition | undefined): readonly string[] {
  return definition ? requiredFields(definition.specSchema as SpecSchema) : [];
}

const dataset = 'kind: Dataset\napiVersions: [example.com/v1, example.com/v2]';

describe('a new kind', () => {
  it('is known by every apiVersion that it names', () => {
    const definition = modelOf(dataset).findKind('Dataset', undefined);
    expect(definition).toMatchObject({ kind: 'Dataset', apiVersions: ['example.com/v1', 'example.com/v2'] });
    expect(modelOf(dataset).kinds).toEqual([...backstageModel.kinds, 'Dataset']);
    expect(modelOf(dataset).spellingOf('dataset')).toBe('Dataset');
  });

  it('has the fields that Backstage has by their names alone', () => {
    const model = modelOf(`${dataset}\nrelationFields: [owner, system, dependsOn]`);
    const component = backstageModel.findKind('Component', undefined)?.relations ?? [];
    const expected = ['owner', 'system', 'dependsOn'].map((name) => component.find(({ field }) => field === name));
    expect(model.findKind('Dataset', undefined)?.relations).toEqual(expected);
  });

  it('has relations of its own, in either direction of a declared pair', () => {
    const pair = 'relation: feeds\ntitle: feeds\ninverse: fedBy\ninverseTitle: is fed by';
    const fields = `relationFields:
  - { selector: { path: spec.sinks }, relation: feeds, defaultKind: Dataset, defaultNamespace: default }
  - { selector: { path: spec.from.sources, key: name }, relation: fedBy, allowedKinds: [Dataset, API] }`;
    const model = modelOf(`${dataset}\n${fields}`, pair);
    expect(model.findKind('Dataset', undefined)?.relations).toEqual([
      { field: 'sinks', relation: 'feeds', inverse: 'fedBy', defaultKind: 'Dataset', defaultNamespace: 'default' },
      { field: 'from.sources', key: 'name', relation: 'fedBy', inverse: 'feeds', targetKinds: ['Dataset', 'API'] },
    ]);
    expect(model.relationPairs).toEqual([
      { relation: 'feeds', title: 'feeds', inverse: 'fedBy', inverseTitle: 'is fed by' },
    ]);
  });

  it('varies by spec.type: each type adds to what all have', () => {
    const model = modelOf(`${dataset}
specSchema: { required: [owner], properties: { owner: { type: string } } }
relationFields: [owner]
types:
  - type: stream
    specSchema: { required: [topic], properties: { topic: { type: string } } }
    optional: [owner]
    relationFields: [dependsOn]`);
    const check = (spec: object) =>
      validateEntity(
        { apiVersion: 'example.com/v1', kind: 'Dataset', metadata: { name: 'a' }, spec },
        model,
      ).problems.map(({ message }) => message);
    expect(check({ type: 'table' })).toEqual(['spec.owner is missing; every Dataset has one.']);
    expect(check({ type: 'stream' })).toEqual(['spec.topic is missing; every Dataset of type stream has one.']);
    expect(check({ type: 'stream', topic: 1, owner: 'a' })).toEqual([
      'spec.topic must be text, but is read as the number 1.',
    ]);
    expect(model.findKind('Dataset', 'stream')?.relations.map(({ field }) => field)).toEqual(['owner', 'dependsOn']);
    expect(model.findKind('Dataset', 'table')?.relations.map(({ field }) => field)).toEqual(['owner']);
  });

  it('says how it is shown: name first, problems last, whatever else between', () => {
    const model = modelOf(`${dataset}
title: Data set
glyph: dataset
columns: [owner, { path: spec.rows, title: Rows }, { path: [metadata, labels, a.b/c], title: Label, facet: true }]
sections: [{ title: Made from, relations: [dependsOn], kinds: [Dataset] }]`);
    expect(model.presentations.get('Dataset')).toEqual({
      title: 'Data set',
      glyph: 'dataset',
      columns: [
        { field: 'name' },
        { field: 'owner' },
        { path: ['spec', 'rows'], title: 'Rows', isFacet: false },
        { path: ['metadata', 'labels', 'a.b/c'], title: 'Label', isFacet: true },
        { field: 'problems' },
      ],
      sections: [{ title: 'Made from', relations: ['dependsOn'], kinds: ['Dataset'] }],
    });
  });

  it('may be named like something that every object has', () => {
    const model = modelOf(
      'kind: constructor\napiVersions: [x/v1]\nspecSchema: { properties: { toString: { type: string } } }',
    );
    expect(model.findKind('constructor', 'hasOwnProperty')?.kind).toBe('constructor');
    expect(model.findKind('toString', undefined)).toBeUndefined();
    modelOf(`${dataset}\nspecSchema: { properties: { __proto__: { type: string } } }`);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

describe('a known kind that is extended', () => {
  const extension = `extend: API
apiVersions: [fork.example.com/v1]
specSchema: { required: [tier], properties: { tier: { enum: [1, 2] } } }
relationFields: [dependsOn]`;

  it('gets more in every one of its types', () => {
    for (const type of ['openapi', 'mcp-server']) {
      const definition = modelOf(extension).findKind('API', type);
      expect(definition?.apiVersions).toEqual(['backstage.io/v1alpha1', 'backstage.io/v1beta1', 'fork.example.com/v1']);
      expect(definition?.relations.map(({ field }) => field)).toEqual(['owner', 'system', 'dependsOn']);
      expect(requiredOf(definition)).toContain('tier');
    }
  });

  it('lets a field be missing only where the extension says so', () => {
    const entity = { apiVersion: 'backstage.io/v1alpha1', kind: 'API', metadata: { name: 'a' } };
    const spec = { type: 'grpc', owner: 'a', definition: 'x' };
    const codes = (model: CatalogModel) => validateEntity({ ...entity, spec }, model).problems.map(({ code }) => code);
    expect(codes(modelOf('extend: API'))).toEqual(['catalog/missing-field']);
    expect(codes(modelOf('extend: API\noptional: [lifecycle]'))).toEqual([]);
  });

  it('may be extended by several documents, and a type of it too', () => {
    const more =
      'extend: API\ntypes: [{ type: mcp-server, optional: [lifecycle] }, { type: graphql, specSchema: { required: [schema] } }]';
    const model = modelOf(extension, more);
    const required = (type: string) => requiredOf(model.findKind('API', type));
    expect(required('mcp-server')).toEqual(['type', 'owner', 'remotes', 'tier']);
    expect(required('graphql')).toEqual(['type', 'lifecycle', 'owner', 'definition', 'tier', 'schema']);
    expect(required('grpc')).toEqual(['type', 'lifecycle', 'owner', 'definition', 'tier']);
  });

  it('never accepts what it refused before, whatever the extension asks for', () => {
    const value = fc.constantFrom<unknown>('a', '', 1, null, [], ['a'], {}, true);
    const field = fc.constantFrom('type', 'lifecycle', 'owner', 'system', 'dependsOn', 'extra');
    const specs = fc.dictionary(field, value);
    const rule = fc.constantFrom<object>(
      {},
      { type: 'string' },
      { type: ['number', 'null', 'array'] },
      { minLength: 0 },
    );
    const additions = fc.record(
      { properties: fc.dictionary(field, rule), required: fc.uniqueArray(field), additionalProperties: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(specs, additions, (spec, addition) => {
        const model = modelOf(`extend: Component\nspecSchema: ${JSON.stringify(addition)}`);
        const entity = { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'a' }, spec };
        const before = validateEntity(entity).problems.length > 0;
        const after = validateEntity(entity, model).problems.length > 0;
        expect(!before || after).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

it('leaves Backstage’s model as it is when there are no files', () => {
  expect(parseModelFiles([])).toEqual({ ok: true, model: backstageModel });
  expect(modelOf(dataset).definitions.slice(0, -1)).toEqual(
    backstageModel.definitions.map((definition) => ({ ...definition })),
  );
});

it('keeps conflicting keywords of two schemas apart, so that both hold', () => {
  const merged = extendSpecSchema({ minProperties: 1 }, { minProperties: 2, maxProperties: 3 });
  expect(merged).toMatchObject({ minProperties: 1, allOf: [{ minProperties: 2, maxProperties: 3 }] });
});

it('publishes the same glyphs as the schema that editors show', () => {
  expect(schema.definitions.glyph.enum).toEqual([...kindGlyphs]);
});

it('publishes the same sections as the schema that editors show', () => {
  expect(schema.definitions.pageSection.enum).toEqual([...pageSections]);
});

describe('its documentation', () => {
  const docs = readFileSync('content/docs/custom-kinds.md', 'utf8');
  const example = (title: string) => docs.split(`\`\`\`yaml title="${title}"`)[1]?.split(/\n([\s\S]*?)```/)[1] ?? '';

  it('has an example that works as it says', () => {
    const model = modelOf(example('content/model/topic.yaml'));
    const { value, diagnostics } = readCatalog({
      repositories: [repositoryOf('acme/shop', { 'catalog-info.yaml': example('catalog-info.yaml') })],
      allow: ['*'],
      model,
    });
    expect(value.byRef.get('topic:default/orders.v2')?.entity.relations).toContainEqual({
      type: 'publishedBy',
      targetRef: 'component:default/orders-service',
    });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The catalog has no teams and no people, so 2 references to them lead nowhere, all to group:default/order-team.',
    ]);
  });

  it('names every section', () => {
    const [, table = ''] = docs.split('<!-- sections -->');
    expect([...table.matchAll(/^\| `([a-z]+)`/gm)].map(([, name]) => name).sort()).toEqual([...pageSections].sort());
  });

  it('names every glyph', () => {
    const named =
      docs
        .split('## Glyphs')[1]
        ?.split('## ')[0]
        ?.match(/(?<=`)[a-z-]+(?=`)/g) ?? [];
    expect([...named].sort()).toEqual([...kindGlyphs].sort());
  });
});
