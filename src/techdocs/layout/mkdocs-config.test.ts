import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMkdocsConfig } from './mkdocs-config.ts';

const codesOf = (text: string) => parseMkdocsConfig(text).problems.map(({ code }) => code);

describe('mkdocs.yml as data', () => {
  it('heeds what is harmless', () => {
    const { settings, problems } = parseMkdocsConfig(`
site_name: Orders
docs_dir: documentation
theme: { name: material, features: [navigation.tabs] }
plugins:
  - techdocs-core
  - redirects: { redirect_maps: { old.md: new.md } }
nav:
  - index.md
  - Guides:
      - Setup: guides/setup.md
      - https://example.org/
  - Team: !include ./team/mkdocs.yml
markdown_extensions:
  - toc: { toc_depth: 3, permalink: true }
  - pymdownx.superfences:
      custom_fences: [{ name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format }]
  - pymdownx.emoji: { emoji_index: !!python/name:material.extensions.emoji.twemoji }
exclude_docs: |
  drafts/
`);
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      siteName: 'Orders',
      docsDir: 'documentation',
      excludeDocs: 'drafts/\n',
      nav: [
        { target: 'index.md' },
        {
          title: 'Guides',
          children: [{ title: 'Setup', target: 'guides/setup.md' }, { target: 'https://example.org/' }],
        },
        { title: 'Team', target: '!include ./team/mkdocs.yml' },
      ],
      redirects: new Map([['old.md', 'new.md']]),
      extensions: { toc: { toc_depth: 3 }, 'pymdownx.superfences': {}, 'pymdownx.emoji': {} },
    });
  });

  it.each([
    ['hooks: [evil.py]', 'techdocs/setting-ignored'],
    ['INHERIT: ../../other.yml', 'techdocs/setting-ignored'],
    ['theme: { name: null, custom_dir: overrides }', 'techdocs/setting-ignored'],
    ['extra_javascript: [x.js]', 'techdocs/setting-ignored'],
    ['extra_templates: [x.html]', 'techdocs/setting-ignored'],
    ['site_name: !!python/object/apply:os.system [id]', 'techdocs/setting-ignored'],
    ['site_name: !<tag:yaml.org,2002:python/object/apply:os.system> [id]', 'techdocs/setting-ignored'],
    ['site_name: !ENV [TOKEN, x]', 'techdocs/setting-ignored'],
    ['%TAG ! tag:yaml.org,2002:python/\n---\nsite_name: !name:os.system x', 'techdocs/setting-ignored'],
    ['plugins: [macros]', 'techdocs/unsupported-plugin'],
    ['plugins: { exec: {} }', 'techdocs/unsupported-plugin'],
    ['markdown_extensions: [evil.module:Evil]', 'techdocs/unsupported-extension'],
    ['markdown_extensions: { markdown_exec: {} }', 'techdocs/unsupported-extension'],
    ['site_name: [', 'techdocs/config-invalid'],
    ['- a list', 'techdocs/config-invalid'],
  ])('says that %s has no effect', (text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  it('names the place', () => {
    expect(parseMkdocsConfig('site_name: x\nplugins:\n  - search\n  - macros\n').problems[0]).toMatchObject({
      line: 4,
      column: 5,
    });
  });

  it('does not grow with a nest of aliases', () => {
    const levels = Array.from(
      { length: 20 },
      (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}, *l${level}]`,
    );
    const text = `l0: &l0 [index.md]\n${levels.join('\n')}\nnav: *l20\n`;
    const started = performance.now();
    parseMkdocsConfig(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('never throws, and never lets a value through that the table does not name', () => {
    const keys = fc.constantFrom(
      'nav',
      'plugins',
      'markdown_extensions',
      'theme',
      'docs_dir',
      '__proto__',
      'hooks',
      'x',
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (data) => {
        const { settings } = parseMkdocsConfig(JSON.stringify(data));
        expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
        expect(JSON.stringify(settings.extensions).length).toBeLessThan(2000);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'!&*[]{}:-# \n"\'|>%@`,?ab') }), (text) => {
        parseMkdocsConfig(text);
      }),
      { numRuns: 500 },
    );
  });
});
