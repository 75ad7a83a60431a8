import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { buildDocs } from '../build-docs.ts';
import type { DocsSite } from '../docs-site.ts';
import {
  type DocsFixture,
  docsConfig,
  documented,
  type FilesByPath,
  makeDocsFixture,
} from '../testing/docs-fixture.ts';

/** What authors set, and what it makes of a page: settings, Markdown, HTML. */
const options: readonly (readonly [string, string, string])[] = [
  ['toc: { toc_depth: 2 }', '[TOC]\n\n## A\n\n### B', '<a href="#docs-a">A</a></li>\n</ul>'],
  [
    'toc: { slugify: !!python/object/apply:pymdownx.slugs.slugify { kwds: { case: lower } } }',
    '## Ünï Code',
    'id="docs-ünï-code"',
  ],
  ['toc: { slugify: !!python/name:pymdownx.slugs.uslugify "" }', '## Ünï Code', 'id="docs-ünï-code"'],
  ['toc: { slugify: !!python/name:markdown.extensions.toc.slugify_unicode "" }', '## Ünï', 'id="docs-ünï"'],
  ['toc: { slugify: !!python/name:evil.x "" }', '## Ünï', 'id="docs-uni"'],
  ['toc: { separator: _ }', '## A b', 'id="docs-a_b"'],
  [
    'pymdownx.magiclink: { repo_url_shorthand: true, user: acme, repo: shop, provider: github }',
    'See #12',
    'href="https://github.com/acme/shop/issues/12"',
  ],
  ['pymdownx.keys', '++ctrl+x++', '<kbd class="key-control">Ctrl</kbd>'],
  ['pymdownx.arithmatex: { generic: false }', 'It is $x^2$.', 'class="arithmatex"'],
  ['mdx_math', '$$\nx\n$$', 'class="arithmatex"'],
  ['smarty', 'a -- "b"', 'a – “b”'],
  ['nl2br', 'a\nb', 'a<br>'],
  ['pymdownx.blocks.caption', 'x\n\n/// caption\nCap\n///', '<figcaption>'],
  [
    'pymdownx.blocks.admonition: { types: [fact, { name: aside, class: note }] }',
    '/// fact | T\nx\n///',
    '<p class="admonition-title">T</p>',
  ],
  [
    'pymdownx.superfences: { custom_fences: [{ name: d2, class: d2, format: !!python/name:evil.x "" }] }',
    '```d2\na -> b\n```',
    'a -&gt; b',
  ],
  ['extra: { footnotes: { BACKLINK_TEXT: back } }', 'x[^1]\n\n[^1]: y', '>back</a>'],
  ['pymdownx.critic: { mode: accept }', '{--a--}{++b++}', '<p>b</p>'],
];
const blocks = 'plugins: [{ techdocs-core: { use_pymdownx_blocks: true } }]';

let fixture: DocsFixture;
let sites: readonly DocsSite[] = [];
let diagnostics: readonly Diagnostic[] = [];

beforeAll(async () => {
  const repositories: Record<string, FilesByPath> = {};
  const add = (slug: string, files: FilesByPath) => {
    repositories[`o/${slug}`] = { 'catalog-info.yaml': documented.replace('name: orders', `name: ${slug}`), ...files };
  };
  for (const [index, [setting, markdown]] of options.entries())
    add(`option-${index}`, {
      'mkdocs.yml': `markdown_extensions:\n  - ${setting}\n`,
      'docs/index.md': `${markdown}\n`,
    });
  add('blocks', {
    'mkdocs.yml': blocks,
    'docs/index.md': '/// warning | T\nx\n///\n\n/// details-note | More\ny\n///\n\n/// tab | A\nz\n///\n',
  });
  add('folders', {
    'docs/index.md': '# Home\n\n[why](adr/)\n',
    'docs/guide/index.md': '# How it is done\n',
    'docs/guide/step.md': '---\ntitle: First step\n---\n',
    'docs/draft/x.md': '# Not yet\n',
    'docs/adr/0001-a.md': '# 1. Use {{ braces }} | *and* <b>\n\n## Status\n\nSuperseded by [2](0002-b.md)\n',
    'docs/adr/0002-b.md': '# 2. B\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n',
    'mkdocs.yml': 'draft_docs: draft/\n',
  });
  fixture = await makeDocsFixture(repositories);
  const input = { catalog: fixture.catalog, snapshot: fixture, config: docsConfig };
  const built = await buildDocs(input, fixture.context);
  sites = built.value.sites;
  diagnostics = built.diagnostics;
}, 120_000);
afterAll(() => fixture.remove());

function siteOf(slug: string): DocsSite | undefined {
  return sites.find(({ repository }) => repository === `o/${slug}`);
}

async function htmlOf(slug: string, path = ''): Promise<string> {
  const page = siteOf(slug)?.pages.find((page) => page.path === path);
  return page ? await readFile(page.htmlFile, 'utf8') : '';
}

it.each(options.map(([setting, , html], index) => ({ setting, html, slug: `option-${index}` })))(
  '$setting',
  async ({ slug, html }) => {
    expect(await htmlOf(slug)).toContain(html);
  },
);

it('blocks in place of admonitions, details and tabs', async () => {
  const html = await htmlOf('blocks');
  expect(html).toContain('<div class="admonition warning">');
  expect(html).toMatch(/<details class="note">\s*<summary>More/);
  expect(html).toContain('class="tabbed-set tabbed-alternate"');
});

it('folders are sections that are called as their index is; drafts are not published; decisions have a list', async () => {
  const site = siteOf('folders');
  expect(site?.nav).toEqual([
    { title: 'Home', path: '', children: [] },
    {
      title: 'Decisions',
      path: 'adr/',
      children: [
        { title: '1. Use {{ braces }} | and', path: 'adr/0001-a/', children: [] },
        { title: '2. B', path: 'adr/0002-b/', children: [] },
      ],
    },
    { title: 'How it is done', path: 'guide/', children: [{ title: 'First step', path: 'guide/step/', children: [] }] },
  ]);
  expect(site?.pages.map(({ path }) => path)).not.toContain('draft/x/');
  expect(site?.decisions).toEqual([
    {
      path: 'adr/0001-a/',
      number: 1,
      title: 'Use {{ braces }} | and',
      status: 'Superseded',
      state: 'superseded',
      deciders: [],
      supersededBy: 'adr/0002-b/',
    },
    {
      path: 'adr/0002-b/',
      number: 2,
      title: 'B',
      status: 'Accepted',
      state: 'accepted',
      date: '2026-01-02',
      deciders: [],
    },
  ]);
  const list = await htmlOf('folders', 'adr/');
  expect(list).toContain('<a href="0001-a/">1. Use {{ braces }} | and</a>');
  expect(list).toContain(
    '<span class="decision-state decision-superseded">Superseded</span> by <a href="0002-b/">2</a>',
  );
  expect(await htmlOf('folders')).toContain('<a href="adr/">why</a>');
});

it('nothing is said but of functions that are not known', () => {
  expect(diagnostics.map(({ message }) => message)).toEqual([
    expect.stringContaining('the tag !!python/name:evil.x'),
    expect.stringContaining('the tag !!python/name:evil.x'),
  ]);
});
