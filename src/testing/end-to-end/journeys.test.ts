import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';
import * as journeys from './journeys.ts';
import { byKeyboard, byPointer, type Press } from './journeys.ts';
import { cutNetwork, waitForWorker } from './offline-reader.ts';

interface Journey {
  readonly starts: string;
  readonly go: (page: Page, press: Press) => Promise<void>;
}

/** The journeys of the portal that a reader makes with scripts, by where they start. */
const live: Readonly<Record<string, Journey>> = {
  '1. who owns this': { starts: '', go: journeys.findOwner },
  '2. what breaks if I change it': { starts: 'catalog/default/resource/orders-db/', go: journeys.seeImpact },
  '3. read the docs': { starts: 'catalog/default/component/orders-service/', go: journeys.readDocs },
  '3. from search to the heading': { starts: 'search/', go: journeys.findHeading },
  '5. what is deprecated and still depended on': { starts: 'catalog/component/', go: journeys.seeDeprecated },
  '6. my team': { starts: 'catalog/default/group/commerce/', go: journeys.expectTeam },
  '7. I broke my catalog file': { starts: 'catalog/default/component/sales-reports/', go: journeys.mendProblem },
};

/** Those that need none. */
const still: Readonly<Record<string, Journey>> = {
  '1. who owns this': { starts: 'catalog/default/component/payments-service/', go: journeys.expectOwnership },
  '2. what breaks if I change it': { starts: 'catalog/default/resource/orders-db/', go: journeys.expectImpact },
  '3. read the docs': { starts: 'catalog/default/component/orders-service/', go: journeys.readDocs },
  '5. the estate, page by page': {
    starts: 'catalog/component/',
    go: async (page) => {
      expect(await page.locator('[data-catalog-rows] tr').count()).toBeGreaterThan(30);
      await page.getByRole('link', { name: 'orders-service', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'orders-service' }).waitFor();
    },
  },
  '6. my team': { starts: 'catalog/default/group/commerce/', go: journeys.expectTeam },
  '7. I broke my catalog file': { starts: 'catalog/default/component/sales-reports/', go: journeys.mendProblem },
};

describe.skipIf(browserMissing())('a journey through the portal', () => {
  let portal: DemoPortal;
  let browser: Browser;
  let context: BrowserContext;
  const complaints: string[] = [];
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startDemoPortal('/portal/'), launchChromium()]);
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    await page.goto(portal.preview.url + path);
    return page;
  }

  it.each(Object.entries(live))('%s: by keyboard alone', async (_, { starts, go }) => {
    await go(await open(starts), byKeyboard);
  });

  it.each(Object.entries(still))('%s: with scripts off', async (_, { starts, go }) => {
    await go(await open(starts, { javaScriptEnabled: false }), byPointer);
  });

  it('all of them without a network, once everything was saved', async () => {
    const page = await open('settings/#offline');
    await waitForWorker(page);
    const everything = page.locator('[data-part=all]');
    await everything.locator('.cb-offline-main').click();
    await everything
      .getByRole('status')
      .filter({ hasText: /can be read without a network now/ })
      .waitFor();
    await cutNetwork(context);
    for (const [name, { starts, go }] of Object.entries(live)) {
      await page.goto(portal.preview.url + starts);
      await go(page, byKeyboard).catch((cause: unknown) => {
        throw new Error(`${name}, without a network: ${String(cause)}`, { cause });
      });
    }
  }, 180_000);

  it('has no errors in its scripts', () => expect(complaints).toEqual([]));
});
