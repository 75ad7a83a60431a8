import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { documented, type FilesByPath } from './testing/docs-fixture.ts';

const docs: FilesByPath = {
  'catalog-info.yaml': documented,
  'mkdocs.yml': 'site_name: Orders\nplugins: [{ redirects: { redirect_maps: { old.md: b.md } } }]\n',
  'docs/index.md': '# Orders\n\n[b](b.md) [ı](ı.md) ![p](p.svg) [none](none.md)\n\n```python\nx = 1\n```\n',
  'docs/b.md': '---\ntitle: B\n---\n# B\n\n=== "A"\n    a\n\nNote[^1]\n\n[^1]: x\n',
  'docs/ı.md': '# İstanbul\n\n## I i ı\n\n:rocket:\n',
  'docs/z/index.md': '# Z\n',
  'docs/p.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect/></svg>',
};
const other: FilesByPath = { ...docs, 'catalog-info.yaml': documented.replaceAll('orders', 'billing') };

/** Builds the docs of the repositories that its first word holds, in the order given, into the state folder that follows. */
const child = `
  import { buildDocs } from ${JSON.stringify(new URL('build-docs.ts', import.meta.url).href)};
  import { docsConfig, makeDocsFixture } from ${JSON.stringify(new URL('testing/docs-fixture.ts', import.meta.url).href)};
  const fixture = await makeDocsFixture(Object.fromEntries(JSON.parse(process.argv[1])));
  const input = { catalog: fixture.catalog, snapshot: fixture, config: docsConfig };
  const { value, diagnostics } = await buildDocs(input, { ...fixture.context, stateFolder: process.argv[2] });
  const sites = value.sites.map(({ pages, assets, ...site }) => ({
    ...site,
    redirects: [...site.redirects],
    pages: pages.map(({ htmlFile, ...page }) => page),
    assets: assets.map(({ path, size }) => ({ path, size })),
  }));
  console.log(JSON.stringify({ sites, good: value.good, docsByEntity: [...value.docsByEntity], diagnostics }));
  await fixture.remove();
`;

async function build(repositories: readonly (readonly [string, FilesByPath])[], env: Readonly<Record<string, string>>) {
  const state = await mkdtemp(join(tmpdir(), 'callboard-same-docs-'));
  try {
    const words = ['--input-type=module', '-e', child, JSON.stringify(repositories), state];
    const { stdout } = await execa(process.execPath, words, { env });
    const files = (await readdir(state, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const sums = files.map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      return `${join(parentPath, name).slice(state.length)} ${createHash('sha256').update(bytes).digest('hex')}`;
    });
    return { told: stdout, entries: (await Promise.all(sums)).sort() };
  } finally {
    await rm(state, { recursive: true, force: true });
  }
}

it('gives the same bytes in another order, folder, time zone and locale', async () => {
  const here = { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const there = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const shuffled = (files: FilesByPath): FilesByPath => Object.fromEntries(Object.entries(files).reverse());
  const first = await build(
    [
      ['o/r', docs],
      ['o/s', other],
    ],
    here,
  );
  const second = await build(
    [
      ['o/s', shuffled(other)],
      ['o/r', shuffled(docs)],
    ],
    there,
  );
  expect(JSON.parse(second.told)).toEqual(JSON.parse(first.told));
  expect(second.entries).toEqual(first.entries);
  expect(first.entries.length, first.told).toBeGreaterThan(10);
});
