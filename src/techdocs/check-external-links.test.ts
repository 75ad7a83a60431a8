import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RepositoryFiles, RepositoryInfo } from '../catalog/repository-files.ts';
import type { ExternalLinksConfig } from '../config/config.ts';
import { checkExternalLinks } from './check-external-links.ts';
import type { DocsSite } from './docs-site.ts';
import type { Verdict } from './links/external/verdict.ts';
import { makeContext } from './testing/docs-fixture.ts';

const hour = 60 * 60 * 1000;
const asked: string[] = [];
let server: Server;
let web = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const codes: Readonly<Record<string, number>> = { '/good': 200, '/moved': 301, '/down': 500 };
    response.writeHead(codes[request.url ?? ''] ?? 404, { location: '/good' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
});

const repository: RepositoryInfo = {
  id: 'r',
  slug: 'acme/orders',
  webUrl: 'https://git.example.org/acme/orders',
  host: 'github',
  branch: 'main',
  commit: '0'.repeat(40),
  committedAt: '2026-01-01T00:00:00Z',
  source: 'test',
};

/** A site of one page, as it would be made of this Markdown. */
function siteOf(markdown: string, addresses: readonly string[], links?: DocsSite['pages'][number]['links']) {
  const page = {
    ...{ path: '', sourcePath: 'docs/index.md', title: 'A', description: '', headings: [], htmlFile: '', hash: '' },
    references: addresses.map((href) => ({ href })),
    ...(links && { links }),
  };
  const site: DocsSite = {
    ...{ entityRef: 'component:default/orders', repository: repository.slug, root: '', title: 'A', nav: [] },
    ...{ pages: [page], assets: [], redirects: new Map() },
  };
  const file = { path: 'docs/index.md', oid: '1', size: markdown.length, text: markdown };
  const files: RepositoryFiles = { repository, catalogPaths: [], files: new Map([[file.path, file]]) };
  return { sites: [site], files };
}

async function check(
  { sites, files }: ReturnType<typeof siteOf>,
  changed: Partial<ExternalLinksConfig> = {},
  known: readonly Verdict[] = [],
  now = Date.now(),
) {
  const config = { check: true, days: 7, minutes: 1, ignore: [], privateHosts: [new URL(web).host], ...changed };
  const blobs = { pathOf: (oid: string) => oid, read: async () => new Uint8Array() };
  const snapshot = { repositories: [files], blobs };
  const remembered = new Map(known.map((verdict) => [verdict.url, verdict]));
  const input = { sites, snapshot, config, known: remembered, userAgent: 'Callboard/0', now, pause: 0 };
  const { value, diagnostics } = await checkExternalLinks(input, makeContext('/nowhere'));
  return {
    verdicts: value,
    told: diagnostics.map(
      ({ code, message, source }) => `${code.slice(9)} ${source?.line}:${source?.column} ${message}`,
    ),
  };
}

it('tells at which line a link to the web is broken', async () => {
  const markdown = `# A\n\n[g](${web}/good) and [x](${web}/gone#part).\n\n${web}/moved ${web}/down\n`;
  const { told } = await check(
    siteOf(
      markdown,
      ['good', 'gone#part', 'moved', 'down'].map((path) => `${web}/${path}`),
    ),
  );
  expect(told).toEqual([
    `external-link-broken 3:${`[g](${web}/good) and [x](`.length + 1} The link to ${web}/gone is broken: its host answers with status 404`,
    `external-link-moved 5:1 What ${web}/moved leads to has moved for good`,
    `external-link-unreachable 5:${`${web}/moved `.length + 1} The link to ${web}/down: its host answers with status 500`,
  ]);
});

it('asks for what was good after days, for what was not after hours, and tells both meanwhile', async () => {
  const site = siteOf(`[g](${web}/good) [x](${web}/gone)`, [`${web}/good`, `${web}/gone`]);
  const first = await check(site);
  const checkedAt = Math.max(...first.verdicts.map((verdict) => verdict.checkedAt));
  asked.length = 0;
  const soon = await check(site, {}, first.verdicts, checkedAt + hour);
  expect(asked).toEqual([]);
  expect(soon).toEqual(first);
  await check(site, {}, first.verdicts, checkedAt + 5 * hour);
  expect(new Set(asked)).toEqual(new Set(['/gone']));
  asked.length = 0;
  await check(site, {}, first.verdicts, checkedAt + 8 * 24 * hour);
  expect(new Set(asked)).toEqual(new Set(['/good', '/gone']));
});

it('forgets what no page links to any more', async () => {
  const before = await check(siteOf('', [`${web}/good`, `${web}/gone`]));
  const after = await check(siteOf('', [`${web}/good`]), {}, before.verdicts);
  expect(after.verdicts.map(({ url }) => url)).toEqual([`${web}/good`]);
});

it.each([
  ['what the owner ignores', () => [`${web}/gone`], { ignore: ['127.0.0.1:*'] }],
  ['a part that the owner ignores', () => [`${web}/gone/a`], { ignore: ['127.0.0.1:*/gone/**'] }],
  ['private hosts', () => [`${web}/gone`], { privateHosts: [] }],
  ['other repositories of the same owner', () => ['https://git.example.org/acme/secret'], {}],
  ['examples', () => ['https://www.example.com/a', 'http://localhost:1/', 'https://orders.internal/'], {}],
  ['addresses with a password', () => [`${web.replace('//', '//user:secret@')}/gone`], {}],
])('asks for nothing of %s', async (_, addresses, config) => {
  const { told } = await check(siteOf('', addresses()), config);
  expect(told).toEqual([]);
  expect(asked).toEqual([]);
});

it('asks for nothing that leads into the portal', async () => {
  await check(siteOf('', [`${web}/gone`], new Map([[`${web}/gone`, '/docs/default/component/a/']])));
  expect(asked).toEqual([]);
});

it('says once that nothing could be reached, and forgets nothing of what it knew', async () => {
  const known: Verdict = { url: 'http://127.0.0.1:1/0', outcome: { type: 'good' }, checkedAt: 1 };
  const addresses = Array.from({ length: 6 }, (_, index) => `http://127.0.0.${index + 1}:1/0`);
  const privateHosts = addresses.map((url) => new URL(url).host);
  const { told, verdicts } = await check(siteOf('', addresses), { privateHosts }, [known]);
  expect(told).toEqual([
    'external-links-unchecked undefined:undefined None of 6 addresses of the web could be reached; links to the web were not checked',
  ]);
  expect(verdicts).toEqual([known]);
});
