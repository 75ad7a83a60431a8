import fc from 'fast-check';
import type { Catalog } from '../catalog/entity.ts';
import { parseModelFiles } from '../catalog/model/parse-model-files.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { component, document, documents, repositoryOf } from '../catalog/repository-fixture.ts';

const parsed = parseModelFiles([
  {
    path: 'model.yaml',
    text: `
kind: App
apiVersions: [backstage.io/v1alpha1]
relationFields:
  - owner
  - { selector: { path: spec.systems }, relation: partOf }
  - { selector: { path: spec.offers }, relation: providesApi }
  - { selector: { path: spec.uses }, relation: dependsOn }
  - { selector: { path: spec.screens }, relation: shows }
  - { selector: { path: spec.peers }, relation: talksTo }
---
{ relation: shows, title: shows, inverse: shownIn, inverseTitle: is shown in }
---
{ relation: talksTo, title: talks to, inverse: talksTo, inverseTitle: talks to }
`,
  },
]);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
/** Backstage's kinds and an `App`: part of several systems, with relations `shows` and `talksTo`, which is its own inverse. */
export const { model } = parsed;

/** Few names of each kind, so that references meet, come back, and miss: half of the entities are not in the catalog. */
const name = fc.constantFrom('a', 'b', 'c', 'd');
const some = (kind: string) => fc.array(name, { maxLength: 2 }).map((names) => names.map((each) => `${kind}:${each}`));
const software = fc.array(
  fc.tuple(fc.constantFrom('component', 'api', 'app'), name).map(([kind, each]) => `${kind}:${each}`),
  { maxLength: 2 },
);
const owner = fc.tuple(fc.constantFrom('group', 'group', 'user'), name).map(([kind, each]) => `owner: ${kind}:${each}`);
const perhaps = (field: string) => fc.option(name).map((each) => (each === null ? [] : [`${field}: ${each}`]));
const list = (field: string, refs: fc.Arbitrary<string[]>) => refs.map((each) => [`${field}: [${each.join(', ')}]`]);
const spec = (...fields: fc.Arbitrary<string[]>[]) => fc.tuple(...fields).map((lines) => lines.flat());
const apiSpec = ['type: openapi', 'lifecycle: x', 'definition: d'];

const entity = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(name, spec(...componentFields())).map(([each, lines]) => component(each, lines)) },
  fc.tuple(name, owner, perhaps('system')).map(([each, by, of]) => document('API', each, [...apiSpec, by, ...of])),
  {
    weight: 4,
    arbitrary: fc
      .tuple(name, owner, spec(...appFields()))
      .map(([each, by, lines]) => document('App', each, [by, ...lines])),
  },
  fc.tuple(name, owner, perhaps('domain')).map(([each, by, of]) => document('System', each, [by, ...of])),
  fc.tuple(name, owner, perhaps('subdomainOf')).map(([each, by, of]) => document('Domain', each, [by, ...of])),
  fc
    .tuple(name, perhaps('parent'), list('members', fc.array(name, { maxLength: 2 })))
    .map(([each, parent, members]) => document('Group', each, ['type: t', 'children: []', ...parent, ...members])),
  fc
    .tuple(name, fc.array(name, { maxLength: 2 }))
    .map(([each, of]) => document('User', each, [`memberOf: [${of.join(', ')}]`])),
);

function componentFields(): fc.Arbitrary<string[]>[] {
  return [
    list('dependsOn', software),
    list('providesApis', some('api')),
    list('consumesApis', some('api')),
    perhaps('system'),
    perhaps('subcomponentOf'),
  ];
}

function appFields(): fc.Arbitrary<string[]>[] {
  return [
    list('systems', some('system')),
    list('offers', some('api')),
    list('uses', software),
    list('screens', software),
    list('peers', software),
  ];
}

/** A catalog file of up to fourteen entities, which may contradict each other. */
export const catalogYaml = fc.array(entity, { minLength: 1, maxLength: 14 }).map((texts) => documents(...texts));

/** The catalog of one repository with this catalog file. */
export function readCatalogYaml(text: string): Catalog {
  const repositories = [repositoryOf('acme/shop', { 'catalog-info.yaml': text })];
  return readCatalog({ repositories, allow: ['*'], model }).value;
}
