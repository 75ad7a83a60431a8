import type { BrowserContext, Locator, Page } from 'playwright-core';

/** Waits until the worker has taken over, and kept the page that was open before it was there. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Presses the page's "Save for offline", saves what it offers, and waits until it is whole. Closes the dialog. */
export async function saveForOffline(page: Page): Promise<void> {
  await waitForWorker(page);
  await page.locator('[data-save-offline]').first().click();
  const dialog = page.locator('dialog.cb-offline-dialog');
  await dialog.locator('.cb-offline-main').click();
  await dialog
    .getByRole('status')
    .filter({ hasText: /can be read without a network now/ })
    .waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

/** Cuts the network of every page and worker of a browser context. */
export async function cutNetwork(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
}

/** Gives it back. */
export async function restoreNetwork(context: BrowserContext): Promise<void> {
  await context.setOffline(false);
}

/** Opens what the page's "Save for offline" leads to. */
export async function lookAtPart(page: Page): Promise<Locator> {
  await page.locator('[data-save-offline]').first().click();
  return page.locator('dialog.cb-offline-dialog');
}

/** What HTTP lets the browser keep by itself, for a minute or more, would hide what the worker does. */
export async function clearBrowserCache(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

/** Forgets what was visited, so that only what was saved by choice can be shown. */
export async function forgetVisited(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(['visited', 'assets'].map((name) => caches.delete(`callboard 1 /p/ ${name}`))));
}

/** How many parts are saved, and the names of the contents that are stored for them. */
export async function storedBy(
  page: Page,
  base = '/p/',
): Promise<{ readonly parts: number; readonly files: readonly string[] }> {
  return page.evaluate(async (of) => {
    const name = `callboard 1 ${of} saved`;
    if (!(await caches.has(name))) return { parts: 0, files: [] };
    const paths = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    return {
      parts: paths.filter((path) => path.includes('/saved/parts/')).length,
      files: paths.filter((path) => path.includes('/saved/files/')).sort(),
    };
  }, base);
}

/** When the one part that is saved was saved. */
export async function savedAt(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const cache = await caches.open('callboard 1 /p/ saved');
    const record = (await cache.keys()).find(({ url }) => url.includes('/saved/parts/'));
    const part = await (record && cache.match(record))?.then((answer) => answer?.json());
    return part?.savedAt as string;
  });
}
