import { describe, expect, it } from 'vitest';
import { layoutDocs } from '../docs-layout.ts';
import type { WrittenNavItem } from '../mkdocs-nav.ts';

function order(files: Readonly<Record<string, string>>) {
  const all = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path === 'mkdocs.yml' ? path : `docs/${path}`, text]),
  );
  const paths = Object.keys(all).sort();
  const layout = layoutDocs('', { paths, has: (path) => path in all, text: (path) => all[path] });
  return {
    nav: layout?.nav && short(layout.nav),
    problems: layout?.problems.map(({ code, path, line, message }) => `${code} ${path}:${line ?? ''} ${message}`),
    read: [...(layout?.configPaths ?? []), ...(layout?.textPaths ?? [])],
  };
}

/** `title=target`, or a section as `[title, …]`. */
function short(items: readonly WrittenNavItem[]): readonly unknown[] {
  return items.map(({ title, target, children }) =>
    children ? [title, ...short(children)] : title === undefined ? target : `${title}=${target}`,
  );
}

const pages = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '#']));
const some = pages('index.md', 'a.md', 'z.md', 'guide/index.md', 'guide/b.md', 'guide/a.md', 'old/x.md');

describe('.pages files', () => {
  it.each([
    [
      'nav: [z.md, guide, ...]',
      ['z.md', ['Guide', 'guide/index.md', 'guide/a.md', 'guide/b.md'], 'index.md', 'a.md', ['Old', 'old/x.md']],
    ],
    [
      'nav:\n  - First: z.md\n  - Part:\n      - a.md\n  - Site: https://example.org/',
      ['First=z.md', ['Part', 'a.md'], 'Site=https://example.org/'],
    ],
    [
      'arrange: [z.md, guide]',
      ['z.md', ['Guide', 'guide/index.md', 'guide/a.md', 'guide/b.md'], 'index.md', 'a.md', ['Old', 'old/x.md']],
    ],
    [
      'order: desc',
      ['z.md', ['Old', 'old/x.md'], 'index.md', ['Guide', 'guide/index.md', 'guide/a.md', 'guide/b.md'], 'a.md'],
    ],
    [
      'collapse_single_pages: true',
      ['index.md', 'a.md', 'z.md', ['Guide', 'guide/index.md', 'guide/a.md', 'guide/b.md'], 'old/x.md'],
    ],
    [
      'nav: [... | z*, "... | flat"]',
      ['z.md', 'index.md', 'a.md', 'guide/index.md', 'guide/a.md', 'guide/b.md', 'old/x.md'],
    ],
  ])('%s', (text, nav) => {
    expect(order({ ...some, '.pages': text })).toMatchObject({ nav, problems: [] });
  });

  it('name, hide and sort folders by title, one folder at a time', () => {
    const { nav, read } = order({
      ...some,
      'a.md': '# Zebra',
      'z.md': '---\ntitle: Ant\n---\n# Other',
      '.pages': 'order_by: title',
      'guide/.pages': 'title: How to\nnav: [b.md, ...]',
      'old/.pages': 'hide: true',
    });
    expect(nav).toEqual(['z.md', ['How to', 'guide/b.md', 'guide/index.md', 'guide/a.md'], 'index.md', 'a.md']);
    expect(read).toEqual(expect.arrayContaining(['docs/.pages', 'docs/guide/.pages', 'docs/a.md']));
  });

  it('say where they are wrong', () => {
    const { problems } = order({
      ...some,
      '.pages': 'nav:\n  - gone.md\n  - ... | regex=^a+$\n',
      'guide/.pages': 'nav: [',
    });
    expect(problems).toEqual([
      'techdocs/config-invalid docs/.pages:3 docs/.pages has the regular expression "^a+$", which is not supported; write a glob',
      expect.stringMatching(/^techdocs\/config-invalid docs\/guide\/\.pages: docs\/guide\/\.pages cannot be read: /),
      'techdocs/nav-not-found docs/.pages:2 docs/.pages names "gone.md", which is neither a page nor a folder with pages',
    ]);
  });

  it('do nothing beside a nav, but for its rest', () => {
    const text = { ...some, '.pages': 'nav: [z.md]', 'guide/.pages': 'nav: [b.md, a.md]' };
    expect(order({ ...text, 'mkdocs.yml': 'nav: [index.md]' }).nav).toEqual(['index.md']);
    const rest = order({ ...text, 'mkdocs.yml': 'nav: [index.md, { Guides: guide }, ...]' });
    expect(rest.nav).toEqual(['index.md', ['Guides', 'guide/b.md', 'guide/a.md'], 'a.md', 'z.md', ['Old', 'old/x.md']]);
    expect(rest.problems).toEqual([]);
  });
});

describe('.nav.yml files', () => {
  it.each([
    [
      'sort: { direction: desc }',
      ['index.md', 'z.md', 'a.md', ['Old', 'old/x.md'], ['Guide', 'guide/index.md', 'guide/b.md', 'guide/a.md']],
    ],
    [
      'nav:\n  - guide/b.md\n  - More:\n      - "*.md"\n  - Site: https://example.org/\nappend_unmatched: true',
      [
        'guide/b.md',
        ['More', 'a.md', 'index.md', 'z.md'],
        'Site=https://example.org/',
        ['Guide', 'guide/index.md', 'guide/a.md'],
        ['Old', 'old/x.md'],
      ],
    ],
    ['nav: [{ glob: "**/a.md" }, guide]', ['a.md', ['Guide', 'guide/index.md', 'guide/a.md', 'guide/b.md']]],
    ['ignore: [guide/, "z.*"]\nflatten_single_child_sections: true', ['index.md', 'a.md', 'old/x.md']],
    [
      'preserve_directory_names: true\nnav: [{ Title: old }, "*"]',
      [['Title', 'old/x.md'], 'a.md', 'index.md', 'z.md', ['guide', 'guide/index.md', 'guide/a.md', 'guide/b.md']],
    ],
  ])('%s', (text, nav) => {
    const found = order({ ...some, '.nav.yml': text });
    expect(found).toMatchObject({ nav, problems: [] });
  });
});

it('a SUMMARY.md is the navigation where its plugin is named, and only there', () => {
  const summary =
    '# Contents\n\n* not this\n\nText.\n\n* [Start](index.md)\n* Guides\n    * [B](guide/b.md)\n* [Older](old/)\n* z*.md\n';
  const files = { ...some, 'SUMMARY.md': summary };
  expect(order({ ...files, 'mkdocs.yml': 'plugins: [literate-nav]' }).nav).toEqual([
    'Start=index.md',
    ['Guides', 'B=guide/b.md'],
    ['Older', 'old/x.md'],
    'z.md',
  ]);
  expect(order(files).nav).toBeUndefined();
});
