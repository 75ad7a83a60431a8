import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { preparePython } from './python-environment.ts';

const docs = fileURLToPath(new URL('../../../content/docs/', import.meta.url));
const script = fileURLToPath(new URL('../testing/render-pages.py', import.meta.url));
const workerFolder = fileURLToPath(new URL('./python', import.meta.url));

/** Pages that leave something behind when an instance is used again: footnotes, anchors, references, tabs, line numbers. */
const treacherous: readonly string[] = [
  '# A\n\nx[^1] [r]\n\n[^1]: one\n[r]: https://a.example/\n\n*[HTML]: Hyper\n\nHTML\n',
  '# A\n\nx[^1] [r] HTML\n\n[^1]: two\n',
  '# A\n\n# A\n\n=== "T"\n    t\n=== "U"\n    u\n\n```python linenums="3"\nx = 1\n```\n',
  '---\ntitle: T\n---\n=== "T"\n    t\n\n```nothing-known\nx\n```\n\n{++ins++}{--del--} {>>note<<}\n',
  'no heading, 1st (c) 1/2 --> <b markdown>*x*</b> :smile: :material-home: ==m== ~~d~~ H~2~O\n',
  '- [x] a\n- b\n  - c\n\n1. d\n\n| a | b |\n|:-:|---|\n| `x` | y |\n\n!!! note\n    n\n\n> [!TIP]\n> t\n',
];

it('makes the same pages as the libraries by themselves', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-speed-'));
  try {
    const { python = '' } = await preparePython({ signal: new AbortController().signal, log: () => undefined });
    const own = (await readdir(docs)).filter((name) => name.endsWith('.md')).map((name) => join(docs, name));
    const texts = treacherous.map((text, index) => [join(folder, `t${index}.md`), text] as const);
    for (const [file, text] of texts) await writeFile(file, text);
    const files = [...texts.map(([file]) => file), ...own, ...texts.map(([file]) => file)];
    const render = async (mode: string) =>
      JSON.parse((await execa(python, ['-I', '-B', script, workerFolder, folder, mode, ...files])).stdout);
    const [plain, swift] = await Promise.all([render('plain'), render('swift')]);
    expect(plain).toHaveLength(files.length * 2);
    expect(swift).toEqual(plain);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);
