import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { publishedFiles, startServer, type TestServer, writePublishedPortal } from '../../testing/published-portal.ts';
import { fetchText } from './fetch-text.ts';
import { openPortalFiles } from './portal-files.ts';
import { readPublished } from './read-published.ts';

const content = {
  repositories: [{ slug: 'acme/cart' }],
  refs: { 'component:default/cart': ['acme/cart', 'catalog-info.yaml', 1] as const },
  relations: [['component:default/cart', 'ownedBy', 'group:default/a'] as const],
};
const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = await startServer(answer);
  servers.push(server);
  return server.url;
}

/** Serves the portal below `/base/`, once `before` has nothing to say. */
const servePortal = (before: (request: IncomingMessage, response: ServerResponse) => boolean = () => false) =>
  serve((request, response) => {
    if (before(request, response)) return;
    const text = publishedFiles(content).get(request.url?.replace('/base/api/catalog/', '') ?? '');
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });

const read = async (address: string, token?: string) => readPublished(openPortalFiles(address, token));

it.each(['/base', '/base/', '/base/index.html', '/base/?utm=1#x'])('reads a portal at %s', async (path) => {
  const { refs, relations } = await read((await servePortal()) + path);
  expect(refs.get('component:default/cart')).toEqual({ repository: 'acme/cart', path: 'catalog-info.yaml', line: 1 });
  expect(relations).toEqual(content.relations);
});

it.each([
  ['no portal', 404, '', 'portal-not-found'],
  ['a page for every path', 200, '<!doctype html>', 'portal-not-found'],
  ['an index without version', 200, '{"files":{}}', 'portal-too-old'],
  ['an index of tomorrow', 200, '{"formatVersion":2}', 'portal-too-new'],
  [
    'names that lead out',
    200,
    '{"formatVersion":1,"repositories":[],"files":{"refs":["../../x"],"relations":[]}}',
    'portal-too-old',
  ],
  [
    'a list that is missing',
    200,
    '{"formatVersion":1,"repositories":[],"files":{"refs":["refs.json"],"relations":[]}}',
    'portal-incomplete',
  ],
  ['a closed door', 403, '', 'portal-refused'],
  ['a broken server', 500, '', 'portal-refused'],
])('says of %s what it is', async (_, status, text, code) => {
  const url = await serve((request, response) => {
    const isIndex = request.url?.endsWith('index.json');
    response.writeHead(isIndex || status !== 200 ? status : 404).end(text);
  });
  await expect(read(url)).rejects.toMatchObject({ code, hint: expect.any(String) });
});

it('says that a portal cannot be reached', async () => {
  const url = await serve(() => {});
  await servers.pop()?.close();
  await expect(read(url)).rejects.toMatchObject({ code: 'portal-unreachable' });
});

it('follows redirects within the host and refuses those that leave it, token and all', async () => {
  const seen: (string | undefined)[] = [];
  const other = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(200).end('{}');
  });
  const inside = await servePortal((request, response) => {
    if (!request.url?.startsWith('/old/')) return false;
    response.writeHead(302, { location: request.url.replace('/old/', '/base/') }).end();
    return true;
  });
  expect((await read(`${inside}/old/`)).refs.size).toBe(1);
  const outside = await serve((_, response) => response.writeHead(302, { location: `${other}/login` }).end());
  await expect(read(outside, 'secret')).rejects.toMatchObject({ code: 'portal-redirects' });
  expect(seen).toEqual([]);
  const loop = await serve((request, response) => response.writeHead(302, { location: request.url ?? '/' }).end());
  await expect(read(loop)).rejects.toMatchObject({ code: 'portal-redirects' });
});

it.each([
  ['t0ken', 'Bearer t0ken'],
  ['robin:pass', `Basic ${Buffer.from('robin:pass').toString('base64')}`],
  ['Basic abc', 'Basic abc'],
])('sends the token %s as %s, and never prints it', async (token, expected) => {
  const seen = new Set<string | undefined>();
  const url = await servePortal((request, response) => {
    seen.add(request.headers.authorization);
    if (request.url?.startsWith('/base/')) return false;
    response.writeHead(401).end();
    return true;
  });
  await read(`${url}/base`, token);
  expect([...seen]).toEqual([expected]);
  const error = await read(`${url}/closed`, token).catch((reason: Error) => reason);
  expect(JSON.stringify(error) + String(error)).not.toContain(token);
});

it('sends no token without encryption, and takes no password in the address', async () => {
  await expect(read('http://portal.example.com/', 'secret')).rejects.toMatchObject({ code: 'portal-insecure' });
  await expect(read('https://a:b@portal.example.com/')).rejects.toMatchObject({ code: 'portal-address' });
});

it('stops at the size and the time that are allowed', async () => {
  const endless = await serve((_, response) => {
    response.writeHead(200);
    response.write('x'.repeat(2000));
  });
  const options = { timeout: 5000, maximalBytes: 1000 };
  await expect(fetchText(new URL(endless), options)).rejects.toMatchObject({ code: 'portal-too-large' });
  const silent = await serve(() => {});
  await expect(fetchText(new URL(silent), { ...options, timeout: 50 })).rejects.toMatchObject({
    code: 'portal-unreachable',
    message: expect.stringContaining('no answer within 0.05 seconds'),
  });
});

it('reads a folder, and says when there is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-published-'));
  try {
    await expect(read(folder)).rejects.toMatchObject({ code: 'portal-not-found' });
    await writePublishedPortal(folder, content);
    expect((await read(folder)).refs.size).toBe(1);
    await expect(read(join(folder, 'nope'))).rejects.toMatchObject({ code: 'portal-address' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
