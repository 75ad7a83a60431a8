import { expect, it } from 'vitest';
import { catalogOf, component, document, documents } from '../repository-fixture.ts';

const team = (name: string, members = '') =>
  document('Group', name, ['type: team', 'children: []', ...(members ? [`members: [${members}]`] : [])]);
const ann = document('User', 'ann', ['memberOf: [carts]']);
const owned = (name: string, owner: string) => component(name).replace('owner: team', `owner: ${owner}`);
const template = document('Template', 'new', ['type: service', 'steps: []'])
  .replace('backstage.io', 'scaffolder.backstage.io')
  .replace('v1alpha1', 'v1beta3');

function problems(...parts: readonly string[]): string[] {
  return catalogOf(documents(...parts)).diagnostics.map(
    ({ code, source, message, hint }) => `${code} ${source?.line}:${source?.column} ${message} ${hint}`,
  );
}

it('reports what nobody owns where its kind has owners', () => {
  expect(problems(template, team('carts'))).toEqual([
    'catalog/no-owner 5:1 template:default/new has no owner: nothing says who answers for this Template. Name the team that answers for it in spec.owner.',
  ]);
  expect(problems(ann.replace('[carts]', '[]'), team('carts'))).toEqual([]);
});

it('reports an owner that is a person, at the line that says so', () => {
  expect(problems(owned('cart', 'user:ann'), ann, team('carts'))).toEqual([
    'catalog/owner-is-user 8:10 component:default/cart belongs to user:default/ann, a person and not a team. Name the team of that person in spec.owner.',
  ]);
});

it('reports an owner who is not among the people once, and only where there are people', () => {
  expect(problems(owned('cart', 'user:bob'), ann, team('carts'))).toEqual([
    'catalog/owner-left 8:10 spec.owner is user:default/bob, who is not among the people in the catalog. Name the team that answers for it now in spec.owner.',
  ]);
  expect(problems(owned('cart', 'user:bob'), team('carts'))).toEqual([
    'catalog/no-teams undefined:undefined The catalog has no people, so the reference to user:default/bob leads nowhere. Describe teams (Group) and people (User) in the portal’s content/catalog, or let a source define them: allow: [Group, User] in callboard.yaml.',
  ]);
  expect(problems(owned('cart', 'user:anne'), ann, team('carts'))).toEqual([
    expect.stringContaining('catalog/reference-not-found 8:10'),
  ]);
  expect(problems(owned('cart', 'user:carts'), ann, team('carts'))).toEqual([
    expect.stringMatching(/^catalog\/reference-not-found 8:10 .* Did you mean group:default\/carts\?$/),
  ]);
});

it('counts references to teams and people that a catalog without any makes', () => {
  const many = [owned('a', 'red'), owned('b', 'red'), owned('c', 'user:ann'), document('System', 's', ['owner: blue'])];
  expect(problems(...many).map((line) => line.split(' Describe')[0])).toEqual([
    'catalog/no-teams undefined:undefined The catalog has no teams and no people, so 4 references to them lead nowhere, 2 of them to group:default/red.',
  ]);
  expect(problems(...many, team('green')).map((line) => line.split(' ')[0])).toEqual([
    'catalog/no-teams',
    'catalog/reference-not-found',
    'catalog/reference-not-found',
    'catalog/reference-not-found',
  ]);
});

it('reports the owning team without members where most have some', () => {
  const three = [owned('a', 'carts'), owned('b', 'mail'), owned('c', 'prices'), owned('d', 'prices'), ann];
  expect(problems(...three, team('carts'), team('mail', 'ann'), team('prices'))).toEqual([
    'catalog/owner-without-members 64:9 group:default/prices owns 2 entities, but nobody in the catalog is a member of it or of a team below it. Add the members of the team, or hand what it owns to a team that has some.',
  ]);
});

it('knows members from either end, in teams below, and if they are missing themselves', () => {
  const three = [owned('a', 'carts'), owned('b', 'mail'), owned('c', 'prices'), ann];
  const below = document('Group', 'below', ['type: team', 'children: []', 'parent: prices', 'members: [ann]']);
  expect(problems(...three, team('carts'), team('mail', 'ann'), team('prices'), below)).toEqual([]);
  const above = team('prices').replace('children: []', 'children: [deep]');
  const deep = document('Group', 'deep', ['type: team', 'children: []', 'members: [ann]']);
  expect(problems(...three, team('carts'), team('mail', 'ann'), above, deep)).toEqual([]);
  expect(problems(...three, team('carts'), team('mail', 'ann'), team('prices', 'gone'))).toEqual([
    expect.stringContaining('catalog/reference-not-found'),
  ]);
});

it('says nothing of members where the catalog does not describe them', () => {
  const owners = [owned('a', 'carts'), owned('b', 'mail')];
  expect(problems(...owners, team('carts'), team('mail'))).toEqual([]);
  expect(problems(owned('a', 'carts'), team('carts'))).toEqual([]);
  expect(problems(...owners, ann, team('carts'), team('mail'))).toEqual([]);
  const idle = [...owners, owned('c', 'prices'), ann, team('carts'), team('mail', 'ann'), team('prices', 'ann')];
  expect(problems(...idle, team('owns-nothing'))).toEqual([]);
});
