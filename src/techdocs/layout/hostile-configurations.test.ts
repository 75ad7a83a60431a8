import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDocs } from '../build-docs.ts';
import { preparePython } from '../renderer/python-environment.ts';
import { docsConfig, documented, type FilesByPath, makeDocsFixture } from '../testing/docs-fixture.ts';

/**
 * Every way we know in which a repository makes MkDocs run code, read what is not its own, or write where it should not.
 * `CANARY` is a file that the attack makes; `SECRET` a file outside the repository whose text it wants in a page.
 */
interface Attack {
  readonly name: string;
  readonly files: FilesByPath;
  /** How it shows that the attack worked. */
  readonly goal: 'canary' | 'secret' | 'elsewhere';
}

const touch = 'open("CANARY", "w").close()';
const extension = `import markdown\n${touch}\ndef makeExtension(**kwargs): return markdown.Extension()\n`;
const config = (text: string) => ({ 'mkdocs.yml': `site_name: x\n${text}\n`, 'docs/index.md': '# Index\n' });
const attack = (name: string, goal: Attack['goal'], files: FilesByPath): Attack => ({ name, goal, files });

const attacks: readonly Attack[] = [
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

let python = '';
let sandbox = '';

beforeAll(async () => {
  python = (await preparePython({ signal: new AbortController().signal, log: console.log })).python ?? '';
  expect(python).not.toBe('');
  sandbox = await mkdtemp(join(tmpdir(), 'callboard-hostile-'));
}, 300_000);
afterAll(() => rm(sandbox, { recursive: true, force: true }));

/** One attack's places, with its files written out. */
async function prepare(attack: Attack, folder: string) {
  const outside = join(folder, 'outside');
  const places = {
    canary: join(folder, 'canary'),
    secret: join(outside, 'secret.md'),
    elsewhere: join(folder, 'elsewhere'),
  };
  await mkdir(outside, { recursive: true });
  await writeFile(places.secret, 'the-secret-text\n');
  await writeFile(join(outside, 'index.md'), 'the-secret-text\n');
  await writeFile(join(outside, 'secret.png'), 'the-secret-text\n');
  const fill = (text: string) =>
    text
      .replaceAll('CANARY', places.canary)
      .replaceAll('SECRET_RELATIVE', places.secret.slice(1))
      .replaceAll('SECRET_FOLDER', outside)
      .replaceAll('SECRET', places.secret)
      .replaceAll('ELSEWHERE', places.elsewhere);
  const files = Object.fromEntries(Object.entries(attack.files).map(([path, text]) => [path, fill(String(text))]));
  return { files, places };
}

function fired(attack: Attack, places: { canary: string; elsewhere: string }, html: string): boolean {
  if (attack.goal === 'canary') return existsSync(places.canary);
  if (attack.goal === 'elsewhere') return existsSync(places.elsewhere);
  return html.includes('the-secret-text') || html.includes(Buffer.from('the-secret-text\n').toString('base64'));
}

describe.each(attacks)('$name', (attack) => {
  it('fires in plain MkDocs', async () => {
    const folder = await mkdtemp(join(sandbox, 'plain-'));
    const { files, places } = await prepare(attack, folder);
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, 'repository', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const repository = join(folder, 'repository');
    const output = attack.goal === 'elsewhere' ? [] : ['-d', join(folder, 'site')];
    await execa(python, ['-m', 'mkdocs', 'build', '-q', ...output], {
      cwd: repository,
      reject: false,
      timeout: 60_000,
    });
    const html = await readFile(join(folder, 'site', 'index.html'), 'utf8').catch(() => '');
    expect(fired(attack, places, html)).toBe(true);
  });

  it('does not fire in Callboard, which builds the docs all the same', async () => {
    const folder = await mkdtemp(join(sandbox, 'ours-'));
    const { files, places } = await prepare(attack, folder);
    const fixture = await makeDocsFixture({
      'o/r': { 'catalog-info.yaml': documented, 'docs/index.md': '# Index\n', ...files },
    });
    const input = { catalog: fixture.catalog, snapshot: fixture, config: docsConfig };
    const { value, diagnostics } = await buildDocs(input, fixture.context);
    const pages = value.sites.flatMap((site) => site.pages);
    const html = (await Promise.all(pages.map((page) => readFile(page.htmlFile, 'utf8')))).join('\n');
    expect(pages.length).toBeGreaterThan(0);
    expect(fired(attack, places, html)).toBe(false);
    expect(diagnostics.filter(({ code }) => code === 'techdocs/site-failed')).toEqual([]);
    await fixture.remove();
  });
});
