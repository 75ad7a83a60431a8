import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleFiles, writeRelease } from '../testing/sample-release.ts';
import { readOutputManifest } from './read-manifest.ts';
import { readVerifiedRelease } from './verify-release.ts';
import { writeManifest } from './write-manifest.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-manifest-'));
  await writeRelease(folder, sampleFiles(1));
});
afterEach(() => rm(folder, { recursive: true }));

it('lists every file but the manifest, with the hash that sha256sum gives', async () => {
  const { entries } = await readOutputManifest(folder);
  expect(entries.map(({ key }) => key)).toEqual(Object.keys(sampleFiles(1)).sort());
  expect(entries.find(({ key }) => key === 'pictures/logo.svg')).toEqual({
    key: 'pictures/logo.svg',
    sha256: '900fbe934249ad120004bd24adf66aad8817d89586273c0cc50e187bddebb601',
    size: 41,
    type: 'image/svg+xml',
    cachePolicy: 'public, max-age=60, stale-while-revalidate=600',
  });
});

it('takes the word of a caller who knows a hash', async () => {
  const known = new Map([['index.html', { sha256: 'f'.repeat(64), size: 7 }]]);
  const { entries } = await readOutputManifest(folder, known);
  expect(entries.find(({ key }) => key === 'index.html')).toMatchObject({ sha256: 'f'.repeat(64), size: 7 });
});

it('hashes a file too big for memory as it hashes a small one', async () => {
  await writeFile(join(folder, 'big.bin'), Buffer.alloc(5 * 1024 * 1024));
  const { entries } = await readOutputManifest(folder);
  expect(entries.find(({ key }) => key === 'big.bin')).toMatchObject({
    sha256: 'c036cbb7553a909f8b8877d4461924307f27ecb66cff928eeeafd569c3887e29',
    size: 5 * 1024 * 1024,
  });
});

it('refuses a link: it leads out of the build', async () => {
  await symlink('/etc/hostname', join(folder, 'hostname.txt'));
  await expect(readOutputManifest(folder)).rejects.toMatchObject({ code: 'publish/not-a-file' });
});

it('writes no manifest for a release that must not be published', async () => {
  await rm(join(folder, '404.html'));
  const before = await readFile(join(folder, 'manifest.json'));
  const manifest = await readOutputManifest(folder);
  await expect(writeManifest(folder, manifest)).rejects.toMatchObject({ code: 'publish/incomplete-release' });
  expect(await readFile(join(folder, 'manifest.json'))).toEqual(before);
});

it('verifies a release, and names files that are no part of it', async () => {
  await writeFile(join(folder, '.DS_Store'), 'x');
  expect(await readVerifiedRelease(folder)).toMatchObject({ strays: ['.DS_Store'] });
});

it('refuses a file of the right size with other content', async () => {
  const path = join(folder, 'index.html');
  await writeFile(path, (await readFile(path, 'utf8')).replace('release 1', 'release 9'));
  await expect(readVerifiedRelease(folder)).rejects.toMatchObject({
    code: 'publish/damaged-release',
    message: 'The content of index.html is not what the manifest says.',
  });
});
