import { expect, it } from 'vitest';
import { checkRedirects } from './site-redirects.ts';

const pages = new Set(['', 'New/', 'sub/x/', 'p.png']);

it.each<[string, string, string | undefined]>([
  ['leads from an old page to a new one', 'old.md', undefined],
  ['gives way to a page without a word', 'New.md', undefined],
  ['does not take the address of a page in another case', 'new.md', 'that is taken'],
  ['does not take the address of a picture', 'P.png.md', 'that is taken'],
  ['does not leave the site', '../out.md', 'does not start at a Markdown file'],
])('a redirect %s: %s', (_case, from, problem) => {
  const { redirects, problems } = checkRedirects(new Map([[from, 'sub/x.md']]), pages);
  expect(problems.map(({ message }) => message).join()).toContain(problem ?? '');
  expect(problems).toHaveLength(problem === undefined ? 0 : 1);
  expect([...redirects]).toEqual(from === 'old.md' ? [['old/', 'sub/x/']] : []);
});

it('has one redirect for an address, however it is written', () => {
  const written = new Map([
    ['old.md', 'sub/x.md'],
    ['Old.md', 'sub/x.md'],
    ['cafe\u0301.md', 'sub/x.md'],
    ['caf\u00e9.md', 'sub/x.md'],
  ]);
  const { redirects, problems } = checkRedirects(written, pages);
  expect([...redirects.keys()]).toEqual(['old/', 'cafe\u0301/']);
  expect(problems).toHaveLength(2);
});
