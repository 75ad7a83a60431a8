import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CheckOptions, checkAddresses } from './check-addresses.ts';
import { isPrivateAddress } from './private-addresses.ts';
import type { Outcome } from './verdict.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

const asked: Asked[] = [];
let busy = 0;
let mostBusy = 0;
let calls = 0;

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end();
const answers: Readonly<Record<string, Answer>> = {
  '/good': status(200),
  '/gone': status(404),
  '/long-gone': status(410),
  '/login': status(401),
  '/forbidden': status(403),
  '/linkedin': status(999),
  '/trouble': status(500),
  '/no-head': ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end('text'),
  '/lying-head': ({ method }, response) => response.writeHead(method === 'HEAD' ? 404 : 200).end('text'),
  '/endless': (_, response) => {
    response.writeHead(200);
    const more = setInterval(() => response.write('x'.repeat(10_000)), 5);
    response.on('close', () => clearInterval(more));
  },
  '/silent': () => undefined,
  '/for-good': status(301, { location: '/good' }),
  '/slash': status(301, { location: '/slash/' }),
  '/slash/': status(200),
  '/for-now': status(302, { location: '/good' }),
  '/to-gone': status(302, { location: '/gone' }),
  '/loop': status(302, { location: '/loop' }),
  '/to-file': status(302, { location: 'file:///etc/passwd' }),
  '/to-password': status(302, { location: 'http://user:secret@127.0.0.1:1/' }),
  '/to-nowhere': status(302, { location: 'http://' }),
  '/to-metadata': status(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
  '/busy-once': (_, response) => {
    calls += 1;
    response.writeHead(calls === 1 ? 429 : 200, calls === 1 ? { 'retry-after': '0' } : {}).end();
  },
  '/busy-for-long': status(429, { 'retry-after': '3600' }),
  '/reset': (request) => request.socket.destroy(),
};

let server: Server;
let host = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, path: url, headers });
    busy += 1;
    mostBusy = Math.max(mostBusy, busy);
    response.on('close', () => {
      busy -= 1;
    });
    const answer = answers[url] ?? status(404);
    setImmediate(() => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  mostBusy = 0;
  calls = 0;
});

function check(urls: readonly string[], options: Partial<CheckOptions> = {}) {
  return checkAddresses(urls, {
    privateHosts: [host],
    userAgent: 'Callboard/0 (link check)',
    budget: 60_000,
    pause: 0,
    timeout: 5000,
    signal: new AbortController().signal,
    onChecked: () => undefined,
    ...options,
  });
}
const checkPath = async (path: string, options?: Partial<CheckOptions>): Promise<Outcome | undefined> =>
  (await check([`http://${host}${path}`], options))[0]?.outcome;
const good: Outcome = { type: 'good' };
const brokenBy = (reason: string): Outcome => ({ type: 'broken', reason });

describe('an address of the web', () => {
  it.each<[string, Outcome]>([
    ['/good', good],
    ['/gone', brokenBy('its host answers with status 404')],
    ['/long-gone', brokenBy('its host answers with status 410')],
    ['/login', { type: 'unclear' }],
    ['/forbidden', { type: 'unclear' }],
    ['/linkedin', { type: 'unclear' }],
    ['/trouble', { type: 'unreachable', reason: 'its host answers with status 500' }],
    ['/no-head', good],
    ['/lying-head', good],
    ['/for-now', good],
    ['/slash', good],
    ['/to-gone', brokenBy('its host answers with status 404')],
    ['/loop', brokenBy('redirects more than 5 times')],
    ['/to-file', { type: 'unclear' }],
    ['/to-password', { type: 'unclear' }],
    ['/to-nowhere', { type: 'unclear' }],
    ['/to-metadata', { type: 'private' }],
    ['/busy-once', good],
    ['/busy-for-long', { type: 'unclear', isBusy: true }],
  ])('%s is %o', async (path, outcome) => {
    expect(await checkPath(path)).toEqual(outcome);
  });

  it('without end is not read, nor waited for where the head is not said', async () => {
    expect(await checkPath('/endless', { timeout: 300 })).toEqual(good);
    expect(asked.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
  });

  it('that has moved for good says where to', async () => {
    expect(await checkPath('/for-good')).toEqual({ type: 'good', to: `http://${host}/good` });
  });

  it('whose host breaks off, or has no server, is unreachable', async () => {
    expect(await checkPath('/reset')).toMatchObject({ type: 'unreachable' });
    const closed = '127.0.0.1:1';
    const [verdict] = await check([`http://${closed}/`], { privateHosts: [closed] });
    expect(verdict?.outcome).toMatchObject({ type: 'unreachable', reason: expect.stringContaining('ECONNREFUSED') });
  });

  it('whose host says nothing is given up', async () => {
    expect(await checkPath('/silent', { timeout: 100 })).toEqual({
      type: 'unreachable',
      reason: 'its host does not answer in time',
    });
  });

  it('whose host does not exist is broken', async () => {
    const [verdict] = await check(['http://no-such-host.invalid/']);
    expect(['broken', 'unreachable']).toContain(verdict?.outcome.type);
  });
});

describe('asking', () => {
  it('asks one host one thing after the other', async () => {
    const urls = Array.from({ length: 12 }, (_, index) => `http://${host}/good?${index}`);
    expect(await check(urls)).toHaveLength(urls.length);
    expect(mostBusy).toBe(1);
  });

  it('takes no more than the head where that is enough, names itself, and sends nothing else of anybody', async () => {
    await checkPath('/good');
    expect(asked.map(({ method }) => method)).toEqual(['HEAD']);
    expect(asked[0]?.headers['user-agent']).toBe('Callboard/0 (link check)');
    for (const name of ['authorization', 'cookie', 'referer']) expect(asked[0]?.headers).not.toHaveProperty(name);
  });

  it('leaves a host alone that wants it so', async () => {
    const verdicts = await check([`http://${host}/busy-for-long`, `http://${host}/good`]);
    expect(verdicts.map(({ outcome }) => outcome.type)).toEqual(['unclear']);
    expect(asked).toHaveLength(1);
  });

  it('leaves a host alone that fails three times', async () => {
    const urls = Array.from({ length: 6 }, (_, index) => `http://${host}/trouble?${index}`).map((url) =>
      url.replace('?', '#'),
    );
    expect(await check(urls)).toHaveLength(3);
  });

  it('ends when its time is over, with what it knows', async () => {
    const verdicts = await check([`http://${host}/good`, `http://${host}/silent`, `http://${host}/good?2`], {
      budget: 700,
    });
    expect(verdicts.map(({ url }) => url)).toEqual([`http://${host}/good`]);
  });

  it('follows to no private address, by name or number, unless its owner says so', async () => {
    const { port } = server.address() as AddressInfo;
    const hosts = ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '127.1', '[::ffff:127.0.0.1]', '0.0.0.0'];
    const urls = hosts.map((name) => new URL(`http://${name}:${port}/good`).href);
    const verdicts = await check(urls, { privateHosts: [] });
    expect(new Set(verdicts.map(({ outcome }) => outcome.type))).toEqual(new Set(['private']));
    expect(asked).toEqual([]);
    const [named] = await check([`http://localhost:${port}/good`], { privateHosts: [`localhost:${port}`] });
    expect(named?.outcome).toEqual(good);
    const [otherPort] = await check([`http://localhost:${port}/good`], { privateHosts: ['localhost:1'] });
    expect(otherPort?.outcome).toEqual({ type: 'private' });
  });

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
    ...['::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'ff02::1'],
  ])('knows that %s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('knows that %s is not', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});
