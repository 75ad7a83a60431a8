import { describe, expect, it } from 'vitest';
import { planDocsSites } from '../techdocs/plan/plan-docs-sites.ts';
import type { LastGood } from './last-good/good-entity.ts';
import { readCatalog } from './read-catalog.ts';
import type { RepositoryFiles } from './repository-files.ts';
import { component, document, documents, repositoryOf } from './repository-fixture.ts';

const allow = ['*', '!AiResource'];
const cart = component('cart');
/** What everything below leans on: a team, and a component that refers to `cart` in every way. */
const others = repositoryOf('acme/others', {
  'catalog-info.yaml': documents(
    document('Group', 'team', ['type: team', 'children: []']),
    component('web', ['subcomponentOf: cart', 'dependsOn: [component:cart]']).replace(
      'spec:',
      '  annotations: { backstage.io/techdocs-entity: component:cart }\nspec:',
    ),
  ),
});

type Files = Readonly<Record<string, string>>;
const one = (text: string): Files => ({ 'catalog-info.yaml': text });

/** Everything that is wrong on the last of these days, the borrowed docs of `web` among it. */
function problems(...days: readonly Files[]): string[] {
  let lastGood: LastGood = new Map();
  let found: string[] = [];
  for (const files of days) {
    const repositories: RepositoryFiles[] = [others, repositoryOf('acme/shop', files)];
    const { value, diagnostics } = readCatalog({ repositories, allow, lastGood });
    lastGood = value.lastGood ?? lastGood;
    const docs = planDocsSites(value, repositories).diagnostics.filter(
      ({ message }) => !message.includes('has no docs'),
    );
    found = [...diagnostics, ...docs].map(({ code, source }) => `${code} ${source?.path}:${source?.line}`);
  }
  return found;
}

const provided = (spec: string) =>
  documents(
    component('cart', ['providesApis: [x]']),
    document('API', 'x', ['type: openapi', 'lifecycle: production', 'owner: team', spec]),
  );
const location = (target: string, presence = 'required') =>
  document('Location', 'parts', [`target: ${target}`, `presence: ${presence}`]);

describe('one cause is one problem', () => {
  it.each<[string, Files, string[]]>([
    ['nothing is wrong', one(cart), []],
    [
      'an entity is refused for a field',
      one(cart.replace('type: service', 'type: 1')),
      ['catalog/quote-it catalog-info.yaml:6'],
    ],
    [
      'an entity is refused for a missing field',
      one(cart.replace('  owner: team\n', '')),
      ['catalog/missing-field catalog-info.yaml:5'],
    ],
    ['a document does not parse', one(cart.replace('type: service', 'type: [')), ['yaml/syntax catalog-info.yaml:7']],
    [
      'one document of a file does not parse',
      one(documents(component('b'), cart.replace('type: service', '\ttype: a'))),
      ['yaml/tab-indentation catalog-info.yaml:15'],
    ],
    [
      'a kind is not allowed',
      one(
        documents(
          cart,
          document('AiResource', 'ai', ['type: x', 'lifecycle: production', 'owner: team']),
          component('b', ['dependsOn: [airesource:ai]']),
        ),
      ),
      ['catalog/kind-not-allowed catalog-info.yaml:11'],
    ],
    [
      'a kind is unknown',
      one(
        documents(
          cart,
          document('Widget', 'w', ['owner: nobody', 'dependsOn: [x]']),
          component('b', ['dependsOn: [widget:w]']),
        ),
      ),
      ['catalog/unknown-kind catalog-info.yaml:11'],
    ],
    [
      'an apiVersion is foreign',
      one(cart.replace('backstage.io/v1alpha1', 'acme.com/v1').replace('type: service', 'type: 1')),
      ['catalog/foreign-api-version catalog-info.yaml:1'],
    ],
    [
      'it is defined twice, the second one wrong in other ways',
      one(documents(cart, component('cart', ['dependsOn: [component:gone]', 'system: gone']))),
      ['catalog/duplicate-entity catalog-info.yaml:13'],
    ],
    [
      'a placeholder leads to nothing',
      one(provided('definition: { $text: ./x.yaml }')),
      ['catalog/placeholder-not-found catalog-info.yaml:19'],
    ],
    [
      'a placeholder leads out',
      one(provided('definition: { $text: "https://x.example/y" }')),
      ['catalog/placeholder-elsewhere catalog-info.yaml:19'],
    ],
    ['a definition is missing', one(provided('definition:')), ['catalog/invalid-field catalog-info.yaml:19']],
    [
      'a Location leads to nothing',
      one(documents(cart, location('./gone.yaml'))),
      ['catalog/location-not-found catalog-info.yaml:15'],
    ],
    [
      'a Location leads out',
      one(documents(cart, location('../gone.yaml'))),
      ['catalog/location-invalid catalog-info.yaml:15'],
    ],
    ['a Location may lead to nothing', one(documents(cart, location('./gone.yaml', 'optional'))), []],
    [
      'a Location leads to what does not parse',
      { ...one(location('./parts.yaml')), 'parts.yaml': cart.replace('type: service', 'type: [') },
      ['yaml/syntax parts.yaml:7'],
    ],
    [
      'a reference is malformed',
      one(component('cart', ['dependsOn: [cart, "component:"]'])),
      ['catalog/reference-invalid catalog-info.yaml:9', 'catalog/reference-invalid catalog-info.yaml:9'],
    ],
    [
      'an owner is malformed',
      one(cart.replace('owner: team', 'owner: "group:"')),
      ['catalog/reference-invalid catalog-info.yaml:8'],
    ],
    [
      'an owner is not there',
      one(cart.replace('owner: team', 'owner: nobody')),
      ['catalog/reference-not-found catalog-info.yaml:8'],
    ],
    [
      'an owner is a thing',
      one(cart.replace('owner: team', 'owner: component:web')),
      ['catalog/reference-wrong-kind catalog-info.yaml:8'],
    ],
    ['it is part of itself', one(component('cart', ['subcomponentOf: web'])), ['catalog/cycle catalog-info.yaml:9']],
  ])('when %s', (_, files, expected) => {
    expect(problems(files)).toEqual(expected);
  });

  it.each<[string, Files, Files, string[]]>([
    ['is refused', one(cart), one(cart.replace('type: service', 'type: 1')), ['catalog/quote-it catalog-info.yaml:6']],
    ['does not parse', one(cart), one(cart.replace('type: service', 'type: [')), ['yaml/syntax catalog-info.yaml:7']],
    [
      'was wrong in other ways and is refused',
      one(component('cart', ['system: gone'])),
      one('kind: [\n'),
      ['yaml/syntax catalog-info.yaml:1'],
    ],
    [
      'lost its definition',
      one(provided('definition: "{}"')),
      one(provided('definition: { $text: ./x }')),
      ['catalog/placeholder-not-found catalog-info.yaml:19'],
    ],
    [
      'cannot be reached by its Location',
      { ...one(location('./parts.yaml')), 'parts.yaml': cart },
      { ...one(location('./part.yaml')), 'parts.yaml': cart },
      ['catalog/location-not-found catalog-info.yaml:6'],
    ],
    [
      'lost its team’s line',
      one(documents(cart, component('b'))),
      one(documents(cart, component('b').replace('type: service', 'type: 1'))),
      ['catalog/quote-it catalog-info.yaml:15'],
    ],
  ])('when what was good %s', (_, before, today, expected) => {
    expect(problems(before, today)).toEqual(expected);
  });

  it('when it is removed, which is what its referrers have wrong', () => {
    expect(problems(one(cart), {})).toEqual([
      'catalog/reference-not-found catalog-info.yaml:18',
      'catalog/reference-not-found catalog-info.yaml:19',
      'techdocs/entity-not-found catalog-info.yaml:13',
    ]);
  });
});
