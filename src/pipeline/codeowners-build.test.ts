import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config.ts';
import { createGitRepository, type TestRepository } from '../testing/git-repository.ts';
import { build } from './build.ts';

const header = 'apiVersion: backstage.io/v1alpha1\nkind: ';
const unowned = `${header}Component\nmetadata: { name: orders }\nspec:\n  type: service\n  lifecycle: production\n`;
const team = `${header}Group\nmetadata: { name: shopkeepers, annotations: { github.com/team-slug: acme/shop } }\nspec: { type: team, children: [] }\n`;

let folder: string;
let shop: TestRepository;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-codeowners-'));
  await createGitRepository({ 'catalog-info.yaml': team }, { folder: join(folder, 'repositories/teams') });
  shop = await createGitRepository(
    { 'catalog-info.yaml': unowned, '.github/CODEOWNERS': '# Reviews\n* @acme/Shop\n', CODEOWNERS: '* @acme/never\n' },
    { folder: join(folder, 'repositories/shop') },
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function run(catalog = '') {
  const web = 'webUrl: "https://github.com/acme/{name}"';
  const sources = `sources: [{ type: local, path: repositories, allow: [Group], ${web} }]`;
  await writeFile(join(folder, 'callboard.yaml'), `portal: { title: Test }\n${sources}\n${catalog}`);
  const { diagnostics } = await build({ config: await loadConfig(join(folder, 'callboard.yaml'), {}) });
  return diagnostics.filter(({ source }) => source?.repository === 'shop').map(({ code }) => code);
}

const output = (path: string) => readFile(join(folder, 'dist', path), 'utf8');

it('takes the owner from CODEOWNERS, and says so on the page and in its twins, until the descriptor names one', async () => {
  const commit = await shop.git('rev-parse', 'main');
  expect(await run()).toEqual(['catalog/owner-inferred']);

  const page = await output('catalog/default/component/orders/index.html');
  const line = `https://github.com/acme/shop/blob/${commit}/.github/CODEOWNERS#L2`;
  const rail = page.slice(page.indexOf('<aside'), page.indexOf('</aside>'));
  expect(rail).toContain('href="/catalog/default/group/shopkeepers/"');
  expect(rail).toMatch(new RegExp(`<a href="${line}"[^>]*>from CODEOWNERS</a>`));
  expect(rail).toContain('The descriptor names no owner; line 2 of .github/CODEOWNERS does.');
  expect(page).toContain('Write owner: group:default/shopkeepers in spec');
  expect(await output('catalog/default/component/orders/index.md')).toMatch(
    /^- Owner: \[shopkeepers\]\(.*\) \(from CODEOWNERS, \.github\/CODEOWNERS:2\)$/m,
  );
  const json = JSON.parse(await output('api/catalog/entities/by-name/component/default/orders.json'));
  expect(json.spec.owner).toBe('group:default/shopkeepers');
  expect(json.metadata.annotations['callboard.dev/owner-inferred-from']).toBe('.github/CODEOWNERS:2');
  expect(await output('catalog/default/group/shopkeepers/index.html')).toContain('orders');

  // The rule is gone: what was good stays, with the line of the day when it was.
  await shop.commit({ '.github/CODEOWNERS': '/docs/ @acme/shop\n' });
  expect(await run()).toEqual(['catalog/missing-field']);
  const stale = await output('catalog/default/component/orders/index.html');
  expect(stale).toContain('class="cb-stale"');
  expect(stale).toContain(line);

  await shop.commit({ 'catalog-info.yaml': `${unowned}  owner: shopkeepers\n` });
  expect(await run()).toEqual([]);
  expect(await output('catalog/default/component/orders/index.html')).not.toContain('CODEOWNERS');
}, 60_000);

it('leaves owners alone where the configuration says so', async () => {
  await shop.commit({
    'catalog-info.yaml': unowned.replace('orders', 'returns'),
    '.github/CODEOWNERS': '* @acme/shop\n',
  });
  expect(await run('catalog: { ownersFromCodeowners: false }\n')).toEqual(['catalog/missing-field']);
}, 60_000);
