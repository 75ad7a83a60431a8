import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { randomInt, randomLcg } from 'd3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGitRepository, type TestRepository } from '../../../testing/git-repository.ts';
import { GitError } from '../git-error.ts';
import { readPack } from './read-pack.ts';
import { Unsuitable } from './unsuitable.ts';

let folder: string;
let repository: TestRepository;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-pack-'));
  repository = await createGitRepository({}, { folder });
  for (let version = 0; version < 12; version += 1) {
    const lines = Array.from(
      { length: 400 },
      (_, line) => `line ${line === version * 3 ? `changed ${version}` : line}`,
    );
    await repository.commit({ 'empty.txt': '', 'docs/long.md': lines.join('\n'), [`d${version}/a.txt`]: `${version}` });
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function packOf(...options: string[]): Promise<Buffer> {
  const args = ['pack-objects', '--stdout', '--all', '--quiet', '--no-reuse-delta', '--window=50', ...options];
  const environment = { PATH: process.env['PATH'], GIT_DIR: repository.gitFolder, GIT_CONFIG_GLOBAL: '/dev/null' };
  const run = promisify(execFile)('git', args, { encoding: 'buffer', env: environment, maxBuffer: 1e8 });
  run.child.stdin?.end();
  return (await run).stdout;
}

/** A pack of these entries with a sound checksum. */
function packWith(...entries: readonly Buffer[]): Buffer {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(entries.length, 8);
  const body = Buffer.concat([header, ...entries]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

it.each([
  { options: ['--delta-base-offset'], what: 'by their place' },
  { options: [], what: 'by their id' },
])('unpacks what Git packs, deltas named $what', async ({ options }) => {
  const objects = await readPack(await packOf(...options), 40);
  const listing = await repository.git('cat-file', '--batch-all-objects', '--batch-check');
  const expected = listing.split('\n').map((line) => line.split(' '));
  expect([...objects.keys()].sort()).toEqual(expected.map(([oid]) => oid));
  for (const [oid = '', type, size] of expected) {
    expect(objects.get(oid)).toMatchObject({ type, size: Number(size) });
    if (type !== 'blob') continue;
    const content = objects.get(oid)?.content ?? Buffer.alloc(0);
    expect(createHash('sha1').update(`blob ${size}\0`).update(content).digest('hex')).toBe(oid);
  }
});

it('refuses a pack with any byte changed, missing or added', async () => {
  const pack = await packOf('--delta-base-offset');
  const random = randomInt.source(randomLcg(7));
  for (let run = 0; run < 60; run += 1) {
    const wrong = Buffer.from(pack);
    const at = random(pack.length)();
    wrong[at] = (wrong[at] ?? 0) ^ (1 + random(255)());
    for (const bytes of [wrong, pack.subarray(0, at), Buffer.concat([pack, Buffer.from('x')])]) {
      await expect(readPack(bytes, 40)).rejects.toThrow(/corrupt pack/);
    }
  }
});

it('refuses whatever is inside, also when the checksum is right', async () => {
  const pack = await packOf('--delta-base-offset');
  const random = randomInt.source(randomLcg(8));
  let refused = 0;
  for (let run = 0; run < 400; run += 1) {
    const body = Buffer.from(pack.subarray(0, -20));
    const at = 12 + random(body.length - 12)();
    body[at] = (body[at] ?? 0) ^ (1 << random(8)());
    const sealed = Buffer.concat([body, createHash('sha1').update(body).digest()]);
    const failure = await readPack(sealed, 40).then(
      () => undefined,
      (error: unknown) => error,
    );
    // A changed offset may lead to another sound base: what comes out has another id, and nobody asks for it.
    if (failure === undefined) continue;
    refused += 1;
    expect(failure instanceof GitError || failure instanceof Unsuitable, String(failure)).toBe(true);
  }
  expect(refused).toBeGreaterThan(350);
});

it('holds no bomb', async () => {
  // A blob of 2^40 bytes, by its header.
  const vast = Buffer.concat([Buffer.from([0xb0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]), deflateSync('x')]);
  await expect(readPack(packWith(vast), 40)).rejects.toThrow(Unsuitable);
  // Ten bytes, says the header of what unpacks to a hundred million.
  const liar = Buffer.concat([Buffer.from([0x3a]), deflateSync(Buffer.alloc(100_000_000))]);
  await expect(readPack(packWith(liar), 40)).rejects.toThrow('corrupt pack');
  // Three hundred blobs of a megabyte, each a few bytes that repeat the first.
  const blob = Buffer.concat([Buffer.from([0xb0, 0x80, 0x80, 0x0c]), deflateSync(Buffer.alloc(3 << 20))]);
  const id = createHash('sha1')
    .update(`blob ${3 << 20}\0`)
    .update(Buffer.alloc(3 << 20))
    .digest();
  const size = [0x80, 0x80, 0xc0, 0x01];
  const copies = Buffer.from([...size, ...size, ...Array.from({ length: 48 }, () => 0x80)]);
  const delta = Buffer.concat([
    Buffer.from([0xf0 | (copies.length & 15), copies.length >> 4]),
    id,
    deflateSync(copies),
  ]);
  await expect(readPack(packWith(blob, ...Array.from({ length: 60 }, () => delta)), 40)).rejects.toThrow(Unsuitable);
});

it('refuses a delta without its base, or of itself', async () => {
  const content = deflateSync(Buffer.from([1, 1, 0x90, 1]));
  const nowhere = Buffer.concat([Buffer.from([0x74]), Buffer.alloc(20, 7), content]);
  await expect(readPack(packWith(nowhere), 40)).rejects.toThrow('base of a delta');
  const itself = Buffer.concat([Buffer.from([0x64, 0x00]), content]);
  await expect(readPack(packWith(itself), 40)).rejects.toThrow('corrupt pack');
});
