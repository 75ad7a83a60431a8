import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../entity.ts';
import type { KindDefinition } from '../model/kind-definition.ts';
import { kindDefinitions } from '../model/kind-definitions.ts';
import { readCatalog } from '../read-catalog.ts';
import { repositoryOf } from '../repository-fixture.ts';

interface SpecSchema {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly type?: string; readonly items?: object }>>;
}

/** One of each kind named `thing`, in the namespace `away` one named `distant`; owned by a team. */
const kinds = [...new Set(kindDefinitions.map(({ kind }) => kind))].filter((kind) => kind !== 'Location');

function entityOf(kind: string, metadata: JsonObject, specType?: string): { readonly [key: string]: JsonValue } {
  const definitions = kindDefinitions.filter((each) => each.kind === kind);
  const definition = (definitions.find((each) => each.specType === specType) ?? definitions[0]) as KindDefinition;
  const { required, properties } = definition.specSchema as SpecSchema;
  const value = (field: string): JsonValue => {
    if (field === 'owner') return 'group:default/team';
    if (field === 'remotes') return [{ type: 'sse', url: 'https://x.example' }];
    return properties[field]?.type === 'array' ? [] : 'x';
  };
  const spec = Object.fromEntries(required.map((field) => [field, value(field)]));
  const hasOwner = definition.relations.some(({ field }) => field === 'owner');
  return {
    apiVersion: definition.apiVersions[0] ?? '',
    kind,
    metadata,
    spec: { ...spec, ...(hasOwner && { owner: 'group:default/team' }), ...(specType && { type: specType }) },
  };
}

const others = [
  entityOf('Group', { name: 'team' }),
  entityOf('User', { name: 'somebody' }),
  ...kinds.flatMap((kind) => [
    entityOf(kind, { name: `good-${kind}` }),
    entityOf(kind, { name: 'far', namespace: 'away' }),
  ]),
];

const fields = kindDefinitions.flatMap(({ kind, specType, specSchema, relations }) =>
  relations.map((field) => {
    const isList = 'items' in ((specSchema as SpecSchema).properties[field.field] ?? { items: {} });
    return { name: `${kind}${specType ? ` (${specType})` : ''} ${field.field}`, kind, specType, field, isList };
  }),
);

/** What is found wrong with an entity whose field holds this reference. */
function problemsOf({ kind, specType, field, isList }: (typeof fields)[number], reference: JsonValue): string[] {
  const subject = entityOf(kind, { name: 'subject' }, specType);
  const spec = { ...(subject['spec'] as JsonObject), [field.field]: isList ? [reference] : reference };
  const text = [{ ...subject, spec }, ...others].map((each) => JSON.stringify(each)).join('\n---\n');
  const { diagnostics } = readCatalog({
    repositories: [repositoryOf('acme/shop', { 'catalog-info.yaml': text })],
    allow: ['*'],
  });
  const column = JSON.stringify({ ...subject, spec }).indexOf(JSON.stringify(reference), 60) + 1;
  return diagnostics
    .filter(({ entityRef, code }) => entityRef?.endsWith('/subject') && code !== 'catalog/api-without-provider')
    .map(
      ({ code, source, hint }) =>
        `${code} ${source?.line}:${source?.column === column ? 'value' : source?.column} ${hint}`,
    );
}

type FieldCase = (typeof fields)[number];

const wantedBy = ({ field }: FieldCase) => field.targetKinds?.[0] ?? 'Component';
const prefixOf = (each: FieldCase) => wantedBy(each).toLowerCase();
const wrongKindOf = ({ field }: FieldCase) => kinds.find((kind) => !(field.targetKinds ?? kinds).includes(kind));

describe.each(fields)('$name', (each) => {
  const { field } = each;
  const prefix = prefixOf(each);
  const good = `good-${wantedBy(each)}`;

  it('may lead to what is there', () => {
    expect(problemsOf(each, `${prefix}:${good}`)).toEqual([]);
    expect(problemsOf(each, `${prefix}:away/far`)).toEqual([]);
    if (field.defaultKind) expect(problemsOf(each, `good-${field.defaultKind}`)).toEqual([]);
  });

  it('may not lead to nothing', () => {
    expect(problemsOf(each, `${prefix}:nothing-like-it`)).toEqual([
      'catalog/reference-not-found 1:value Correct the reference, or add the entity.',
    ]);
  });

  it('knows near misses: a typo, a plural, a swap, another namespace', () => {
    const meant = `catalog/reference-not-found 1:value Did you mean ${prefix}:default/${good.toLowerCase()}?`;
    for (const near of [good.replace('good', 'goood'), `${good}s`, good.replace('good', 'ogod'), `away/${good}`]) {
      expect(problemsOf(each, `${prefix}:${near}`), near).toEqual([meant]);
    }
    expect(problemsOf(each, `${prefix}:far`)).toEqual([
      `catalog/reference-not-found 1:value Did you mean ${prefix}:away/far?`,
    ]);
  });

  it('is no reference', () => {
    expect(problemsOf(each, `${prefix}:`)).toEqual([expect.stringMatching(/^catalog\/reference-invalid 1:value /)]);
  });
});

describe.each(fields.filter((each) => wrongKindOf(each)))('$name', (each) => {
  const wrong = wrongKindOf(each);
  const prefix = prefixOf(each);

  it('may not lead to a kind that makes no sense there', () => {
    const target = `${wrong?.toLowerCase()}:good-${wrong}`;
    expect(problemsOf(each, target)).toEqual([expect.stringMatching(/^catalog\/reference-wrong-kind 1:value /)]);
    const other = problemsOf(each, `${prefix}:good-${wrong}`);
    expect(other).toEqual([expect.stringMatching(/^catalog\/reference-not-found 1:value .* is needed here\.$/)]);
  });
});

describe.each(fields.filter(({ field }) => !field.defaultKind))('$name', (each) => {
  const prefix = prefixOf(each);

  it('needs the kind in front', () => {
    const good = `good-${wantedBy(each)}`;
    expect(problemsOf(each, good)).toEqual([
      `catalog/reference-invalid 1:value Did you mean ${prefix}:default/${good.toLowerCase()}?`,
    ]);
    expect(problemsOf(each, 'nothing-like-it')).toEqual([
      'catalog/reference-invalid 1:value Write the kind in front: component:nothing-like-it, or resource:nothing-like-it.',
    ]);
  });
});
