import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../config/load-config.ts';
import { createGitRepository, type TestRepository } from '../../testing/git-repository.ts';
import { build } from '../build.ts';

const component = (description: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: orders\n  description: ${description}\nspec: { type: service, lifecycle: production, owner: crew }\n`;
const broken = component('Bad "orders').replace('metadata:', 'metadata: [');

let folder: string;
let shop: TestRepository;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-last-good-'));
  const other = component('Other').replace('orders', 'other');
  await createGitRepository({ 'catalog-info.yaml': other }, { folder: join(folder, 'repositories/other') });
  const files = { 'catalog-info.yaml': component('Good orders.'), 'docs/index.md': '# Orders\n' };
  shop = await createGitRepository(files, { folder: join(folder, 'repositories/shop') });
  await writeFile(
    join(folder, 'callboard.yaml'),
    'portal: { title: Test }\nsources: [{ type: local, path: repositories, webUrl: "https://github.com/acme/{name}" }]\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const run = async () => build({ config: await loadConfig(join(folder, 'callboard.yaml'), {}) });
const page = 'catalog/default/component/orders/index.html';
const output = (path: string) => readFile(join(folder, 'dist', path), 'utf8');
const orders = async () =>
  JSON.parse(await output('api/catalog/entities/by-name/component/default/orders.json')) as {
    readonly metadata: { readonly description: string };
    readonly status?: { readonly items: readonly { readonly message: string }[] };
  };

it('shows yesterday’s good version with a notice, never a hole', async () => {
  const good = await shop.git('rev-parse', 'main');
  await run();
  expect(await output(page)).not.toContain('class="cb-stale"');

  const bad = await shop.commit({ 'catalog-info.yaml': broken });
  for (const when of ['today', 'tomorrow']) {
    const result = await run();
    const html = await output(page);
    expect(html, when).toContain('Good orders.');
    expect(html, when).toContain('class="cb-stale"');
    expect(html, when).toContain(`https://github.com/acme/shop/commit/${good}`);
    expect(html, when).not.toContain(`https://github.com/acme/shop/commit/${bad}`);
    expect(html, when).toContain(`https://github.com/acme/shop/blob/${bad}/catalog-info.yaml#L`);
    expect(existsSync(join(folder, 'dist/docs/default/component/orders/index.html')), when).toBe(true);
    expect((await orders()).status?.items[0]?.message, when).toContain('shop/catalog-info.yaml:');
    expect(result.diagnostics.filter((item) => item.severity === 'error').map((item) => item.entityRef)).toEqual([
      'component:default/orders',
    ]);
  }
  expect(await output('catalog/component/index.html')).toContain('earlier version');

  await shop.commit({ 'catalog-info.yaml': component('New orders.') });
  await run();
  expect(await output(page)).toContain('New orders.');
  expect(await output(page)).not.toContain('class="cb-stale"');
  expect((await orders()).status).toBeUndefined();

  await shop.commit({ 'catalog-info.yaml': null });
  await run();
  expect(existsSync(join(folder, 'dist', page))).toBe(false);
}, 60_000);
