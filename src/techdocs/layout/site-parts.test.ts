import { expect, it } from 'vitest';
import { layoutDocs } from './docs-layout.ts';

function layout(files: Readonly<Record<string, string>>) {
  const paths = Object.keys(files).sort();
  const found = layoutDocs('', { paths, has: (path) => path in files, text: (path) => files[path] });
  return {
    nav: found?.nav,
    uris: found?.files.map(({ uri }) => uri),
    problems: found?.problems.map(({ path, line, message }) => `${path}:${line ?? ''} ${message}`),
  };
}

const site = (folder: string, name: string) => ({
  [`${folder}/mkdocs.yml`]: `site_name: ${name}\n`,
  [`${folder}/docs/index.md`]: '#',
});

it('includes every configuration that a pattern matches, and calls folders as the monorepo plugin does', () => {
  const { nav, uris, problems } = layout({
    'mkdocs.yml':
      'nav:\n  - index.md\n  - Services: "*include ./services/*/mkdocs.yml"\n  - None: "*include x/*/mkdocs.yml"\n',
    'docs/index.md': '#',
    ...site('services/a', 'Team/Orders'),
    ...site('services/b', 'Über uns'),
    'services/b/docs/guide/x.md': '#',
  });
  expect(nav).toEqual([
    { target: 'index.md' },
    {
      title: 'Services',
      children: [
        { title: 'Team/Orders', children: [{ target: 'Team/Orders/index.md' }] },
        {
          title: 'Über uns',
          children: [
            { target: 'uber-uns/index.md' },
            { title: 'Guide', children: [{ target: 'uber-uns/guide/x.md' }] },
          ],
        },
      ],
    },
  ]);
  expect(uris).toEqual(['Team/Orders/index.md', 'index.md', 'uber-uns/guide/x.md', 'uber-uns/index.md']);
  expect(problems).toEqual([
    'mkdocs.yml:4 nav includes "x/*/mkdocs.yml", which matches no mkdocs.yml of this repository',
  ]);
});

it('leaves the repository by no include, and goes in no circle', () => {
  const { problems } = layout({
    'mkdocs.yml':
      'nav: [index.md, "!include ../x/mkdocs.yml", "!include /etc/mkdocs.yml", "!include a/mkdocs.yml", "!include a/other.yml"]\n',
    'docs/index.md': '#',
    'a/mkdocs.yml': 'site_name: a\nnav:\n  - index.md\n  - "!include ../mkdocs.yml"\n  - "!include ./mkdocs.yml"\n',
    'a/docs/index.md': '#',
    'a/other.yml': '',
  });
  expect(problems).toEqual([
    'mkdocs.yml:1 nav includes "../x/mkdocs.yml", which is not an mkdocs.yml of this repository',
    'mkdocs.yml:1 nav includes "/etc/mkdocs.yml", which is not an mkdocs.yml of this repository',
    'a/mkdocs.yml:4 nav includes "../mkdocs.yml", which leads back to itself',
    'a/mkdocs.yml:5 nav includes "./mkdocs.yml", which leads back to itself',
    'mkdocs.yml:1 nav includes "a/other.yml", which is not an mkdocs.yml of this repository',
  ]);
});

it.each([
  ['nav:', []],
  ['nav: []', []],
  ['nav: 5', ['mkdocs.yml:1 In nav, what is written is a number, and no file, link or section']],
  ['nav:\n  - index.md\n  - Setup: 5', ['mkdocs.yml:3 In nav, "Setup" is a number, and no file, link or section']],
  [
    'nav:\n  - Part:\n      - true',
    ['mkdocs.yml:2 In nav, entry 1 of "Part" is true or false, and no file, link or section'],
  ],
  ['nav:\n  - Later:', ['mkdocs.yml:2 In nav, "Later" has neither a page nor entries']],
])('says what is wrong with %j', (text, problems) => {
  expect(layout({ 'mkdocs.yml': text, 'docs/index.md': '#' }).problems).toEqual(problems);
});
