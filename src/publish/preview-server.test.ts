import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFiles, writeRelease } from '../testing/sample-release.ts';
import { type Preview, startPreview } from './preview-server.ts';

let scratch: string;
let folder: string;
let preview: Preview;
const long = 'All the world is a stage. '.repeat(100);

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'callboard-preview-'));
  folder = join(scratch, 'dist');
  await writeRelease(folder, {
    ...sampleFiles(1),
    'long.txt': long,
    'assets/font.Bx3dE_f1.woff2': 'font',
    'caf\u00e9 & more/index.html': 'café',
    'empty.txt': '',
  });
  await writeFile(join(scratch, 'secret.txt'), 'secret');
  await symlink(join(scratch, 'secret.txt'), join(folder, 'leak.txt'));
  preview = await startPreview({ folder, base: '/portal/' });
});

afterAll(async () => {
  await preview?.stop();
  await rm(scratch, { recursive: true });
});

const plain = { redirect: 'manual', headers: { 'accept-encoding': 'identity' } } as const;
const get = (path: string, options: RequestInit = {}) =>
  fetch(new URL(path, preview.url), { ...plain, ...options, headers: { ...plain.headers, ...options.headers } });

/** Status and body for a path exactly as given, which fetch would tidy up. */
function getRaw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; encoding: string | undefined; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(preview.url);
    request({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          encoding: response.headers['content-encoding'],
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

it('listens on this machine only, below the base path', () => {
  expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/portal\/$/);
});

it.each([
  ['./', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['index.html', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['catalog/', 200, 'text/html; charset=utf-8', 'public, max-age=60, stale-while-revalidate=600'],
  ['catalog/?kind=api', 200, 'text/html; charset=utf-8', 'public, max-age=60, stale-while-revalidate=600'],
  ['caf%C3%A9%20&%20more/', 200, 'text/html; charset=utf-8', 'public, max-age=60, stale-while-revalidate=600'],
  ['api/diagnostics.json', 200, 'application/json', 'public, max-age=60, stale-while-revalidate=600'],
  ['assets/font.Bx3dE_f1.woff2', 200, 'font/woff2', 'public, max-age=31536000, immutable'],
  ['empty.txt', 200, 'text/plain; charset=utf-8', 'public, max-age=60, stale-while-revalidate=600'],
  ['manifest.json', 200, 'application/json', 'no-cache'],
  ['nothing/here', 404, 'text/html; charset=utf-8', 'no-cache'],
  ['index.html/', 404, 'text/html; charset=utf-8', 'no-cache'],
  ['leak.txt', 404, 'text/html; charset=utf-8', 'no-cache'],
  ['/elsewhere/', 404, 'text/html; charset=utf-8', 'no-cache'],
])('answers %s with %i', async (path, status, type, cachePolicy) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    status,
    type,
    cachePolicy,
  ]);
  const body = await answer.text();
  expect(body).not.toContain('secret');
  if (status === 404) expect(body).toContain('<title>404.html</title>');
});

it.each([
  ['/', '/portal/'],
  ['/portal', '/portal/'],
  ['catalog', '/portal/catalog/'],
  ['catalog?kind=api', '/portal/catalog/?kind=api'],
  ['caf%C3%A9%20&%20more', '/portal/caf%C3%A9%20%26%20more/'],
])('redirects %s to %s', async (path, location) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('location')]).toEqual([301, location]);
});

it.each([
  '/portal/../secret.txt',
  '/portal/..%2fsecret.txt',
  '/portal/%2e%2e/secret.txt',
  '/portal/%2e%2e%2fsecret.txt',
  '/portal/..\\secret.txt',
  '/portal/..%5csecret.txt',
  '/portal/%252e%252e/secret.txt',
  '/portal//secret.txt',
  '/portal/catalog/..%2f..%2f..%2fsecret.txt',
  '/portal/%00',
  '/portal/%ff',
  '/portal/a%0d%0aset-cookie:%20a=b/',
])('does not leave the build for %s', async (path) => {
  const { status, body } = await getRaw(path);
  expect(status).toBe(404);
  expect(body.toString()).not.toContain('secret');
});

describe('transfer', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('compresses for "%s"', async (accepted, expected, decompress) => {
    const { encoding, body } = await getRaw('/portal/long.txt', { 'accept-encoding': accepted });
    expect(encoding).toBe(expected);
    expect(body.length).toBeLessThan(200);
    expect(decompress(body).toString()).toBe(long);
  });

  it('does not compress what is compressed, nor for those who do not ask', async () => {
    const font = await getRaw('/portal/assets/font.Bx3dE_f1.woff2', { 'accept-encoding': 'br' });
    expect([font.encoding, font.body.toString()]).toEqual([undefined, 'font']);
    expect((await getRaw('/portal/long.txt')).body.toString()).toBe(long);
  });

  it.each([
    ['bytes=0-2', 206, 'All', `bytes 0-2/${long.length}`],
    ['bytes=-7', 206, long.slice(-7), `bytes ${long.length - 7}-${long.length - 1}/${long.length}`],
    [`bytes=${long.length - 3}-`, 206, long.slice(-3), `bytes ${long.length - 3}-${long.length - 1}/${long.length}`],
    ['bytes=0-999999', 206, long, `bytes 0-${long.length - 1}/${long.length}`],
    ['bytes=999999-', 416, '', `bytes */${long.length}`],
    ['bytes=-0', 416, '', `bytes */${long.length}`],
    ['bytes=5-2', 200, long, null],
    ['lines=1-2', 200, long, null],
    ['bytes=0-1,3-4', 200, long, null],
  ])('answers a range %s with %i', async (range, status, body, contentRange) => {
    const answer = await get('long.txt', { headers: { range } });
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([
      status,
      body,
      contentRange,
    ]);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const answer = await get('long.txt', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      String(long.length),
      '',
    ]);
  });

  it('answers 304 while a file is the same', async () => {
    const tag = (await get('long.txt')).headers.get('etag') ?? '';
    expect((await get('long.txt', { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await get('long.txt', { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200);
  });

  it('takes no other method', async () => {
    const answer = await get('long.txt', { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

it('says so when there is no build, and when the port is taken', async () => {
  await expect(startPreview({ folder: join(scratch, 'none'), base: '/' })).rejects.toMatchObject({
    code: 'publish/no-build',
  });
  const port = Number(new URL(preview.url).port);
  await expect(startPreview({ folder, base: '/', port })).rejects.toMatchObject({ code: 'publish/preview-failed' });
});
