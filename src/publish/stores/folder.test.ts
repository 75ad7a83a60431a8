import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFolderStore } from './folder.ts';
import type { Store } from './store.ts';

let scratch: string;
let store: Store;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'callboard-folder-'));
  await mkdir(join(scratch, 'outside'));
  await writeFile(join(scratch, 'outside', 'precious.txt'), 'precious');
  store = openFolderStore({ type: 'folder', path: join(scratch, 'site') });
});
afterEach(() => rm(scratch, { recursive: true }));

const put = (key: string, content = 'new') => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return store.put(
    { key, sha256, size: content.length, type: 'text/plain', cachePolicy: 'no-cache' },
    Buffer.from(content),
  );
};

it.each(['../outside/precious.txt', '/etc/x', 'a/../../outside/precious.txt', '', '.callboard-upload/x', 'a\0b'])(
  'refuses the key %j',
  async (key) => {
    await expect(put(key)).rejects.toMatchObject({ code: 'publish/unsafe-key' });
    await expect(store.delete([key])).rejects.toMatchObject({ code: 'publish/unsafe-key' });
    expect(await readFile(join(scratch, 'outside', 'precious.txt'), 'utf8')).toBe('precious');
  },
);

it('never writes, reads or deletes through a link that leads out', async () => {
  await put('index.html');
  await symlink(join(scratch, 'outside'), join(scratch, 'site', 'docs'));
  for (const act of [
    () => put('docs/precious.txt'),
    () => put('docs/deep/new.txt'),
    () => store.read('docs/precious.txt'),
    () => store.delete(['docs/precious.txt']),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: 'publish/link-in-target' });
  }
  expect(await readdir(join(scratch, 'outside'))).toEqual(['precious.txt']);
  expect(await readFile(join(scratch, 'outside', 'precious.txt'), 'utf8')).toBe('precious');
});

it('publishes into a target that is a link itself', async () => {
  await symlink(join(scratch, 'outside'), join(scratch, 'linked'));
  store = openFolderStore({ type: 'folder', path: join(scratch, 'linked') });
  await put('a/b.txt');
  expect(await readFile(join(scratch, 'outside', 'a', 'b.txt'), 'utf8')).toBe('new');
});

it('replaces a link at a key by a file', async () => {
  await put('index.html');
  await symlink(join(scratch, 'outside', 'precious.txt'), join(scratch, 'site', 'page.html'));
  await put('page.html');
  expect(await readFile(join(scratch, 'site', 'page.html'), 'utf8')).toBe('new');
  expect(await readFile(join(scratch, 'outside', 'precious.txt'), 'utf8')).toBe('precious');
});

it('removes folders that a deletion leaves empty, and no others', async () => {
  await put('a/b/c/one.txt');
  await put('a/two.txt');
  await mkdir(join(scratch, 'site', 'empty'));
  await store.delete(['a/b/c/one.txt', 'a/never-there.txt', 'nowhere/at/all.txt']);
  await store.close();
  expect((await readdir(join(scratch, 'site'), { recursive: true })).sort()).toEqual(['a', 'a/two.txt', 'empty']);
});

it.each([
  ['a file lies where a folder is needed', 'a', 'a/b'],
  ['a folder lies where a file is needed', 'a/b', 'a'],
])('says so when %s', async (_what, first, second) => {
  await put(first);
  await expect(put(second)).rejects.toMatchObject({
    code: 'publish/folder-failed',
    message: expect.stringContaining('is in the way'),
  });
});
