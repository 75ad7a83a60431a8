import { type Attack, attack, config, extension, touch } from './hostile-attack.ts';

/** Configurations that make MkDocs run code or read what is not the repository's. */
export const hostileCode: readonly Attack[] = [
  attack('hooks as a list', 'canary', { ...config('hooks: [evil.py]'), 'evil.py': touch }),
  attack('hooks through an alias', 'canary', { ...config('extra: { h: &h [evil.py] }\nhooks: *h'), 'evil.py': touch }),
  attack('hooks through a merge key', 'canary', {
    ...config('extra: &e { hooks: [evil.py] }\n<<: *e'),
    'evil.py': touch,
  }),
  attack('hooks through INHERIT', 'canary', {
    ...config('INHERIT: parent.yml'),
    'parent.yml': 'hooks: [evil.py]',
    'evil.py': touch,
  }),
  attack('hooks through INHERIT of a docs file', 'canary', {
    ...config('INHERIT: docs/p.yml'),
    'docs/p.yml': 'hooks: [docs/evil.py]',
    'docs/evil.py': touch,
  }),
  attack('hooks in quoted keys', 'canary', { ...config('"hooks": ["evil.py"]'), 'evil.py': touch }),
  attack('hooks in escaped keys', 'canary', { ...config('"\\x68ooks": [evil.py]'), 'evil.py': touch }),
  attack('hooks by !ENV', 'canary', { ...config('hooks: [!ENV [NO_SUCH_VARIABLE, evil.py]]'), 'evil.py': touch }),
  attack('an extension by module name', 'canary', { ...config('markdown_extensions: [evil]'), 'evil.py': extension }),
  attack('an extension as a mapping', 'canary', {
    ...config('markdown_extensions:\n  evil: {}'),
    'evil.py': extension,
  }),
  attack('an extension by module and class', 'canary', {
    ...config('markdown_extensions: ["evil:Evil"]'),
    'evil.py': `import markdown\n${touch}\nclass Evil(markdown.Extension): pass\n`,
  }),
  attack('an extension through an alias', 'canary', {
    ...config('extra: { e: &e evil }\nmarkdown_extensions: [*e]'),
    'evil.py': extension,
  }),
  attack('a Python name as a tag', 'canary', {
    ...config('extra: { x: !!python/name:evil.x "" }'),
    'evil.py': `${touch}\nx = 1`,
  }),
  attack('a Python name as a verbatim tag', 'canary', {
    ...config('extra: { x: !<tag:yaml.org,2002:python/name:evil.x> "" }'),
    'evil.py': `${touch}\nx = 1`,
  }),
  attack('a Python name in an encoded tag', 'canary', {
    ...config('extra: { x: !!python/%6eame:evil.x "" }'),
    'evil.py': `${touch}\nx = 1`,
  }),
  attack('a Python name by a tag prefix', 'canary', {
    ...config(''),
    'mkdocs.yml': '%TAG !p! tag:yaml.org,2002:python/\n---\nsite_name: x\nextra: { x: !p!name:evil.x "" }\n',
    'evil.py': `${touch}\nx = 1`,
  }),
  attack('a Python module as a tag', 'canary', {
    ...config('extra: { x: !!python/module:evil "" }'),
    'evil.py': touch,
  }),
  attack('a Python object as a tag', 'canary', {
    ...config('extra: { x: !!python/object/apply:evil.x [] }'),
    'evil.py': `def x(): ${touch}\n`,
  }),
  attack('a Python object made anew', 'canary', {
    ...config('extra: { x: !!python/object/new:evil.X [] }'),
    'evil.py': `${touch}\nclass X: pass\n`,
  }),
  attack('an emoji index of its own', 'canary', {
    ...config('markdown_extensions:\n  - pymdownx.emoji: { emoji_index: !!python/name:evil.x "" }'),
    'docs/index.md': ':smile:',
    'evil.py': `${touch}\ndef x(o, m): return {}`,
  }),
  attack('a fence of its own', 'canary', {
    ...config(
      'markdown_extensions:\n  - pymdownx.superfences: { custom_fences: [{ name: x, class: x, format: !!python/name:evil.x "" }] }',
    ),
    'evil.py': `${touch}\ndef x(*a, **k): return ""`,
  }),
  attack('theme templates of its own', 'canary', {
    ...config('theme: { name: mkdocs, custom_dir: theme }'),
    'theme/main.html': '{% set c = cycler.__init__.__globals__.os.popen("touch CANARY").read() %}',
  }),
  attack('a theme configuration of its own', 'canary', {
    ...config('theme: { name: null, custom_dir: theme }'),
    'theme/main.html': '{{ lipsum.__globals__["os"].popen("touch CANARY").read() }}',
  }),
  attack('extra templates', 'canary', {
    ...config('extra_templates: [x.html]'),
    'docs/x.html': '{{ lipsum.__globals__["os"].popen("touch CANARY").read() }}',
  }),
  attack('a page template in front matter', 'canary', {
    ...config('theme: { name: mkdocs, custom_dir: theme }'),
    'docs/index.md': '---\ntemplate: own.html\n---\n# Index\n',
    'theme/own.html': '{{ lipsum.__globals__["os"].popen("touch CANARY").read() }}',
  }),
  attack('snippets from outside', 'secret', {
    ...config('markdown_extensions:\n  - pymdownx.snippets: { restrict_base_path: false }'),
    'docs/index.md': '--8<-- "SECRET"\n',
  }),
  attack('snippets by a base path outside', 'secret', {
    ...config('markdown_extensions:\n  - pymdownx.snippets: { base_path: / }'),
    'docs/index.md': '--8<-- "SECRET_RELATIVE"\n',
  }),
  attack('snippets appended everywhere', 'secret', {
    ...config('markdown_extensions:\n  - pymdownx.snippets: { restrict_base_path: false, auto_append: [SECRET] }'),
  }),
  attack('pictures embedded from outside', 'secret', {
    ...config('markdown_extensions:\n  - pymdownx.b64: { base_path: SECRET_FOLDER }'),
    'docs/index.md': '<img src="secret.png">\n',
  }),
  attack('docs_dir outside', 'secret', { ...config('docs_dir: SECRET_FOLDER') }),
  attack('docs_dir outside by dots', 'secret', { ...config('docs_dir: ../outside') }),
  attack('site_dir outside', 'elsewhere', { ...config('site_dir: ELSEWHERE') }),
];
