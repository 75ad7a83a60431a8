import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGitRepository } from '../testing/git-repository.ts';

const main = join(import.meta.dirname, 'main.ts');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

function callboard(...words: string[]) {
  return execaNode(main, words, { cwd: folder, reject: false, env: { GITHUB_ACTIONS: '', NO_COLOR: '1' } });
}

async function configure(descriptor: string) {
  await createGitRepository({ 'catalog-info.yaml': descriptor }, { folder: join(folder, 'repository') });
  await writeFile(
    join(folder, 'callboard.yaml'),
    'portal: { title: Test }\nsources: [{ type: local, path: repository }]\n',
  );
}

const good =
  'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a }\nspec: { type: service, lifecycle: production, owner: "user:x" }\n';

it('never runs a command whose flag is mistyped, and says what was meant', async () => {
  await configure(good);
  const { exitCode, stderr } = await callboard('build', '--quite');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Did you mean --quiet?');
  expect(await readdir(folder)).not.toContain('dist');
});

it.each([['build', 'extra'], ['bild'], ['build', '--json', '--quiet', '--verbose'], ['preview', '--port', 'x'], []])(
  'refuses %j %j',
  async (...words) => {
    expect((await callboard(...words.filter((word) => word !== undefined))).exitCode).toBe(2);
    expect(await readdir(folder)).toEqual([]);
  },
);

it('ends with 0 when all is well, with a line for each stage', async () => {
  await configure(good);
  const { exitCode, stdout, stderr } = await callboard('build');
  expect(stderr.split('\n').map((line) => line.split(' ')[0])).toEqual([
    'Crawl',
    'Catalog',
    'TechDocs',
    'Pages',
    'Search',
    'Manifest',
  ]);
  expect(stdout).toContain('1 entities of 1 repositories');
  expect(exitCode).toBe(0);
});

it('ends with 1 when content has errors, naming file, line and remedy', async () => {
  await configure(`${good}---\n${good.replace('lifecycle: production, ', '')}`);
  const { exitCode, stdout } = await callboard('build', '--quiet');
  expect(stdout).toContain('repository/catalog-info.yaml');
  expect(stdout).toMatch(/\d+:\d+\s+error\s+.*lifecycle/);
  expect(exitCode).toBe(1);
});

it('ends with 2 when the run failed', async () => {
  const { exitCode, stderr } = await callboard('build');
  expect(stderr).toContain('There is no configuration at');
  expect(exitCode).toBe(2);
});

it('prints one JSON value with --json, also when it fails', async () => {
  const failed = await callboard('build', '--json');
  expect(JSON.parse(failed.stdout)).toMatchObject({ error: { code: 'config-not-found', hint: expect.any(String) } });
  await configure(good);
  const { stdout, stderr } = await callboard('build', '--json');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({
    entities: 1,
    repositories: 1,
    stages: expect.any(Array),
    diagnostics: expect.any(Array),
  });
});

it('annotates in GitHub Actions', async () => {
  await configure(good.replace('owner:', 'system: nowhere, owner:'));
  const { stdout } = await execaNode(main, ['build'], {
    cwd: folder,
    reject: false,
    env: { GITHUB_ACTIONS: 'true', NO_COLOR: '1' },
  });
  expect(stdout).toMatch(/^::warning title=catalog\/reference-not-found::repository\/catalog-info\.yaml:4:\d+: /m);
});
