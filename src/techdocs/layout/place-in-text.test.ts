import { expect, it } from 'vitest';
import { placeOf, placeOfName } from './place-in-text.ts';

it.each([
  ['a\nsee [x](gone.md)\n', ['gone.md'], { line: 2, column: 9 }],
  ['gone.md', ['gone.md'], { line: 1, column: 1 }],
  ['see [x](a%20b.md)', ['a b.md', 'a%20b.md'], { line: 1, column: 9 }],
  ['nothing of it', ['gone.md', ''], {}],
])('finds where a word stands first: %j', (text, words, place) => {
  expect(placeOf(text, ...words)).toEqual(place);
});

it.each([
  ['site_name: metadata\nplugins:\n  - meta\n', 'meta', { line: 3, column: 5 }],
  ['site_name: my nav\nnav: 5\n', 'nav', { line: 2, column: 1 }],
  ['nav:\n  - A: guides/setup.md\n  - B: setup.md\n', 'setup.md', { line: 3, column: 8 }],
  ['# macros\nplugins: [search, macros]\n', 'macros', { line: 2, column: 19 }],
  ['plugins: { "macros": {} }', 'macros', { line: 1, column: 13 }],
  ['x: macros-2', 'macros', {}],
  ['x: y', '', {}],
])('finds where a name of a configuration stands: %j', (text, name, place) => {
  expect(placeOfName(text, name)).toEqual(place);
});
