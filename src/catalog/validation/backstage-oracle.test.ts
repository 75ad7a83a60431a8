import * as model from '@backstage/catalog-model';
import * as alpha from '@backstage/catalog-model/alpha';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMapping, type Mapping } from '../values.ts';
import { validateEntity } from './validate-entity.ts';

const validators: Readonly<Record<string, model.KindValidator>> = {
  Component: model.componentEntityV1alpha1Validator,
  API: model.apiEntityV1alpha1Validator,
  'API mcp-server': alpha.mcpServerApiEntityValidator,
  Resource: model.resourceEntityV1alpha1Validator,
  System: model.systemEntityV1alpha1Validator,
  Domain: model.domainEntityV1alpha1Validator,
  Group: model.groupEntityV1alpha1Validator,
  User: model.userEntityV1alpha1Validator,
  Location: model.locationEntityV1alpha1Validator,
  AiResource: alpha.aiResourceEntityV1alpha1Validator,
  'AiResource skill': alpha.skillAiResourceEntityV1alpha1Validator,
  'AiResource rule': alpha.ruleAiResourceEntityV1alpha1Validator,
  'AiResource plugin': alpha.pluginAiResourceEntityV1alpha1Validator,
  'AiResource marketplace': alpha.marketplaceAiResourceEntityV1alpha1Validator,
};

const policy = model.EntityPolicies.allOf([
  new model.SchemaValidEntityPolicy(),
  new model.DefaultNamespaceEntityPolicy(),
  new model.NoForeignRootFieldsEntityPolicy(),
  new model.FieldFormatEntityPolicy(),
]);

type Verdict = 'accepted' | 'refused' | 'nobody’s';

async function backstage(entity: Mapping): Promise<Verdict> {
  try {
    await policy.enforce(structuredClone(entity) as unknown as model.Entity);
    const type = isMapping(entity['spec']) ? String(entity['spec']['type']) : '';
    const validator = validators[`${entity['kind']} ${type}`] ?? validators[String(entity['kind'])];
    return (await validator?.check(entity as unknown as model.Entity)) ? 'accepted' : 'nobody’s';
  } catch {
    return 'refused';
  }
}

function callboard(entity: Mapping): Verdict {
  const { problems, unchecked } = validateEntity(entity);
  if (problems.length > 0)
    return problems.every(({ code }) => code === 'catalog/kind-spelling') ? 'nobody’s' : 'refused';
  return unchecked ? 'nobody’s' : 'accepted';
}

/** Where Callboard means to differ: lists that Backstage's schema requires, and that may be left out here. */
function isDeliberate(entity: Mapping, theirs: Verdict, ours: Verdict): boolean {
  const list = { Group: 'children', User: 'memberOf' }[String(entity['kind'])];
  const spec = entity['spec'];
  if (!list || !isMapping(spec) || (spec[list] !== undefined && spec[list] !== null)) return false;
  return theirs === 'refused' && ours === 'accepted';
}

const described = { type: 'service', lifecycle: 'production', owner: 'team' };
const metadata = {
  name: 'cart',
  namespace: 'shop',
  title: 'Cart',
  description: 'Keeps what people want to buy',
  uid: 'u',
  etag: 'e',
  labels: { 'acme.example/tier': 'gold', empty: '' },
  annotations: { 'github.com/project-slug': 'acme/cart' },
  tags: ['java', 'c++'],
  links: [{ url: 'https://acme.example', title: 'Home', icon: 'web', type: 'site' }],
  custom: { anything: [1, null] },
};
const specs: readonly (readonly [string, object])[] = [
  [
    'Component',
    {
      ...described,
      system: 's',
      subcomponentOf: 'c',
      providesApis: ['a'],
      consumesApis: ['b'],
      dependsOn: ['resource:r'],
    },
  ],
  ['API', { ...described, system: 's', definition: 'x' }],
  ['API', { ...described, type: 'mcp-server', system: 's', remotes: [{ type: 'sse', url: 'u' }] }],
  ['Resource', { type: 'db', owner: 'team', system: 's', dependsOn: ['component:c'] }],
  ['System', { owner: 'team', domain: 'd', type: 't' }],
  ['Domain', { owner: 'team', subdomainOf: 'd', type: 't' }],
  [
    'Group',
    {
      type: 'team',
      children: ['a'],
      parent: 'p',
      members: ['u'],
      profile: { displayName: 'n', email: 'e', picture: 'p' },
    },
  ],
  ['User', { memberOf: ['team'], profile: { displayName: 'n', email: 'e', picture: 'p' } }],
  ['Location', { type: 'url', target: './a', targets: ['./b'], presence: 'optional' }],
  ['AiResource', { ...described, system: 's' }],
  [
    'AiResource',
    {
      ...described,
      type: 'skill',
      disciplines: ['d'],
      categories: ['c'],
      agents: ['a'],
      dependsOn: ['x'],
      allowedTools: 't',
      license: 'l',
      compatibility: 'c',
    },
  ],
  ['AiResource', { ...described, type: 'rule', category: 'c', rationale: 'r', disciplines: ['d'] }],
  ['AiResource', { ...described, type: 'plugin', skills: ['s'], version: '1' }],
  ['AiResource', { ...described, type: 'marketplace', plugins: ['p'], version: '1' }],
];
const entities: readonly Mapping[] = specs.flatMap(([kind, spec]) =>
  [metadata, { name: 'a' }].map((meta) => ({ apiVersion: 'backstage.io/v1alpha1', kind, metadata: meta, spec })),
);

const removed = Symbol('removed');
const replacements: readonly unknown[] = [
  removed,
  null,
  undefined,
  '',
  ' ',
  'a',
  'A',
  'a b',
  'a/b',
  'a--b',
  'a-',
  '-a',
  'a_b',
  'a.b',
  'ä',
  'a:b',
  'x'.repeat(63),
  'x'.repeat(64),
  'x'.repeat(501),
  'backstage.io/v1beta1',
  'backstage.io/v1',
  'Backstage.io/v1alpha1',
  'v1',
  'a/b/c',
  'Group',
  'group',
  'API',
  'Foo',
  '1a',
  'skill',
  'mcp-server',
  'required',
  'https://x.example',
  'mailto:x',
  '/x',
  'javascript:1',
  0,
  1.5,
  true,
  false,
  [],
  ['a'],
  ['a', ''],
  [1],
  [null],
  [['a']],
  {},
  { a: 'b' },
  { a: 1 },
  { '': 'x' },
  { 'a/b/c': 'x' },
  { 'A.b/c': 'x' },
  { url: 'x' },
  [{ url: 'https://x.example', title: ' ' }],
  [{ title: 'x' }],
  ['b:c+#', 'B'],
];

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, item]) =>
      pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function mutate(value: unknown, [step, ...rest]: Path, replacement: unknown): unknown {
  if (step === undefined) return replacement;
  if (Array.isArray(value))
    return value.flatMap((item, index) => (index === step ? keep(mutate(item, rest, replacement)) : [item]));
  const entries = Object.entries(value as Mapping).flatMap(([key, item]) =>
    key === step ? keep(mutate(item, rest, replacement)).map((made) => [key, made]) : [[key, item]],
  );
  return Object.fromEntries(entries);
}

const keep = (value: unknown) => (value === removed ? [] : [value]);

async function disagreement(entity: Mapping): Promise<string[]> {
  const [theirs, ours] = [await backstage(entity), callboard(entity)];
  if (theirs === ours || isDeliberate(entity, theirs, ours)) return [];
  return [
    `Backstage ${theirs}, Callboard ${ours}: ${JSON.stringify(entity)} ${JSON.stringify(validateEntity(entity).problems)}`,
  ];
}

describe('against Backstage’s own validation', () => {
  it('accepts every valid entity', async () => {
    for (const entity of entities)
      expect([await backstage(entity), callboard(entity)]).toEqual(['accepted', 'accepted']);
  });

  it('agrees on every entity with one field changed in every way', async () => {
    const found: string[] = [];
    let count = 0;
    for (const entity of entities) {
      const paths: Path[] = [
        ...pathsOf(entity).slice(1),
        ['relations'],
        ['status'],
        ['metadata', 'x'],
        ['spec', 'dependencyOf'],
        ['spec', 'x'],
      ];
      for (const path of paths) {
        for (const replacement of replacements) {
          const base = pathsOf(entity).some((known) => known.join() === path.join())
            ? entity
            : mutate(entity, path.slice(0, -1), {
                ...(path.length > 1 ? (entity[String(path[0])] as object) : entity),
                [String(path.at(-1))]: null,
              });
          found.push(...(await disagreement(mutate(base, path, replacement) as Mapping)));
          count += 1;
        }
      }
    }
    expect(found.slice(0, 20)).toEqual([]);
    expect(count).toBeGreaterThan(10_000);
  });

  it('agrees on entities with several fields changed at random', async () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(...replacements));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...entities),
        fc.array(change, { minLength: 2, maxLength: 4 }),
        async (entity, changes) => {
          let changed: unknown = entity;
          for (const [pick, replacement] of changes) {
            const paths = pathsOf(changed).slice(1);
            changed = mutate(changed, paths[pick % paths.length] ?? ['kind'], replacement);
          }
          expect(await disagreement(changed as Mapping)).toEqual([]);
        },
      ),
      { numRuns: 4000 },
    );
  });
});
