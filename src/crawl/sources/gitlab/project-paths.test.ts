import { expect, it } from 'vitest';
import { gitlabSourceAt } from '../../../testing/gitlab-emulator/gitlab-source.ts';
import { hostPrefix, isSafePath, ownNumber, ownPath } from './project-paths.ts';

const below = (rest = {}) => gitlabSourceAt({ url: 'https://git.example.com/lab' }, rest);

it.each([
  ['acme/shop', 'acme/shop'],
  ['ACME/a/b/shop', 'ACME/a/b/shop'],
  ['https://git.example.com/lab/acme/shop.git', 'acme/shop'],
  ['https://git.example.com/acme/shop', undefined],
  ['https://elsewhere.example/lab/acme/shop', undefined],
  ['acmeshop/x', undefined],
  ['acme', undefined],
  ['acme/../other/x', undefined],
])('takes %s for %s', (name, path) => {
  expect(ownPath(below(), name)).toEqual(path && { path });
});

it('takes only projects of the group itself without its subgroups', () => {
  expect(ownPath(below({ subgroups: false }), 'acme/a/shop')).toBeUndefined();
  expect(ownPath(below({ subgroups: false }), 'acme/shop')).toEqual({ path: 'acme/shop' });
});

it('counts the projects of each host for itself', () => {
  expect(['https://gitlab.com', 'https://git.example.com:8443', 'https://git.example.com/lab'].map(hostPrefix)).toEqual(
    ['gitlab', 'gitlab:git.example.com:8443', 'gitlab:git.example.com/lab'],
  );
  expect(ownNumber(below(), 'gitlab:git.example.com/lab:17')).toEqual({ id: 17 });
  for (const id of ['gitlab:17', 'gitlab:git.example.com/lab:people:acme', 'github:17', undefined]) {
    expect(ownNumber(below(), id)).toBeUndefined();
  }
});

it.each(['', '.', 'a/../b', 'a//b', '-a', 'a b', 'a%2fb', 'a?b', 'a/'])('lets no path be %j', (path) => {
  expect(isSafePath(path)).toBe(false);
});
