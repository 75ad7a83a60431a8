import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FileSelector } from '../catalog/repository-files.ts';
import { crawlOnce, localSourceAt, roomyLimits } from '../testing/crawl-once.ts';
import { createGitRepository, symlink } from '../testing/git-repository.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-unread-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('tells what could not be read from what is not in the commit', async () => {
  const { folder: shop } = await createGitRepository(
    {
      'catalog-info.yaml': 'fine',
      'latin.yaml': Uint8Array.of(0xe9, 0x0a),
      'large.yaml': 'x'.repeat(200),
      'link.yaml': symlink('catalog-info.yaml'),
      linked: symlink('docs'),
    },
    { folder: join(folder, 'shop') },
  );
  const asked = [
    'catalog-info.yaml',
    'latin.yaml',
    'large.yaml',
    'link.yaml',
    'linked/a.yaml',
    'gone.yaml',
    'gone/a.yaml',
  ];
  const select: FileSelector = () => asked.map((path) => ({ path, as: 'text' }));
  const limits = { ...roomyLimits, bytesPerFile: 100 };
  const { snapshot } = await crawlOnce([localSourceAt(shop)], join(folder, 'state'), { selectors: [select], limits });
  expect([...(snapshot.repositories[0]?.unread ?? [])].sort()).toEqual([
    'large.yaml',
    'latin.yaml',
    'link.yaml',
    'linked/a.yaml',
  ]);
});
