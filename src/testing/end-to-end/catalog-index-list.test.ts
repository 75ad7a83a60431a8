import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type LargeIndex, startLargeIndex } from './large-index-preview.ts';

let large: LargeIndex;
beforeAll(async () => {
  large = await startLargeIndex();
});
afterAll(() => large?.preview.stop());

it('has static pages of 100 rows, none of them over 150 kB', async () => {
  for (const name of ['index.html', '2/index.html', '100/index.html']) {
    const text = await readFile(join(large.output, 'catalog/component', name), 'utf8');
    expect(text.length).toBeLessThan(150_000);
    expect(text.match(/<tr>/g)).toHaveLength(101);
  }
});

/** Scrolls frame by frame, back and forth after so many, and counts frames without rows, rows drawn, and long tasks a frame. */
const scrollThrough = async ({ frames, turnsAt }: { readonly frames: number; readonly turnsAt: number }) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  let [longTasks, blank, most, added] = [0, 0, 0, 0];
  new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
  const body = document.querySelector('[data-catalog-rows]') as Element;
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) added += addedNodes.length;
  }).observe(body, { childList: true });
  for (let at = 0; at < frames; at += 1) {
    scrollBy(0, Math.floor(at / turnsAt) % 2 === 0 ? 240 : -240);
    await frame();
    await frame();
    const middle = document.elementFromPoint(700, innerHeight / 2);
    if (!middle?.closest('[data-index]')) blank += 1;
    most = Math.max(most, document.querySelectorAll('[data-index]').length);
  }
  return { blank, most, added, longShare: longTasks / (2 * frames) };
};

describe.skipIf(browserMissing())('the list of 10,000 components', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const open = async (path = '', isLive = true): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1320, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${large.preview.url}catalog/component/${path}`);
    if (isLive) await page.locator('table[aria-rowcount]').waitFor({ state: 'attached' });
    return page;
  };

  it('becomes one list, of which only what is in the window is drawn, with no blank on the way through it', async () => {
    const page = await open();
    expect(await page.locator('table').getAttribute('aria-rowcount')).toBe('10001');
    const seen = await page.evaluate(scrollThrough, { frames: 120, turnsAt: 120 });
    expect(seen.blank).toBe(0);
    expect(seen.most).toBeLessThan(80);
    // 240 pixels are four rows of the usual height.
    expect(seen.added / 120).toBeLessThan(8);
    // The same way up and down a page of plain rows says what this machine is busy with besides.
    const plain = await open('2/', false);
    const still = await plain.evaluate(scrollThrough, { frames: 120, turnsAt: 20 });
    await plain.context().close();
    expect(seen.longShare).toBeLessThan(still.longShare + 0.15);
    const spacer = page.locator('.cb-spacer').last();
    expect((await spacer.boundingBox())?.height).toBeGreaterThan(100_000);
    await page.context().close();
  });

  it('shows every row in its place: the middle and the end', async () => {
    const page = await open();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const last = page.locator('[aria-rowindex="10001"]');
    await expect.poll(() => last.locator('.cb-name a').textContent()).toBe(large.rows.at(-1)?.title);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await expect
      .poll(async () => Number(await page.locator('[data-index]').first().getAttribute('data-index')))
      .toBeLessThan(9000);
    for (const row of await page.locator('[data-index]').all()) {
      const place = Number(await row.getAttribute('data-index'));
      expect(await row.locator('.cb-name a').textContent()).toBe(large.rows[place]?.title);
    }
    await page.context().close();
  });

  it('draws rows as the static page does, but for their stars', async () => {
    const shape = (page: Page) =>
      page.locator('tbody tr:not(.cb-spacer) >> nth=3').evaluate((row) => {
        const copy = row.cloneNode(true) as Element;
        for (const star of copy.querySelectorAll('.cb-star')) star.remove();
        const parts = [...copy.querySelectorAll('*')];
        return parts.map((part) => [part.tagName, part.className.toString(), part.getAttribute('href')].join(' '));
      });
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${large.preview.url}catalog/component/`);
    const live = await open();
    expect(await shape(live)).toEqual(await shape(still));
    await live.context().close();
    await plain.close();
  });

  it('comes back to where it was left', async () => {
    const page = await open();
    await page.evaluate(() => scrollTo(0, 200_000));
    const first = () => page.evaluate(() => document.elementFromPoint(400, 200)?.closest('tr')?.ariaRowIndex);
    await expect.poll(async () => Number(await first())).toBeGreaterThan(1000);
    await expect.poll(() => page.evaluate(() => history.state?.row ?? 0)).toBeGreaterThan(1000);
    const before = Number(await first());
    await page.reload();
    await page.locator('table[aria-rowcount]').waitFor({ state: 'attached' });
    await expect.poll(async () => Math.abs(Number(await first()) - before)).toBeLessThan(6);
    await page.context().close();
  });

  it('leaves a further static page as it is until it is filtered', async () => {
    const page = await open('2/', false);
    await page.locator('[data-facets]').hover();
    await expect.poll(() => page.locator('[data-facet=starred] data').textContent()).toBe('0');
    expect(await page.locator('tbody tr').count()).toBe(100);
    expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(true);
    await page.getByRole('checkbox', { name: /^production/ }).check();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/catalog/component/');
    await page.context().close();
  });

  it('folds its facets and reads as blocks on a phone, and nothing is wider than it', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${large.preview.url}catalog/component/?lifecycle=deprecated`);
    await page.locator('table[aria-rowcount]').waitFor({ state: 'attached' });
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.getByText('Filters (1)').click();
    expect(await page.getByRole('checkbox', { name: /^deprecated/ }).isChecked()).toBe(true);
    await page.evaluate(() => scrollTo(0, 30_000));
    await expect
      .poll(() => page.evaluate(() => document.elementFromPoint(180, 400)?.closest('[data-index]') !== null))
      .toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await context.close();
  });

  it('without scripts has pages, and all of it as JSON', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${large.preview.url}catalog/component/`);
    expect(await page.locator('tbody tr:visible').count()).toBe(100);
    expect(await page.locator('.cb-live:visible').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'All as JSON' }).getAttribute('href')).toBe(
      '/api/catalog/entities/by-kind/component.json',
    );
    await page.getByRole('link', { name: 'Next' }).click();
    expect(await page.locator('tbody tr:visible .cb-name a').first().textContent()).toBe(large.rows[100]?.title);
    await context.close();
  });
});
