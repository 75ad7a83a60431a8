import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { buildDocs } from './build-docs.ts';
import { type DocsFixture, docsConfig, documented, type FilesByPath, makeDocsFixture } from './testing/docs-fixture.ts';

const fixtures: DocsFixture[] = [];
afterEach(async () => {
  await Promise.all(fixtures.splice(0).map((fixture) => fixture.remove()));
});

async function fixtureOf(repositories: Readonly<Record<string, FilesByPath>>): Promise<DocsFixture> {
  const fixture = await makeDocsFixture(repositories);
  fixtures.push(fixture);
  return fixture;
}

function build(fixture: DocsFixture, config = docsConfig) {
  return buildDocs({ catalog: fixture.catalog, snapshot: fixture, config }, fixture.context);
}

async function buildPages(files: FilesByPath, config = docsConfig) {
  const fixture = await fixtureOf({ 'o/r': { 'catalog-info.yaml': documented, ...files } });
  const { value, diagnostics } = await build(fixture, config);
  const site = value.sites[0];
  const html = new Map<string, string>();
  for (const page of site?.pages ?? []) html.set(page.path, await readFile(page.htmlFile, 'utf8'));
  return { fixture, value, diagnostics, site, html };
}

const features: readonly (readonly [string, string, string])[] = [
  [
    'admonition',
    '!!! warning "Mind"\n    Body',
    '<div class="admonition warning">\n<p class="admonition-title">Mind</p>\n<p>Body</p>',
  ],
  [
    'GitHub alert',
    '> [!TIP]\n> Body',
    '<div class="admonition tip">\n<p class="admonition-title">Tip</p>\n<p>Body</p>',
  ],
  ['details', '??? note "More"\n    Body', '<details class="note">\n<summary>More</summary>'],
  ['open details', '???+ note\n    Body', '<details class="note" open>'],
  [
    'tabs',
    '=== "A"\n    a\n\n=== "B"\n    b',
    '<input checked id="docs-__tabbed_1_1" name="docs-__tabbed_1" type="radio">',
  ],
  ['tab labels', '=== "A"\n    a\n\n=== "B"\n    b', '<label for="docs-__tabbed_1_2">B</label>'],
  ['insert', '^^x^^', '<ins>x</ins>'],
  ['superscript', 'a^2^', '<sup>2</sup>'],
  ['delete', '~~x~~', '<del>x</del>'],
  ['subscript', 'H~2~O', '<sub>2</sub>'],
  ['mark', '==x==', '<mark>x</mark>'],
  ['critic', '{--x--}{++y++}', '<del class="critic">x</del><ins class="critic">y</ins>'],
  ['emoji', ':rocket:', '<span class="emoji" title=":rocket:">🚀</span>'],
  [
    'Material icon',
    ':material-account:',
    '<span class="twemoji" title=":material-account:"><svg viewBox="0 0 24 24" aria-hidden="true"><path d=',
  ],
  ['brand icon', ':fontawesome-brands-github:', 'title=":fontawesome-brands-github:"><svg'],
  ['inline highlighting', '`#!python x = 1`', '<code class="language-python highlight"><span class="n">x</span>'],
  [
    'magic link',
    'See https://example.org/a',
    '<a href="https://example.org/a" rel="noopener">https://example.org/a</a>',
  ],
  ['smart symbols', '(c) -->', '© →'],
  ['snippet', '--8<-- "docs/part.md"', '<p>From a snippet.</p>'],
  ['highlighting', '```python\nx = 1\n```', '<div class="language-python highlight">'],
  ['line numbers', '```python\nx = 1\n```', '<span class="linenos" data-linenos="1 "></span><span class="n">x</span>'],
  ['code title', '```python title="a.py"\nx = 1\n```', '<span class="filename">a.py</span>'],
  ['highlighted line', '```python hl_lines="1"\nx = 1\n```', '<span class="hll">'],
  ['task list', '- [x] done', '<input type="checkbox" checked disabled aria-label="done">'],
  ['footnote', 'x[^1]\n\n[^1]: note', '<a class="footnote-ref" href="#docs-fn:1">1</a>'],
  ['footnote target', 'x[^1]\n\n[^1]: note', '<li id="docs-fn:1">'],
  ['abbreviation', 'HTML\n\n*[HTML]: Hypertext', '<abbr title="Hypertext">HTML</abbr>'],
  ['attribute list', '![p](a.png){ width=9 }', 'width="9"'],
  ['definition list', 'Term\n:   Text', '<dl>\n<dt>Term</dt>\n<dd>Text</dd>'],
  ['Markdown in HTML', '<div markdown>\n**b**\n</div>', '<div>\n<p><strong>b</strong></p>'],
  ['sane nested list', '1. a\n  - b', '<li>a<ul>\n<li>b</li>'],
  ['table alignment', '| a |\n|--:|\n| 1 |', '<td align="right">1</td>'],
  ['permalink', '## H', '<h2 id="docs-h">H<a class="headerlink" href="#docs-h" title="Permanent link">¶</a></h2>'],
  ['Mermaid', '```mermaid\ngraph LR; A-->B\n```', '<pre class="mermaid"><code>graph LR; A--&gt;B</code></pre>'],
  ['emphasis in words', 'a_b_c **x**', 'a_b_c <strong>x</strong>'],
  ['nested fence', '- a\n\n    ```\n    code\n    ```', '<code>'],
];

describe('buildDocs', () => {
  it('renders everything that TechDocs switches on', async () => {
    const pages = Object.fromEntries(features.map(([, markdown], index) => [`docs/p${index}.md`, `${markdown}\n`]));
    const { html, diagnostics } = await buildPages({
      ...pages,
      'docs/index.md': '# x',
      'docs/part.md': 'From a snippet.\n',
      'docs/a.png': 'png',
    });
    const found = features.map(([name, , expected], index) => {
      const page = html.get(`p${index}/`)?.replaceAll(/ (open|checked|disabled)="[^"]*"/g, ' $1');
      return [name, page?.includes(expected) ? expected : page];
    });
    expect(found).toEqual(features.map(([name, , expected]) => [name, expected]));
    expect(diagnostics).toEqual([]);
  });

  it('describes the site: navigation, pages in reading order, assets, redirects', async () => {
    const { site, diagnostics, value } = await buildPages({
      'mkdocs.yml': `site_name: Orders docs
nav:
  - Start: index.md
  - Guides:
      - guides/b.md
      - guides/a.md
      - Gone: guides/gone.md
  - Team: '!include ./team/mkdocs.yml'
  - Site: https://example.org/
  - Evil: javascript:alert(1)
plugins:
  - redirects: { redirect_maps: { 'old.md': 'guides/a.md', 'out.md': 'https://evil.example/' } }
exclude_docs: drafts/
`,
      'docs/index.md': '# Welcome\n\nHello [a](guides/a.md) and [none](none.md) and [draft](drafts/d.md).\n',
      'docs/guides/a.md': '# Alpha\n\n![pic](../img/p.png)\n',
      'docs/guides/b.md': '---\ntitle: Bee\n---\n# Beta\n',
      'docs/drafts/d.md': '# Draft\n',
      'docs/img/p.png': 'png',
      'docs/img/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect/></svg>',
      'docs/x.html': '<script>alert(1)</script>',
      'team/mkdocs.yml': 'site_name: The team\n',
      'team/docs/index.md': '# Team\n',
      'team/docs/on-call.md': '# On call\n',
    });
    expect(site?.title).toBe('Orders docs');
    expect(site?.nav).toEqual([
      { title: 'Start', path: '', children: [] },
      {
        title: 'Guides',
        children: [
          { title: 'Bee', path: 'guides/b/', children: [] },
          { title: 'Alpha', path: 'guides/a/', children: [] },
        ],
      },
      {
        title: 'Team',
        children: [
          { title: 'Team', path: 'the-team/', children: [] },
          { title: 'On call', path: 'the-team/on-call/', children: [] },
        ],
      },
      { title: 'Site', path: 'https://example.org/', children: [] },
    ]);
    expect(site?.pages.map(({ path }) => path)).toEqual([
      '',
      'guides/b/',
      'guides/a/',
      'the-team/',
      'the-team/on-call/',
    ]);
    expect(site?.assets.map(({ path }) => path)).toEqual(['img/p.png', 'img/x.svg']);
    expect(await readFile(site?.assets[1]?.file ?? '', 'utf8')).not.toContain('onload');
    expect([...(site?.redirects ?? [])]).toEqual([['old/', 'guides/a/']]);
    expect([...value.docsByEntity]).toEqual([['component:default/orders', 'component:default/orders']]);
    expect(
      diagnostics.map(({ code, source }) => `${code} ${source?.path}:${source?.line ?? ''}:${source?.column ?? ''}`),
    ).toEqual([
      'techdocs/nav-not-found mkdocs.yml:7:15',
      'techdocs/nav-not-found mkdocs.yml:10:11',
      'techdocs/redirect-invalid mkdocs.yml:12:61',
      'techdocs/broken-link docs/index.md:3:35',
      'techdocs/asset-refused docs/x.html::',
    ]);
  });

  it('publishes a README where there is no docs folder, its links leading into the repository', async () => {
    const { html, site } = await buildPages({
      'README.md': '# Orders\n\n[code](src/a.ts) ![logo](assets/logo.png)\n',
      'assets/logo.png': 'png',
    });
    expect(html.get('')).toContain('href="https://git.example.org/o/r/blob/main/src/a.ts"');
    expect(html.get('')).toContain('<img alt="logo" src="assets/logo.png" decoding="async">');
    expect(site?.pages[0]?.sourcePath).toBe('README.md');
  });

  it('takes an unchanged site from the cache without any Python, problems included', async () => {
    const fixture = await fixtureOf({
      'o/r': { 'catalog-info.yaml': documented, 'docs/index.md': '# x\n\n[y](y.md)\n' },
    });
    const first = await build(fixture);
    const path = process.env['PATH'];
    const cache = process.env['XDG_CACHE_HOME'];
    process.env['PATH'] = '';
    process.env['XDG_CACHE_HOME'] = '/nonexistent';
    const second = await build(fixture);
    process.env['PATH'] = path;
    if (cache === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = cache;
    expect(second).toEqual(first);
    expect(second.diagnostics.map(({ code }) => code)).toEqual(['techdocs/broken-link']);
  });

  it.each(['a page', 'the record'])('makes an entry of the cache anew when %s is damaged', async (what) => {
    const fixture = await fixtureOf({ 'o/r': { 'catalog-info.yaml': documented, 'docs/index.md': '# x\n' } });
    const first = await build(fixture);
    const page = first.value.sites[0]?.pages[0]?.htmlFile ?? '';
    const file = what === 'a page' ? page : join(page, '..', '..', 'site.json');
    const good = await readFile(file, 'utf8');
    await writeFile(file, good.replace('x', 'y'));
    expect(await build(fixture)).toEqual(first);
    expect(await readFile(file, 'utf8')).toBe(good);
  });

  it('says once that there is no Python, and on the docs page, and goes on without docs', async () => {
    const { value, diagnostics, html } = await buildPages(
      { 'docs/index.md': '# x' },
      { ...docsConfig, python: '/nonexistent/<python>' },
    );
    expect(value.sites.map(({ pages }) => pages.map(({ path }) => path))).toEqual([['']]);
    expect(html.get('')).toContain(
      '<p>Docs are not built: techdocs.python names /nonexistent/&lt;python>, which cannot render: it does not run.</p>',
    );
    expect([...value.docsByEntity]).toEqual([['component:default/orders', 'component:default/orders']]);
    expect(value.good).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['techdocs/python-missing']);
  });

  it('puts a notice in place of a page that cannot be rendered, and builds the rest', async () => {
    const deep = `${Array.from({ length: 500 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')}\n`;
    const { html, diagnostics } = await buildPages({
      'docs/index.md': '# Fine\n',
      'docs/latin.md': Buffer.from([0x23, 0x20, 0xe9, 0x0a]),
      'docs/deep.md': deep,
      'docs/divs.md': `${'<div>'.repeat(20_000)}\n`,
      'docs/large.md': 'x'.repeat(3_000_000),
    });
    expect(html.get('')).toContain('Fine');
    expect(diagnostics.map(({ code, source }) => `${code} ${source?.path}`)).toEqual([
      'techdocs/page-failed docs/deep.md',
      'techdocs/page-failed docs/divs.md',
      'techdocs/page-too-large docs/large.md',
      'techdocs/page-not-utf8 docs/latin.md',
    ]);
    for (const name of ['latin/', 'deep/', 'divs/', 'large/'])
      expect(html.get(name)).toContain('could not be rendered');
  });

  it('contains a page that never ends and one that eats memory', async () => {
    const bomb = Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => [`docs/b${level}.txt`, `--8<-- "docs/b${level + 1}.txt"\n`.repeat(2)]),
    );
    const { html, diagnostics } = await buildPages(
      { ...bomb, 'docs/index.md': '# Fine\n', 'docs/bomb.md': '--8<-- "docs/b0.txt"\n', 'docs/z.md': '# Also fine\n' },
      { ...docsConfig, secondsPerSite: 9, megabytesPerSite: 512 },
    );
    expect(html.get('')).toContain('Fine');
    expect(html.get('z/')).toContain('Also fine');
    expect(
      diagnostics
        .filter(({ code }) => code !== 'techdocs/snippet-not-found')
        .map(({ code, source }) => `${code} ${source?.path}`),
    ).toEqual(['techdocs/page-too-slow docs/bomb.md']);
  });

  it('leaves nothing half-made behind', async () => {
    const { fixture } = await buildPages({ 'docs/index.md': '# x\n' });
    const entries = await readdir(join(fixture.context.stateFolder, 'techdocs'));
    expect(entries.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  });
});
