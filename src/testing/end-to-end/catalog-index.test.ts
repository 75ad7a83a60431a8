import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type LargeIndex, startLargeIndex } from './large-index-preview.ts';

let large: LargeIndex;
beforeAll(async () => {
  large = await startLargeIndex();
});
afterAll(() => large?.preview.stop());

const number = (value: number) => value.toLocaleString('en');

describe.skipIf(browserMissing())('an index of 10,000 components', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const open = async (path = '', isLive = true): Promise<Page> => {
    const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1320, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(large.preview.url).origin,
    });
    const page = await context.newPage();
    await page.goto(`${large.preview.url}catalog/component/${path}`);
    if (isLive) await page.locator('table[aria-rowcount]').waitFor({ state: 'attached' });
    return page;
  };
  const names = (page: Page) => page.locator('[data-catalog-rows] .cb-name a').allTextContents();
  const total = (page: Page) => page.locator('[data-catalog-total]').textContent();
  const filter = (page: Page) => page.getByRole('searchbox', { name: /^Filter by name/ });

  it('filters by words, facets and teams with all below them, and keeps every view in the address', async () => {
    const page = await open();
    await filter(page).fill('ledger');
    const found = large.findAt('q=ledger');
    await expect.poll(() => total(page)).toBe(`${number(found.length)} of 10,000 components`);
    const owner = page.locator('[data-facet=owner]');
    const company =
      large.index.facets.get('owner')?.titles[large.index.facets.get('owner')?.values.indexOf('team-0') ?? 0] ?? '';
    await owner.getByRole('button', { name: `Below ${company}`, exact: true }).waitFor();
    const team = owner.locator('input[value=team-1]');
    await team.check();
    const both = large.findAt('q=ledger&owner=team-1');
    expect(both.length).toBeGreaterThan(
      large.findAt('q=ledger').filter(({ owners }) => owners[0]?.ref === 'group:default/team-1').length,
    );
    await expect.poll(() => total(page)).toBe(`${number(both.length)} of 10,000 components`);
    expect((await names(page)).slice(0, 5)).toEqual(both.slice(0, 5).map(({ title }) => title));
    expect(await owner.locator('.cb-facet-line:has(input[value=team-1]) data').textContent()).toBe(number(both.length));
    expect(new URL(page.url()).search).toBe('?owner=team-1&q=ledger');
    await page.getByRole('button', { name: 'Copy link' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await page.reload();
    await expect.poll(() => total(page)).toBe(`${number(both.length)} of 10,000 components`);
    expect(await team.isChecked()).toBe(true);
    await page.context().close();
  });

  it('goes back step by step, a run of typing being one', async () => {
    const page = await open();
    await page.getByRole('checkbox', { name: /^production/ }).check();
    await filter(page).pressSequentially('led');
    await expect.poll(() => new URL(page.url()).search).toBe('?lifecycle=production&q=led');
    await page.goBack();
    await expect.poll(() => new URL(page.url()).search).toBe('?lifecycle=production');
    expect(await filter(page).inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => total(page)).toBe('10,000 components');
    expect(await page.getByRole('checkbox', { name: /^production/ }).isChecked()).toBe(false);
    await page.goForward();
    await expect
      .poll(() => total(page))
      .toBe(`${number(large.findAt('lifecycle=production').length)} of 10,000 components`);
    await page.context().close();
  });

  it('understands addresses of Backstage’s catalog', async () => {
    const page = await open(
      '?filters[kind]=component&filters[owners]=group:default/team-1&filters[lifecycles]=deprecated',
    );
    const found = large.findAt('owner=team-1&lifecycle=deprecated');
    await expect.poll(() => total(page)).toBe(`${number(found.length)} of 10,000 components`);
    expect(new URL(page.url()).search).toBe('?owner=team-1&lifecycle=deprecated');
    await page.context().close();
  });

  it('answers in one click what is deprecated and still needed, most needed first', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Deprecated and still depended on' }).click();
    const found = large
      .findAt('lifecycle=deprecated&dependents=production')
      .toSorted((a, b) => b.inProduction - a.inProduction);
    await expect.poll(() => total(page)).toBe(`${number(found.length)} of 10,000 components`);
    const counts = await page.locator('[data-index="0"] td.cb-number').allTextContents();
    expect(counts.join()).toContain(String(found[0]?.inProduction));
    expect(await page.getByRole('columnheader', { name: 'Needed by' }).getAttribute('aria-sort')).toBe('descending');
    await page.context().close();
  });

  it('saves the view as CSV and JSON: filtered, sorted, all rows of it', async () => {
    const page = await open('?lifecycle=deprecated&sort=-name');
    const found = large.findAt('lifecycle=deprecated').toReversed();
    const save = async (name: string): Promise<string> => {
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      return readFile(await (await saving).path(), 'utf8');
    };
    const csv = (await save('Save what is listed as CSV')).split('\r\n');
    expect(csv).toHaveLength(found.length + 2);
    expect(csv[0]).toBe(
      'entity,title,description,type,lifecycle,owner,partOf,tags,docsPages,errors,warnings,notes,dependents,dependentsInProduction,source,repository,url',
    );
    expect(csv.slice(1, -1).map((line) => line.split(',')[0])).toEqual(found.map(({ ref }) => ref));
    const json = JSON.parse(await save('Save what is listed as JSON'));
    expect(json.map(({ entity }: { entity: string }) => entity)).toEqual(found.map(({ ref }) => ref));
    expect(json[0].url).toBe(`${new URL(large.preview.url).origin}${found[0]?.url}`);
    await page.context().close();
  });

  it('is used with the keyboard alone', async () => {
    const page = await open();
    await filter(page).focus();
    await page.keyboard.type('o');
    const found = large.findAt('q=o');
    await expect.poll(() => total(page)).toBe(`${number(found.length)} of 10,000 components`);
    const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.ariaRowIndex ?? '');
    for (let tabs = 0; tabs < 30 && (await focused()) === ''; tabs += 1) await page.keyboard.press('Tab');
    expect(await focused()).toBe('2');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('3');
    await page.keyboard.press('End');
    await expect.poll(focused).toBe(String(found.length + 1));
    await page.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe(String(found.length));
    await page.keyboard.press('Home');
    await expect.poll(focused).toBe('2');
    const shown = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
    expect(shown).toBeGreaterThan(56);
    await page.context().close();
  });

  it('gives and finds stars, and says what to let go of where nothing is found', async () => {
    const page = await open('?lifecycle=deprecated');
    await page
      .locator('[data-index="0"]')
      .getByRole('button', { name: /^Star / })
      .click();
    await page.getByRole('checkbox', { name: 'Starred' }).check();
    await expect.poll(() => names(page)).toEqual([large.findAt('lifecycle=deprecated')[0]?.title]);
    await page.getByRole('checkbox', { name: 'Of my teams' }).check();
    await page.getByText('You have not said yet which teams are yours.').waitFor();
    expect(await page.locator('[data-catalog-empty] .cb-button').allTextContents()).toEqual([
      'Without Of my teams: 1',
      'Clear all',
    ]);
    await page.getByRole('button', { name: 'Without Of my teams: 1' }).click();
    await expect.poll(() => page.locator('[data-index]').count()).toBe(1);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(() => total(page)).toBe('10,000 components');
    await page.context().close();
  });
});
