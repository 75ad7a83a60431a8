import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { startPreview } from '../../publish/preview-server.ts';
import { browserMissing, launchChromium } from '../chromium.ts';
import { corpusMissing, makeCorpusRepositories } from './corpus.ts';

const models = join(import.meta.dirname, '../corpus-model');
const catalogPaths = ['**/catalog-info.{yaml,yml}', 'catalog-entities/**/*.{yaml,yml}'];

describe.skipIf(corpusMissing())('real custom kinds in a portal', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'callboard-kinds-'));
    await makeCorpusRepositories(join(folder, 'repositories'));
  }, 200_000);
  afterAll(() => rm(folder, { recursive: true }));

  async function buildPortal(name: string, isDeclared: boolean): Promise<BuildResult> {
    const source = { type: 'local', path: '../repositories', catalogPaths };
    const config = { portal: { title: 'Kinds' }, sources: [source], techdocs: { enabled: false } };
    await cp(models, join(folder, name, isDeclared ? 'content/model' : 'elsewhere'), { recursive: true });
    const file = join(folder, name, 'callboard.yaml');
    await writeFile(file, JSON.stringify(config));
    return build({ config: await loadConfig(file, {}) });
  }

  const unchecked = ({ diagnostics }: BuildResult) =>
    diagnostics.filter(({ code }) => ['catalog/unknown-kind', 'catalog/foreign-api-version'].includes(code));

  it('are reported once a kind when nobody declares them', { timeout: 200_000 }, async () => {
    const found = unchecked(await buildPortal('plain', false));
    expect(found.map(({ code, source }) => `${code} ${source?.repository}`).sort()).toEqual([
      'catalog/foreign-api-version khulnasoft__devtools',
      'catalog/unknown-kind redhat-developer__rhdh',
      'catalog/unknown-kind redhat-developer__rhdh',
      'catalog/unknown-kind redhat-developer__rhdh',
    ]);
    for (const { hint } of found)
      expect(hint).toMatch(/content\/model: a file with (kind|extend): \w+ and apiVersions: \[/);
  });

  it('are like any other when they are declared', { timeout: 200_000 }, async () => {
    const result = await buildPortal('declared', true);
    expect(unchecked(result)).toEqual([]);
    const html = (path: string) => readFile(join(result.output, path, 'index.html'), 'utf8');
    expect(await html('catalog/package')).toMatch(/<th[^>]*data-column="spec.backstage.role"[^>]*>\s*Role/);
    expect(await html('catalog/rhdh/plugin/techdocs')).toContain('/catalog/rhdh/package/backstage-plugin-techdocs/');
    expect(await html('catalog/rhdh/package/backstage-plugin-techdocs')).toContain('/catalog/rhdh/plugin/techdocs/');
    expect(await html('catalog/plugincollection')).toContain('href="#g-collection"');
    if (!browserMissing()) await narrowByRole(result.output);
  });
});

/** Ticks a facet of a column that the model declares, and reads what is left. */
async function narrowByRole(folder: string): Promise<void> {
  const preview = await startPreview({ folder, base: '/' });
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${preview.url}catalog/package/`);
    await tab.getByRole('checkbox', { name: 'frontend-plugin-module' }).check();
    await expect.poll(() => tab.locator('[data-catalog-total]').innerText()).toBe('2 of 91 packages');
    expect(await tab.locator('td.cb-own').allInnerTexts()).toContain('frontend-plugin-module');
  } finally {
    await browser.close();
    await preview.stop();
  }
}
