import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';

const service = 'catalog/default/component/orders-service/';

describe.skipIf(browserMissing())('pages of entities in Chromium', () => {
  let portal: DemoPortal;
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    portal = await startDemoPortal('/portal/');
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1320, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(`${path}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    await page.goto(portal.preview.url + path);
    return page;
  }

  it.each([
    ['wide', { width: 1320, height: 900 }, true],
    ['a phone', { width: 360, height: 740 }, true],
    ['a phone without scripts', { width: 360, height: 740 }, false],
  ])(
    'say on the first screen whose it is, how to reach them, its lifecycle, and where code and docs are: %s',
    async (_, viewport, javaScriptEnabled) => {
      const page = await open(service, { viewport, javaScriptEnabled });
      const first = (name: string | RegExp) =>
        page.locator('main').getByRole('link', { name }).locator('visible=true').first();
      const parts = {
        owner: first('Order team'),
        contact: first('team-orders@northwind.example'),
        lifecycle: page.locator('.cb-sub .cb-state'),
        docs: first('Docs'),
        code: page.locator('.cb-actions').getByRole('link', { name: 'Source' }),
      };
      for (const [part, place] of Object.entries(parts)) {
        const box = await place.boundingBox();
        expect(box, part).not.toBeNull();
        expect((box?.y ?? 0) + (box?.height ?? 0), part).toBeLessThanOrEqual(viewport.height);
        expect((box?.x ?? 0) + (box?.width ?? 0), part).toBeLessThanOrEqual(viewport.width);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      await page.context().close();
    },
  );

  it('list their sections beside them, each at an address of its own', async () => {
    const page = await open(service);
    const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
    for (const link of await links.all()) {
      const id = (await link.getAttribute('href'))?.slice(1) ?? '';
      expect(await page.locator(`[id="${id}"]`).count(), id).toBe(1);
    }
    await links.getByText('Documentation').click();
    expect(new URL(page.url()).hash).toBe('#docs');
    await page.context().close();
  });

  it('show the head of a page beside links to it: by pointer, by keyboard, until Escape; never by touch', async () => {
    const page = await open(service);
    const link = page.locator('.cb-sections').getByRole('link', { name: 'checkout-web', exact: true }).last();
    await link.scrollIntoViewIfNeeded();
    await link.hover();
    const card = page.getByRole('tooltip');
    await card.waitFor();
    expect(await card.innerText()).toContain('Storefront');
    expect(await link.getAttribute('aria-describedby')).toBe(await card.getAttribute('id'));
    await card.hover();
    expect(await card.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    await page.mouse.move(0, 0);
    await page.getByRole('link', { name: 'returns-worker', exact: true }).last().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await card.waitFor();
    expect(await card.innerText()).toContain('After-sales');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('tooltip').filter({ hasText: 'returns-worker' }).count()).toBe(0);
    await page.context().close();
  });

  it('say of a team who is in it, what it answers for and where it stands, also without scripts', async () => {
    const page = await open('catalog/default/group/commerce/', { javaScriptEnabled: false });
    const section = (id: string) => page.locator(`section[aria-labelledby="${id}"]`);
    expect(await section('people').innerText()).toContain('Helen Castellanos');
    expect(await section('owned').innerText()).toContain('orders-service');
    expect(await section('teams').getByRole('link').allInnerTexts()).toContain('Payments');
    await section('owned').getByRole('link', { name: 'Growth', exact: true }).first().click();
    await page.waitForURL(/\/(?:group|system)\/default\/|\/catalog\/default\/(?:group|system)\/growth\//);
    await page.context().close();
  });

  it('have nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
