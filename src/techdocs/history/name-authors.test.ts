import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/entity.ts';
import { knowPeople } from './known-people.ts';
import { nameAuthor, nameAuthors } from './name-authors.ts';
import { parseMailmap } from './parse-mailmap.ts';

const user = (name: string, displayName: string, email?: string, login?: string) => ({
  ref: `user:default/${name}`,
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default', annotations: login ? { 'github.com/user-login': login } : {} },
    spec: { profile: { displayName, ...(email && { email }) } },
  },
});
const catalogOf = (...entities: readonly unknown[]) => ({ entities }) as unknown as Catalog;
const catalog = catalogOf(
  user('ada', 'Ada Lovelace', 'Ada@Example.com', 'ada-l'),
  user('sam', 'Sam One', 'sam@example.com'),
  user('sam2', 'Sam Two', 'sam@example.com'),
);
const naming = (mailmap = '') => ({ mailmap: parseMailmap(mailmap), findPerson: knowPeople(catalog) });
const by = (name: string, email: string, commits = 1) => ({ name, email, commits });

describe('nameAuthor', () => {
  it.each([
    ['ada', 'ada@example.com', { name: 'Ada Lovelace', ref: 'user:default/ada' }],
    ['A. L.', '123+Ada-L@users.noreply.github.com', { name: 'Ada Lovelace', ref: 'user:default/ada' }],
    ['Sam', 'sam@example.com', { name: 'Sam' }],
    ['renovate[bot]', '29139614+renovate[bot]@users.noreply.github.com', undefined],
    ['grace@example.com', 'grace@example.com', { name: 'grace' }],
    ['Eve \u202egnp.exe\u0007\u200b', 'eve@example.com', { name: 'Eve gnp.exe' }],
    ['\u202e', 'x@example.com', undefined],
    ['x'.repeat(500), 'x@example.com', { name: 'x'.repeat(80) }],
  ])('knows %j <%s>', (name, email, expected) => {
    expect(nameAuthor({ name, email }, naming())).toEqual(expected);
  });

  it('never shows an address', () => {
    const names = ['a@b.c', 'Ada <ada@example.com>', 'ada@example.com (Ada)', 'x y@z'];
    for (const name of names) expect(nameAuthor({ name, email: 'q@example.com' }, naming())?.name).not.toMatch(/@/);
  });
});

it('counts one person once, whatever they call themselves', () => {
  const authors = [
    by('Grace', 'grace@example.com', 5),
    by('ada', 'ada@example.com', 4),
    by('Grace Hopper', 'GRACE@example.com', 3),
    by('A. Lovelace', '1+ada-l@users.noreply.github.com', 2),
    by('dependabot[bot]', 'x@example.com', 90),
    by('grace', 'other@example.com', 1),
  ];
  expect(nameAuthors(authors, naming()).map(({ name }) => name)).toEqual(['Grace', 'Ada Lovelace']);
});

describe('.mailmap', () => {
  const text = [
    '# People',
    'Grace Hopper <grace@navy.example> # since 1943',
    'Proper <proper@example.com> <old@example.com>',
    'Named <named@example.com> Somebody <shared@example.com>',
    '<new@example.com> <moved@example.com>',
    'nonsense',
  ].join('\r\n');
  it.each([
    ['gh', 'Grace@Navy.example', 'Grace Hopper', 'Grace@Navy.example'],
    ['x', 'old@example.com', 'Proper', 'proper@example.com'],
    ['somebody', 'shared@example.com', 'Named', 'named@example.com'],
    ['Else', 'shared@example.com', 'Else', 'shared@example.com'],
    ['x', 'moved@example.com', 'x', 'new@example.com'],
    ['x', 'nobody@example.com', 'x', 'nobody@example.com'],
  ])('turns %s <%s> into %s <%s>', (name, email, newName, newEmail) => {
    expect(parseMailmap(text)({ name, email })).toEqual({ name: newName, email: newEmail });
  });
});
