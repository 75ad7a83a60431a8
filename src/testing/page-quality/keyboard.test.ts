import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type DemoPortal, startDemoPortal } from '../end-to-end/demo-portal.ts';
import { pageTypes } from './page-types.ts';
import { visit } from './visit.ts';

/** More stops than this on one page are walked by the first of them. */
const mostStops = 160;

let portal: DemoPortal;
let browser: Browser;

/** What a walk by the Tab key found. */
interface Walk {
  readonly stops: readonly string[];
  readonly unmarked: readonly string[];
  readonly unreached: readonly string[];
}

const listen = `
  window.walk = [];
  document.addEventListener('focusin', ({ target }) => {
    const outlined = [target, target.parentElement, target.closest('form, label, .cb-quick, .cb-search')].some((element) => {
      const style = element && getComputedStyle(element);
      return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5;
    });
    // In drawings the frame of what has the focus is thicker, in the colour of links.
    const shape = target.closest('svg') && target.querySelector('rect, circle, .cb-dot-area');
    const marked = outlined || (shape !== null && parseFloat(getComputedStyle(shape).strokeWidth) >= 2);
    window.walk.push({ target, marked });
  });`;

/** Goes through a page by the Tab key until the focus leaves it. */
async function walkThrough(page: Page): Promise<Walk> {
  await page.evaluate(listen);
  for (let step = 0; step < mostStops; step += 1) {
    await page.keyboard.press('Tab');
    if (step % 20 === 19 && (await page.evaluate(() => document.activeElement === document.body))) break;
  }
  return page.evaluate((most) => {
    const { walk } = window as unknown as { walk: { target: Element; marked: boolean }[] };
    const describe = (element: Element) => element.outerHTML.slice(0, 110);
    const reached = new Set(walk.map(({ target }) => target));
    const all = [
      ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
    ].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.matches(':disabled, [tabindex="-1"], [type=radio]:not(:checked)') &&
        !element.closest('[inert]'),
    );
    const expected = reached.size >= most - 5 ? all.slice(0, reached.size - 10) : all;
    return {
      stops: [...reached].map(describe),
      unmarked: walk.filter(({ marked }) => !marked).map(({ target }) => describe(target)),
      unreached: expected.filter((element) => !reached.has(element)).map(describe),
    };
  }, mostStops);
}

describe.skipIf(browserMissing())('with nothing but a keyboard', () => {
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startDemoPortal('/portal/'), launchChromium()]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), portal?.stop()]);
  });

  it.each(Object.entries(pageTypes))('%s: everything is reached, and one sees where one is', async (_, path) => {
    await visit(browser, portal.preview.url + path, { reducedMotion: 'reduce' }, async ({ page }) => {
      // Lists of the catalog are drawn anew once they are live.
      if ((await page.locator('[data-catalog]').count()) > 0) await page.waitForLoadState('networkidle');
      const { stops, unmarked, unreached } = await walkThrough(page);
      // A page for searching begins with its field.
      if (!path.startsWith('search/')) expect(stops[0]).toContain('class="cb-skip"');
      expect({ unmarked, unreached }).toEqual({ unmarked: [], unreached: [] });
    });
  });

  it('the first stop leads to the content', async () => {
    await visit(browser, `${portal.preview.url}problems/`, {}, async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(
        await page.locator('.cb-skip').evaluate((link) => link.getBoundingClientRect().top),
      ).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    });
  });

  it('menus open and close, and give the focus back', async () => {
    await visit(browser, portal.preview.url, {}, async ({ page }) => {
      const theme = page.locator('.cb-theme > summary');
      await theme.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.cb-popover') !== null)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator('.cb-theme').getAttribute('open')).toBeNull();
      expect(await theme.evaluate((summary) => document.activeElement === summary)).toBe(true);
    });
  });
});
