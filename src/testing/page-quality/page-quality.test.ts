import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type DemoPortal, startDemoPortal } from '../end-to-end/demo-portal.ts';
import {
  findPrintedControls,
  findSpoiltText,
  findUnmirrored,
  findViolations,
  overflowOf,
  shiftsOf,
  watchShifts,
} from './in-page.ts';
import { pageTypes } from './page-types.ts';
import { visit } from './visit.ts';

const phone = { width: 320, height: 700 };
const types = Object.entries(pageTypes);
/** By type of page: what opens something on a phone, and what is then open. */
const openings: Readonly<Record<string, readonly (readonly [trigger: string, opened: string])[]>> = {
  component: [
    ['.cb-star', '.cb-star[aria-pressed="true"]'],
    ['.cb-theme > summary', '.cb-theme[open]'],
    ['.cb-menu > summary', '.cb-menu[open]'],
    ['.cb-raw > summary', '.cb-raw[open]'],
  ],
  'index of a kind': [['.cb-facets > summary', '.cb-facets[open]']],
  problems: [['.cb-facets > summary', '.cb-facets[open]']],
  search: [['.cb-facets > summary', '.cb-facets[open]']],
  graph: [['.cb-graph-filter > summary', '.cb-graph-filter[open]']],
  'docs page': [
    ['.cb-docs-nav > summary', '.cb-docs-nav[open]'],
    ['.cb-toc > summary', '.cb-toc[open]'],
  ],
};
let portal: DemoPortal;
let browser: Browser;
let withLargeText: Browser;

describe.skipIf(browserMissing())('every type of page', () => {
  beforeAll(async () => {
    [portal, browser, withLargeText] = await Promise.all([
      startDemoPortal('/portal/'),
      launchChromium(),
      launchChromium(['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26']),
    ]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), withLargeText?.close(), portal?.stop()]);
  });
  const urlOf = (path: string) => portal.preview.url + path;

  it.each(types)(
    '%s: axe finds nothing, in either theme, in forced colours, on a phone; on paper there are no controls',
    async (name, path) => {
      await visit(
        browser,
        urlOf(path),
        { colorScheme: 'light', reducedMotion: 'reduce' },
        async ({ page, complaints }) => {
          const found: Record<string, readonly string[]> = {};
          found['light'] = await findViolations(page);
          await page.emulateMedia({ colorScheme: 'dark' });
          found['dark'] = await findViolations(page, ['color-contrast', 'link-in-text-block']);
          await page.emulateMedia({ forcedColors: 'active' });
          found['forced colours'] = await findViolations(page, ['color-contrast']);
          await page.emulateMedia({ forcedColors: 'none', media: 'print' });
          found['print'] = [...(await findPrintedControls(page)), ...(await findViolations(page, ['color-contrast']))];
          await page.emulateMedia({ media: 'screen' });
          await page.setViewportSize({ width: 360, height: 700 });
          found['phone'] = await findViolations(page, ['color-contrast', 'scrollable-region-focusable', 'target-size']);
          found['console'] = name === 'not found' ? [] : complaints;
          expect(found).toEqual({ light: [], dark: [], 'forced colours': [], print: [], phone: [], console: [] });
        },
      );
    },
  );

  it.each(Object.entries(openings))(
    '%s: axe finds nothing in what opens on a phone, in either theme',
    async (name, all) => {
      const url = urlOf(pageTypes[name] as string);
      const viewport = { width: 360, height: 700 };
      await visit(browser, url, { viewport, colorScheme: 'light', reducedMotion: 'reduce' }, async ({ page }) => {
        for (const [trigger, opened] of all) {
          await page.emulateMedia({ colorScheme: 'light' });
          await page.locator(trigger).first().click();
          await page.locator(opened).waitFor();
          const light = await findViolations(page, undefined, opened);
          await page.emulateMedia({ colorScheme: 'dark' });
          expect({ opened, light, dark: await findViolations(page, ['color-contrast'], opened) }).toEqual({
            opened,
            light: [],
            dark: [],
          });
        }
      });
    },
  );

  it.each(types)('%s: fits 320 pixels, and reads from right to left', async (_, path) => {
    await visit(browser, urlOf(path), { viewport: phone, reducedMotion: 'reduce' }, async ({ page }) => {
      const text = await findSpoiltText(page);
      const narrow = await overflowOf(page);
      const moving = await page.evaluate(() => document.getAnimations().length);
      const unmirrored = await findUnmirrored(page);
      const mirrored = await overflowOf(page);
      await page.evaluate(() => document.documentElement.removeAttribute('dir'));
      await page.setViewportSize({ width: 1320, height: 900 });
      const unmirroredWide = await findUnmirrored(page);
      expect({ text, narrow, moving, unmirrored, mirrored, unmirroredWide, wide: await overflowOf(page) }).toEqual({
        text: [],
        narrow: 0,
        moving: 0,
        unmirrored: [],
        mirrored: 0,
        unmirroredWide: [],
        wide: 0,
      });
    });
  });

  it.each(types)('%s: is whole with text twice as large', async (_, path) => {
    await visit(withLargeText, urlOf(path), { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
      expect(await findSpoiltText(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    });
  });

  it.each(types)('%s: nothing moves while it loads, and hardly anything when fonts come late', async (name, path) => {
    for (const viewport of [
      { width: 1320, height: 900 },
      { width: 360, height: 700 },
    ]) {
      const prepare = (page: Page) =>
        page.route('**/*.woff2', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 250));
          await route.continue();
        });
      await visit(browser, urlOf(path), { before: watchShifts, prepare, viewport }, async ({ page }) => {
        const sum = async () => {
          await page.evaluate(() => document.fonts.ready);
          const shifts = await shiftsOf(page);
          return { sum: shifts.reduce((all, { value }) => all + value, 0), shifts: JSON.stringify(shifts) };
        };
        const late = await sum();
        // Lines may break elsewhere in the font that stands in. A quarter of what counts as good, 0.1.
        expect(late.sum, late.shifts).toBeLessThan(0.03);
        await page.unroute('**/*.woff2');
        // With no font to wait for, so that nothing depends on how fast this machine is.
        await page.route('**/*.woff2', (route) => route.fulfill({ status: 204 }));
        await page.reload();
        const usual = await sum();
        // Times become relative, by a letter or two; settings are what this browser keeps, which only scripts can say.
        expect(usual.sum, usual.shifts).toBeLessThan(name === 'settings' ? 0.03 : 0.003);
      });
    }
  });
});
