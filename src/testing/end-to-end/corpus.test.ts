import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { startPreview } from '../../publish/preview-server.ts';
import { browserMissing, launchChromium } from '../chromium.ts';
import { corpusMissing, listClaimedEntities, makeCorpusRepositories } from './corpus.ts';

const catalogPaths = [
  '**/catalog-info.{yaml,yml}',
  'catalog-entities/**/*.{yaml,yml}',
  'examples/**/*.yaml',
  '**/template.yaml',
];

describe.skipIf(corpusMissing())('the corpus in one portal', () => {
  let folder: string;
  let result: BuildResult;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'callboard-corpus-'));
    await makeCorpusRepositories(join(folder, 'repositories'));
    const file = join(folder, 'callboard.yaml');
    const source = { type: 'local', path: 'repositories', allow: ['Group', 'User'], catalogPaths };
    await writeFile(file, JSON.stringify({ portal: { title: 'Corpus' }, sources: [source] }));
    result = await build({ config: await loadConfig(file, {}) });
  }, 400_000);
  afterAll(() => rm(folder, { recursive: true }));

  const page = (...path: string[]) => join(result.output, ...path, 'index.html');

  it('shows every entity as a page or as a diagnostic at its line; none is missing from both', async () => {
    const claimed = await listClaimedEntities(picomatch(catalogPaths, { dot: true }));
    expect(claimed.length).toBeGreaterThan(400);
    const missing = claimed.filter(({ kind, namespace, name, ...place }) => {
      if (existsSync(page('catalog', namespace.toLowerCase(), kind.toLowerCase(), name.toLowerCase()))) return false;
      return !result.diagnostics.some(
        ({ source }) =>
          source?.repository === place.repository &&
          source.path === place.path &&
          source.line !== undefined &&
          source.line >= place.firstLine &&
          source.line <= place.lastLine,
      );
    });
    expect(missing).toEqual([]);
    const entities = JSON.parse(await readFile(join(result.output, 'api/catalog/entities.json'), 'utf8')) as unknown[];
    expect(entities).toHaveLength(result.entities);
  });

  it.each([
    ['component:default/devtools', 'khulnasoft__devtools', 380],
    ['component:default/developer-portal', 'DiamondLightSource__developer-portal', 45],
    ['', 'DiamondLightSource__workflows', 3],
    ['', 'backstage__demo', 3],
  ])('publishes the docs of %s (%s)', async (_, repository, atLeast) => {
    const manifest = JSON.parse(await readFile(join(result.output, 'manifest.json'), 'utf8')) as {
      entries: { key: string }[];
    };
    const pages = manifest.entries.filter(({ key }) => key.startsWith('docs/') && key.endsWith('index.html'));
    const own = [];
    for (const { key } of pages) {
      if ((await readFile(join(result.output, key), 'utf8')).includes(repository)) own.push(key);
    }
    expect(own.length).toBeGreaterThanOrEqual(atLeast);
  });

  it.skipIf(browserMissing())('finds words of its docs and leads to their headings', async () => {
    const preview = await startPreview({ folder: result.output, base: '/' });
    const browser = await launchChromium();
    try {
      const tab = await browser.newPage();
      await tab.goto(`${preview.url}search/?query=software+templates`);
      // Entities of that name come first; the docs are one click away.
      await tab
        .getByRole('checkbox', { name: /Documentation/ })
        .first()
        .check();
      const hit = tab.locator('main a[href*="/docs/"][href*="#"]').first();
      await hit.waitFor();
      await hit.click();
      await tab.waitForURL(/\/docs\/.+#/);
      expect(await tab.locator('h1').count()).toBe(1);
    } finally {
      await browser.close();
      await preview.stop();
    }
  });
});
