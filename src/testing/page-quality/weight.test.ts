import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type DemoPortal, startDemoPortal } from '../end-to-end/demo-portal.ts';
import { pageTypes } from './page-types.ts';
import { visit } from './visit.ts';

/** Bytes, compressed, of what a type of page may be made of; scripts that it loads on first use are not counted. */
const budgets = { html: 15_000, css: 15_000, script: 20_000 };
/** Stated reasons: the whole estate is drawn on it; the page that shows all that docs can be. */
const larger: Readonly<Record<string, Partial<typeof budgets>>> = {
  graph: { html: 30_000, script: 45_000 },
  'docs page with everything': { html: 30_000 },
};

let portal: DemoPortal;
beforeAll(async () => {
  portal = await startDemoPortal('/portal/');
});
afterAll(() => portal?.stop());

async function weigh(path: string): Promise<typeof budgets> {
  const file = path.endsWith('.html') ? path : `${path.replace(/\?.*/, '')}index.html`;
  const html = await readFile(join(portal.output, file));
  const size = async (pattern: RegExp) => {
    const files = [...html.toString('utf8').matchAll(pattern)].map(([, name]) => name as string);
    const sizes = files.map(async (name) => gzipSync(await readFile(join(portal.output, name))).length);
    return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
  };
  return {
    html: gzipSync(html).length,
    css: await size(/<link rel="stylesheet" href="\/portal\/(assets\/[^"]+)"/g),
    script: await size(/<script type="module" src="\/portal\/([^"]+)"/g),
  };
}

it.each(Object.entries(pageTypes))('%s keeps its budget of bytes', async (name, path) => {
  const weight = await weigh(path);
  const over = Object.entries({ ...budgets, ...larger[name] }).filter(
    ([part, most]) => weight[part as keyof typeof budgets] > most,
  );
  expect(over, JSON.stringify(weight)).toEqual([]);
});

describe.skipIf(browserMissing())('what must arrive before an entity can be read', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  const entity = pageTypes['component'] as string;

  it('is five files at most, of 45 kB: with all others held back, the page is painted with its text', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const needed = (type: string) => type === 'document' || type === 'stylesheet';
    const prepare = (page: Page) =>
      page.route('**/*', async (route) => {
        if (!needed(route.request().resourceType())) await held;
        await route.continue().catch(() => {});
      });
    const seen: number[] = [];
    const watch = async (page: Page) => {
      await prepare(page);
      page.on('response', async (response) => {
        if (needed(response.request().resourceType())) seen.push((await response.request().sizes()).responseBodySize);
      });
      page.goto(portal.preview.url + entity).catch(() => {});
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      expect(await page.locator('h1').innerText()).toBe('orders-service');
      expect(await page.locator('main').innerText()).toContain('Order team');
      await expect.poll(() => seen.length).toBeGreaterThanOrEqual(2);
      expect(seen.length).toBeLessThanOrEqual(5);
      expect(seen.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(45_000);
      release();
    };
    await visit(browser, 'about:blank', {}, ({ page }) => watch(page));
  });

  it('takes a fair multiple of a bare page, on a processor four times as slow', async () => {
    const bare = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end('<!DOCTYPE html><title>Bare</title><h1>Bare</h1>');
    }).listen(0, '127.0.0.1');
    await new Promise((done) => bare.once('listening', done));
    const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
    const paint = (url: string) =>
      visit(browser, 'about:blank', {}, async ({ page }) => {
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        await page.goto(url);
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
      });
    const ratios: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      ratios.push((await paint(portal.preview.url + entity)) / (await paint(bareUrl)));
    }
    bare.close();
    // Four to six on a quiet machine; the figures themselves are in content/docs/performance.md.
    expect(ratios.sort((one, other) => one - other)[2], ratios.join(', ')).toBeLessThan(20);
  });
});
