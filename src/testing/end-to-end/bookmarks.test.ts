import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';

describe.skipIf(browserMissing())('addresses that readers of Backstage have bookmarked', () => {
  let portal: DemoPortal;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    portal = await startDemoPortal('/portal/');
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const orders = 'catalog/default/component/orders-service/';

  it.each([
    ['catalog/default/Component/Orders-Service', orders],
    ['catalog/default/component/orders-service/dependencies', `${orders}#dependencies`],
    ['catalog/default/component/orders-service/docs', 'docs/default/component/orders-service/'],
    [
      'docs/default/Component/orders-service/runbooks/stuck-orders',
      'docs/default/component/orders-service/runbooks/stuck-orders/',
    ],
    ['catalog/component/orders-service', orders],
    ['api-docs?filters[type]=openapi', 'catalog/api/?type=openapi'],
    [
      'catalog-graph?rootEntityRefs[]=component:default/orders-service',
      'catalog-graph/?rootEntityRefs[]=component:default/orders-service',
    ],
    ['search?query=orders&types[]=techdocs', 'search/?query=orders&types[]=techdocs'],
    ['create', 'catalog/template/'],
    ['home', ''],
    ['catalog-import', 'not-in-catalog/'],
    ['catalog-unprocessed-entities', 'problems/'],
    ['settings/auth-providers', 'settings/'],
  ])('/%s leads to /%s', async (from, to) => {
    await page.goto(portal.preview.url + from);
    await page.waitForURL((url) => decodeURIComponent(`${url}`) === portal.preview.url + to);
    expect(await page.locator('h1').count()).toBe(1);
  });

  it('offers what an address with slips may have meant', async () => {
    await page.goto(`${portal.preview.url}catalog/default/component/ordrs-servic/`);
    await page.getByRole('link', { name: 'orders-service', exact: true }).click();
    await page.waitForURL(portal.preview.url + orders);
  });

  it('offers what a search with slips may have meant', async () => {
    await page.goto(`${portal.preview.url}search/?query=ordsvc`);
    await page.getByRole('link', { name: 'orders-service', exact: true }).first().click();
    await page.waitForURL(/query=orders-service/);
    await page.locator(`.cb-hit[href="/portal/${orders}"]`).waitFor();
  });

  it('lists docs oldest first, and finds one by typing', async () => {
    await page.goto(`${portal.preview.url}docs/by-freshness/`);
    const times = await page
      .locator('[data-docs-table] time')
      .evaluateAll((all) => all.map((time) => (time as HTMLTimeElement).dateTime));
    expect(times).toEqual(times.toSorted());
    await page.getByRole('searchbox', { name: 'Filter by title' }).fill('ledger');
    await page.getByText(/^1 of \d+ sites$/).waitFor();
  });
});
