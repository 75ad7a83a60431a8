import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expandVariables } from './expand-variables.ts';

it.each([
  ['${TOKEN}', { TOKEN: 'abc' }, 'abc'],
  ['Bearer ${TOKEN}!', { TOKEN: 'abc' }, 'Bearer abc!'],
  ['${TOKEN:-none}', {}, 'none'],
  ['${TOKEN:-none}', { TOKEN: '' }, 'none'],
  ['${TOKEN:-}', {}, ''],
  ['${TOKEN}', { TOKEN: '' }, ''],
  ['$TOKEN and {TOKEN}', { TOKEN: 'abc' }, '$TOKEN and {TOKEN}'],
])('expands %s', (text, environment, expected) => {
  expect(expandVariables({ deep: [text] }, environment)).toEqual({ value: { deep: [expected] }, missing: [] });
});

it('names every missing variable with its place', () => {
  const { missing } = expandVariables({ sources: [{ token: '${A}${B}' }] }, {});
  expect(missing).toEqual([
    { path: ['sources', 0, 'token'], name: 'A' },
    { path: ['sources', 0, 'token'], name: 'B' },
  ]);
});

it('never expands what a variable holds, and leaves other values as they are', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (held, other) => {
      const plain = JSON.parse(JSON.stringify(other).replaceAll('${', '')) as unknown;
      expect(expandVariables(['${X:-}', plain], { X: held }).value).toEqual([held, plain]);
    }),
  );
});
