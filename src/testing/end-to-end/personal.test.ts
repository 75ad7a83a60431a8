import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { findViolations } from '../page-quality/in-page.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';

describe.skipIf(browserMissing())('what is kept in the browser', () => {
  let portal: DemoPortal;
  let browser: Browser;
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startDemoPortal('/portal/'), launchChromium()]);
  });
  afterAll(() => Promise.all([portal?.stop(), browser?.close()]));

  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    contexts.push(context);
    return context;
  };
  const open = async (context: BrowserContext, path: string, day?: string): Promise<Page> => {
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(`${path}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    if (day) await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
    await page.goto(portal.preview.url + path);
    return page;
  };
  const kept = (page: Page, list: string) => page.locator(`[data-kept=${list}] li > a`).allTextContents();

  it('takes a star to Home, where visited pages are, and back from Settings into every tab', async () => {
    const context = await newContext();
    const orders = await open(context, 'catalog/default/component/orders-service/');
    const star = orders.getByRole('button', { name: 'Star orders-service' });
    await star.focus();
    await orders.keyboard.press('Enter');
    await orders.locator('[data-star][aria-pressed=true]').waitFor();
    await (await open(context, 'docs/default/component/payments-service/refunds/')).close();

    const home = await open(context, '');
    await expect.poll(() => kept(home, 'starred')).toEqual(['orders-service']);
    expect((await kept(home, 'recent')).map((title) => title.split(' · ')[0])).toEqual(['Refunds', 'orders-service']);
    await home.locator('[data-kept=starred] a').click();
    await home.waitForURL(/component\/orders-service\/$/);
    expect(await home.locator('[data-star][aria-pressed=true]').count()).toBe(1);

    const settings = await open(context, 'settings/');
    await settings.getByRole('button', { name: 'Remove the star of orders-service' }).press('Enter');
    await orders.locator('[data-star][aria-pressed=false]').waitFor();
    expect(await settings.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('shows announcements on their days, moves nothing, and keeps what was put away', async () => {
    const context = await newContext();
    await context.addInitScript(() => {
      const seen = window as unknown as { shift: number };
      seen.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const titlesOn = async (day: string) => {
      const page = await open(context, '', day);
      const titles = await page.locator('[data-announcement]:not([hidden]) h2').allTextContents();
      // What fonts move by a hair is not the announcements'.
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.001);
      await page.close();
      return titles;
    };
    const both = ['No releases between the years', 'Tell us what you miss'];
    expect(await titlesOn('2026-12-17')).toEqual(both.slice(1));
    expect(await titlesOn('2026-12-18')).toEqual(both);
    expect(await titlesOn('2027-01-04')).toEqual(both);
    expect(await titlesOn('2027-01-05')).toEqual(both.slice(1));

    const page = await open(context, '', '2026-12-20');
    await page.getByRole('button', { name: 'Put away: Tell us what you miss' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('No releases');
    expect(await titlesOn('2026-12-20')).toEqual(both.slice(0, 1));
    expect(await titlesOn('2027-02-01')).toEqual([]);
    expect(await (await open(context, '', '2027-02-01')).locator('[data-announcements]').isVisible()).toBe(false);
  });

  it('knows the reader’s teams and what is wrong with their things; density holds before a page is painted', async () => {
    const context = await newContext();
    const page = await open(context, 'settings/');
    await page.getByRole('searchbox', { name: 'Filter teams' }).fill('order');
    await expect.poll(() => page.locator('[data-choosable] label').allTextContents()).toEqual([' Order team']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Compact' }).press('Enter');
    expect(await findViolations(page)).toEqual([]);

    const home = await open(context, '');
    await expect
      .poll(() => home.locator('[data-kept=teams] li').innerText())
      .toMatch(/Order team\s+owns 7 · 2 problems/);
    expect(await home.locator('html').getAttribute('data-density')).toBe('compact');
    expect(await findViolations(home)).toEqual([]);
  });

  it('goes to another browser as a file, which adds to what is there, and is forgotten when asked to', async () => {
    const context = await newContext();
    const star = async (path: string, where: BrowserContext) => {
      const page = await open(where, path);
      await page.locator('.cb-masthead [data-star]').click();
      await page.locator('[data-star][aria-pressed=true]').first().waitFor();
    };
    await star('catalog/default/component/orders-service/', context);
    const page = await open(context, 'settings/');
    await page.getByRole('button', { name: 'Dark' }).first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const file = await download.path();
    const hostile = JSON.parse(await readFile(file, 'utf8'));
    hostile.visited.push({ path: '../../evil', time: 1, glyph: 'docs', title: 'Out' }, { path: 7 }, null);
    hostile.starred.push({ ref: 'javascript:alert(1)' }, { ref: 'a:b/<img src=x onerror=alert(1)>', title: 'x' });
    await writeFile(file, JSON.stringify(hostile));

    const other = await newContext();
    await star('catalog/default/api/orders-api/', other);
    const settings = await open(other, 'settings/');
    const load = async (path: string) => {
      const [chooser] = await Promise.all([
        settings.waitForEvent('filechooser'),
        settings.getByRole('button', { name: 'Load a file' }).click(),
      ]);
      await chooser.setFiles(path);
    };
    const starred = () => settings.locator('[data-starred] a').allTextContents();
    await load(join(portal.output, 'manifest.json'));
    await settings.getByText('not a file that these settings were saved as').waitFor();
    await load(file);
    await expect.poll(starred).toEqual(['orders-service', 'orders-api']);
    expect(await settings.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await settings.locator('[data-visited] a').allTextContents()).toHaveLength(2);

    await settings.getByRole('button', { name: 'Forget everything' }).click();
    await settings.getByRole('button', { name: 'Keep it' }).click();
    expect(await starred()).toHaveLength(2);
    await settings.getByRole('button', { name: 'Forget everything' }).click();
    await settings.getByRole('button', { name: 'Yes, forget everything' }).click();
    await expect.poll(starred).toEqual([]);
    expect(await settings.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it('breaks no page where storing is forbidden or holds nonsense', async () => {
    const forbidden = await newContext();
    await forbidden.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('no', 'SecurityError');
      };
      Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse, removeItem: refuse });
    });
    const page = await open(forbidden, 'catalog/default/component/orders-service/');
    await page.locator('.cb-masthead [data-star]').click();
    await page.locator('[data-star][aria-pressed=true]').first().waitFor();
    expect(await (await open(forbidden, '')).getByText('Press the star of what you need often').isVisible()).toBe(true);
    expect(await (await open(forbidden, 'settings/')).getByText('does not let the portal keep').isVisible()).toBe(true);

    const damaged = await newContext();
    await damaged.addInitScript(() => {
      const keep = (name: string, value: unknown) =>
        localStorage.setItem(`callboard:1:/portal/:${name}`, JSON.stringify(value));
      keep('starred', [['component:default/x', '<img src=x onerror=alert(1)>', 'docs'], 7, null]);
      keep('recent', [['javascript:alert(1)', 1, 'docs', 'Click me'], null, {}]);
      keep('teams', 'group:default/payments');
      keep('dismissed', { length: 9 });
      keep('density', []);
    });
    const home = await open(damaged, '');
    await expect.poll(() => kept(home, 'starred')).toEqual(['<img src=x onerror=alert(1)>']);
    expect(await kept(home, 'recent')).toEqual([]);
  });

  it('says without scripts where settings live, shows every announcement with its days, and nothing that only works live', async () => {
    const context = await newContext({ javaScriptEnabled: false });
    const home = await open(context, '');
    expect(await home.getByText('18 Dec 2026 to 4 Jan 2027').isVisible()).toBe(true);
    expect(await home.getByRole('button', { name: /Put away/ }).count()).toBe(0);
    expect(await home.locator('[data-yours]').isVisible()).toBe(false);
    const settings = await open(context, 'settings/');
    expect(await settings.getByText('live in the browser and need scripts').isVisible()).toBe(true);
    expect(await settings.locator('[data-settings]').isVisible()).toBe(false);
    const entity = await open(context, 'catalog/default/component/orders-service/');
    expect(await entity.locator('[data-star]:visible').count()).toBe(0);
  });

  it('left nothing in the console', async () => {
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints).toEqual([]);
  });
});
