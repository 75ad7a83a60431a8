import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codesOf, crawlOnce, filesOf, filesUnder, localSourceAt } from '../testing/crawl-once.ts';
import { createGitRepository } from '../testing/git-repository.ts';
import { blobId } from './blob-store.ts';

let folder: string;
let state: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-crawl-'));
  state = join(folder, 'state');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('reads an unchanged commit from its record, and notices damage', async () => {
  const repository = await createGitRepository(
    { 'catalog-info.yaml': 'kept', 'docs/a.md': 'a' },
    { folder: join(folder, 'shop') },
  );
  const run = () => crawlOnce([localSourceAt(repository.folder)], state, { selectors: [filesUnder('docs/', 'blob')] });
  const first = await run();
  await rm(join(repository.gitFolder, 'objects'), { recursive: true });
  await mkdir(join(repository.gitFolder, 'objects'));
  const second = await run();
  expect(second.diagnostics).toEqual([]);
  expect(second.snapshot.repositories).toEqual(first.snapshot.repositories);

  const [record] = await readdir(join(state, 'snapshot'));
  const file = join(state, 'snapshot', record ?? '');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"kept"', '"bad!"'));
  expect(codesOf((await run()).diagnostics)).toEqual(['crawl/repository-unreadable shop']);
});

it('costs one Git process per new repository and none per unchanged one', async () => {
  for (const name of ['a', 'b', 'c']) {
    await createGitRepository({ 'catalog-info.yaml': name, 'docs/a.md': 'a' }, { folder: join(folder, 'all', name) });
  }
  const log = join(folder, 'processes');
  const realGit = (await promisify(execFile)('sh', ['-c', 'command -v git'])).stdout.trim();
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/git'), `#!/bin/sh\necho "$1" >> '${log}'\nexec '${realGit}' "$@"\n`, {
    mode: 0o755,
  });
  const path = process.env['PATH'];
  process.env['PATH'] = `${join(folder, 'bin')}:${path}`;
  try {
    const run = () =>
      crawlOnce([localSourceAt(join(folder, 'all'))], state, { selectors: [filesUnder('docs/', 'blob')] });
    await run();
    expect((await readFile(log, 'utf8')).split('\n').sort()).toEqual(['', '--version', ...Array(3).fill('cat-file')]);
    await run();
    expect((await readFile(log, 'utf8')).split('\n').length).toBe(1 + 4 + 1);
  } finally {
    process.env['PATH'] = path;
  }
});

it('reads what changed, and what a selector wants now', async () => {
  const repository = await createGitRepository({ 'catalog-info.yaml': '1' }, { folder: join(folder, 'shop') });
  await crawlOnce([localSourceAt(repository.folder)], state);
  await repository.commit({ 'catalog-info.yaml': '2', 'docs/a.md': 'a' });
  await crawlOnce([localSourceAt(repository.folder)], state);
  const { snapshot } = await crawlOnce([localSourceAt(repository.folder)], state, {
    selectors: [filesUnder('docs/', 'text')],
  });
  expect(filesOf(snapshot)).toEqual({ shop: { 'catalog-info.yaml': '2', 'docs/a.md': 'a' } });
});

it('restores a kept blob that is damaged', async () => {
  const repository = await createGitRepository({ 'docs/a.md': 'right' }, { folder: join(folder, 'shop') });
  const run = () => crawlOnce([localSourceAt(repository.folder)], state, { selectors: [filesUnder('docs/', 'blob')] });
  const { snapshot } = await run();
  const oid = blobId(Buffer.from('right'));
  await writeFile(snapshot.blobs.pathOf(oid), 'wrong');
  await expect(snapshot.blobs.read(oid)).rejects.toThrow('damaged');
  await rm(join(state, 'snapshot'), { recursive: true });
  await run();
  expect(Buffer.from(await snapshot.blobs.read(oid)).toString()).toBe('right');
});
