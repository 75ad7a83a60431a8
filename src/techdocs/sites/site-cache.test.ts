import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryFolder, readCachedSite, sweepSites, writeCachedSite } from './site-cache.ts';
import type { SiteRecord } from './site-record.ts';

const digest = (content: string) => createHash('sha256').update(content).digest('hex');
const hash = digest('inputs');
const html = '<h1>Orders</h1>';
const file = `${'a'.repeat(32)}.html`;
const picture = `${'b'.repeat(32)}.svg`;
const record: SiteRecord = {
  title: 'Orders',
  nav: [{ title: 'Orders', path: '', children: [{ title: 'Out', path: 'https://example.org/', children: [] }] }],
  pages: [
    {
      ...{ path: '', sourcePath: 'docs/index.md', title: 'Orders', description: '', file, hash: digest(html) },
      ...{ headings: [{ level: 2, id: 'docs-a', title: 'A' }], mended: [], references: [] },
    },
  ],
  assets: [
    { path: 'a.svg', size: 6, file: picture, hash: digest('<svg/>') },
    { path: 'b.png', size: 1, oid: '0'.repeat(40) },
  ],
  redirects: [['old/', '']],
  diagnostics: [],
};

let state: string;
let entry: string;
const write = (name = hash, made = record) =>
  writeCachedSite(state, name, async (folder) => {
    await mkdir(join(folder, 'pages'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'pages', file), html);
    await writeFile(join(folder, 'assets', picture), '<svg/>');
    return made;
  });
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'callboard-site-cache-'));
  entry = entryFolder(state, hash);
  await write();
});
afterEach(() => rm(state, { recursive: true, force: true }));

/** Writes a record as whoever knows the form could. */
const forge = (change: object, mark = 'callboard-docs 1', of = hash) => {
  const body = JSON.stringify({ ...record, ...change });
  return writeFile(join(entry, 'site.json'), `${mark} ${of} ${digest(body)}\n${body}`);
};
const page = (change: object) => ({ pages: [{ ...record.pages[0], ...change }] });
const asset = (change: object) => ({ assets: [{ ...record.assets[1], ...change }] });
const deep = () => {
  let nav: readonly object[] = [];
  for (let depth = 0; depth < 200; depth += 1) nav = [{ title: 'x', children: nav }];
  return { nav };
};

describe('an entry of the cache', () => {
  it('is read as it was written', () => {
    expect(readCachedSite(state, hash)).toEqual({ record, hash, folder: entry });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['its record is cut off', () => truncate(join(entry, 'site.json'), 300)],
    ['its record is empty', () => truncate(join(entry, 'site.json'), 0)],
    ['its record is missing', () => rm(join(entry, 'site.json'))],
    ['a bit of a page is flipped', () => writeFile(join(entry, 'pages', file), '<h1>Orderr</h1>')],
    ['a page is cut off', () => truncate(join(entry, 'pages', file), 4)],
    ['a page is missing', () => rm(join(entry, 'pages', file))],
    ['an asset is changed', () => writeFile(join(entry, 'assets', picture), '<svg />')],
    ['a page is a folder', () => rm(join(entry, 'pages', file)).then(() => mkdir(join(entry, 'pages', file)))],
    ['it is a pipe', () => rm(join(entry, 'site.json')).then(() => execa('mkfifo', [join(entry, 'site.json')]))],
    [
      'a page is a link',
      async () => {
        await rename(join(entry, 'pages', file), join(state, 'elsewhere'));
        await symlink(join(state, 'elsewhere'), join(entry, 'pages', file));
      },
    ],
    ['it is of other inputs', () => forge({}, 'callboard-docs 1', digest('other'))],
    ['it is of another version', () => forge({}, 'callboard-docs 0')],
    ['it has no pages', () => forge({ pages: undefined })],
    ['its pages are no list', () => forge({ pages: {} })],
    ['its navigation has no end', () => forge(deep())],
    ['a page lies elsewhere', () => forge(page({ file: '../../../../../etc/passwd' }))],
    ['a page is published elsewhere', () => forge(page({ path: '../../../index.html/' }))],
    ['a page is published at the root', () => forge(page({ path: '/index.html' }))],
    ['a heading is none', () => forge(page({ headings: [null] }))],
    ['an asset lies elsewhere', () => forge(asset({ oid: '../../../../etc/passwd' }))],
    ['an asset is published elsewhere', () => forge(asset({ path: '../../../index.html' }))],
    ['a redirect leads elsewhere', () => forge({ redirects: [['../../x/', '']] })],
    ['it is null', () => writeFile(join(entry, 'site.json'), `callboard-docs 1 ${hash} ${digest('null')}\nnull`)],
  ])('is none when %s, and is made anew', async (_case, damage) => {
    await damage();
    expect(readCachedSite(state, hash)).toBeUndefined();
    await write();
    expect(readCachedSite(state, hash)?.record).toEqual(record);
  });

  it('that is forged in what does no harm is what it says', async () => {
    await forge({ title: 'Other' });
    expect(readCachedSite(state, hash)?.record.title).toBe('Other');
  });

  it('holds nothing of the machine', async () => {
    const files = await readdir(entry, { recursive: true, withFileTypes: true });
    for (const each of files.filter((item) => item.isFile()))
      expect(await readFile(join(each.parentPath, each.name), 'utf8')).not.toContain(state);
  });

  it('is there as a whole or not at all', async () => {
    const other = digest('other');
    await expect(
      writeCachedSite(state, other, async (folder) => {
        await writeFile(join(folder, 'half'), 'x');
        throw new Error('No space left.');
      }),
    ).rejects.toThrow('No space left.');
    expect(await readdir(join(state, 'techdocs'))).toEqual([hash]);
  });
});

it('is swept of what nobody uses and of what killed runs left, and of nothing else', async () => {
  const [unused, used] = [digest('unused'), digest('used')];
  await write(unused);
  await write(used);
  await mkdir(join(state, 'techdocs', `${used}.4711.new`));
  await mkdir(join(state, 'techdocs', 'mine'));
  await sweepSites(state, new Set([hash, used]));
  expect((await readdir(join(state, 'techdocs'))).sort()).toEqual([hash, used, 'mine'].sort());
  await sweepSites(join(state, 'nowhere'), new Set());
});
