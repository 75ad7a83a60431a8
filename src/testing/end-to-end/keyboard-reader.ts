import type { Locator, Page } from 'playwright-core';

/** More steps than this are no way to anything. */
const mostSteps = 150;

/** Presses Tab until something has the focus, as a reader without a pointer does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
  }
  throw new Error(`${target} cannot be reached by ${mostSteps} presses of Tab on ${page.url()}.`);
}

/** Goes to something by Tab and presses it; of what may be several, the first that is reached. */
export async function pressByTab(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
