// Takes the pictures of the README and the docs from the built demo (npm run demo) into content/docs/images/.
import { mkdirSync } from 'node:fs';
import { startPreview } from '../src/publish/preview-server.ts';
import { launchChromium } from '../src/testing/chromium.ts';

const orders = 'catalog/default/component/orders-service/';
const stuck = 'docs/default/component/orders-service/runbooks/stuck-orders/';
const desk = { width: 1280, height: 860 };
const phone = { width: 390, height: 780 };
/** File → path, scheme, screen, and keys to press first. */
const pictures = [
  ['home-light', '', 'light', desk],
  ['entity-light', orders, 'light', desk],
  ['entity-dark', orders, 'dark', desk],
  ['entity-phone', orders, 'light', phone],
  ['catalog-light', 'catalog/component/', 'light', desk],
  ['quick-open-light', orders, 'light', desk, 'payments'],
  ['docs-light', stuck, 'light', desk],
  ['docs-dark', stuck, 'dark', desk],
  ['docs-phone', stuck, 'dark', phone],
  ['team-light', 'catalog/default/group/payments/', 'light', desk],
  ['graph-light', 'catalog-graph/', 'light', desk],
  ['problems-light', 'problems/', 'light', desk],
] as const;
const folder = 'content/docs/images';
mkdirSync(folder, { recursive: true });
const preview = await startPreview({ folder: 'dist', base: '/' });
const browser = await launchChromium();
for (const [name, path, colorScheme, viewport, typed] of pictures) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(preview.url + path, { waitUntil: 'networkidle' });
  if (typed) await page.keyboard.press('Control+k');
  if (typed) await page.keyboard.type(typed, { delay: 60 });
  await page.waitForTimeout(typed ? 1500 : 0);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
}
await browser.close();
await preview.stop();
