import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { portalOfCatalog } from '../../portal/machine/machine-fixture.ts';
import { quickOpenFiles } from '../../portal/quick-open/quick-open-files.ts';
import type { QuickOpenCatalog } from '../../portal/views/quick-open.ts';
import { syntheticCatalog } from '../bench/synthetic-catalog.ts';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';

const index = '**/quick-open/catalog.json';
const firstRow = '.cb-go [role=option][aria-selected=true]';

describe.skipIf(browserMissing())('quick open in Chromium', () => {
  let portal: DemoPortal;
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    portal = await startDemoPortal('/portal/');
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const open = async (path = '', options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      serviceWorkers: 'block',
      ...options,
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (!message.text().includes('blocked by Playwright')) complaints.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    await page.goto(portal.preview.url + path);
    return page;
  };
  const ask = async (page: Page, query: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.locator('.cb-go[open]').waitFor();
    await page.keyboard.type(query);
    await page.locator(`${firstRow} mark`).first().waitFor();
  };
  const activeText = (page: Page): Promise<string> => page.locator(`${firstRow} .cb-go-text`).innerText();

  it.each([
    ['ordsvc', /catalog\/default\/component\/orders-service\/$/],
    ['chekout', /catalog\/default\/component\/checkout-web\/$/],
    ['POST /orders', /catalog\/default\/api\/orders-api\/#definition/],
    ['stuck orders', /docs\/default\/component\/orders-service\/.*stuck-orders\/$/],
    ['claire', /catalog\/default\/user\//],
    ['who owns ledger', /catalog\/default\/group\/payments\/$/],
    ['what changed', /changes\/$/],
  ])('%s and Enter lead there', async (query, url) => {
    const page = await open();
    await ask(page, query);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Enter');
    await page.waitForURL(url);
  });

  it('lists what a question asks for, and the catalog shows as many', async () => {
    const page = await open();
    await ask(page, 'components of commerce');
    const count = await page.locator(`${firstRow} .cb-go-count`).innerText();
    expect(Number(count)).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(/catalog\/component\/\?owner=commerce/);
    await page
      .getByText(new RegExp(`^${count} of \\d+ components$`))
      .first()
      .waitFor();
  });

  it('takes Enter before anything is loaded', async () => {
    const page = await open();
    await page.route(index, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('orders-service');
    await page.keyboard.press('Enter');
    await page.waitForURL(/component\/orders-service\/$/);
  });

  it('goes by the keys of a list, and gives the focus back', async () => {
    const page = await open('catalog/default/component/orders-service/');
    const link = page.getByRole('link', { name: 'Graph', exact: true }).first();
    await link.focus();
    await ask(page, 'payments');
    const first = await activeText(page);
    await page.keyboard.press('ArrowUp');
    expect(await activeText(page)).toBe('Search everything for “payments”');
    await page.keyboard.press('ArrowDown');
    expect(await activeText(page)).toBe(first);
    await page.keyboard.press('PageDown');
    expect(await activeText(page)).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await activeText(page)).toBe(first);
    await page.keyboard.press('End');
    expect(await activeText(page)).toContain('Search everything');
    const active = await page.locator('.cb-go input').getAttribute('aria-activedescendant');
    expect(await page.locator(firstRow).getAttribute('id')).toBe(active);
    await page
      .locator('.cb-go [role=status]')
      .filter({ hasText: /^\d+ results$/ })
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    expect(await page.locator('.cb-go[open]').count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('opens in a new tab, goes on with a question, and changes the theme', async () => {
    const page = await open();
    await ask(page, 'ledger');
    const opening = page.context().waitForEvent('page');
    await page.keyboard.press('Control+Enter');
    expect((await opening).url()).toContain('ledger');
    await page.locator('.cb-go input').fill('what dep');
    await page.getByRole('option', { name: 'What depends on …' }).click();
    expect(await page.locator('.cb-go input').inputValue()).toBe('what depends on ');
    await page.keyboard.type('orders-db');
    await page.keyboard.press('Enter');
    await page.waitForURL(/orders-db\/#dependents$/);
    await ask(page, 'dark');
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it('shows what was visited and starred before anything is typed', async () => {
    const page = await open('catalog/default/component/ledger/');
    await page.locator('[data-star]').first().click();
    await page.goto(`${portal.preview.url}docs/default/component/orders-service/`);
    await page.goto(`${portal.preview.url}catalog/component/`);
    await page.keyboard.press('Control+k');
    const visited = page.getByRole('group', { name: 'Recently visited' }).getByRole('option');
    await visited.nth(1).waitFor();
    expect(await visited.count()).toBe(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/component\/ledger\/$/);
  });

  it('is opened by the header, by mouse and by finger; beside docs / stays with them', async () => {
    const page = await open('catalog/component/', { viewport: { width: 360, height: 700 }, hasTouch: true });
    await page.locator('.cb-bar [data-quick]').tap();
    await page.locator('.cb-go[open]').waitFor();
    const box = await page.locator('.cb-go').boundingBox();
    expect([box?.width, box?.height].map((side) => Math.round(side ?? 0))).toEqual([360, 700]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Close' }).tap();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${portal.preview.url}docs/default/component/orders-service/`);
    await page.keyboard.press('/');
    expect(await page.locator('[data-docs-search] input:focus').count()).toBe(1);
    await page.goto(portal.preview.url);
    await page.keyboard.press('/');
    await page.locator('.cb-go[open]').waitFor();
  });

  it('loses no letter on a page without its field, while its script is on its way', async () => {
    const page = await open('search/?query=walrus');
    await page.route(/dialog[^/]*\.js$/, (route) => setTimeout(() => route.continue(), 500));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('orders');
    await page.locator('.cb-go[open]').waitFor();
    expect(await page.locator('.cb-go input').inputValue()).toBe('orders');
    expect(await page.locator('main input[name=query]').inputValue()).toBe('walrus');
  });

  it('leads to the search page without scripts', async () => {
    const page = await open('catalog/component/', { javaScriptEnabled: false });
    await page.locator('.cb-bar [data-quick]').fill('orders');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?query=orders/);
  });

  it('is whole when its names cannot be had', async () => {
    const page = await open();
    await page.route(index, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.keyboard.press('Control+k');
    await page.getByText('The names could not be loaded').first().waitFor();
    await page.keyboard.type('orders');
    expect(await activeText(page)).toBe('Search everything for “orders”');
    await page.unroute(index);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.cb-go [role=option]').nth(3).waitFor();
    complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.includes('404')));
  });

  it('says that there is no network, and has its names still once they were read', async () => {
    const page = await open();
    await page.route(index, (route) => route.abort('internetdisconnected'));
    await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
    await page.keyboard.press('Control+k');
    await page.getByText('There is no network').first().waitFor();
    await page.unroute(index);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.keyboard.type('ordsvc');
    await page.locator(`${firstRow} mark`).first().waitFor();
    await page.keyboard.press('Escape');
    await page.context().setOffline(true);
    await ask(page, 'ledger');
    expect(await activeText(page)).toBe('ledger');
    complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.includes('ERR_INTERNET')));
  });

  it('shows hostile names as text', async () => {
    const page = await open();
    const name = '<img src=x onerror=alert(1)>';
    const hostile: QuickOpenCatalog = {
      kinds: [{ kind: 'component', title: name, plural: name, glyph: 'component', rank: 3 }],
      owners: [[name]],
      systems: [],
      lifecycles: [],
      types: [],
      parts: [
        {
          kind: 0,
          namespace: 'default',
          names: '"><script>',
          titles: name,
          owners: '1',
          systems: '',
          lifecycles: '',
          types: '',
          weights: '',
          flags: '',
        },
      ],
      pages: [{ title: `"${name}`, path: 'x/"onclick=alert(1)', glyph: 'constructor' as 'info' }],
      more: [],
    };
    await page.route(index, (route) => route.fulfill({ json: hostile }));
    await ask(page, '<img');
    expect(await page.locator('.cb-go img, .cb-go script, .cb-go [onclick]').count()).toBe(0);
    expect(await activeText(page)).toContain(name);
  });

  it.each([
    ['light', 1280, {}],
    ['dark', 360, {}],
    ['light', 360, { forcedColors: 'active' }],
  ] as const)('passes axe: %s, %i px', async (colorScheme, width, more) => {
    const page = await open('', { colorScheme, viewport: { width, height: 800 }, bypassCSP: true, ...more });
    await page.addScriptTag({ content: axe.source });
    const violations = () =>
      page.evaluate(async () => {
        const result = await (window as unknown as { axe: typeof axe }).axe.run('.cb-go');
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: 'Docs of …' }).waitFor();
    await page.waitForTimeout(200);
    expect(await violations()).toEqual([]);
    await page.keyboard.type('payments');
    await page.locator(`${firstRow} mark`).first().waitFor();
    expect(await violations()).toEqual([]);
  });

  it('is small: nothing of it on any page before it is used, 20 kB of script then', async () => {
    const page = await open();
    const loaded: string[] = [];
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
    await ask(page, 'orders');
    await page.waitForLoadState('networkidle');
    const scripts = loaded.filter((path) => path.endsWith('.js'));
    const sizes = scripts.map(async (path) => gzipSync(await readFile(join(portal.output, path.slice(8)))).length);
    expect(scripts.length).toBeGreaterThan(0);
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
  });

  it('answers among 10,000 entities, and draws 40 rows at most', async () => {
    const { value } = readCatalog({ repositories: syntheticCatalog({ entities: 10_000, seed: 3 }), allow: ['*'] });
    const [{ text }] = [...quickOpenFiles(portalOfCatalog(value))] as unknown as [{ readonly text: string }];
    const page = await open();
    await page.route(index, (route) => route.fulfill({ contentType: 'application/json', body: text }));
    await ask(page, 'team-12');
    expect(await activeText(page)).toBe('team-12');
    expect(await page.locator('.cb-go [role=option]').count()).toBeLessThanOrEqual(41);
  });

  it('left nothing in the console', () => {
    expect(complaints).toEqual([]);
  });
});
