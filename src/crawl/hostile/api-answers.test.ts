import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GithubSourceConfig, GitlabSourceConfig, SourceConfig } from '../../config/config.ts';
import { crawlOnce } from '../../testing/crawl-once.ts';
import { createVirtualClock } from '../../testing/host-emulator/virtual-clock.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const secret = 'canary-token-5e2d';
const servers: Server[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-hostile-api-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true, force: true });
});

async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const filters = {
  catalogPaths: ['catalog-info.yaml'],
  include: [],
  exclude: [],
  topics: [],
  visibility: [],
  archived: true,
  forks: true,
  teams: false,
  members: false,
};
const sources = {
  github: (apiUrl: string, token?: string): GithubSourceConfig =>
    ({
      type: 'github',
      name: 'host',
      organisation: 'acme',
      apiUrl,
      ...filters,
      ...(token && { token }),
    }) as GithubSourceConfig,
  gitlab: (url: string, token?: string): GitlabSourceConfig =>
    ({
      type: 'gitlab',
      name: 'host',
      group: 'acme',
      subgroups: true,
      url,
      groups: false,
      ...filters,
      ...(token && { token }),
    }) as GitlabSourceConfig,
};

async function crawl(source: SourceConfig) {
  const log: string[] = [];
  const { snapshot, diagnostics } = await crawlOnce([source], join(folder, 'state'), {
    clock: createVirtualClock(),
    log,
  });
  const told = JSON.stringify([diagnostics, log]);
  expect(told).not.toContain('canary');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect((await readdir(folder)).filter((name) => name !== 'state')).toEqual([]);
  return { snapshot, diagnostics, log, listing: snapshot.listings[0] };
}

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

describe.each(['github', 'gitlab'] as const)('%s', (type) => {
  it.each([200, 401, 403, 404, 422, 500])('says nothing of a token that status %i says back', async (status) => {
    const url = await serve((request, response) => {
      const text = `${'x'.repeat(185)} ${request.headers.authorization} `;
      json(response, status, { message: text, error: text, errors: [{ message: text }] });
    });
    await crawl(sources[type](url, secret));
  });

  it('says nothing of a token that cannot be sent', async () => {
    const url = await serve((_, response) => json(response, 403, {}));
    // The error of `fetch` quotes it.
    const bare = () => fetch(url, { headers: { authorization: `Bearer ${secret}\nx` } });
    await expect(bare()).rejects.toThrow('canary');
    await crawl(sources[type](url, `${secret}\nof two lines`));
  });

  it('takes the token to no other host: by a redirect, a link, or an address of a listing', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(404).end();
    });
    for (const status of [301, 302, 303, 307, 308]) {
      const url = await serve(
        (_, response) => void response.writeHead(status, { location: `${elsewhere}/graphql` }).end(),
      );
      expect((await crawl(sources[type](url, secret))).listing?.complete).toBe(false);
    }
    expect(seen).toEqual([]);
    const entry = listed(type, {
      path: 'acme/shop',
      web: `${elsewhere}/acme/shop`,
      clone: `${elsewhere}/acme/shop.git`,
    });
    const url = await serve((request, response) => {
      const link = `<${elsewhere}/next>; rel="last"`;
      answerListing(type, request, response, [entry], { link, 'x-next-page': '' });
    });
    await crawl(sources[type](url, secret));
    expect(seen.filter((authorization) => authorization !== undefined)).toEqual([]);
    expect(seen.length).toBeGreaterThan(0);
  });

  it('reads no answer without end, and none that unpacks without end', async () => {
    const bomb = gzipSync(Buffer.alloc(150_000_000, ' '));
    const packed = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
    });
    expect((await crawl(sources[type](packed, secret))).listing?.complete).toBe(false);
  }, 20_000);

  it('ends a listing that repeats itself for ever', async () => {
    let requests = 0;
    const entry = listed(type, {
      path: 'acme/shop',
      web: 'http://127.0.0.1:1/acme/shop',
      clone: 'http://127.0.0.1:1/acme/shop.git',
    });
    const url = await serve((request, response) => {
      requests += 1;
      // Who does not stop by itself is stopped here, and fails below.
      if (requests > 300) response.writeHead(401).end();
      else
        answerListing(
          type,
          request,
          response,
          [entry],
          { link: '<x>; rel="next"', 'x-next-page': String(requests + 1) },
          `cursor ${requests}`,
        );
    });
    const { listing } = await crawl(sources[type](url, secret));
    expect(listing?.complete).toBe(false);
    expect(requests).toBeLessThan(300);
    requests = 0;
    expect((await crawl(sources[type](url))).listing?.complete).toBe(false);
    expect(requests).toBeLessThan(300);
  });

  it.each(['signed in', 'as anybody'])('survives whatever stands in a listing, %s', async (who) => {
    const base = 'http://127.0.0.1:1';
    const names = [
      '../../etc/passwd',
      'acme/..',
      'acme/__proto__',
      '__proto__/constructor',
      'acme/\u202egnp.exe',
      'acme/a\u0000b',
      'acme/%2e%2e',
      'acme/<img src=x>',
      `acme/${'x'.repeat(1_000_000)}`,
      '',
      'acme',
      'ACME/Shop',
      'acme/caf\u00e9',
    ];
    const good = listed(type, { path: 'acme/good', web: `${base}/acme/good`, clone: `${base}/acme/good.git` });
    const entries: unknown[] = [
      ...names.map((path, index) =>
        listed(type, { path, web: `${base}/${path}`, clone: `${base}/${path}.git`, id: 100 + index }),
      ),
      ...[
        'javascript:alert(1)',
        'file:///etc/passwd',
        'ext::sh -c x',
        'https://u:p@h/x',
        '-oProxyCommand=x',
        'http://[::1',
      ].map((clone, index) => listed(type, { path: `acme/u${index}`, web: clone, clone, id: 200 + index })),
      ...[-1, 0, 1e300, Number.NaN, '7', null, {}, '__proto__', Number.MAX_SAFE_INTEGER].map((id) =>
        listed(type, { path: 'acme/id', web: `${base}/acme/id`, clone: `${base}/acme/id.git`, id }),
      ),
      {
        ...good,
        description: '\u0007<script>'.repeat(100_000),
        topics: Array(10_000).fill('__proto__'),
        repositoryTopics: { nodes: [null, { topic: null }] },
      },
      JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
      null,
      7,
      'text',
      [],
      [[]],
    ];
    const url = await serve((request, response) => answerListing(type, request, response, entries));
    const { snapshot, listing } = await crawl(sources[type](url, who === 'signed in' ? secret : undefined));
    expect(listing?.complete).toBe(false);
    for (const { slug } of snapshot.outcomes) expect(slug).toMatch(/^[\w./-]{1,600}$/);
  });
});

function listed(
  type: 'github' | 'gitlab',
  {
    path,
    web,
    clone,
    id = 1,
  }: { readonly path: string; readonly web: string; readonly clone: string; readonly id?: unknown },
): Record<string, unknown> {
  const head = { name: 'main', target: { oid: '1'.repeat(40) } };
  if (type === 'github') {
    return {
      id,
      databaseId: id,
      full_name: path,
      nameWithOwner: path,
      html_url: web,
      url: web,
      clone_url: clone,
      private: false,
      head,
    };
  }
  const repository = { empty: false, rootRef: 'main', tree: { lastCommit: { sha: '1'.repeat(40) } } };
  return {
    id: id,
    path_with_namespace: path,
    fullPath: path,
    web_url: web,
    webUrl: web,
    http_url_to_repo: clone,
    httpUrlToRepo: clone,
    repository,
  };
}

function answerListing(
  type: 'github' | 'gitlab',
  request: IncomingMessage,
  response: ServerResponse,
  entries: readonly unknown[],
  headers: Record<string, string> = {},
  cursor?: string,
): void {
  if (request.method !== 'POST') {
    json(response, 200, entries, headers);
    return;
  }
  const asNode = (entry: unknown) => {
    if (type === 'github' || typeof entry !== 'object' || entry === null) return entry;
    const { id } = entry as { readonly id?: unknown };
    return { ...entry, id: `gid://gitlab/Project/${String(id)}` };
  };
  const nodes = entries.map(asNode);
  const page = {
    totalCount: nodes.length,
    count: nodes.length,
    nodes,
    pageInfo: { hasNextPage: cursor !== undefined, endCursor: cursor ?? null },
  };
  const data =
    type === 'github'
      ? { repositoryOwner: { repositories: page } }
      : { group: { projects: page, projectsCount: nodes.length } };
  json(response, 200, { data });
}
