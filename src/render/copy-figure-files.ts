import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import type { Portal } from '../portal/assemble-portal.ts';
import { katexFolder, mermaidFolder, neededFigureFiles } from '../portal/figure-files.ts';
import type { OutputFolder } from './output-folder.ts';

const require = createRequire(import.meta.url);

/**
 * Puts the files of Mermaid and KaTeX into the portal, if any page needs them. Mermaid comes as its makers cut it: a small entry, and a
 * file for each kind of diagram, which a page loads when it has one.
 */
export async function copyFigureFiles(portal: Portal, output: OutputFolder): Promise<void> {
  const needed = neededFigureFiles(portal.docsSites);
  if (needed.mermaid) await copyMermaid(output);
  if (needed.katex) await copyKatex(output);
}

async function copyMermaid(output: OutputFolder): Promise<void> {
  const root = dirname(require.resolve('mermaid/package.json'));
  const chunks = 'chunks/mermaid.esm.min';
  const names = (await readdir(join(root, 'dist', chunks))).filter((name) => name.endsWith('.mjs'));
  const files = [
    ['mermaid.esm.min.mjs', 'mermaid.js'] as const,
    ...names.map((name) => [`${chunks}/${name}`, `${chunks}/${name.replace(/\.mjs$/, '.js')}`] as const),
  ];
  const limit = pLimit(16);
  await limit.map(files, async ([from, to]) => {
    const text = await readFile(join(root, 'dist', from), 'utf8');
    await output.write(`${mermaidFolder}/${to}`, portableModule(text));
  });
  await output.copy(join(root, 'LICENSE'), `${mermaidFolder}/LICENSE.txt`);
}

/** Many web servers do not know that `.mjs` is JavaScript; and there are no source maps. */
function portableModule(text: string): string {
  return text.replace(/(["'`]\.{1,2}\/[\w./-]+)\.mjs(["'`])/g, '$1.js$2').replace(/^\/\/# sourceMappingURL=.*$/gm, '');
}

async function copyKatex(output: OutputFolder): Promise<void> {
  const root = dirname(require.resolve('katex/package.json'));
  const css = await readFile(join(root, 'dist/katex.min.css'), 'utf8');
  // Every browser that shows the portal reads WOFF2.
  await output.write(`${katexFolder}/katex.css`, css.replace(/,url\([^)]*\.(?:woff|ttf)\)\s*format\("\w+"\)/g, ''));
  const fonts = (await readdir(join(root, 'dist/fonts'))).filter((name) => name.endsWith('.woff2'));
  await Promise.all(fonts.map((name) => output.copy(join(root, 'dist/fonts', name), `${katexFolder}/fonts/${name}`)));
  await output.copy(join(root, 'LICENSE'), `${katexFolder}/LICENSE.txt`);
}
