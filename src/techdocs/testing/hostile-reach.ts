import { type Attack, attack, config, plugin, touch } from './hostile-attack.ts';

/** Configurations that reach further: the network, the environment, the machine, plugins of their own, and the pages' own markup. */
export const hostileReach: readonly Attack[] = [
  attack('hooks that reach the network', 'connection', {
    ...config('hooks: [evil.py]'),
    'evil.py': 'import urllib.request\nurllib.request.urlopen("http://127.0.0.1:PORT/")',
  }),
  attack('INHERIT by !ENV', 'canary', {
    ...config('INHERIT: !ENV [NO_SUCH_VARIABLE, parent.yml]'),
    'parent.yml': 'hooks: [evil.py]',
    'evil.py': touch,
  }),
  attack('INHERIT from outside', 'secret', {
    'mkdocs.yml': 'INHERIT: SECRET_FOLDER/parent.yml\n',
    'docs/index.md': '# Index\n',
  }),
  attack('a plugin by an entry point of its own', 'canary', { ...config('plugins: [evil]'), ...plugin }),
  attack('a plugin as a mapping', 'canary', { ...config('plugins: { evil: {} }'), ...plugin }),
  attack('a plugin through an alias', 'canary', { ...config('extra: { p: &p evil }\nplugins: [*p]'), ...plugin }),
  attack('a plugin inside a group', 'canary', {
    ...config('plugins:\n  - material/group: { enabled: true, plugins: [evil] }'),
    ...plugin,
  }),
  attack('a plugin by !ENV', 'canary', { ...config('plugins: [!ENV [NO_SUCH_VARIABLE, evil]]'), ...plugin }),
  attack('a theme by an entry point of its own', 'canary', {
    ...config('theme: evil'),
    ...plugin,
    'evil/__init__.py': '',
    'evil/mkdocs_theme.yml': '',
    'evil/main.html': '{{ lipsum.__globals__["os"].popen("touch CANARY").read() }}',
  }),
  attack('static templates of a theme of its own', 'canary', {
    ...config('theme: { name: mkdocs, custom_dir: theme, static_templates: [x.html] }'),
    'theme/x.html': '{{ lipsum.__globals__["os"].popen("touch CANARY").read() }}',
  }),
  attack('the environment in a template', 'secret', {
    ...config('theme: { name: null, custom_dir: theme }'),
    'theme/main.html': '{{ lipsum.__globals__["os"].environ.HOSTILE_TOKEN }}',
  }),
  attack('the environment by !ENV', 'secret', config('site_description: !ENV HOSTILE_TOKEN')),
  attack('the environment by !ENV with a default', 'secret', config('copyright: !ENV [HOSTILE_TOKEN, x]')),
  attack('the environment by a verbatim tag', 'secret', config('site_description: !<!ENV> HOSTILE_TOKEN')),
  attack('a Python object by its class', 'canary', {
    ...config('extra: { x: !!python/object:evil.X {} }'),
    'evil.py': `${touch}\nclass X: pass\n`,
  }),
  attack(
    'a command as a tagged list',
    'canary',
    config('extra: { x: !!python/object/apply:os.system ["touch CANARY"] }'),
  ),
  attack(
    'a command as a tagged mapping',
    'canary',
    config('extra: { x: !!python/object/apply:os.system { args: ["touch CANARY"] } }'),
  ),
  attack(
    'a command behind an anchor',
    'canary',
    config('extra: { x: &x !!python/object/apply:os.system ["touch CANARY"], y: *x }'),
  ),
  attack('a command as a key', 'canary', config('extra:\n  ? !!python/object/apply:os.system ["touch CANARY"]\n  : x')),
  attack(
    'a command in the navigation',
    'canary',
    config('nav:\n  - index.md\n  - X: !!python/object/apply:os.system ["touch CANARY"]'),
  ),
  attack(
    'a command as an expression',
    'canary',
    config(`extra: { x: !!python/object/apply:builtins.eval ["open('CANARY', 'w')"] }`),
  ),
  attack('a function for anchors', 'canary', {
    ...config('markdown_extensions:\n  - toc: { slugify: !!python/name:evil.x "" }'),
    'evil.py': `${touch}\ndef x(*a): return "x"`,
  }),
  attack('a function for anchors, called', 'canary', {
    ...config('markdown_extensions:\n  - toc: { slugify: !!python/object/apply:evil.x { kwds: { case: lower } } }'),
    'evil.py': `${touch}\ndef x(**k): return lambda *a: "x"`,
  }),
  attack('a function for tabs', 'canary', {
    ...config('markdown_extensions:\n  - pymdownx.tabbed: { slugify: !!python/name:evil.x "" }'),
    'evil.py': `${touch}\ndef x(*a): return "x"`,
  }),
  attack('a function for emoji', 'canary', {
    ...config('markdown_extensions:\n  - pymdownx.emoji: { emoji_generator: !!python/name:evil.x "" }'),
    'docs/index.md': ':smile:',
    'evil.py': `${touch}\ndef x(*a): return ""`,
  }),
  attack('a validator of fences', 'canary', {
    ...config(
      'markdown_extensions:\n  - pymdownx.superfences: { custom_fences: [{ name: x, class: x, validator: !!python/name:evil.x "" }] }',
    ),
    'evil.py': `${touch}\ndef x(*a, **k): return True`,
  }),
  attack('a function for inline code', 'canary', {
    ...config(
      'markdown_extensions:\n  - pymdownx.inlinehilite: { custom_inline: [{ name: x, class: x, format: !!python/name:evil.x "" }] }',
    ),
    'evil.py': `${touch}\ndef x(*a, **k): return ""`,
  }),
  attack('snippets by the name of their class', 'secret', {
    ...config('markdown_extensions:\n  - "pymdownx.snippets:SnippetExtension": { restrict_base_path: false }'),
    'docs/index.md': '--8<-- "SECRET"\n',
  }),
  attack('snippets by dots', 'secret', {
    ...config('markdown_extensions: { pymdownx.snippets: { restrict_base_path: false } }'),
    'docs/index.md': '--8<-- "../outside/secret.md"\n',
  }),
  attack('snippets of the machine', 'machine', {
    ...config('markdown_extensions: { pymdownx.snippets: { base_path: [/etc] } }'),
    'docs/index.md': '--8<-- "hostname"\n',
  }),
  attack('snippets from an address', 'connection', {
    ...config('markdown_extensions:\n  - pymdownx.snippets: { url_download: true }'),
    'docs/index.md': '--8<-- "http://127.0.0.1:PORT/x.md"\n',
  }),
  attack('snippets of .git', 'secret', {
    ...config('markdown_extensions: [pymdownx.snippets]'),
    'docs/index.md': '--8<-- ".git/config"\n',
    '.git/config': 'the-secret-text\n',
  }),
  attack('.git as a base of snippets', 'secret', {
    ...config('markdown_extensions: { pymdownx.snippets: { base_path: [.git, docs/../.git] } }'),
    'docs/index.md': '--8<-- "config"\n',
    '.git/config': 'the-secret-text\n',
  }),
  attack('a snippet that is a link', 'secret', {
    ...config('markdown_extensions: [pymdownx.snippets]'),
    'docs/index.md': '--8<-- "docs/link.txt"\n',
    'docs/link.txt': { link: 'SECRET' },
  }),
  attack('a page that is a link', 'secret', {
    'mkdocs.yml': 'site_name: x\n',
    'docs/index.md': { link: 'SECRET' },
    'docs/other.md': '# Other\n',
  }),
  attack('docs that are a link', 'secret', { 'mkdocs.yml': 'site_name: x\n', docs: { link: 'SECRET_FOLDER' } }),
  attack('pictures embedded, as a mapping', 'secret', {
    ...config('markdown_extensions: { pymdownx.b64: { base_path: SECRET_FOLDER } }'),
    'docs/index.md': '<img src="secret.png">\n',
  }),
  attack('site_dir outside by dots', 'elsewhere', config('site_dir: ../elsewhere')),
  attack('scripts of another host', 'marker', config('extra_javascript: ["https://evil.example/x.js"]')),
  attack('scripts of its own', 'marker', {
    ...config('extra_javascript: [evil.example.js]'),
    'docs/evil.example.js': '',
  }),
  attack(
    'scripts as a mapping',
    'marker',
    config('extra_javascript: [{ path: "https://evil.example/x.js", async: true }]'),
  ),
  attack('styles of another host', 'marker', config('extra_css: ["https://evil.example/x.css"]')),
  attack('markup in the copyright', 'marker', config('copyright: "<script src=//evil.example></script>"')),
  attack('analytics of its own', 'marker', config('theme: { name: mkdocs, analytics: { gtag: evil.example } }')),
  attack(
    'a script for editing',
    'marker',
    config('repo_url: https://x.example/\nedit_uri: "javascript:alert(`evil.example`)"'),
  ),
  attack('a script in the navigation', 'marker', config('nav: [index.md, { X: "javascript:alert(`evil.example`)" }]')),
];
