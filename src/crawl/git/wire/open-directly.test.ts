import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GitSourceConfig } from '../../../config/config.ts';
import { codesOf, crawlOnce, filesOf, filesUnder } from '../../../testing/crawl-once.ts';
import { type GitHttpServer, startGitHttpServer } from '../../../testing/git-http-server.ts';
import { createGitRepository } from '../../../testing/git-repository.ts';
import { createVirtualClock } from '../../../testing/host-emulator/virtual-clock.ts';

let folder: string;
let server: GitHttpServer;
/** What the host answers to the n-th request, from 1, instead of Git. */
let instead: (count: number) => { readonly body: string | Buffer; readonly type?: string } | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-wire-'));
  const files = { 'catalog-info.yaml': 'name: shop', 'docs/a.md': '# A' };
  await createGitRepository(files, { folder: join(folder, 'served/acme/shop.git'), bare: true });
  instead = () => undefined;
  server = await startGitHttpServer({
    root: join(folder, 'served'),
    before: (request, response) => {
      const answer = request.method === 'POST' ? instead(server.requests.length) : undefined;
      if (!answer) return false;
      const { body, type = 'application/x-git-upload-pack-result' } = answer;
      response.writeHead(200, { 'content-type': type }).end(body);
      return true;
    },
  });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const read = async () => {
  const url = `${server.url}/acme/shop.git`;
  const source: GitSourceConfig = { type: 'git', name: 'remote', urls: [url], catalogPaths: ['catalog-info.yaml'] };
  const options = { clock: createVirtualClock(), selectors: [filesUnder('docs/', 'text')] };
  const { snapshot, diagnostics } = await crawlOnce([source], join(folder, 'state'), options);
  return { files: filesOf(snapshot)['acme/shop'], codes: codesOf(diagnostics), diagnostics };
};
const whole = { 'catalog-info.yaml': 'name: shop', 'docs/a.md': '# A' };
const line = (content: Buffer | string) => {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
};
const answerWith = (pack: Buffer) =>
  Buffer.concat([line('packfile\n'), line(Buffer.concat([Buffer.from([1]), pack])), Buffer.from('0000')]);
const packOf = (text: string) => {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\x01', 'latin1');
  const body = Buffer.concat([header, Buffer.from([0x30 | text.length]), deflateSync(text)]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
};

it('speaks three times: reference, commit, files; and leaves nothing but what was read', async () => {
  expect(await read()).toMatchObject({ files: { 'catalog-info.yaml': 'name: shop' }, codes: [] });
  expect(server.requests).toEqual(Array(4).fill('POST /acme/shop.git/git-upload-pack'));
  expect(await readdir(join(folder, 'state'))).toEqual(['snapshot']);
});

it.each([
  ['a page for people', { body: '<html>Sign in</html>', type: 'text/html' }],
  ['an older protocol', { body: line('NAK\n') }],
  ['nothing', { body: '' }],
  ['more than is held in memory', { body: Buffer.alloc(20_000_000, '0') }],
])('leaves it to Git when the host answers with %s', async (_, answer) => {
  for (const which of [1, 2, 3]) {
    await rm(join(folder, 'state'), { recursive: true, force: true });
    const start = server.requests.length;
    instead = (count) => (count === start + which ? answer : undefined);
    expect(await read()).toMatchObject({ files: whole, codes: [] });
    expect(server.requests.slice(start).some((request) => request.startsWith('GET'))).toBe(true);
  }
});

it('takes nothing for what it is not: content that was not asked for is not read', async () => {
  instead = (count) => (count === 3 ? { body: answerWith(packOf('name: evil')) } : undefined);
  const { files, codes } = await read();
  expect(codes).toEqual(['crawl/blob-missing acme/shop']);
  expect(files).toEqual({ 'docs/a.md': '# A' });
});

it('says what the host says, and tries once more what passes', async () => {
  instead = () => ({ body: Buffer.concat([line('ERR access denied\n'), Buffer.from('0000')]) });
  expect((await read()).diagnostics[0]?.message).toContain('access denied');
  const start = server.requests.length;
  const broken = packOf('name: shop');
  broken.writeUInt8(1, 20);
  instead = (count) => (count === start + 2 ? { body: answerWith(broken) } : undefined);
  expect(await read()).toMatchObject({ files: whole, codes: [] });
});
