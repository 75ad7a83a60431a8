import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type OfflinePortal, startOfflinePortal } from './offline-portal.ts';
import {
  clearBrowserCache,
  cutNetwork,
  forgetVisited,
  lookAtPart,
  restoreNetwork,
  savedAt,
  saveForOffline,
  storedBy,
} from './offline-reader.ts';

const docs = '/p/docs/default/component/guide/';
const entity = '/p/catalog/default/component/guide/';

/** The default is a second, too little for a worker to be replaced. */
const patiently = { timeout: 10_000 };

describe.skipIf(browserMissing())('a portal that changes while copies of it are read', () => {
  let portal: OfflinePortal;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startOfflinePortal(), launchChromium()]);
  });
  afterEach(async () => {
    portal.disturb(() => undefined);
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  async function open(path: string): Promise<Page> {
    const context = await browser.newContext();
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(portal.origin + path);
    return page;
  }

  const go = (page: Page, path: string) => page.goto(portal.origin + path);
  const barOf = (page: Page) => page.locator('[data-copy-bar] [role=status]').innerText();

  it('updates exactly what changed, in one step, and offers the newer version of a copy', async () => {
    const page = await open(`${docs}second/`);
    await saveForOffline(page);
    const before = await storedBy(page);
    await clearBrowserCache(page);
    await cutNetwork(page.context());
    await go(page, `${docs}second/`);
    await portal.publish({ 'docs/second.md': '# Second\n\nThe narwhal swims.\n' });
    await clearBrowserCache(page);
    await restoreNetwork(page.context());
    await expect
      .poll(() => barOf(page), patiently)
      .toBe('The network is back, and there is a newer version of this page.');
    portal.takeRequests();
    await page.getByRole('button', { name: 'Load it' }).click();
    await page.getByText('The narwhal swims').waitFor();
    const dialog = await lookAtPart(page);
    await dialog.getByText(/Newer version: \d+ files, /).waitFor();
    await dialog.getByRole('button', { name: 'Update' }).click();
    await dialog.getByText(/Up to date/).waitFor();
    const after = await storedBy(page);
    const added = after.files.filter((file) => !before.files.includes(file));
    // The page, what the index knows of it, and lists of what changes; never the other pages or the assets.
    const asked = portal.takeRequests().filter((path) => path.startsWith(docs));
    expect([...new Set(asked)]).toEqual([`${docs}second/`]);
    expect(added.length).toBeLessThan(12);
    expect(added.length).toBeGreaterThan(0);
    expect(before.files.some((file) => !after.files.includes(file))).toBe(true);
  });

  it('leaves the old copy whole when the server dies in the middle of an update, and goes on on the next page', async () => {
    const page = await open(`${docs}second/`);
    await saveForOffline(page);
    const [{ parts: saved }, time] = [await storedBy(page), await savedAt(page)];
    await portal.publish({
      'docs/second.md': '# Second\n\nThe ocelot climbs.\n',
      'docs/third.md': '# Third\n\nThis changes.\n',
      'docs/index.md': '# Guide\n\nThe lynx.\n',
    });
    await clearBrowserCache(page);
    const dialog = await lookAtPart(page);
    await dialog.getByRole('button', { name: 'Update' }).waitFor();
    let left = 3;
    portal.disturb((path) => (/\/lists\/|\/parts\.json/.test(path) || left-- > 0 ? undefined : 'drop'));
    await dialog.getByRole('button', { name: 'Update' }).click();
    await dialog.getByText(/The network went away/).waitFor();
    expect(await storedBy(page)).toMatchObject({ parts: saved });
    expect(await savedAt(page)).toBe(time);
    await forgetVisited(page);
    await cutNetwork(page.context());
    await go(page, docs);
    expect(await page.locator('[data-prose]').innerText()).not.toContain('lynx');
    await go(page, `${docs}second/`);
    expect(await page.locator('[data-prose]').innerText()).not.toContain('ocelot');
    portal.disturb(() => undefined);
    await restoreNetwork(page.context());
    portal.takeRequests();
    await go(page, entity);
    await page.locator('[data-saving-bar]').getByText('can be read without a network now').waitFor();
    expect(await savedAt(page)).not.toBe(time);
    await cutNetwork(page.context());
    await forgetVisited(page);
    await go(page, docs);
    expect(await page.locator('[data-prose]').innerText()).toContain('lynx');
  });

  it('goes away, with all that it kept, when the portal is published without it', async () => {
    const page = await open(docs);
    await saveForOffline(page);
    await portal.publish({}, { offline: false });
    await clearBrowserCache(page);
    await go(page, entity);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(() => page.evaluate(() => caches.keys()), patiently).toEqual([]);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    await go(page, docs);
    expect(await page.locator('[data-save-offline]').count()).toBe(0);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});
