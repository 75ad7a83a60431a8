import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type ReaderPortal, startReaderPortal } from './reader-portal.ts';

const everything = 'docs/default/component/callboard/markdown/';
const handbook = 'docs/default/component/handbook/';
let portal: ReaderPortal;
beforeAll(async () => {
  portal = await startReaderPortal('/portal/');
});
afterAll(() => portal?.stop());

const htmlOf = (path: string) => readFile(join(portal.output, path, 'index.html'), 'utf8');
const contentOf = (html: string) =>
  /<div class="cb-prose".*?(?=<footer class="cb-article-foot")/s.exec(html)?.[0] ?? '';

describe('what is published of docs', () => {
  it('finds nothing wrong with the page of everything, and shows each feature', async () => {
    const about = portal.result.diagnostics.filter(({ source }) => source?.path?.endsWith('markdown.md'));
    expect(about).toEqual([]);
    const html = contentOf(await htmlOf(everything));
    const kinds = 'note abstract info tip success question warning failure danger bug example quote'.split(' ');
    for (const kind of [...kinds, 'important', 'caution']) expect(html).toContain(`class="admonition ${kind}"`);
    const parts = [
      '<details class="info">',
      '<details class="tip" open',
      'class="admonition info inline end"',
      'class="tabbed-set tabbed-alternate"',
      '<span class="filename">stock.py</span>',
      'data-linenos="12 "',
      'class="hll"',
      '<span class="gd">',
      '<kbd class="key-control">Ctrl</kbd>',
      '<abbr title="Continuous integration">CI</abbr>',
      '<del class="critic">seven</del>',
      '<sub>2</sub>',
      '<mark>marked</mark>',
      '<svg',
      'class="task-list-item"',
      '<dt>Owner</dt>',
      'class="footnote-backref"',
      '<figcaption>',
      'class="md-button md-button--primary"',
      'class="grid cards"',
      'align="right"',
      '✔',
      'Docs live beside the code',
      '½',
    ];
    expect(parts.filter((part) => !html.includes(part))).toEqual([]);
  });

  it.each([everything, handbook, `${handbook}chapters/page-110/`])('keeps its budget: %s', async (path) => {
    const html = await htmlOf(path);
    const sizeOf = (text: string | Buffer) => gzipSync(text).length;
    expect(html.length).toBeLessThanOrEqual(150_000);
    expect(sizeOf(html.replace(contentOf(html), ''))).toBeLessThanOrEqual(15_000);
    const sum = async (pattern: RegExp) => {
      const files = [...html.matchAll(pattern)].map(([, name]) => join(portal.output, 'assets', name as string));
      const sizes = await Promise.all(files.map(async (file) => sizeOf(await readFile(file))));
      return sizes.reduce((total, size) => total + size, 0);
    };
    expect(await sum(/rel="stylesheet" href="\/portal\/assets\/([^"]+)"/g)).toBeLessThanOrEqual(15_000);
    expect(await sum(/<script type="module" src="\/portal\/assets\/([^"]+)"/g)).toBeLessThanOrEqual(20_000);
  });
});

describe.skipIf(browserMissing())('docs in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    await page.goto(portal.preview.url + path);
    return page;
  }
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
  const mayCopy = { permissions: ['clipboard-read', 'clipboard-write'] };

  it('is read and walked with scripts off', async () => {
    const page = await open(everything, { javaScriptEnabled: false });
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Tabs' }).click();
    const heading = await page.getByRole('heading', { name: 'Tabs' }).boundingBox();
    expect(heading?.y).toBeGreaterThan(56);
    expect(heading?.y).toBeLessThan(400);
    await page.getByText('Kotlin', { exact: true }).first().click();
    expect(await page.getByText('com.northwind:money:4.2.0').isVisible()).toBe(true);
    await page.getByText('Closed until somebody opens it').click();
    expect(await page.getByText('For what few readers need.').isVisible()).toBe(true);
    await page.getByRole('link', { name: /^Next/ }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Home and settings');
    await page.goto(`${portal.preview.url}${handbook}chapters/page-110/`);
    await page.getByRole('link', { name: /more after$/ }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Chapter 136');
  });

  it('opens its navigation on a narrow screen with scripts off', async () => {
    const page = await open(handbook, { javaScriptEnabled: false, viewport: { width: 360, height: 700 } });
    await page.locator('summary', { hasText: 'Handbook' }).click();
    await page.getByRole('link', { name: 'Deep', exact: true }).click();
    expect(page.url()).toContain('/deep/');
  });

  it('copies code without prompts, and links to headings', async () => {
    const page = await open(everything, mayCopy);
    const session = page.locator('.highlight', { hasText: 'callboard build' });
    await session.getByRole('button', { name: 'Copy code' }).press('Enter');
    await expect.poll(() => clipboard(page)).toMatch(/^callboard build\n✔/);
    await expect.poll(() => page.locator('p[role=status]').last().innerText()).toBe('Copied');
    await page.getByRole('link', { name: 'Link to “Tables”' }).press('Enter');
    await expect.poll(() => clipboard(page)).toBe(`${portal.preview.url}${everything}#docs-tables`);
  });

  it('turns tabs by keyboard, and those of the same name with them', async () => {
    const page = await open(everything);
    const radio = page.locator('.tabbed-set > input').first();
    await radio.focus();
    await page.keyboard.press('ArrowRight');
    for (const code of ['com.northwind:money:4.2.0', 'Money.zero("EUR")'])
      expect(await page.locator('pre', { hasText: code }).isVisible()).toBe(true);
  });

  it('shows a picture in full size, and leads back to it', async () => {
    const page = await open(everything);
    await page.locator('figure img').scrollIntoViewIfNeeded();
    const picture = page.getByRole('button', { name: 'The stage once more: full size' });
    await picture.press('Enter');
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('A figure has a caption');
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(await picture.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it.each(['light', 'dark'] as const)('shows the picture of the theme: %s', async (colorScheme) => {
    const page = await open(everything, { colorScheme });
    const visible = page.getByAltText('From Git through Callboard').filter({ visible: true });
    expect(await visible.getAttribute('src')).toContain(`plan-${colorScheme}.svg`);
  });

  it('marks what is being read, turns pages by keys, and opens what a link leads into', async () => {
    const page = await open(`${everything}#docs-tables`);
    const current = page.locator('[data-toc] [aria-current]');
    await expect.poll(() => current.innerText()).toBe('Tables');
    const box = await page.locator('#docs-tables').boundingBox();
    expect(box?.y).toBeGreaterThan(56);
    await page.goto(`${portal.preview.url}${everything}#docs-__tabbed_1_2`);
    await page.reload();
    expect(await page.getByText('com.northwind:money:4.2.0').isVisible()).toBe(true);
    await page.keyboard.press('.');
    await page.waitForURL(/\/home\//);
    await page.keyboard.press(',');
    await page.waitForURL(/\/markdown\//);
  });

  it('searches these docs from beside them, straight to a heading', async () => {
    const page = await open(handbook);
    await page.keyboard.press('/');
    await page.keyboard.type('walruses sleep');
    const found = page.locator('.cb-docs-found');
    await found.getByRole('link', { name: 'How walruses sleep' }).waitFor();
    expect(await found.locator('a[href*="component/callboard"]').count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/deep\/#docs-how-walruses-sleep(?::~:.*)?$/);
  });

  it('finds words of code on the search page, says which docs they are from, and filters by entity, owner and kind', async () => {
    const page = await open('search/?query=quokka');
    const hit = page.locator('[data-search-results] > li').first();
    await hit.getByText('Docs of Handbook (handbook)').waitFor();
    expect(await hit.getByRole('link', { name: 'How walruses sleep' }).getAttribute('href')).toContain('/deep/#');
    await page.goto(`${portal.preview.url}search/?query=page`);
    const filters = page.locator('[data-search-facets] fieldset');
    await filters.first().waitFor();
    await page.getByRole('checkbox', { name: /^callboard/ }).check();
    await expect.poll(() => page.url()).toContain('entity=callboard');
    await expect.poll(() => page.locator('[data-search-results] > li a[href*="handbook"]').count()).toBe(0);
  });

  it('opens everything on paper and leaves the frame out', async () => {
    const page = await open(everything);
    await page.emulateMedia({ media: 'print' });
    for (const text of ['For what few readers need.', 'com.northwind:money:4.2.0'])
      expect(await page.getByText(text).isVisible()).toBe(true);
    expect(await page.getByRole('navigation', { name: 'On this page' }).isVisible()).toBe(false);
  });

  it('moves nothing while it loads and is scrolled', async () => {
    const page = await open(everything);
    const shift = await page.evaluate(async () => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      for (let y = 0; y < document.body.scrollHeight; y += 500) {
        scrollTo({ top: y });
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
      }
      return sum;
    });
    // Fonts that come late may move a line by a fraction of a pixel.
    expect(shift).toBeLessThan(0.001);
  });

  it('reads from right to left where the text does', async () => {
    const page = await open(`${handbook}hebrew/`);
    const sideOf = (selector: string) =>
      page.locator(selector).evaluate((it) => [getComputedStyle(it).direction, getComputedStyle(it).textAlign]);
    expect(await sideOf('.cb-prose h1')).toEqual(['rtl', 'start']);
    expect((await sideOf('.cb-prose pre'))[0]).toBe('ltr');
  });

  it.each([
    ['light', 1280, 16],
    ['dark', 1280, 16],
    ['light', 360, 16],
    ['dark', 320, 16],
    ['light', 1280, 32],
  ] as const)('fits and passes axe: %s, %i px, text of %i px', async (colorScheme, width, size) => {
    for (const path of [everything, `${handbook}hebrew/`, `${handbook}chapters/page-110/`]) {
      const page = await open(path, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      const settings = await page.context().newCDPSession(page);
      await settings.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
      await page.addScriptTag({ content: axe.source });
      const violations = await page.evaluate(async () => {
        const checker = (window as unknown as { axe: typeof axe }).axe;
        return (await checker.run()).violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3)}`,
        );
      });
      expect(violations, path).toEqual([]);
      await page.context().close();
    }
  });
});
