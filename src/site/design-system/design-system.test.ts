import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { execa } from 'execa';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accentStylesheet } from '../../portal/accent.ts';
import type { PageView } from '../../portal/views/page.ts';
import { browserMissing, launchChromium } from '../../testing/chromium.ts';
import { pages } from '../render-fixtures.ts';

const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.woff2': 'font/woff2' };
/** Callboard's own, and what owners may think of: too light, too dark, loud. */
const accents = ['#005f9e', '#ffffff', '#000000', '#ffff00', '#7fff00'];
/** Where the pictures are put, for whoever wants to look at them. */
const pictures = '.callboard/design-system';
let folder: string;
let server: Server;
let browser: Browser;
let url: string;

/** The page with each accent, by path. */
async function renderDesignSystem(): Promise<ReadonlyMap<string, string>> {
  const env = { CALLBOARD_DESIGN_SYSTEM: 'true', CALLBOARD_SITE_OUT: folder, ASTRO_TELEMETRY_DISABLED: '1' };
  await execa('astro', ['build', '--silent'], { preferLocal: true, env });
  const site = (await import(pathToFileURL(join(folder, 'server/entry.mjs')).href)) as {
    renderPage: (path: string, page: PageView) => Promise<Response>;
  };
  const { frame } = (pages.find(([path]) => path === 'not-found/') as (typeof pages)[number])[1];
  const rendered = accents.map(async (accent) => {
    const ofAccent = { ...frame, title: 'Design system', accentCss: accentStylesheet(accent) };
    const page = { page: 'not-found', frame: ofAccent, namesUrl: '' } as unknown as PageView;
    const response = await site.renderPage('/design-system/', page);
    return [`/design-system/${accent.slice(1)}`, await response.text()] as const;
  });
  return new Map(await Promise.all(rendered));
}

describe.skipIf(browserMissing())('the design system', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'callboard-design-'));
    const pagesByPath = await renderDesignSystem();
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://portal.invalid');
      const html = pagesByPath.get(pathname);
      if (html) return response.setHeader('content-type', 'text/html').end(html);
      response.setHeader('content-type', types[extname(pathname)] ?? 'application/octet-stream');
      return response.end(await readFile(join(folder, 'client', pathname)).catch(() => ''));
    }).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/design-system/`;
    browser = await launchChromium();
    await mkdir(pictures, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(
    colorScheme: 'light' | 'dark',
    width: number,
    look: (page: Page) => Promise<void>,
    accent = accents[0] as string,
  ): Promise<void> {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    try {
      const page = await context.newPage();
      await page.goto(url + accent.slice(1));
      await look(page);
    } finally {
      await context.close();
    }
  }

  it.each([
    ['light', 1320],
    ['light', 360],
    ['dark', 1320],
    ['dark', 360],
  ] as const)('%s, %i px: every part is there, axe finds nothing, nothing is too wide', async (scheme, width) => {
    await open(scheme, width, async (page) => {
      await page.screenshot({ path: join(pictures, `${scheme}-${width}.png`), fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const parts = [
        'cb-crumbs',
        'cb-table',
        'cb-facets',
        'cb-tags',
        'cb-tabs',
        'cb-state',
        'cb-pagination',
        'cb-popover',
        'cb-notice-error',
        'cb-notice-warning',
        'cb-notice-info',
        'cb-empty',
        'cb-graph',
        'highlight',
        'admonition',
        'cb-search',
        'cb-button',
      ];
      for (const part of parts) expect(await page.locator(`main .${part}`).first().isVisible(), part).toBe(true);
      const violations = await page.evaluate(
        `${axe.source};axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
      expect(violations).toEqual([]);
    });
  });

  it.each(accents)(
    'with the accent %s every colour has the contrast that it needs on what it stands on',
    async (accent) => {
      const look = async (page: Page) => {
        const rows = await page.locator('[data-pair]').evaluateAll((all) =>
          all.map((row) => {
            const { pair, ground, least } = (row as HTMLElement).dataset;
            return {
              pair,
              ground,
              least: Number(least),
              ratio: Number(row.querySelector('[data-ratio]')?.textContent),
            };
          }),
        );
        expect(rows.length).toBeGreaterThan(20);
        // Numbers, or nothing would have been measured.
        expect(rows.filter(({ ratio, least }) => !(ratio >= least))).toEqual([]);
      };
      await open('light', 1320, look, accent);
      await open('dark', 1320, look, accent);
    },
  );

  it.each(['light', 'dark'] as const)('%s: whatever has the focus shows it', async (scheme) => {
    await open(scheme, 1320, async (page) => {
      const unmarked: string[] = [];
      for (const part of await page.locator('main :is(a[href], button, input, summary)').all()) {
        if (!(await part.isVisible())) continue;
        const frame = part.locator('xpath=ancestor-or-self::*[contains(@class, "cb-search")][1]');
        const target = (await frame.count()) > 0 ? frame : part;
        const picture = async () => (await target.screenshot()).toString('base64');
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        const outline = () =>
          target.evaluate(
            (element) => `${getComputedStyle(element).outlineStyle} ${getComputedStyle(element).outlineColor}`,
          );
        const [before, seen] = [await outline(), await picture()];
        await part.focus();
        await page.keyboard.press('Shift');
        if ((await outline()) === before && (await picture()) === seen)
          unmarked.push(await part.evaluate(({ outerHTML }) => outerHTML.slice(0, 80)));
      }
      expect(unmarked).toEqual([]);
    });
  });

  it('the ground of the page is what browsers are told to paint around it', async () => {
    const colour = () => {
      const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.fillStyle = getComputedStyle(document.body).backgroundColor;
      context.fillRect(0, 0, 1, 1);
      const hex = [...context.getImageData(0, 0, 1, 1).data]
        .slice(0, 3)
        .map((part) => part.toString(16).padStart(2, '0'));
      return {
        ground: `#${hex.join('')}`,
        told: [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
          .filter(({ media }) => matchMedia(media).matches)
          .map(({ content }) => content),
      };
    };
    for (const scheme of ['light', 'dark'] as const) {
      await open(scheme, 1320, async (page) => {
        const { ground, told } = await page.evaluate(colour);
        expect(told).toEqual([ground]);
      });
    }
  });
});
