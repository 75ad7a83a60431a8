// Takes the pictures of the README and the docs from the built demo (npm run demo) into content/docs/images/.
import { mkdirSync } from 'node:fs';
import { startPreview } from '../src/publish/preview-server.ts';
import { launchChromium } from '../src/testing/chromium.ts';

const pages = {
  home: '',
  entity: 'catalog/default/component/orders-service/',
  catalog: 'catalog/component/',
  docs: 'docs/default/component/orders-service/runbooks/stuck-orders/',
  graph: 'catalog-graph/',
  problems: 'problems/',
};
const folder = 'content/docs/images';
mkdirSync(folder, { recursive: true });
const preview = await startPreview({ folder: 'dist', base: '/' });
const browser = await launchChromium();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    for (const [name, path] of Object.entries(pages)) {
      if (colorScheme === 'dark' && !['entity', 'docs'].includes(name)) continue;
      const page = await context.newPage();
      await page.goto(preview.url + path, { waitUntil: 'networkidle' });
      await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` });
    }
  }
} finally {
  await browser.close();
  await preview.stop();
}
