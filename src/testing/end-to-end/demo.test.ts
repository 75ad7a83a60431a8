import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';

let portal: DemoPortal;
beforeAll(async () => {
  // A base path, so that every link and script is shown to respect it.
  portal = await startDemoPortal('/portal/');
});
afterAll(() => portal?.stop());

describe('the demo', () => {
  it('has honest mistakes in two repositories and nowhere else', () => {
    const serious = portal.result.diagnostics.filter((item) => item.severity !== 'info');
    const [story, mistakes] = [true, false].map((isStory) =>
      serious.filter((item) => (item.code === 'catalog/depends-on-deprecated') === isStory),
    );
    // What the organisation is still moving away from is no mistake in a file.
    expect(
      story?.map(({ source, message }) => `${source?.repository}: ${message.replace(/^.* relies on /, '')}`),
    ).toEqual([
      'commerce-services: api:default/inventory-events, which is deprecated.',
      'order-mails: component:default/mail-templates, which is deprecated.',
      'orders-service: api:default/inventory-events, which is deprecated.',
      'picker-app: api:default/inventory-events, which is deprecated.',
      'returns-worker: api:default/inventory-events, which is deprecated.',
      'storefront-graph: component:default/price-engine, which is deprecated.',
    ]);
    const byRepository = Map.groupBy(mistakes ?? [], (item) => item.source?.repository);
    expect([...byRepository.keys()].sort()).toEqual(['gift-cards', 'legacy-reports']);
    expect(mistakes?.map((item) => item.code).sort()).toEqual([
      'catalog/duplicate-entity',
      'catalog/invalid-name',
      'catalog/location-not-found',
      'catalog/placeholder-not-found',
      'catalog/quote-it',
      'catalog/reference-invalid',
      'catalog/reference-not-found',
      'catalog/reference-not-found',
      'catalog/reference-not-found',
      'techdocs/broken-link',
      'techdocs/nav-not-found',
      'techdocs/ref-not-found',
      'techdocs/unsupported-plugin',
      'yaml/tab-indentation',
    ]);
  });

  it('has one owner from CODEOWNERS', () => {
    const inferred = portal.result.diagnostics.filter(({ code }) => code === 'catalog/owner-inferred');
    expect(inferred.map(({ message }) => message)).toEqual([
      'spec.owner is missing; line 8 of .github/CODEOWNERS names @northwind-demo/payments, which is group:default/payments.',
    ]);
  });

  it('keeps the budgets of its pages', async () => {
    const files = await readdir(portal.output, { recursive: true });
    const sizeOf = async (path: string) => gzipSync(await readFile(join(portal.output, path))).length;
    for (const path of files.filter((name) => /^catalog\/default\/.*\.html$/.test(name))) {
      expect(await sizeOf(path), path).toBeLessThanOrEqual(15_000);
    }
    const assets = files.filter((name) => name.startsWith('assets/'));
    for (const path of assets.filter((name) => name.endsWith('.css'))) {
      expect(await sizeOf(path), path).toBeLessThanOrEqual(15_000);
    }
    for (const path of files.filter((name) => name.endsWith('.html'))) {
      expect((await readFile(join(portal.output, path))).length, path).toBeLessThanOrEqual(150_000);
    }
  });

  it('links nowhere that is not there', async () => {
    const files = new Set(await readdir(portal.output, { recursive: true }));
    const broken: string[] = [];
    for (const page of [...files].filter((name) => name.endsWith('.html'))) {
      const html = await readFile(join(portal.output, page), 'utf8');
      for (const [, url] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
        const target = new URL((url as string).replaceAll('&amp;', '&'), `http://portal.invalid/portal/${page}`);
        if (target.host !== 'portal.invalid') continue;
        const path = decodeURIComponent(target.pathname.replace(/^\/portal\//, ''));
        if (!files.has(path) && !files.has(`${path}index.html`)) broken.push(`${page}: ${url}`);
      }
    }
    // The one that the demo breaks on purpose.
    expect(broken.filter((line) => !line.includes('recipients'))).toEqual([]);
  });
});

describe.skipIf(browserMissing())('the demo in Chromium', () => {
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(`${path}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    page.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(portal.preview.url).host)
        complaints.push(`${path}: ${request.url()}`);
    });
    await page.goto(portal.preview.url + path);
    return page;
  }

  it('finds an entity from the home page: type part of its name, Enter, its page', async () => {
    const page = await open('');
    await page.keyboard.press('/');
    await page.keyboard.type('payments-serv');
    await page.keyboard.press('Enter');
    await page.waitForURL(/catalog\/default\/component\/payments-service\//);
    expect(await page.locator('aside').first().innerText()).toContain('Payments');
  });

  it('finds a heading of the docs and goes straight to it', async () => {
    const page = await open('search/?query=let+them+go+on');
    const result = page.locator('a[href*="/docs/"][href*="#"]').first();
    await result.waitFor();
    await result.click();
    await page.waitForURL(/\/docs\/.*#/);
    // Without the words to be marked, which a page never sees.
    const heading = await page.evaluate(() => decodeURIComponent(location.hash.slice(1)));
    expect(await page.locator(`[id="${heading}"]`).isVisible()).toBe(true);
  });

  it('narrows results by a filter', async () => {
    const page = await open('search/?query=orders');
    const counted = page.getByText(/^\d+ pages?$/).first();
    await counted.waitFor();
    const before = Number.parseInt(await counted.innerText(), 10);
    await page
      .getByRole('checkbox', { name: /Documentation/ })
      .first()
      .check();
    await expect.poll(async () => Number.parseInt(await counted.innerText(), 10)).toBeLessThan(before);
  });

  it('goes on searching when the network is gone', async () => {
    const page = await open('search/?query=orders');
    await page
      .getByText(/^\d+ pages?$/)
      .first()
      .waitFor();
    await page.context().setOffline(true);
    await page.getByRole('searchbox').last().fill('order');
    await expect.poll(() => page.locator('main a[href*="/catalog/"]').count()).toBeGreaterThan(0);
  });

  it('draws a graph whose links work with scripts off', async () => {
    const page = await open('catalog/default/component/orders-service/', { javaScriptEnabled: false });
    await page.locator('figure svg a[href*="payments-api"]').first().click();
    expect(page.url()).toContain('/catalog/default/api/payments-api/');
    await page.goto(`${portal.preview.url}catalog-graph/`);
    await page.locator('svg a[href*="/component/checkout-web/"]').first().click();
    expect(page.url()).toContain('/catalog/default/component/checkout-web/');
  });

  it('reads and walks the docs with scripts off', async () => {
    const page = await open('docs/default/component/orders-service/', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Stuck orders' }).first().click();
    expect(await page.locator('h1').innerText()).toContain('Stuck orders');
  });

  it('leads with scripts off from a broken entity to its line, its code, and everything else its repository gets wrong', async () => {
    const page = await open('catalog/default/component/sales-reports/', { javaScriptEnabled: false });
    const notice = page.getByRole('note').filter({ hasText: 'business-intelligence' });
    expect(await notice.getByRole('link').first().getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/northwind-demo\/legacy-reports\/blob\/[0-9a-f]{40}\/catalog-info\.yaml#L16$/,
    );
    await page.getByText(/^\d+ more problems$/).click();
    expect(await page.getByRole('note').filter({ hasText: 'contacts.md' }).isVisible()).toBe(true);
    await notice.getByRole('link', { name: 'catalog/reference-not-found' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Reference to nothing');
    expect(await page.locator('.cb-example mark').allInnerTexts()).toEqual(['  owner: odrers\n', '  owner: orders\n']);
    await page.getByRole('link', { name: 'legacy-reports', exact: true }).first().click();
    expect(await page.locator('.cb-problem').count()).toBeGreaterThanOrEqual(9);
    await page.getByRole('link', { name: 'Problems', exact: true }).first().click();
    await page.getByRole('link', { name: /^Owners/ }).click();
    await page.getByRole('link', { name: 'Growth', exact: true }).first().click();
    expect(page.url()).toContain('/problems/owners/default/group/growth/');
  });

  it('filters problems by words, severity and owner, and copies their address', async () => {
    const page = await open('problems/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('checkbox', { name: 'Errors' }).check();
    await page.getByRole('checkbox', { name: /^Growth/ }).check();
    const found = page.locator('[data-problems-found] li');
    await expect.poll(() => found.count()).toBeGreaterThanOrEqual(4);
    await page.getByPlaceholder('Filter problems…').fill('tab');
    await expect.poll(() => found.count()).toBe(1);
    await found.getByRole('button', { name: 'Copy address' }).click();
    const address = await found.getByRole('link', { name: 'gift-cards/' }).innerText();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect(new URL(page.url()).search).toBe('?severity=error&owner=Growth&q=tab');
  });

  it('counts problems in the catalog by severity, and finds and sorts by them', async () => {
    const page = await open('catalog/component/?problems=errors');
    const rows = page.locator('[data-catalog-rows] tr');
    await expect.poll(() => rows.count()).toBeLessThan(10);
    const counts = page.locator('[data-catalog-rows] td:last-child .cb-state');
    expect(await counts.count()).toBe(await rows.count());
    await page.goto(`${portal.preview.url}catalog/component/`);
    await page.getByRole('button', { name: 'Problems' }).click();
    await page.getByRole('button', { name: 'Problems' }).click();
    await expect.poll(() => counts.first().getAttribute('title')).toMatch(/errors?/);
  });

  it('shows a kind of the organisation’s own: listed by its fields, related from both ends', async () => {
    const page = await open('catalog/topic/');
    await page.getByRole('checkbox', { name: '30 days' }).check();
    await page.getByRole('link', { name: 'orders.v2', exact: true }).click();
    const readers = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Read by' }) });
    await readers.getByRole('link', { name: 'ledger', exact: true }).click();
    await page.waitForURL(/catalog\/default\/component\/ledger\//);
    expect(await page.getByRole('heading', { name: 'Reads' }).count()).toBe(1);
  });

  it('saves everything that breaks with an entity', async () => {
    const page = await open('catalog/default/resource/orders-db/');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    const lines = (await readFile(await (await saving).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(1 + (await page.locator('.cb-table-owners td .cb-name').count()));
    expect(lines[1]).toMatch(/^component:default\/orders-service,.*,group:default\/order-team,1,/);
  });

  it('shows 404 for what is not there, with near matches', async () => {
    const page = await open('catalog/default/component/order-service/');
    await page.getByRole('link', { name: 'orders-service', exact: true }).waitFor();
    complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.includes('404')));
  });

  it('asked no other host and left nothing in the console', () => {
    expect(complaints).toEqual([]);
  });
});
