import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../config/load-config.ts';
import type { EntityChange } from '../../portal/changes/entity-change.ts';
import { createGitRepository, type TestRepository } from '../../testing/git-repository.ts';
import { build } from '../build.ts';

const component = (name: string, owner: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n  title: ${name} & co\nspec: { type: service, lifecycle: production, owner: ${owner} }\n`;

let folder: string;
let shop: TestRepository;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-changes-'));
  const files = { 'catalog-info.yaml': component('orders', 'crew'), 'docs/index.md': '# Orders\n' };
  shop = await createGitRepository(files, { folder: join(folder, 'repositories/shop') });
  await writeFile(
    join(folder, 'callboard.yaml'),
    'portal: { title: Test }\nsources: [{ type: local, path: repositories, webUrl: "https://github.com/acme/{name}" }]\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const run = async (day: number) =>
  build({
    config: await loadConfig(join(folder, 'callboard.yaml'), {}),
    crawledAt: new Date(Date.UTC(2026, 0, day)).toISOString(),
  });
const output = (path: string) => readFile(join(folder, 'dist', path), 'utf8');
const changes = async () =>
  (JSON.parse(await output('api/changes.json')) as { readonly changes: readonly EntityChange[] }).changes;

it('tells what each build found to be different, on the page of the entity, on What changed, in JSON and as a feed', async () => {
  await run(1);
  expect(await changes()).toEqual([]);
  expect(await output('changes/index.html')).toContain('Nothing has changed yet');

  const commit = await shop.commit({
    'catalog-info.yaml': `${component('orders', 'others')}---\n${component('basket', 'crew')}`,
    'docs/index.md': '# Orders\n\nMore.\n',
  });
  await run(2);
  expect((await changes()).map(({ ref, what, fields }) => [ref, what, fields])).toEqual([
    ['component:default/basket', 'added', []],
    [
      'component:default/orders',
      'changed',
      [{ field: 'docs' }, { field: 'owner', from: 'group:default/crew', to: 'group:default/others' }],
    ],
  ]);
  const page = await output('catalog/default/component/orders/index.html');
  expect(page).toMatch(/<del>crew<\/del>\s*<ins>others<\/ins>/);
  expect(page).toContain(`https://github.com/acme/shop/commit/${commit}`);
  expect(page).toContain('datetime="2026-01-02T00:00:00.000Z"');

  const before = await output('changes/index.html');
  await run(3);
  expect(await output('changes/index.html')).toBe(before);

  const feed = await output('feed.xml');
  const titles: string[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'title') titles.push(text.trim());
    text = '';
  });
  parser.write(feed).close();
  expect(titles).toEqual(['Test: what changed', '2 entities changed in shop']);

  await shop.commit({ 'catalog-info.yaml': component('orders', 'others') });
  await run(4);
  expect((await changes())[0]).toMatchObject({ ref: 'component:default/basket', what: 'removed' });
  expect(await output('changes/index.html')).toMatch(/basket &amp; co/);
}, 60_000);
