import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { execa } from 'execa';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageView } from '../portal/views/page.ts';
import { browserMissing, launchChromium } from '../testing/chromium.ts';
import { pages } from './render-fixtures.ts';
import { rowsFile } from './render-fixtures-catalog.ts';
import { problemRows } from './render-fixtures-problems.ts';

const base = '/portal/';
const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.woff2': 'font/woff2' };
const html = new Map<string, string>();
let folder: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-site-'));
  const env = { CALLBOARD_BASE: base, CALLBOARD_SITE_OUT: folder, ASTRO_TELEMETRY_DISABLED: '1' };
  await execa('astro', ['build', '--silent'], { preferLocal: true, env });
  const site = (await import(pathToFileURL(join(folder, 'server/entry.mjs')).href)) as {
    renderPage: (path: string, page: PageView) => Promise<Response>;
  };
  for (const [path, page] of pages) {
    const response = await site.renderPage(base + path, page);
    expect(response.status).toBe(200);
    html.set(base + path, await response.text());
  }
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://portal.invalid');
    const page = html.get(pathname);
    response.setHeader('content-type', page ? 'text/html' : (types[extname(pathname)] ?? 'application/json'));
    if (page) return response.end(page);
    if (pathname.endsWith('problems/rows.json')) return response.end(JSON.stringify(problemRows));
    if (pathname.endsWith('rows.json')) return response.end(JSON.stringify(rowsFile));
    if (pathname.endsWith('names.json'))
      return response.end(
        JSON.stringify({
          refs: ['component:default/not-fond'],
          titles: {},
          kinds: { component: 'Component' },
          docs: {},
        }),
      );
    const file = join(folder, 'client', pathname.slice(base.length));
    return response.end(await readFile(file).catch(() => ''));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(pages.map(([path]) => path))('the page /%s', (path) => {
  const text = (): string => html.get(base + path) as string;

  it('has one inline style, the accent, and no inline scripts but those of the theme and of Home, which its policy names by hash', () => {
    expect(text()).not.toMatch(/\sstyle=/);
    const styles = [...text().matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, body]) => body as string);
    expect(styles).toEqual([':root{--cb-accent-1:light-dark(#8a2b06,#ffb59b)}\n']);
    const scripts = [...text().matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(
      ([, body]) => body as string,
    );
    expect(scripts).toHaveLength(path === '' ? 2 : 1);
    const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text())?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')};`);
    const styleHash = createHash('sha256')
      .update(styles[0] as string)
      .digest('base64');
    expect(policy).toContain(`style-src 'self' 'sha256-${styleHash}';`);
    expect(policy).toContain("default-src 'none'");
  });

  it('asks for nothing outside the base path', () => {
    const urls = [...text().matchAll(/<(?:link|script|img)[^>]*\s(?:href|src)="([^"#][^"]*)"/g)].map(([, url]) => url);
    expect(urls.filter((url) => !url?.startsWith(base))).toEqual([]);
  });

  it('draws every glyph that it uses', () => {
    const used = [...text().matchAll(/<use href="#([^"]+)"/g)].map(([, id]) => id as string);
    expect(used.filter((id) => !text().includes(`<symbol id="${id}"`))).toEqual([]);
  });
});

it('lets docs pages, and no others, show frames of the hosts that the owner allows', () => {
  const framing = [...html].filter(([, text]) => text.includes('frame-src https://video.example.org"'));
  expect(framing.map(([path]) => path)).toEqual([expect.stringContaining(`${base}docs/`)]);
  expect([...html.values()].filter((text) => text.includes('frame-src'))).toHaveLength(1);
});

it('keeps pages and styles within the budgets', async () => {
  for (const [path, text] of html) {
    const linked = [...text.matchAll(/rel="stylesheet" href="[^"]*\/(assets\/[^"]+)"/g)].map(([, file]) => file);
    const sizes = linked.map(async (file) => gzipSync(await readFile(join(folder, 'client', file as string))).length);
    const sum = (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
    expect(sum, path).toBeLessThan(15_000);
  }
  const entity = html.get(`${base}catalog/default/component/orders/`) as string;
  expect(entity.match(/<(?:link rel="stylesheet"|script type="module")/g)?.length).toBeLessThanOrEqual(5);
});

describe.skipIf(browserMissing())('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it.each([
    ['light', 1320],
    ['dark', 1320],
    ['light', 320],
    ['dark', 360],
  ] as const)('is accessible, does not overflow and logs nothing: %s, %d px', async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: false });
    const page = await context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    const found: string[] = [];
    for (const [path, { page: kind }] of pages.filter(([, { page: type }]) => type !== 'redirect')) {
      await page.goto(origin + base + path, { waitUntil: 'load' });
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      found.push(...violations.map(({ id, nodes }) => `${kind}: ${id}: ${nodes[0]?.html}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${kind}: ${wide} px too wide`);
    }
    await context.close();
    expect(found).toEqual([]);
    expect(messages.filter((message) => !message.includes('pagefind'))).toEqual([]);
  });

  it('filters the catalog by facet and words and keeps the view in the address', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}${base}catalog/component/`);
    await page.getByRole('checkbox', { name: 'production' }).check();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(2);
    await page.getByPlaceholder('Filter components…').fill('pay');
    await expect.poll(() => page.locator('tbody tr a').first().textContent()).toBe('payments');
    expect(page.url()).toContain('?lifecycle=production&q=pay');
    await page.reload();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('button', { name: 'Remove the filter production' }).click();
    await page.getByPlaceholder('Filter components…').fill('');
    await page.getByRole('button', { name: 'Name' }).click();
    await page.getByRole('button', { name: 'Name' }).click();
    await expect.poll(() => page.locator('tbody tr a').first().textContent()).toBe('vouchers');
    await page.close();
  });

  it('filters the problems of the whole portal by words and severity, and keeps the view in the address', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}${base}problems/codes/`);
    await page.getByRole('searchbox', { name: 'Filter by message' }).fill('colon many');
    const found = page.locator('[data-problems-found] li');
    await expect.poll(() => found.count()).toBe(1);
    expect(await found.first().getByRole('link', { name: 'orders/a b.yaml:3:1' }).getAttribute('href')).toBe(
      'https://git.example/orders/blob/main/a%20b.yaml#L3',
    );
    expect(await page.getByRole('table').isVisible()).toBe(false);
    await page.getByRole('searchbox', { name: 'Filter by message' }).fill('');
    await page.getByRole('checkbox', { name: 'Warnings' }).check();
    await expect.poll(() => found.first().innerText()).toContain('Something else.');
    expect(page.url()).toContain('?severity=warning');
    await page.reload();
    await expect.poll(() => found.count()).toBe(1);
    await page.getByRole('button', { name: 'Remove the filter warning' }).click();
    await expect.poll(() => page.getByRole('table').isVisible()).toBe(true);
    await page.close();
  });

  it('draws found problems as the page does', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}${base}problems/`);
    const shape = (selector: string) =>
      page
        .locator(selector)
        .evaluate((item) => [...item.querySelectorAll('*')].map((it) => `${it.tagName}.${it.getAttribute('class')}`));
    const drawn = await shape('.cb-problem-section li >> nth=0');
    await page.getByRole('searchbox', { name: 'Filter by message' }).fill('something else');
    await page.locator('[data-problems-found] li').waitFor();
    expect(await shape('[data-problems-found] li >> nth=0')).toEqual(drawn);
    await page.close();
  });

  it('remembers the theme that was chosen, over the one of the system', async () => {
    const page = await browser.newPage({ colorScheme: 'light' });
    await page.goto(origin + base);
    await page.getByLabel('Theme').first().click();
    await page.getByRole('button', { name: 'Dark' }).click();
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto(`${origin}${base}problems/`);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await page.close();
  });

  it('works without scripts: nothing that only works live is shown', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}${base}catalog/component/`);
    expect(await page.locator('.cb-live:visible').count()).toBe(0);
    expect(await page.locator('tbody tr:visible').count()).toBe(3);
    await page.goto(`${origin}${base}search/`);
    expect(await page.getByText('needs scripts').isVisible()).toBe(true);
    await context.close();
  });

  it('leads to the search field by /, and offers near matches where nothing is', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}${base}not-found/`);
    await page.getByRole('link', { name: 'not-fond' }).waitFor();
    await page.goto(`${origin}${base}problems/`);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('query');
    await page.close();
  });
});
