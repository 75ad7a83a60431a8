import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readUrlList } from './list-urls.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-urls-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const listed = async (text: string | Buffer, urls: readonly string[] = []) => {
  const urlsFile = join(folder, 'repositories.txt');
  await writeFile(urlsFile, text);
  return readUrlList({ urls, urlsFile });
};

it('reads one URL a line, after those of the configuration, each once', async () => {
  const text = '# teams\r\nhttps://git.example/a.git\r\n\r\n  git@git.example:b/c.git  \nhttps://git.example/x.git\n';
  expect(await listed(text, ['https://git.example/x.git'])).toEqual({
    urls: ['https://git.example/x.git', 'https://git.example/a.git', 'git@git.example:b/c.git'],
    refused: [],
  });
});

it('expands braces as a shell does', async () => {
  const { urls } = await listed('https://git.example/{shop,pay/{api,web}}/service-{08..10}.git');
  const groups = ['shop', 'pay/api', 'pay/web'];
  const expected = groups.flatMap((group) =>
    ['08', '09', '10'].map((n) => `https://git.example/${group}/service-${n}.git`),
  );
  expect(urls).toEqual(expected);
});

it('leaves out what a line with "!" matches, wherever that line stands', async () => {
  const { urls } = await listed('!https://git.example/**/*-old.git\nhttps://git.example/{a,b/c}/{x,x-old}.git');
  expect(urls).toEqual(['https://git.example/a/x.git', 'https://git.example/b/c/x.git']);
});

it('refuses what cannot be listed, and keeps the rest', async () => {
  const { urls, refused } = await listed(
    'https://git.example/*.git\nhttps://git.example/{1..20000}\nfile:///srv/a.git',
  );
  expect(urls).toEqual(['file:///srv/a.git']);
  expect(refused.map(({ pattern }) => pattern)).toEqual([
    'https://git.example/*.git',
    'https://git.example/{1..20000}',
  ]);
});

it.each(['{'.repeat(5000), '{a,b}'.repeat(40), `${'{a,'.repeat(300)}b${'}'.repeat(300)}`])(
  'is not held up by a hostile pattern (%#)',
  async (pattern) => {
    const { urls } = await listed(`${pattern}\nhttps://git.example/a.git`);
    expect(urls).toContain('https://git.example/a.git');
    expect(urls.length).toBeLessThanOrEqual(10_001);
  },
);

it('says why the file is not read', async () => {
  const urls = ['https://git.example/a.git'];
  expect(await readUrlList({ urls, urlsFile: join(folder, 'none.txt') })).toMatchObject({
    urls,
    unreadable: 'it does not exist',
  });
  expect(await readUrlList({ urls, urlsFile: folder })).toMatchObject({ urls, unreadable: 'EISDIR' });
  expect(await listed(Buffer.from([0xff, 0xfe, 0x41]), urls)).toMatchObject({ urls, unreadable: 'it is not UTF-8' });
});
