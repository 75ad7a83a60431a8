import { expect, it } from 'vitest';
import { findAddresses } from './markdown-addresses.ts';

it.each([
  ['[a](b.md)', ['b.md']],
  ['[a](b.md "title") [c](<d e.md>)', ['b.md', 'd e.md']],
  ['![a](b_(1).png)', ['b_(1).png']],
  ['[![a](b.png)](c.md)', ['b.png', 'c.md']],
  ['[a][b]\n\n[b]: c.md "title"', ['c.md']],
  ['<a href="b.md"><img src=\'c.png\'></a>', ['b.md', 'c.png']],
  ['<https://a.org/> and https://b.org/c. (https://d.org)', ['https://a.org/', 'https://b.org/c', 'https://d.org']],
  ['[[Page]]', ['Page']],
  ['`[a](b.md)` [c](d.md)', ['d.md']],
  ['```\n[a](b.md)\n```\n[c](d.md)', ['d.md']],
  ['- ~~~~\n  [a](b.md)\n  ~~~\n  [a](b.md)\n  ~~~~\n[c](d.md)', ['d.md']],
  ['<!-- [a](b.md)\n[a](b.md) --> [c](d.md)', ['d.md']],
])('finds the addresses of %j', (markdown, addresses) => {
  const found = findAddresses(markdown);
  expect(found.map(({ address }) => address)).toEqual(addresses);
  for (const { address, index } of found) expect(markdown.slice(index, index + address.length)).toBe(address);
});

it('takes no time over what looks like thousands of beginnings', () => {
  const hostile = ['[', '](', '<!--', '`', '[[', '](<', 'href="', '((('].map((part) => part.repeat(20_000));
  for (const text of hostile) expect(findAddresses(text)).toBeDefined();
});
