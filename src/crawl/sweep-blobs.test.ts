import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { crawlOnce, filesUnder } from '../testing/crawl-once.ts';
import { githubSourceAt } from '../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../testing/github-emulator/use-github-emulator.ts';
import { blobId } from './blob-store.ts';
import { sweepBlobs } from './sweep-blobs.ts';

const github = useGithubEmulator();
const run = async () => {
  const { diagnostics, keep } = await crawlOnce([githubSourceAt(github.host)], github.state, {
    selectors: [filesUnder('docs/', 'blob')],
  });
  expect(diagnostics).toEqual([]);
  await keep();
};
const blobs = async () => {
  const found = await readdir(join(github.state, 'blobs'), { recursive: true, withFileTypes: true });
  return found.flatMap((each) => (each.isFile() && each.name !== 'swept' ? [each.name] : [])).sort();
};
const tomorrow = () => sweepBlobs(github.state, Date.now() + 90_000_000);
const ids = (...texts: readonly string[]) => texts.map((text) => blobId(Buffer.from(text))).sort();

it('keeps the blobs of two builds and deletes older ones, once a day', async () => {
  const shop = github.host.model.create('acme', 'shop', { files: { 'docs/a.md': '1', 'docs/shared.md': 'same' } });
  github.host.model.create('acme', 'twin', { files: { 'docs/b.md': '1', 'docs/shared.md': 'same' } });
  await run();
  github.host.model.push(shop, { 'docs/a.md': '2' });
  await run();
  const twin = github.host.model.find('acme', 'twin');
  if (twin) github.host.model.push(twin, { 'docs/b.md': '3' });
  await run();
  await tomorrow();
  expect(await blobs()).toEqual(ids('1', '2', '3', 'same'));
  github.host.model.push(shop, { 'docs/a.md': '4' });
  await run();
  // Not today.
  expect(await blobs()).toEqual(ids('1', '2', '3', '4', 'same'));
  await tomorrow();
  // No record of two builds names the first version any more.
  expect(await blobs()).toEqual(ids('2', '3', '4', 'same'));
});

it('deletes what killed runs have left, and what Git fetched of what nobody reads any more', async () => {
  github.host.model.create('acme', 'shop', { files: { 'docs/a.md': '1' } });
  await run();
  const unfinished = join(github.state, 'blobs', '00', `${'0'.repeat(40)}.0af1`);
  const [used, unused] = ['a', 'b'].map((digit) => join(github.state, 'git', digit.repeat(32), 'HEAD'));
  for (const file of [unfinished, used ?? '', unused ?? '']) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
  }
  const longAgo = new Date(Date.now() - 20 * 86_400_000);
  await utimes(unused ?? '', longAgo, longAgo);
  await tomorrow();
  expect(await blobs()).toEqual(ids('1'));
  expect(await readdir(join(github.state, 'git'))).toEqual(['a'.repeat(32)]);
});
