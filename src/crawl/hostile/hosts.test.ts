import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GitSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf, roomyLimits } from '../../testing/crawl-once.ts';
import { createGitRepository } from '../../testing/git-repository.ts';
import { createVirtualClock } from '../../testing/host-emulator/virtual-clock.ts';
import { answerWithPack, idOf, packEntry, sealPack, treeEntry, wireLine } from './pack-bytes.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const token = 'glpat-canary-8d1f';
const mine = 'application/x-git-upload-pack-result';
const servers: Server[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-hostile-hosts-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true, force: true });
});

async function serve(answer: Answer): Promise<string> {
  const server = createServer({ maxHeaderSize: 1_000_000 }, answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Crawls a repository of the host that answers so, beside one of a host that is sound. */
async function crawlHost(answer: Answer, seconds = 60) {
  const url = `${await serve(answer)}/acme/evil.git`;
  const healthy = await createGitRepository({ 'catalog-info.yaml': 'name: good' }, { folder: join(folder, 'good') });
  const sources: GitSourceConfig[] = [url, healthy.url].map((each, index) => ({
    type: 'git',
    name: `source-${index}`,
    urls: [each],
    catalogPaths: ['catalog-info.yaml'],
    ...(index === 0 && { token }),
  }));
  const log: string[] = [];
  const limits = { ...roomyLimits, secondsPerRepository: seconds };
  const { snapshot, diagnostics } = await crawlOnce(sources, join(folder, 'state'), {
    clock: createVirtualClock(),
    limits,
    log,
  });
  expect(filesOf(snapshot)['good']).toEqual({ 'catalog-info.yaml': 'name: good' });
  const told = JSON.stringify([diagnostics, log]);
  expect(told).not.toContain('canary');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(diagnostics.map(({ message }) => message).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  return { codes: codesOf(diagnostics), messages: diagnostics.map(({ message }) => message), snapshot };
}

const reply = (response: ServerResponse, body: Buffer | string, headers: Record<string, string> = {}) =>
  response.writeHead(200, { 'content-type': mine, ...headers }).end(body);
const reference = (oid: string, name = 'HEAD', more = ' symref-target:refs/heads/main') =>
  Buffer.concat([wireLine(`${oid} ${name}${more}\n`), Buffer.from('0000')]);

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

it.each([301, 302, 307, 308])('takes the token to no other place that a host names with status %i', async (status) => {
  const seen: string[] = [];
  const elsewhere = await serve((request, response) => {
    seen.push(`${request.url} ${request.headers.authorization}`);
    response.end();
  });
  // What follows redirects, and sends what it was given, is what must not be used.
  await fetch(await serve((_, response) => void response.writeHead(status, { location: elsewhere }).end()), {
    method: 'POST',
  });
  expect(seen.length).toBe(1);
  for (const location of [`${elsewhere}/x.git/git-upload-pack`, 'file:///etc/passwd', `//127.0.0.1:1/x`]) {
    const { messages } = await crawlHost((_, response) => void response.writeHead(status, { location }).end());
    expect(messages).toEqual(['acme/evil cannot be read: it has moved.']);
  }
  expect(seen.length).toBe(1);
});

it('gives nobody the token who asks for it for another place', async () => {
  const challenge = 'Basic realm="https://elsewhere.example", Bearer realm="http://127.0.0.1:1/token"';
  const { messages } = await crawlHost((_, response) => {
    response.writeHead(401, { 'www-authenticate': challenge }).end('who?');
  });
  expect(messages).toEqual(['acme/evil cannot be read: the host asks for other credentials.']);
});

it.each(['as text', 'in Base64', 'with every other character escaped'])(
  'says nothing of what a host says back of the token, %s',
  async (how) => {
    const echo = (request: IncomingMessage) => {
      const basic = request.headers.authorization?.replace('Basic ', '') ?? '';
      if (how === 'in Base64') return basic;
      return how === 'as text'
        ? Buffer.from(basic, 'base64').toString()
        : encodeURIComponent(Buffer.from(basic, 'base64').toString());
    };
    await crawlHost(
      (request, response) =>
        void reply(response, Buffer.concat([wireLine(`ERR no ${echo(request)}\n`), Buffer.from('0000')])),
    );
    await crawlHost((request, response) => void response.writeHead(418).end(echo(request)));
  },
);

it('shows no control characters that a host sends', async () => {
  const text = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202ehidden';
  const { codes } = await crawlHost(
    (_, response) => void reply(response, Buffer.concat([wireLine(`ERR ${text}\n`), Buffer.from('0000')])),
  );
  expect(codes).toEqual(['crawl/repository-unreadable acme/evil']);
});

it.each<[string, Answer]>([
  ['nothing at all', () => {}],
  ['a head and no more', (_, response) => void response.writeHead(200, { 'content-type': mine }).write('0')],
  [
    'one byte now and then',
    (_, response) => {
      response.writeHead(200, { 'content-type': mine });
      const timer = setInterval(() => response.write('0'), 50);
      response.on('close', () => clearInterval(timer));
    },
  ],
  [
    'progress without end',
    (_, response) => {
      response.writeHead(200, { 'content-type': mine });
      const line = wireLine(Buffer.concat([Buffer.from([2]), Buffer.alloc(60_000, 'x')]));
      const more = () => {
        while (response.writable && response.write(line));
      };
      response.on('drain', more).write(wireLine('packfile\n'));
      more();
    },
  ],
])('gives up in time on a host that answers with %s', async (_, answer) => {
  const { codes } = await crawlHost(answer, 1);
  expect(codes).toEqual(['crawl/repository-too-slow acme/evil']);
});

it.each<[string, Answer]>([
  [
    'a gzip bomb',
    (_, response) => void reply(response, gzipSync(Buffer.alloc(100_000_000)), { 'content-encoding': 'gzip' }),
  ],
  [
    'a bomb inside a bomb',
    (_, response) =>
      void reply(response, gzipSync(gzipSync(Buffer.alloc(200_000_000))), { 'content-encoding': 'gzip, gzip' }),
  ],
  [
    'very many encodings',
    (_, response) => void reply(response, '0000', { 'content-encoding': Array(2000).fill('gzip').join(', ') }),
  ],
  [
    'fewer bytes than it says',
    (_, response) =>
      void response
        .writeHead(200, { 'content-type': mine, 'content-length': '1000' })
        .write('0000', () => response.socket?.destroy()),
  ],
  [
    'headers without end',
    (_, response) => {
      for (let index = 0; index < 3000; index += 1) response.setHeader(`x-${index}`, 'y'.repeat(100));
      reply(response, '0000');
    },
  ],
  ['a line that is longer than the answer', (_, response) => void reply(response, 'ffff0000')],
  ['a line of no length', (_, response) => void reply(response, '000300030003')],
  ['no lengths', (_, response) => void reply(response, 'zzzz'.repeat(1000))],
  ['a commit that is none', (_, response) => void reply(response, reference('--upload-pack=touch'))],
  ['a commit of another length', (_, response) => void reply(response, reference('abc'))],
  ['another HTTP', (_, response) => void response.socket?.end('SSH-2.0-OpenSSH\r\n')],
])('says so when a host answers with %s', async (_, answer) => {
  const { codes } = await crawlHost(answer, 20);
  expect(codes).toEqual(['crawl/repository-unreadable acme/evil']);
});

it('does not take an empty page for a repository without commits', async () => {
  const blank = (_: IncomingMessage, response: ServerResponse) => void response.writeHead(200).end();
  const { codes, messages } = await crawlHost(blank);
  expect(codes).toEqual(['crawl/repository-unreadable acme/evil']);
  expect(messages[0]).toBe('acme/evil cannot be read: what answers there is not Git.');
});

it('takes no name of a branch that Git would not, nor objects that nobody asked for', async () => {
  const file = Buffer.from('name: evil');
  const blob = idOf('blob', file);
  const tree = treeEntry('100644', 'catalog-info.yaml', blob);
  const commit = Buffer.from(`tree ${idOf('tree', tree).toString('hex')}\ncommitter A <a@b> 1 +0000\n\nx\n`);
  const oid = idOf('commit', commit).toString('hex');
  const pack = sealPack([packEntry('commit', commit), packEntry('tree', tree), packEntry('blob', file)]);
  const { snapshot } = await crawlHost(async (request, response) => {
    const isList = (await bodyOf(request)).includes('ls-refs');
    const target = ' symref-target:refs/heads/../../"><script>alert(1)</script>';
    reply(response, isList ? reference(oid, 'HEAD', target) : answerWithPack(pack));
  });
  const evil = snapshot.repositories.find(({ repository }) => repository.slug === 'acme/evil');
  expect(evil?.repository).toMatchObject({ branch: oid, commit: oid });
  expect(evil?.files.get('catalog-info.yaml')?.text).toBe('name: evil');
});
