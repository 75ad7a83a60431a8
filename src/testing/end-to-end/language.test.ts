import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Preview, startPreview } from '../../publish/preview-server.ts';
import { browserMissing, launchChromium } from '../chromium.ts';
import { findUnmarked } from '../marked-texts/find-unmarked.ts';
import { buildGreekPortal } from '../marked-texts/greek-portal.ts';
import { useMarkedTexts } from '../marked-texts/use-marked-texts.ts';

let folder: string;
let output: string;
let preview: Preview;
let browser: Browser;
let page: Page;

describe.skipIf(browserMissing())('a portal whose texts are marked and whose words are Greek', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'callboard-language-'));
    await useMarkedTexts(join(folder, 'texts'));
    ({ output } = await buildGreekPortal(folder));
    preview = await startPreview({ folder: output, base: '/' });
    browser = await launchChromium();
    page = await browser.newPage({ locale: 'de', serviceWorkers: 'block' });
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('says nothing on any page that is not from the catalogue of texts', async () => {
    const files = await readdir(output, { recursive: true });
    const paths = files.filter((name) => name.endsWith('.html')).map((name) => name.replace(/index\.html$/, ''));
    expect(paths.length).toBeGreaterThan(40);
    // A page that sends its readers on is read before it does.
    await page.route('**/*/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '') });
    });
    const found = new Map<string, string>();
    for (const path of paths) {
      await page.goto(preview.url + path, { waitUntil: 'load' });
      for (const entry of await findUnmarked(page)) found.set(entry, path);
    }
    expect([...found].map(([entry, path]) => `${path} ${entry}`)).toEqual([]);
  });

  it.each<readonly [what: string, path: string, act: (page: Page) => Promise<unknown>]>([
    ['quick open finds', '', (page) => ask(page, 'x10')],
    ['quick open finds nothing for', '', (page) => ask(page, 'ωωωω')],
    ['quick open offers', '', (page) => ask(page)],
    [
      'the search finds',
      'search/?query=Κείμενο',
      (page) => page.locator('main a[href*="/docs/default"]').first().waitFor(),
    ],
    ['the search finds nothing for', 'search/?query=ωωωω', (page) => hear(page.locator('main [role=status]'))],
    [
      'the catalog lists',
      'catalog/component/?q=x10',
      (page) => page.locator('[data-catalog-rows] a').first().waitFor(),
    ],
    [
      'the catalog finds nothing for',
      'catalog/component/?q=ωωωω',
      (page) => page.locator('[data-catalog-empty] *').first().waitFor(),
    ],
    ['problems are found by', 'problems/?q=x17', (page) => page.locator('[data-problems-found] li').first().waitFor()],
    [
      'the graph tells of its focus',
      'catalog-graph/?focus=component:default/x10',
      (page) => page.locator('.cb-focus-panel h3').first().waitFor(),
    ],
    ['these docs find', 'docs/default/component/x10/', (page) => findInDocs(page, 'Επόμενο')],
    ['these docs find nothing for', 'docs/default/component/x10/', (page) => findInDocs(page, 'ωωωω')],
    ['docs draw', 'docs/default/component/x10/', (page) => page.locator('.cb-figure-drawing').first().waitFor()],
    [
      'pictures are enlarged',
      'docs/default/component/x10/',
      (page) => page.locator('img[role=button]').first().click(),
    ],
    ['what is copied says so', 'catalog/default/component/x10/', (page) => page.locator('[data-copy]').first().click()],
  ])('says nothing else when %s', async (_, path, act) => {
    await page.goto(preview.url + path);
    await act(page);
    expect(await findUnmarked(page)).toEqual([]);
  });

  it('is searched in its language', async () => {
    const entry = JSON.parse(await readFile(join(output, 'pagefind/pagefind-entry.json'), 'utf8'));
    expect(Object.keys(entry.languages)).toEqual(['de']);
    await page.goto(preview.url);
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'de',
      'ltr',
    ]);
  });

  it('gives machines English, and people who follow its feed its own language', async () => {
    const read = (path: string) => readFile(join(output, path), 'utf8');
    for (const path of ['llms.txt', 'status/index.md', 'api/status.json', 'not-in-catalog/index.md']) {
      expect(await read(path), path).not.toContain('⟦');
    }
    expect(await read('catalog/default/component/x10/index.md')).toContain('## Depended on by');
    expect(await read('feed.xml')).toContain('⟦');
  });
});

/** Waits until a region that is read aloud has something to say. */
async function hear(regions: Locator): Promise<void> {
  await regions.filter({ hasText: /⟦|\d/ }).first().waitFor({ state: 'attached' });
}

async function ask(page: Page, words?: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  if (words === undefined) return dialog.getByRole('option').first().waitFor();
  await dialog.getByRole('combobox').fill(words);
  await hear(dialog.locator('[role=status]'));
}

async function findInDocs(page: Page, words: string): Promise<void> {
  await page.locator('[data-docs-search] input[name=query]').fill(words);
  await page.locator('.cb-docs-found [role=status]').waitFor();
}
