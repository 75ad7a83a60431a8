import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that was opened to be checked. */
export interface Visit {
  readonly page: Page;
  /** What it wrote to the console, threw, or asked of other hosts. */
  readonly complaints: readonly string[];
}

/** How a page is opened. */
export interface VisitOptions extends BrowserContextOptions {
  /** Run in the page before anything of it. */
  readonly before?: string;
  /** Called with the page before it goes anywhere. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Opens a page in a browser profile of its own, waits until it is complete, hands it to `look`, and closes it. */
export async function visit<Found>(
  browser: Browser,
  url: string,
  { before, prepare, ...options }: VisitOptions,
  look: (visit: Visit) => Promise<Found>,
): Promise<Found> {
  const context = await browser.newContext({ viewport: { width: 1320, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(url).host) complaints.push(request.url());
    });
    if (before) await page.addInitScript(before);
    await prepare?.(page);
    await page.goto(url);
    if (url.includes('query=')) await page.locator('main a[href*="/catalog/"]:visible').first().waitFor();
    return await look({ page, complaints });
  } finally {
    await context.close();
  }
}
