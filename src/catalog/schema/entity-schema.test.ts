import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutate, type Path, pathsOf, replacements } from '../../testing/backstage/mutations.ts';
import { sampleEntities } from '../../testing/backstage/sample-entities.ts';
import { backstageModel, type CatalogModel } from '../model/catalog-model.ts';
import { parseModelFiles } from '../model/parse-model-files.ts';
import * as rules from '../validation/format-rules.ts';
import { validateEntity } from '../validation/validate-entity.ts';
import { isMapping, type Mapping } from '../values.ts';
import { catalogInfoSchema, kindSchema } from './entity-schema.ts';
import { formatSchemas } from './format-schemas.ts';

function compile(schema: object): ValidateFunction {
  const ajv = new Ajv({ strictTypes: false, strictTuples: false, allowUnionTypes: true });
  formats.default(ajv, { mode: 'fast' });
  return ajv.compile(schema);
}

function modelOf(text: string): CatalogModel {
  const parsed = parseModelFiles([{ path: 'model.yaml', text }]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.model;
}

/** All that JSON Schema cannot say of an entity: whether an address with a scheme can be parsed. */
function cannotSay({ metadata }: Mapping): boolean {
  const links = isMapping(metadata) && Array.isArray(metadata['links']) ? (metadata['links'] as unknown[]) : [];
  return links.some((link) => isMapping(link) && typeof link['url'] === 'string' && !URL.canParse(link['url']));
}

const check = compile(catalogInfoSchema(backstageModel));

function expectSameVerdict(entity: Mapping, schema = check, model = backstageModel): void {
  const accepted = validateEntity(entity, model).problems.length === 0;
  if (!accepted && cannotSay(entity)) return;
  expect(schema(entity), `${JSON.stringify(entity)}\n${JSON.stringify(schema.errors)}`).toBe(accepted);
}

function* singleMutations(): Generator<Mapping> {
  for (const entity of sampleEntities) {
    const added: Path[] = [['relations'], ['status'], ['metadata', 'x'], ['spec', 'dependencyOf'], ['spec', 'x']];
    for (const path of pathsOf(entity).slice(1))
      for (const replacement of replacements) yield mutate(entity, path, replacement) as Mapping;
    for (const path of added) {
      const parent = path.length > 1 ? (entity[String(path[0])] as Mapping) : entity;
      const base = mutate(entity, path.slice(0, -1), { ...parent, [String(path.at(-1))]: null });
      for (const replacement of replacements) yield mutate(base, path, replacement) as Mapping;
    }
  }
}

describe('the schema of catalog-info.yaml', () => {
  it('says of every entity with one field changed what validation says', () => {
    let count = 0;
    for (const entity of singleMutations()) {
      count += 1;
      expectSameVerdict(entity);
    }
    expect(count).toBeGreaterThan(16_000);
  });

  it('says of entities with several fields changed what validation says', () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(...replacements));
    fc.assert(
      fc.property(
        fc.constantFrom(...sampleEntities),
        fc.array(change, { minLength: 2, maxLength: 4 }),
        (entity, list) => {
          let changed: unknown = entity;
          for (const [pick, replacement] of list) {
            const paths = pathsOf(changed).slice(1);
            changed = mutate(changed, paths[pick % paths.length] ?? ['kind'], replacement);
          }
          expectSameVerdict(changed as Mapping);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('refuses an address without a scheme, and leaves the rest of it to validation', () => {
    const [entity = {}] = sampleEntities;
    const withUrl = (url: string) => mutate(entity, ['metadata', 'links', 0, 'url'], url) as Mapping;
    expect(check(withUrl('acme.example'))).toBe(false);
    expect(check(withUrl('https://[acme'))).toBe(true);
    expect(cannotSay(withUrl('https://[acme'))).toBe(true);
  });

  it.each(['backstage.io/techdocs-ref', 'backstage.io/techdocs-entity', 'a/b'])(
    'wants text of the annotation %s',
    (key) => {
      const [entity = {}] = sampleEntities;
      const annotated = (value: unknown) => mutate(entity, ['metadata', 'annotations'], { [key]: value }) as Mapping;
      for (const value of ['dir:.', '', 1, null, ['a']]) expectSameVerdict(annotated(value));
    },
  );

  it('lets fields be the content of a file, as authors write it', () => {
    const [entity = {}] = sampleEntities.filter(({ kind }) => kind === 'API');
    expect(check(mutate(entity, ['spec', 'definition'], { $openapi: './openapi.yaml' }))).toBe(true);
    expect(check(mutate(entity, ['metadata', 'description'], { $text: './readme.md' }))).toBe(true);
    expect(check(mutate(entity, ['metadata', 'tags'], { $yaml: './tags.yaml' }))).toBe(true);
    expect(check(mutate(entity, ['spec', 'owner'], { $json: './owner.json' }))).toBe(true);
    expect(check(mutate(entity, ['spec', 'definition'], { $opanapi: './openapi.yaml' }))).toBe(false);
    expect(check(mutate(entity, ['spec', 'definition'], { $text: './a', $yaml: './b' }))).toBe(false);
    expect(check(mutate(entity, ['spec', 'definition'], { $text: 1 }))).toBe(false);
  });

  it('of one kind takes that kind only, and says the same of it', () => {
    const group = compile(kindSchema(backstageModel, 'Group'));
    for (const entity of sampleEntities) expect(group(entity), String(entity['kind'])).toBe(entity['kind'] === 'Group');
    const [team = {}] = sampleEntities.filter(({ kind }) => kind === 'Group');
    for (const replacement of replacements)
      expectSameVerdict(mutate(team, ['spec', 'type'], replacement) as Mapping, group);
  });
});

describe('kinds of one’s own in the schema', () => {
  const model = modelOf(`kind: Topic
apiVersions: [acme.example/v1, acme.example/v2]
description: A stream of events.
specSchema:
  required: [owner, levels]
  properties:
    owner: { $ref: '#/definitions/name' }
    copy: { $ref: '#/properties/levels/items' }
    levels: { type: array, minItems: 1, items: { $ref: '#/definitions/level~1x' } }
    tree: { $ref: '#' }
    $ref: { const: '#' }
    since: { type: string, format: date }
  definitions:
    name: { type: string, pattern: '^[a-z]+$' }
    level/x: { type: object, additionalProperties: false, properties: { size: { type: integer, enum: [1, 2] }, of: { $ref: '#/definitions/level~1x' } } }
types:
  - type: a/b c~d
    specSchema: { required: [extra], additionalProperties: true, properties: { extra: { type: boolean } } }
relationFields: [owner, system]
---
extend: Component
apiVersions: [acme.example/v1]
optional: [lifecycle]
specSchema: { properties: { type: { enum: [service, website] } } }
relationFields: [{ selector: { path: spec.publishesTo }, relation: dependsOn, defaultKind: Topic, allowedKinds: [Topic] }]
`);
  const own = compile(catalogInfoSchema(model));
  const topic = (spec: object, apiVersion = 'acme.example/v2', kind = 'Topic') => ({
    apiVersion,
    kind,
    metadata: { name: 'orders' },
    spec,
  });
  const sound = { owner: 'team', levels: [{ size: 1, of: { size: 2 } }] };

  it.each([
    ['sound', topic(sound), true],
    ['a wrong text behind a reference', topic({ ...sound, owner: 'Team' }), false],
    ['a wrong value two references deep', topic({ ...sound, levels: [{ of: { of: { size: 3 } } }] }), false],
    ['a wrong value where a reference leads inside the schema', topic({ ...sound, copy: { size: 3 } }), false],
    ['the whole schema inside itself', topic({ ...sound, tree: { ...sound, tree: { owner: 'team' } } }), false],
    ['a field called $ref', topic({ ...sound, $ref: '#' }), true],
    ['a wrong format', topic({ ...sound, since: 'yesterday' }), false],
    ['a type without its field', topic({ ...sound, type: 'a/b c~d' }), false],
    ['a type with its field', topic({ ...sound, type: 'a/b c~d', extra: true }), true],
    ['another type', topic({ ...sound, type: 'other' }), true],
    ['an apiVersion that nobody declares', topic({}, 'acme.example/v3'), true],
    ['wrong capitals', topic(sound, 'acme.example/v1', 'TOPIC'), false],
    ['a kind that nobody declares', topic({}, 'v1', 'Queue'), true],
    [
      'an extended kind without an optional field',
      topic({ type: 'service', owner: 'a' }, 'acme.example/v1', 'Component'),
      true,
    ],
    [
      'an extended kind with a wrong value',
      topic({ type: 'x', owner: 'a' }, 'backstage.io/v1alpha1', 'Component'),
      false,
    ],
  ])('says what validation says: %s', (_, entity, accepted) => {
    expect(own(entity), JSON.stringify(own.errors)).toBe(accepted);
    expectSameVerdict(entity, own, model);
    expect(compile(kindSchema(model, entity.kind.replace('TOPIC', 'Topic').replace('Queue', 'Topic')))(entity)).toBe(
      accepted && entity.kind !== 'Queue',
    );
  });

  it('describes kinds and relation fields for editors', () => {
    const text = JSON.stringify(catalogInfoSchema(model));
    expect(text).toContain('"kind":{"description":"A stream of events."}');
    expect(text).toContain('"publishesTo":{"description":"A reference to Topic: the name, or [kind:][namespace/]name;');
    expect(text).toContain('"examples":["acme.example/v1","acme.example/v2"]');
  });
});

describe('format schemas', () => {
  it.each([
    ['objectName', rules.isObjectName],
    ['dnsLabel', rules.isDnsLabel],
    ['kindName', rules.isKindName],
    ['apiVersion', rules.isApiVersion],
    ['labelKey', rules.isLabelKey],
    ['labelValue', rules.isLabelValue],
    ['tag', rules.isTag],
  ] as const)('%s agrees with the rule on any text', (name, isValid) => {
    const schema = compile(formatSchemas[name]);
    const pieces = ['a', 'Z', '9', '-', '_', '.', '/', ':', '+', '#', ' ', 'ß', '\n', 'x'.repeat(62), 'y'.repeat(63)];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom('x'.repeat(62), 'y'.repeat(61), 'z'), { maxLength: 6 }).map((it) => `${it.join('.')}/a`),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(schema(value), value).toBe(isValid(value));
      }),
      { numRuns: 3000 },
    );
  });
});
