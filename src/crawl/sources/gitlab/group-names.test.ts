import { expect, it } from 'vitest';
import { nameGroups } from './group-names.ts';

const group = (id: number, fullPath: string) => ({ id, fullPath, name: fullPath, members: [] });
const named = (...groups: readonly ReturnType<typeof group>[]) => nameGroups(groups, 'acme/platform');

it('flattens the path below the configured group, and the whole path of that group itself', () => {
  const { names, renamed } = named(
    group(1, 'acme/platform'),
    group(2, 'Acme/Platform/Web'),
    group(3, 'acme/platform/web/ui'),
  );
  expect([...names.values()]).toEqual(['acme-platform', 'Web', 'web-ui']);
  expect(renamed).toEqual([]);
});

it('gives a name to the group that was made first, whatever the order, and another that stays to the next', () => {
  const [older, newer] = [group(7, 'acme/platform/a/b'), group(9, 'acme/platform/A-B')];
  const { names, renamed } = named(newer, older);
  expect(names.get('acme/platform/a/b')).toBe('a-b');
  expect(names.get('acme/platform/A-B')).toMatch(/^A-B-[0-9a-f]{8}$/);
  expect(renamed.map(({ fullPath, reason }) => [fullPath, reason])).toEqual([
    ['acme/platform/A-B', 'acme/platform/a/b has the name "A-B" already'],
  ]);
  expect(named(older, newer).names.get('acme/platform/A-B')).toBe(names.get('acme/platform/A-B'));
});

it.each([
  ['one that is too long', `acme/platform/${'long-'.repeat(20)}end`, 'is longer than 63 characters'],
  ['one that begins with an underscore', 'acme/platform/_hidden_', 'begins or ends with'],
])('shortens %s to a name that an entity may have', (_, fullPath, reason) => {
  const { names, renamed } = named(group(1, fullPath));
  const name = names.get(fullPath) ?? '';
  expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.-]*-[0-9a-f]{8}$/);
  expect(name.length).toBeLessThanOrEqual(63);
  expect(renamed[0]?.reason).toContain(reason);
});
