import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-validate-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

const environment = { GITHUB_ACTIONS: '', GITHUB_REPOSITORY: '', CI_PROJECT_PATH: '', NO_COLOR: '1' };

function validate(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const main = join(import.meta.dirname, 'main.ts');
  return execaNode(main, ['validate', ...words], { cwd: folder, reject: false, env: { ...environment, ...env } });
}

const good =
  'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a }\nspec: { type: service, lifecycle: production, owner: x }\n';
const bad = good.replace('lifecycle: production, ', '');
const describe = (text: string) => writeFile(join(folder, 'catalog-info.yaml'), text);

it('ends with 0 when all is well, and says what was not checked', async () => {
  await describe(good);
  const { exitCode, stdout, stderr } = await validate([]);
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 0,
    stdout: '✔ One entity is as the catalog wants it',
    stderr: 'i One reference leads out of this repository; check such references with --against <portal>.',
  });
  expect(await validate(['--quiet'])).toMatchObject({ stdout: '', stderr: '' });
});

it('ends with 1 on errors, with paths from the root of the repository', async () => {
  await describe(bad);
  const { exitCode, stdout } = await validate([]);
  expect(stdout).toMatch(/^catalog-info\.yaml\n +4:\d+ +error +spec\.lifecycle is missing/);
  expect(exitCode).toBe(1);
});

it('counts warnings with --strict only', async () => {
  expect((await validate([])).exitCode).toBe(0);
  expect((await validate(['--strict'])).exitCode).toBe(1);
});

it('ends with 2 when it cannot validate, as one JSON value when asked', async () => {
  const { exitCode, stdout } = await validate(['nope.yaml', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'path-not-found' } });
  expect(exitCode).toBe(2);
});

it('annotates lines in GitHub Actions while a report goes into a file', async () => {
  await describe(bad);
  const { stdout } = await validate(['--format', 'sarif', '--output', 'report.sarif'], {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/cart',
  });
  expect(stdout).toMatch(/^::error file=catalog-info\.yaml,line=4,col=\d+,title=catalog\/missing-field::/);
  const { runs } = JSON.parse(await readFile(join(folder, 'report.sarif'), 'utf8'));
  expect(runs[0].results).toHaveLength(1);
});

it('prints one JSON value with --json, and refuses a second format beside it', async () => {
  await describe(bad);
  expect(JSON.parse((await validate(['--json'], { GITHUB_REPOSITORY: 'acme/cart' })).stdout)).toMatchObject({
    repository: 'acme/cart',
    entities: 0,
    diagnostics: [{ code: 'catalog/missing-field' }],
    remarks: [],
  });
  expect((await validate(['--json', '--format', 'junit'])).exitCode).toBe(2);
});

it('writes every format on standard output, and nothing beside it', async () => {
  await describe(good);
  const { stdout } = await validate(['--format', 'junit']);
  expect(stdout).toMatch(
    /^<\?xml .*<testcase classname="catalog-info.yaml" name="component:default\/a"\/>.*<\/testsuites>$/s,
  );
  expect(JSON.parse((await validate(['--format', 'gitlab'])).stdout)).toEqual([]);
});
