import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { pressByTab } from './keyboard-reader.ts';

/** How a reader gets on: by pointer, or by keyboard alone. */
export type Press = (page: Page, target: Locator) => Promise<void>;

/** A click, as with a mouse or a finger. */
export const byPointer: Press = (_, target) => target.first().click();

/** Tab to it and Enter, with no pointer at hand. */
export const byKeyboard: Press = (page, target) => pressByTab(page, target);

const main = (page: Page) => page.locator('main');
const section = (page: Page, heading: string | RegExp) =>
  main(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: heading }) });

/** Nothing has to be scrolled to for what is asked about. */
async function expectOnFirstScreen(page: Page, targets: readonly Locator[]): Promise<void> {
  const { height } = page.viewportSize() ?? { height: 0 };
  for (const target of targets) {
    const box = await target.first().boundingBox();
    expect(box, String(target)).not.toBeNull();
    expect((box?.y ?? 0) + (box?.height ?? 0), String(target)).toBeLessThanOrEqual(height);
  }
}

/** What a page that tells who owns something says at once: the owner, how to reach them, the lifecycle, the code, the docs. */
export async function expectOwnership(page: Page): Promise<void> {
  const rail = page.locator('aside.cb-rail');
  await expectOnFirstScreen(page, [
    rail.getByRole('link', { name: 'Payments', exact: true }),
    rail.locator('a[href^="mailto:"]'),
    page.locator('.cb-masthead .cb-state').filter({ hasText: 'production' }),
    rail.locator('a[href*="github.com/northwind-demo/payments-service"]'),
    rail.locator('a[href*="/docs/default/component/payments-service/"]'),
  ]);
}

/** 1. Who owns this? Two interactions: the keys that open quick open with part of a name, and Enter. */
export async function findOwner(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('payments-serv');
  await page.getByRole('option', { selected: true }).filter({ hasText: 'payments-service' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/catalog\/default\/component\/payments-service\//);
  await expectOwnership(page);
}

/** What depends on the database of orders: direct and through others, by owner, each with its path. */
export async function expectImpact(page: Page): Promise<void> {
  const dependents = section(page, 'Depended on by');
  expect(await dependents.locator('header').innerText()).toMatch(/1 directly, 17 in all/);
  const owners = dependents.locator('.cb-owner-row');
  expect(await owners.count()).toBeGreaterThanOrEqual(5);
  expect(await owners.first().innerText()).toMatch(/Order team.*@/s);
  const row = dependents.getByRole('row').filter({ has: page.getByRole('link', { name: 'order-mails', exact: true }) });
  expect(await row.innerText()).toContain('order-events → orders-service → this');
}

/** 2. What breaks if I change it? And the answer as a file. */
export async function seeImpact(page: Page, press: Press): Promise<void> {
  await expectImpact(page);
  const saving = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: 'CSV' }));
  const text = await readFile(await (await saving).path(), 'utf8');
  expect(text.trim().split('\r\n')).toHaveLength(1 + 17);
  expect(text).toContain('component:default/order-mails');
}

/** 3. Read the docs: from the entity in one press; then a page further; both ways back are there. */
export async function readDocs(page: Page, press: Press): Promise<void> {
  await press(page, page.locator('aside.cb-rail a[href*="/docs/default/component/orders-service/"]'));
  await page.waitForURL(/\/docs\/default\/component\/orders-service\/$/);
  await press(page, page.locator('.cb-docs-nav').getByRole('link', { name: 'Architecture' }));
  await page.getByRole('heading', { level: 1, name: /Architecture/ }).waitFor();
  await press(page, page.locator('.cb-crumbs').getByRole('link', { name: 'orders-service' }));
  await page.getByRole('heading', { level: 1, name: 'orders-service' }).waitFor();
}

/** 3, from search: straight to the heading that says it. */
export async function findHeading(page: Page, press: Press): Promise<void> {
  await page.locator('main input[name=query]').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('let them go on');
  const hit = page.locator('main a[href*="/docs/"][href*="#docs-let-them-go-on"]');
  await hit.first().waitFor();
  await press(page, hit);
  await page.waitForURL(/\/docs\/.*#docs-let-them-go-on/);
  const heading = page.locator('#docs-let-them-go-on');
  const isSeen = () =>
    heading.evaluate((found) => {
      const { top } = found.getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    });
  await expect.poll(isSeen, { timeout: 10_000 }).toBe(true);
}

/** 5. See the estate: what is deprecated and still depended on is one press; the address keeps it, and it can be saved. */
export async function seeDeprecated(page: Page, press: Press): Promise<void> {
  await press(page, page.getByRole('link', { name: /^Deprecated and still depended on/ }));
  const names = page.locator('[data-catalog-rows] tr:not([hidden]) .cb-name a');
  await expect.poll(() => names.allInnerTexts()).toEqual(['mail-templates', 'price-engine']);
  await page.reload();
  await expect.poll(() => names.allInnerTexts()).toEqual(['mail-templates', 'price-engine']);
  for (const [format, ending] of [
    ['CSV', '.csv'],
    ['JSON', '.json'],
  ] as const) {
    const saving = page.waitForEvent('download');
    await press(page, page.getByRole('button', { name: format }));
    const file = await saving;
    expect(file.suggestedFilename()).toContain(ending);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('price-engine');
    expect(text).not.toContain('orders-service');
  }
}

/** 6. My team: people, teams above and below, what it owns itself and through child teams, docs and problems. */
export async function expectTeam(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Commerce' }).waitFor();
  const text = await main(page).innerText();
  for (const said of ['Northwind', 'Payments', 'Growth', 'payments-service']) expect(text).toContain(said);
  expect(text).toMatch(/with child teams|child team/i);
}

/** 7. I broke my catalog file: what is wrong, where, and what to do, on the page of the entity and of the problem. */
export async function mendProblem(page: Page, press: Press): Promise<void> {
  const notice = page.getByRole('note').filter({ hasText: 'business-intelligence' });
  expect(await notice.innerText()).toContain('Correct the reference, or add the entity.');
  expect(await notice.locator('a[href*="/blob/"]').getAttribute('href')).toMatch(
    /legacy-reports.*catalog-info\.yaml#L16$/,
  );
  await press(page, notice.getByRole('link', { name: 'catalog/reference-not-found' }));
  await page.getByRole('heading', { level: 1, name: 'Reference to nothing' }).waitFor();
  expect(await page.locator('.cb-example mark').allInnerTexts()).toEqual(['  owner: odrers\n', '  owner: orders\n']);
}
