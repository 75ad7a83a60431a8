import { expect, it } from 'vitest';
import { textDirective } from './text-fragment.ts';

it.each([
  ['when the queue is full <mark>retry</mark> after a minute', ':~:text=is%20full-,retry,-after%20a'],
  ['Overview. <mark>retry</mark>. Then', ':~:text=retry'],
  ['see <mark>orders-service</mark>: it', ':~:text=orders%2Dservice'],
  ['a, b & <mark>c,d</mark> e f', ':~:text=c%2Cd,-e%20f'],
  [
    '<mark>Let</mark> <mark>them</mark> <mark>go</mark> <mark>on.</mark> The dashboard says',
    ':~:text=Let%20them%20go%20on',
  ],
  ['nothing is marked', ''],
  ['<mark> … </mark> words follow', ''],
])('of "%s" is %s', (excerpt, directive) => {
  expect(textDirective(excerpt)).toBe(directive);
});
