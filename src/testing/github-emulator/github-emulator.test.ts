import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import githubAppJwt from 'universal-github-app-jwt';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { badGateway } from '../host-emulator/faults.ts';
import { createVirtualClock, type VirtualClock } from '../host-emulator/virtual-clock.ts';
import { generateAppKeys } from './access.ts';
import { secondaryLimit } from './faults.ts';
import { type GithubEmulator, startGithubEmulator } from './github-emulator.ts';

let clock: VirtualClock;
let host: GithubEmulator;
beforeEach(async () => {
  clock = createVirtualClock();
  host = await startGithubEmulator({ clock, limits: { rest: 5, graphql: 5 } });
});
afterEach(async () => {
  expect(host.wrongAnswers).toEqual([]);
  await host.close();
});

const git = promisify(execFile);
const get = (path: string, headers: Record<string, string> = { authorization: 'Bearer canary-token' }) =>
  fetch(host.apiUrl + path, { headers });
async function ask(query: string, variables: object = {}) {
  const headers = { authorization: 'Bearer canary-token' };
  const body = JSON.stringify({ query, variables });
  const answer = await fetch(`${host.url}/api/graphql`, { method: 'POST', headers, body });
  return (await answer.json()) as { data: Record<string, never>; errors?: { type?: string; message: string }[] };
}
const repositories = (first: number, rest = '', after = '') => `{
  repositoryOwner(login: "acme") {
    repositories(first: ${first} ${after} ownerAffiliations: [OWNER], orderBy: { field: NAME, direction: ASC }) {
      totalCount pageInfo { hasNextPage endCursor } nodes { name ${rest} }
    }
  }
  rateLimit { cost nodeCount }
}`;

it('serves by Git what was pushed, also after a force push, a renaming and a new default branch', async () => {
  const shop = host.model.create('acme', 'shop', { files: { 'a.txt': 'a', 'docs/deep/b.md': 'b', 'docs.md': 'c' } });
  const folder = await mkdtemp(join(tmpdir(), 'callboard-clone-'));
  const clone = (name: string) => git('git', ['clone', '-q', `${host.url}/acme/${name}.git`, join(folder, name)]);
  await clone('shop');
  expect(await readFile(join(folder, 'shop/docs/deep/b.md'), 'utf8')).toBe('b');
  await git('git', ['-C', join(folder, 'shop'), 'fsck', '--strict']);

  host.model.push(shop, { 'new.txt': 'new' }, { force: true });
  host.model.renameBranch(shop, 'main', 'trunk');
  host.model.rename(shop, 'store');
  await clone('store');
  const { stdout } = await git('git', ['-C', join(folder, 'store'), 'ls-tree', '-r', '--name-only', 'origin/trunk']);
  expect(stdout).toBe('new.txt\n');
  const moved = await fetch(`${host.url}/acme/shop.git/info/refs`, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `${host.url}/acme/store.git/info/refs`]);
  await rm(folder, { recursive: true });
});

it('shows private repositories to those who may see them', async () => {
  host.model.create('acme', 'open');
  host.model.create('acme', 'secret', { visibility: 'private', files: { a: 'a' } });
  const names = async (headers: Record<string, string>) =>
    ((await (await get('/orgs/acme/repos', headers)).json()) as { name: string }[]).map(({ name }) => name);
  expect(await names({})).toEqual(['open']);
  expect(await names({ authorization: 'token canary-token' })).toEqual(['open', 'secret']);
  expect((await get('/orgs/acme/repos', { authorization: 'token wrong' })).status).toBe(401);
  expect((await fetch(`${host.url}/acme/secret.git/info/refs`)).status).toBe(401);
});

it('pages by cursor, whatever comes and goes meanwhile', async () => {
  for (const name of ['a', 'b', 'c', 'd']) host.model.create('acme', name, { files: { f: name } });
  const first = await ask(repositories(2, 'object(expression: "HEAD:f") { ... on Blob { text byteSize } }'));
  expect(first.data).toMatchObject({
    repositoryOwner: {
      repositories: { totalCount: 4, nodes: [{ name: 'a', object: { text: 'a', byteSize: 1 } }, { name: 'b' }] },
    },
    rateLimit: { cost: 1, nodeCount: 2 },
  });
  const { endCursor } = (
    first.data as never as { repositoryOwner: { repositories: { pageInfo: { endCursor: string } } } }
  ).repositoryOwner.repositories.pageInfo;
  const gone = host.model.find('acme', 'a');
  if (gone) host.model.delete(gone);
  host.model.create('acme', 'aa');
  const second = await ask(repositories(2, '', `after: "${endCursor}"`));
  expect(second.data).toMatchObject({
    repositoryOwner: { repositories: { nodes: [{ name: 'c' }, { name: 'd' }], pageInfo: { hasNextPage: false } } },
  });
});

it.each([
  ['asks for a field that GitHub has not', repositories(2, 'nothing'), undefined],
  ['does not say how many', repositories(2, 'repositoryTopics { nodes { id } }'), 'MISSING_PAGINATION_BOUNDARIES'],
  ['asks for too many', repositories(101), 'EXCESSIVE_PAGINATION'],
  [
    'multiplies',
    repositories(100, 'repositoryTopics(first: 100) { nodes { topic { repositories(first: 100) { totalCount } } } }'),
    'MAX_NODE_LIMIT_EXCEEDED',
  ],
])('refuses a query that %s', async (_, query, type) => {
  const { errors, data } = await ask(query);
  expect(data).toBeUndefined();
  expect(errors?.[0]?.type).toBe(type);
});

it('counts the cost of the example in the documentation', async () => {
  const inner = 'repositoryTopics(first: 60) { nodes { topic { name } } }';
  expect((await ask(repositories(100, inner))).data).toMatchObject({ rateLimit: { cost: 1, nodeCount: 6100 } });
});

it('keeps accounts of the hour, leaves out what did not change, and notices who does not wait', async () => {
  host.model.create('acme', 'shop');
  const first = await get('/orgs/acme/repos');
  const etag = first.headers.get('etag') ?? '';
  const same = await get('/orgs/acme/repos', { authorization: 'Bearer canary-token', 'if-none-match': etag });
  expect([same.status, same.headers.get('x-ratelimit-remaining')]).toEqual([304, '4']);
  for (let count = 0; count < 4; count += 1) await get('/orgs/acme/repos');
  expect((await get('/orgs/acme/repos')).status).toBe(403);
  clock.advance(3_600_000);
  expect((await get('/orgs/acme/repos')).status).toBe(200);
  expect(host.windows.impatient).toEqual([]);

  host.script = (_, count) => (count === 9 ? secondaryLimit(30) : undefined);
  expect((await get('/orgs/acme/repos')).headers.get('retry-after')).toBe('30');
  await get('/orgs/acme/repos');
  clock.advance(30_000);
  await get('/orgs/acme/repos');
  expect(host.windows.impatient.length).toBe(1);
  for (let count = 0; count < 5; count += 1) await ask('{ rateLimit { cost } }');
  expect((await ask('{ rateLimit { cost } }')).errors?.[0]?.type).toBe('RATE_LIMITED');
});

it('breaks as it is told to', async () => {
  host.model.create('acme', 'shop');
  const faults = [badGateway(), { type: 'reset' }, { type: 'truncate' }] as const;
  host.script = (_, count) => faults[count - 1];
  expect((await get('/orgs/acme/repos')).status).toBe(502);
  await expect(get('/orgs/acme/repos')).rejects.toThrow('fetch failed');
  await expect(get('/orgs/acme/repos').then((answer) => answer.json())).rejects.toThrow('JSON');
  expect((await get('/orgs/acme/repos')).status).toBe(200);
});

it('hands tokens to an app that proves who it is, for an hour', async () => {
  const { publicKey, privateKey } = generateAppKeys();
  const app = { id: 12, publicKey };
  host.access.apps.push(app);
  const installation = host.access.install(app, host.model.addAccount('acme'));
  host.model.create('acme', 'secret', { visibility: 'private' });
  const now = clock.now() / 1000;
  const { token: jwt } = await githubAppJwt({ id: 12, privateKey, now });
  const headers = { authorization: `Bearer ${jwt}` };
  expect(await (await get('/orgs/acme/installation', headers)).json()).toMatchObject({ id: installation.id });
  const url = `${host.apiUrl}/app/installations/${installation.id}/access_tokens`;
  const answer = await fetch(url, { method: 'POST', headers });
  const { token } = (await answer.json()) as { token: string };
  const list = () => get('/orgs/acme/repos', { authorization: `token ${token}` });
  expect(await (await list()).json()).toMatchObject([{ name: 'secret' }]);
  clock.advance(3_600_000);
  expect((await list()).status).toBe(401);
  expect((await fetch(url, { method: 'POST', headers })).status).toBe(401);
  const forged = await githubAppJwt({ id: 12, privateKey: generateAppKeys().privateKey, now: clock.now() / 1000 });
  const answers = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${forged.token}` } });
  expect(answers.status).toBe(401);
});
