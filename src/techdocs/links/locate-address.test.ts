import { expect, it } from 'vitest';
import { locateAddress } from './locate-address.ts';

const layout = () => ({ snippetBases: ['', 'docs'], snippetFiles: ['docs/a.md', 'docs/b.md', 'docs/c.md'] });
const locate = (page: string, files: Readonly<Record<string, string>> = {}, address = 'gone.md') => {
  const read = (path: string) => (path === 'docs/index.md' ? page : (files[path] ?? ''));
  const { path, line, column } = locateAddress('docs/index.md', address, layout(), read);
  return `${path} ${line}:${column}`;
};

it.each([
  ['[x](gone.md)', 'docs/index.md 1:5'],
  ['also-gone.md [x](gone.md)', 'docs/index.md 1:18'],
  ['---\ntitle: gone.md\n---\n\n[x](gone.md)', 'docs/index.md 5:5'],
  ['`[x](gone.md)`\n[x](gone.md)', 'docs/index.md 2:5'],
  ['[x](gone\\.md)', 'docs/index.md 1:5'],
  ['made by a plugin: gone.md', 'docs/index.md 1:19'],
  ['nowhere', 'docs/index.md undefined:undefined'],
])('finds the address in %j', (page, place) => {
  expect(locate(page)).toBe(place);
});

it.each([
  ['--8<-- "a.md"'],
  ['  --8<-- "docs/a.md:2:9"'],
  ["--8<-- 'a.md:part'"],
  ['--8<--\nc.md\n; b.md\na.md\n--8<--'],
  ['--8<-- "b.md"'],
])('finds it in the snippet of %j', (page) => {
  expect(locate(page, { 'docs/a.md': 'x\n[x](gone.md)', 'docs/b.md': '--8<-- "b.md"\n--8<-- "a.md"' })).toBe(
    'docs/a.md 2:5',
  );
});

it('takes no time over what looks like thousands of snippets', () => {
  for (const part of ['-', '--8<--\n', '--8<-- "', '--8<-- "docs/index.md"\n', 'a:'])
    expect(locate(`8<-${part.repeat(50_000)}`)).toContain('docs/index.md');
});
