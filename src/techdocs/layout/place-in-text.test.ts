import { expect, it } from 'vitest';
import { placeOf } from './place-in-text.ts';

it.each([
  ['a\nsee [x](gone.md)\n', ['gone.md'], { line: 2, column: 9 }],
  ['gone.md', ['gone.md'], { line: 1, column: 1 }],
  ['see [x](a%20b.md)', ['a b.md', 'a%20b.md'], { line: 1, column: 9 }],
  ['nothing of it', ['gone.md', ''], {}],
])('finds where a word stands first: %j', (text, words, place) => {
  expect(placeOf(text, ...words)).toEqual(place);
});
