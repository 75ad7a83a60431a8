import { expect, it } from 'vitest';
import { layoutDocs } from '../layout/docs-layout.ts';

function layout(files: Readonly<Record<string, string>>, folders: readonly string[] = []) {
  const paths = Object.keys(files).sort();
  const found = layoutDocs('', { paths, has: (path) => path in files, text: (path) => files[path] }, folders);
  if (!found) return undefined;
  const { nav, generated = {}, decisions = [] } = found;
  return { nav, generated, decisions, uris: found.files.map(({ uri }) => uri), files: found.files };
}

const record = (title: string, status: string) => `# ${title}\n\n## Status\n\n${status}\n`;
const records = (folder: string) => ({
  [`${folder}/0001-a.md`]: record('1. A | b', 'Superseded by [ADR-2](0002-b.md)'),
  [`${folder}/0002-b.md`]: record('2. B <i>', 'Accepted'),
  [`${folder}/0010-c.md`]: record('10. C', 'Proposed'),
});

it('lists decisions on an index page of their own, in which no text is markup', () => {
  const { generated, decisions, uris } = layout({ 'docs/index.md': '#', ...records('docs/adr') }) ?? {};
  expect(uris).toEqual(['adr/0001-a.md', 'adr/0002-b.md', 'adr/0010-c.md', 'adr/index.md', 'index.md']);
  expect(decisions?.map(({ uri, number, state, supersededBy }) => [uri, number, state, supersededBy])).toEqual([
    ['adr/0001-a.md', 1, 'superseded', 'adr/0002-b.md'],
    ['adr/0002-b.md', 2, 'accepted', undefined],
    ['adr/0010-c.md', 10, 'proposed', undefined],
  ]);
  expect(generated?.['adr/index.md']).toBe(`# Decisions

| Decision | Status |
| --- | --- |
| [1&#46; A &#124; b](0001-a.md) | <span class="decision-state decision-superseded">Superseded</span> by [2](0002-b.md) |
| [2&#46; B](0002-b.md) | <span class="decision-state decision-accepted">Accepted</span> |
| [10&#46; C](0010-c.md) | <span class="decision-state decision-proposed">Proposed</span> |
`);
});

it('adds the list to an index that has none, and leaves one alone that has', () => {
  const bare = layout({ ...records('docs/adr'), 'docs/adr/README.md': '# How we decide\n' })?.generated ?? {};
  expect(bare['adr/README.md']).toMatch(/^# How we decide\n\n## All decisions\n\n\| Decision/);
  const own = '# Log\n\n- [A](0001-a.md)\n- [B](0002-b.md)\n';
  expect(layout({ ...records('docs/adr'), 'docs/adr/README.md': own })?.generated).toEqual({});
});

it('takes a page of the folder’s name for its index, which has the same address', () => {
  const { generated, uris } = layout({ ...records('docs/adr'), 'docs/adr.md': '# How we decide\n' }) ?? {};
  expect(uris).not.toContain('adr/index.md');
  expect(generated?.['adr.md']).toContain('](adr/0002-b.md)');
});

it('takes records from beside the docs, with a place in the navigation', () => {
  const config = 'nav: [index.md]\n';
  const { nav, uris } = layout({ 'mkdocs.yml': config, 'docs/index.md': '#', ...records('doc/adr') }) ?? {};
  expect(uris).toContain('adr/0002-b.md');
  expect(nav).toEqual([
    { target: 'index.md' },
    {
      title: 'Decisions',
      children: ['adr/index.md', 'adr/0001-a.md', 'adr/0002-b.md', 'adr/0010-c.md'].map((target) => ({ target })),
    },
  ]);
});

it('puts a list first in the section that names its decisions', () => {
  const config = 'nav: [index.md, { Design: [{ Why: adr/0001-a.md }] }]\n';
  const { nav } = layout({ 'mkdocs.yml': config, 'docs/index.md': '#', ...records('docs/adr') }) ?? {};
  expect(nav).toEqual([
    { target: 'index.md' },
    { title: 'Design', children: [{ target: 'adr/index.md' }, { title: 'Why', target: 'adr/0001-a.md' }] },
  ]);
});

it('makes a site of nothing but records, and finds folders that are named for them', () => {
  expect(layout(records('why'))).toBeUndefined();
  expect(layout(records('why'), ['why'])?.uris).toEqual(['0001-a.md', '0002-b.md', '0010-c.md', 'index.md']);
  const inDocs = layout({ 'docs/index.md': '#', ...records('docs/why') }, ['docs/why']);
  expect(inDocs?.decisions).toHaveLength(3);
  expect(inDocs?.uris).toContain('why/index.md');
  expect(layout({ 'docs/index.md': '#', ...records('docs/why') })?.decisions).toEqual([]);
});

it('finds decisions in folders of categories, each by its number there', () => {
  const { decisions, generated } =
    layout({
      'docs/index.md': '#',
      'docs/decisions/web/0001-a.md': record('A', 'superseded by ADR-0002'),
      'docs/decisions/web/0002-b.md': record('B', 'accepted'),
      'docs/decisions/data/0002-c.md': record('C', 'accepted'),
    }) ?? {};
  expect(decisions?.find(({ title }) => title === 'A')?.supersededBy).toBe('decisions/web/0002-b.md');
  expect(generated?.['decisions/index.md']).toContain('](web/0001-a.md)');
});
