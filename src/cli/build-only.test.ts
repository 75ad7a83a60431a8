import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGitRepository } from '../testing/git-repository.ts';

const main = join(import.meta.dirname, 'main.ts');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-only-'));
});
afterEach(() => rm(folder, { recursive: true }));

function callboard(...words: string[]) {
  return execaNode(main, words, { cwd: folder, reject: false, env: { GITHUB_ACTIONS: '', NO_COLOR: '1' } });
}

const component = (name: string, description: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: ${name}, description: ${description} }\nspec: { type: service, lifecycle: production, owner: "user:x" }\n`;
const descriptionOf = async (name: string) =>
  (
    JSON.parse(
      await readFile(join(folder, `dist/api/catalog/entities/by-name/component/default/${name}.json`), 'utf8'),
    ) as {
      readonly metadata: { readonly description: string };
    }
  ).metadata.description;

it('builds the whole portal and reads the named repositories only', async () => {
  const make = (name: string) =>
    createGitRepository(
      { 'catalog-info.yaml': component(name, 'Old') },
      { folder: join(folder, 'repositories', name) },
    );
  const [shop, cart, desk] = [await make('shop'), await make('cart'), await make('desk')];
  await writeFile(
    join(folder, 'callboard.yaml'),
    'portal: { title: Test }\nsources: [{ type: local, path: repositories }]\n',
  );
  const early = await callboard('build', '--only', 'shop');
  expect([early.exitCode, early.stderr]).toEqual([2, expect.stringContaining('without --only first')]);
  expect((await callboard('build')).exitCode).toBe(0);

  for (const [name, each] of [['shop', shop] as const, ['cart', cart] as const, ['desk', desk] as const]) {
    await each.commit({ 'catalog-info.yaml': component(name, 'New') });
  }
  expect((await callboard('build', '--only', 'shop', '--only', 'desk')).exitCode).toBe(0);
  expect(await Promise.all(['shop', 'cart', 'desk'].map(descriptionOf))).toEqual(['New', 'Old', 'New']);

  const unknown = await callboard('build', '--only', 'shpo');
  expect([unknown.exitCode, unknown.stderr]).toEqual([2, expect.stringContaining('Did you mean shop?')]);
  expect(await descriptionOf('cart')).toBe('Old');
}, 60_000);
