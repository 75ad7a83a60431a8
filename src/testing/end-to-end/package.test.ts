import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGitRepository } from '../git-repository.ts';

const root = join(import.meta.dirname, '../../..');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-package-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('builds a portal from an empty folder with nothing but the published package', { timeout: 600_000 }, async () => {
  const packed = await execa('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], {
    cwd: root,
  });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) as string;
  expect(packed.stdout).toContain(tarball);

  const home = join(folder, 'portal');
  await createGitRepository(
    {
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a }\nspec: { type: service, lifecycle: production, owner: "user:x" }\n',
      'docs/index.md': '# Packed\n\nIt works.\n',
    },
    { folder: join(home, 'repository') },
  );
  await writeFile(join(home, 'package.json'), '{ "private": true }');
  await writeFile(
    join(home, 'callboard.yaml'),
    'portal: { title: Packed }\nsources: [{ type: local, path: repository }]\n',
  );
  await execa(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', join(folder, tarball)],
    {
      cwd: home,
    },
  );

  const { stdout, exitCode } = await execa('npx', ['--no-install', 'callboard', 'build'], { cwd: home, reject: false });
  expect(stdout).toContain('1 entities of 1 repositories');
  expect(exitCode).toBe(0);
  const output = await readdir(join(home, 'dist'), { recursive: true });
  expect(output).toContain('catalog/default/component/a/index.html');
  expect(output).toContain('docs/default/component/a/index.html');
  expect(output).toContain('pagefind/pagefind.js');
});
