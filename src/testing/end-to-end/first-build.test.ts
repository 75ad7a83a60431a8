import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGitRepository } from '../git-repository.ts';

const component = (name: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: ${name} }\nspec: { type: service, lifecycle: production, owner: crew }\n`;
const main = join(import.meta.dirname, '../../cli/main.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-first-'));
  for (const name of ['one', 'two']) {
    await createGitRepository({ 'catalog-info.yaml': component(name) }, { folder: join(folder, name, 'service') });
  }
  await writeFile(
    join(folder, 'callboard.yaml'),
    'portal: { title: Test }\nsources:\n  - { type: local, name: one, path: one }\n  - { type: local, name: two, path: two }\npublish: { type: folder, path: published }\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const callboard = (...words: readonly string[]) =>
  execaNode(main, words, { cwd: folder, reject: false, env: { NO_COLOR: '1' } });
const jsonOf = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8'));

it('that lost its state and cannot list a source stays away from the portal; one that kept it does not', async () => {
  await callboard('build');
  expect(await callboard('publish')).toMatchObject({ exitCode: 0 });
  await rename(join(folder, 'two'), join(folder, 'away'));

  await callboard('build');
  expect((await jsonOf('dist/api/status.json')).incompleteFirst).toBeUndefined();
  expect(await callboard('publish')).toMatchObject({ exitCode: 0 });
  const page = await readFile(join(folder, 'published/catalog/default/component/two/index.html'), 'utf8');
  expect(page).toContain('As of <time');

  await rm(join(folder, '.callboard'), { recursive: true });
  await callboard('build');
  expect((await jsonOf('dist/manifest.json')).incompleteFirst).toContain('Source "two" could not be listed as a whole');
  expect((await jsonOf('dist/api/status.json')).incompleteFirst).toContain('Source "two"');
  const refused = await callboard('publish');
  expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--allow-incomplete') });
  expect(await readFile(join(folder, 'published/catalog/default/component/two/index.html'), 'utf8')).toBe(page);
  expect(await callboard('publish', '--allow-incomplete')).toMatchObject({ exitCode: 0 });
}, 60_000);
