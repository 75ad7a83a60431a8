import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { hostileNames, type OfflinePortal, startOfflinePortal } from './offline-portal.ts';
import {
  clearBrowserCache,
  cutNetwork,
  lookAtPart,
  restoreNetwork,
  saveForOffline,
  storedBy,
  waitForWorker,
} from './offline-reader.ts';

const docs = '/p/docs/default/component/guide/';
const entity = '/p/catalog/default/component/guide/';

describe.skipIf(browserMissing())('reading without a network', () => {
  let portal: OfflinePortal;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startOfflinePortal(['p', 'q']), launchChromium()]);
  });
  afterEach(async () => {
    portal.disturb(() => undefined);
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options);
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(portal.origin + path);
    return page;
  }

  const go = (page: Page, path: string) => page.goto(portal.origin + path);
  const titleOf = (page: Page) => page.locator('h1').first().innerText();
  const barOf = (page: Page) => page.locator('[data-copy-bar] [role=status]').innerText();
  it('shows pages that were visited, also the first, when the server is gone, and says of when they are', async () => {
    const page = await open(docs);
    await waitForWorker(page);
    await go(page, entity);
    await clearBrowserCache(page);
    await portal.goAway();
    try {
      for (const path of [docs, entity]) {
        await go(page, path);
        expect(await titleOf(page)).toMatch(/guide/i);
        expect(await barOf(page)).toMatch(/^Saved copy of \d+ \w+ 20\d\d, \d\d:\d\d – the portal does not answer$/);
        expect(await page.evaluate(() => document.fonts.check('16px Inter'))).toBe(true);
      }
    } finally {
      await portal.comeBack();
    }
  });

  it('says kindly that a page is not saved, lists what is, and opens the page when the network is back', async () => {
    const page = await open(docs);
    await saveForOffline(page);
    await cutNetwork(page.context());
    await go(page, '/p/problems/');
    expect(await titleOf(page)).toBe('Not saved');
    await page.getByRole('link', { name: 'Docs of Guide' }).waitFor();
    await restoreNetwork(page.context());
    await page.getByRole('heading', { level: 1, name: 'Problems' }).waitFor();
  });

  it('reads saved docs: pages, pictures, the search in them and of the portal', async () => {
    const page = await open(docs);
    await saveForOffline(page);
    await clearBrowserCache(page);
    await cutNetwork(page.context());
    await go(page, `${docs}third/`);
    expect(await titleOf(page)).toContain('Third');
    expect(await barOf(page)).toMatch(/– no network$/);
    await go(page, docs);
    const picture = page.locator('[data-prose] img').first();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(20);
    await page.locator('[data-docs-search] input[name=query]').fill('platypus');
    await page.locator('.cb-docs-found a[href*="second"]').first().waitFor();
    await go(page, '/p/search/?query=walrus');
    await page.locator('main a[href*="/docs/default/component/guide/"]').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('libr');
    await page
      .getByRole('option', { name: /library/ })
      .first()
      .waitFor();
    // Without its slash, as people write addresses.
    await go(page, `${docs}second`);
    expect(page.url()).toBe(`${portal.origin}${docs}second/`);
  });

  it('has the pages whose names are made of what addresses are made of', async () => {
    const page = await open(docs);
    const links = page.locator('[data-docs-nav] a[href*="/docs/default/component/guide/"]');
    const paths = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    const hostile = [...new Set(paths)].filter((path) => !/\/guide\/(?:second\/|third\/)?$/.test(path));
    expect(hostile.map((path) => decodeURIComponent(path)).sort()).toEqual(
      hostileNames.map((name) => `${docs}${name}/`).sort(),
    );
    await saveForOffline(page);
    await clearBrowserCache(page);
    await cutNetwork(page.context());
    for (const path of hostile) {
      await go(page, path);
      expect(await titleOf(page), path).toMatch(/^Page \d/);
    }
  });

  it('refuses what does not have the hash that the lists say, and keeps nothing of it', async () => {
    const page = await open(docs);
    await waitForWorker(page);
    const forged = '<!doctype html><html lang="en" data-base="/p/"><title>Forged</title>';
    portal.disturb((path) => (path.startsWith(`${docs}third/`) ? { text: forged } : undefined));
    const dialog = await lookAtPart(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/something on the way changes its files/).waitFor();
    expect(await storedBy(page)).toEqual({ parts: 0, files: [] });
  });

  it('never keeps an error page, a page of somebody else, or a redirect as a good copy', async () => {
    const page = await open(docs);
    await waitForWorker(page);
    const answers = [
      { status: 500 },
      { status: 404 },
      { text: '<!doctype html><html><title>Sign in</title><h1>Sign in</h1>' },
    ];
    for (const answer of answers) {
      portal.disturb((path) => (path.startsWith('/p/status/') ? answer : undefined));
      await go(page, '/p/status/');
    }
    portal.disturb(() => undefined);
    // Answered by a redirect to the folder.
    await go(page, '/p/problems');
    await clearBrowserCache(page);
    await cutNetwork(page.context());
    await go(page, '/p/status/');
    expect(await titleOf(page)).toBe('Not saved');
    await go(page, '/p/problems/');
    expect(await titleOf(page)).toBe('Problems');
    await restoreNetwork(page.context());
    // A server in trouble: the copy is better.
    portal.disturb(() => ({ status: 503 }));
    await go(page, docs);
    expect(await titleOf(page)).toContain('Guide');
    expect(await barOf(page)).toContain('the portal does not answer');
  });

  it('says that there is no room before and while it saves, and leaves nothing behind', async () => {
    const page = await open(docs);
    await waitForWorker(page);
    const session = await page.context().newCDPSession(page);
    const { origin } = portal;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 50_000 });
    const dialog = await lookAtPart(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/There is no room: it needs [\d.]+ (?:kB|MB)/).waitFor();
    expect((await storedBy(page)).parts).toBe(0);
    // The browser says that there is room, and then has none.
    await page.evaluate(() => {
      navigator.storage.estimate = async () => ({ quota: 1e12, usage: 0 });
    });
    await dialog.getByRole('button', { name: /Save/ }).click();
    await dialog.getByText(/There is no room/).waitFor();
    await expect.poll(() => storedBy(page)).toEqual({ parts: 0, files: [] });
    await session.send('Storage.overrideQuotaForOrigin', { origin });
  });

  it('removes a part and frees what no other part needs', async () => {
    const page = await open(docs);
    await saveForOffline(page);
    const docsOnly = await storedBy(page);
    await go(page, '/p/catalog/default/group/readers/');
    await saveForOffline(page);
    const both = await storedBy(page);
    expect(both.files.length).toBeGreaterThan(docsOnly.files.length);
    const dialog = await lookAtPart(page);
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await dialog.getByText(/was removed/).waitFor();
    expect(await storedBy(page)).toEqual(docsOnly);
  });

  it('saves what belongs to a team, with the docs that others publish for it', async () => {
    const page = await open('/p/catalog/default/group/readers/');
    await saveForOffline(page);
    await clearBrowserCache(page);
    await cutNetwork(page.context());
    for (const path of ['/p/catalog/default/component/other/', docs, '/p/']) {
      await go(page, path);
      expect(await page.locator('[data-stand-in]').count(), path).toBe(0);
    }
    await go(page, '/p/catalog/default/group/writers/');
    expect(await titleOf(page)).toBe('Not saved');
  });

  it('lists in the settings what is saved, and saves more', async () => {
    const page = await open('/p/settings/');
    await waitForWorker(page);
    const section = page.locator('#offline');
    await section.getByLabel('What to save').selectOption('system');
    const more = section.locator('.cb-offline-choice + div');
    await more.getByText('library: system and its parts').waitFor();
    await more.getByRole('button', { name: 'Save' }).click();
    await section
      .locator('[data-part]')
      .first()
      .getByText(/Saved .* Up to date/)
      .waitFor();
    expect(await section.innerText()).toMatch(/This portal uses [\d.]+ (?:kB|MB) here/);
    await cutNetwork(page.context());
    await go(page, docs);
    expect(await titleOf(page)).toContain('Guide');
  });

  it('keeps two portals of one origin apart', async () => {
    const page = await open(docs);
    await saveForOffline(page);
    await go(page, docs.replace('/p/', '/q/'));
    await saveForOffline(page);
    const [p, q] = [await storedBy(page), await storedBy(page, '/q/')];
    expect(p.parts + q.parts).toBe(2);
    const dialog = await lookAtPart(page);
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await dialog.getByText(/was removed/).waitFor();
    expect(await storedBy(page)).toEqual(p);
    expect((await storedBy(page, '/q/')).files).toEqual([]);
    await cutNetwork(page.context());
    await go(page, docs);
    expect(await page.title()).toContain('Portal p');
  });

  it('stops saving when it is told to, and keeps nothing', async () => {
    const page = await open(docs);
    await waitForWorker(page);
    const dialog = await lookAtPart(page);
    await dialog.getByRole('button', { name: 'Save' }).waitFor();
    portal.disturb((path) => (path.includes('/third/') ? 'hang' : undefined));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/\d+ of \d+ files/).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByText(/to load/).waitFor();
    expect(await storedBy(page)).toEqual({ parts: 0, files: [] });
  });

  it('keeps no more than so much of what was visited, and lets the oldest go first', async () => {
    const page = await open(docs);
    await waitForWorker(page);
    const left = await page.evaluate(async (path) => {
      const cache = await caches.open('callboard 1 /p/ visited');
      const put = (at: number) => {
        const headers = {
          'x-callboard-at': new Date(Date.UTC(2020, 0, 1 + at)).toISOString(),
          'x-callboard-bytes': '9',
        };
        return cache.put(`/p/docs/old/${at}`, new Response('old', { headers }));
      };
      await Promise.all(Array.from({ length: 420 }, (_, at) => put(at)));
      const names = async () => (await cache.keys()).map(({ url }) => new URL(url).pathname);
      for (let time = 0; time < 200 && (await names()).length > 400; time++) await fetch(path);
      return names();
    }, '/p/api/catalog/index.json');
    expect(left.length).toBeLessThanOrEqual(400);
    expect(left).toContain('/p/api/catalog/index.json');
    expect(left).toContain('/p/docs/old/419');
    expect(left).not.toContain('/p/docs/old/5');
  });

  it('cuts pieces out of copies, as films are asked for', async () => {
    const page = await open(docs);
    await saveForOffline(page);
    await clearBrowserCache(page);
    await cutNetwork(page.context());
    const piece = await page.evaluate(async (path) => {
      const answer = await fetch(path, { headers: { range: 'bytes=1-3' } });
      return [answer.status, await answer.text(), answer.headers.get('content-range')];
    }, `${docs}pictures/field.svg`);
    expect(piece.slice(0, 2)).toEqual([206, 'svg']);
    expect(piece[2]).toMatch(/^bytes 1-3\//);
  });

  it('changes nothing with scripts off', async () => {
    const page = await open(docs, { javaScriptEnabled: false });
    expect(await page.locator('[data-save-offline]').first().isVisible()).toBe(false);
    expect(page.context().serviceWorkers()).toEqual([]);
    await page.getByRole('link', { name: 'Second' }).first().click();
    expect(await titleOf(page)).toContain('Second');
  });
});
