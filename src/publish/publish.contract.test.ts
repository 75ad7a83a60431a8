import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { execa } from 'execa';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeathWish } from '../testing/publish-and-die.ts';
import { openPlaces, type Place, type Places } from '../testing/publish-places.ts';
import type { S3Server } from '../testing/s3-server.ts';
import { findBrokenPages, sampleFiles, writeRelease } from '../testing/sample-release.ts';
import { publish, publishTo } from './apply.ts';
import { openStore } from './stores/open-store.ts';
import type { Store } from './stores/store.ts';

const context = { signal: new AbortController().signal, progress: () => undefined, log: () => undefined };
const publishAndDie = fileURLToPath(new URL('../testing/publish-and-die.ts', import.meta.url));
let scratch: string;
let s3: S3Server;
let places: Places;

beforeAll(async () => {
  places = await openPlaces();
  ({ scratch, s3 } = places);
}, 300_000);

afterAll(() => places?.close());

async function release(number: number): Promise<string> {
  const folder = join(scratch, `dist-${number}`);
  await writeRelease(folder, sampleFiles(number));
  return folder;
}

/** What a place must hold when exactly this release is published there, with `others` beside it. */
async function wholeSite(number: number, others: Record<string, string> = {}): Promise<Map<string, string>> {
  const manifest = await readFile(join(scratch, `dist-${number}`, 'manifest.json'), 'utf8');
  return new Map(Object.entries({ ...sampleFiles(number), ...others, 'manifest.json': manifest }));
}

const sorted = (site: Map<string, string>) => [...site].sort(([left], [right]) => (left < right ? -1 : 1));

/** Every change to a store in the order of its beginning and end, as `put key`, `done key`, `delete keys`. */
function recording(store: Store, journal: string[], failAt?: string): Store {
  return {
    concurrency: store.concurrency,
    describe: () => store.describe(),
    read: (key) => store.read(key),
    put: async (entry, content) => {
      journal.push(`put ${entry.key}`);
      if (entry.key === failAt) throw new Error('the store failed');
      await store.put(entry, content);
      journal.push(`done ${entry.key}`);
    },
    delete: async (keys) => {
      journal.push(`delete ${keys.join(' ')}`);
      await store.delete(keys);
    },
    close: () => store.close(),
  };
}

describe.each([
  ['a folder', () => places.folder()],
  ['an S3 bucket', () => places.bucket()],
])('publish into %s', (_name, makePlace) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });

  const put = async (number: number) =>
    publish({ folder: await release(number), target: place.target, dryRun: false }, context);

  it('puts up exactly the release, then nothing more the second time', async () => {
    const first = await put(1);
    expect(first).toMatchObject({ uploaded: 10, deleted: 0, unchanged: 0, warnings: [] });
    expect(sorted(await place.list())).toEqual(sorted(await wholeSite(1)));
    expect(await put(1)).toMatchObject({ uploaded: 0, deleted: 0, unchanged: 10, bytes: 0 });
  });

  it('uploads what differs, deletes what is gone, and leaves foreign files alone', async () => {
    await place.putForeign('notes/readme.txt', 'not ours');
    await place.putForeign('catalog/only-in-1/mine.txt', 'not ours either');
    await put(1);
    expect(await put(2)).toMatchObject({ uploaded: 9, deleted: 3, unchanged: 1 });
    const others = { 'notes/readme.txt': 'not ours', 'catalog/only-in-1/mine.txt': 'not ours either' };
    expect(sorted(await place.list())).toEqual(sorted(await wholeSite(2, others)));
  });

  it('changes nothing in a dry run, and says what it would do', async () => {
    await put(1);
    const before = await place.list();
    const report = await publish({ folder: await release(2), target: place.target, dryRun: true }, context);
    expect(await place.list()).toEqual(before);
    expect(report).toMatchObject({ dryRun: true, uploaded: 9, deleted: 3 });
    expect(report.plan.waves.map((wave) => wave.name)).toEqual([
      'assets',
      'new pages',
      'changed pages',
      'entry points',
    ]);
  });

  it('finishes each wave before the next: assets, new pages, changed pages, entry points, manifest, deletions', async () => {
    await put(1);
    const journal: string[] = [];
    const store = recording(await openStore(place.target, context.signal), journal);
    await publishTo(store, { folder: await release(2), dryRun: false }, context);
    await store.close();
    const stage = (line: string) =>
      [
        /^(?:put|done) assets\//,
        /^(?:put|done) catalog\/only-in-2/,
        /^(?:put|done) (?:catalog|docs|api)\//,
        /^(?:put|done) (?:index\.html|404\.html|sitemap\.xml)/,
        /^(?:put|done) manifest/,
        /^delete/,
      ].findIndex((pattern) => pattern.test(line));
    expect(journal.slice(0, 2)).toEqual(['put manifest.json', 'done manifest.json']);
    expect(journal.slice(-2)).toEqual(['put manifest.json', 'done manifest.json']);
    const stages = journal.slice(2, -2).map(stage);
    expect(stages).toEqual(stages.toSorted());
    expect(new Set(stages)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    const deletions = journal.filter((line) => line.startsWith('delete'));
    expect(deletions).toEqual([
      'delete catalog/only-in-1/index.html',
      expect.stringMatching(/^delete assets\/app\.\S+ assets\/page\.\S+$/),
    ]);
  });

  it.each(['assets', 'catalog/index.html', 'index.html'])('deletes nothing when an upload fails: %s', async (where) => {
    await put(1);
    const key = Object.keys(sampleFiles(2)).find((name) => name.startsWith(where));
    const journal: string[] = [];
    const store = recording(await openStore(place.target, context.signal), journal, key);
    const folder = await release(2);
    await expect(publishTo(store, { folder, dryRun: false }, context)).rejects.toThrow('the store failed');
    expect(journal.filter((line) => line.startsWith('delete'))).toEqual([]);
    const site = await place.list();
    expect(Object.keys(sampleFiles(1)).filter((name) => !site.has(name))).toEqual([]);
    expect(findBrokenPages(site)).toEqual([]);
    await put(2);
    expect(sorted(await place.list())).toEqual(sorted(await wholeSite(2)));
  });

  it('refuses a build that is empty, cut short or tampered with, and changes nothing', async () => {
    await put(1);
    const before = await place.list();
    const folder = await release(2);
    const attempt = () => publish({ folder, target: place.target, dryRun: false }, context);
    await writeFile(join(folder, 'catalog/index.html'), 'cut');
    await expect(attempt()).rejects.toMatchObject({ code: 'publish/damaged-release' });
    await rm(join(folder, 'catalog/index.html'));
    await expect(attempt()).rejects.toMatchObject({ code: 'publish/damaged-release' });
    await writeFile(join(folder, 'manifest.json'), '{"version":1,"entries":[]}');
    await expect(attempt()).rejects.toMatchObject({ code: 'publish/empty-release' });
    await rm(join(folder, 'manifest.json'));
    await expect(attempt()).rejects.toMatchObject({ code: 'publish/no-build' });
    expect(await place.list()).toEqual(before);
  });

  it('treats a manifest that cannot be read as none: uploads all, deletes nothing, says so', async () => {
    await put(1);
    await place.putForeign('manifest.json', '{"version":1,"entries":[{"key":"../../etc/passwd"}]}');
    const report = await put(2);
    expect(report).toMatchObject({ uploaded: 10, deleted: 0, unchanged: 0 });
    expect(report.warnings).toHaveLength(1);
    expect(sorted(await place.list())).toEqual(sorted(await wholeSite(2, sampleFilesOnlyIn(1, 2))));
  });

  it('refuses to go over the release of a newer Callboard', async () => {
    await place.putForeign('manifest.json', '{"version":2,"somethingNew":true}');
    await expect(put(1)).rejects.toMatchObject({ code: 'publish/newer-manifest' });
    expect([...(await place.list()).keys()]).toEqual(['manifest.json']);
  });

  it('survives kill -9 during any change: no page loses its assets, and the next publish settles everything', async () => {
    await place.putForeign('notes/readme.txt', 'not ours');
    await put(1);
    const folder = await release(2);
    let deaths = 0;
    for (let change = 1; ; change++) {
      const wish: DeathWish = { folder, target: place.target, change, milliseconds: change % 3 };
      const child = await execa('node', [publishAndDie, JSON.stringify(wish)], { reject: false, preferLocal: true });
      const site = await place.list();
      expect(findBrokenPages(site), `after dying in change ${change}`).toEqual([]);
      if (child.exitCode === 0) break;
      expect(child.signal).toBe('SIGKILL');
      deaths++;
      // Once onward and once back: what was half done must be settled for any release that follows.
      const following = change % 2 === 0 ? 1 : 2;
      await put(following);
      const others = { 'notes/readme.txt': 'not ours' };
      expect(sorted(await place.list()), `after change ${change}`).toEqual(sorted(await wholeSite(following, others)));
      await put(1);
    }
    expect(deaths).toBeGreaterThanOrEqual(10);
  }, 300_000);
});

function sampleFilesOnlyIn(one: number, other: number): Record<string, string> {
  const others = sampleFiles(other);
  return Object.fromEntries(Object.entries(sampleFiles(one)).filter(([key]) => !(key in others)));
}

describe('what an S3 bucket is told of a file', () => {
  const head = (client: S3Client, bucket: string, key: string) =>
    client.send(new HeadObjectCommand({ Bucket: bucket, Key: `team/portal/${key}`, ChecksumMode: 'ENABLED' }));

  it('carries type, cache policy and SHA-256', async () => {
    const { target } = await places.bucket();
    if (target.type !== 's3') throw new Error('not S3');
    const folder = await release(1);
    await publish({ folder, target, dryRun: false }, context);
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    for (const { key, sha256, type, cachePolicy } of manifest.entries) {
      const object = await head(s3.client, target.bucket, key);
      expect([object.ContentType, object.CacheControl, object.ChecksumSHA256], key).toEqual([
        type,
        cachePolicy,
        Buffer.from(sha256, 'hex').toString('base64'),
      ]);
    }
  });

  it('deletes more keys than one request takes', async () => {
    const { target, list } = await places.bucket();
    const many = Object.fromEntries(Array.from({ length: 1100 }, (_, index) => [`old/${index}.txt`, 'x']));
    const folder = join(scratch, 'dist-many');
    await writeRelease(folder, { ...sampleFiles(3), ...many });
    await publish({ folder, target, dryRun: false }, context);
    await release(3);
    const report = await publish({ folder: join(scratch, 'dist-3'), target, dryRun: false }, context);
    expect(report.deleted).toBe(1100);
    expect(sorted(await list())).toEqual(sorted(await wholeSite(3)));
  });
});
