import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { badGateway } from '../host-emulator/faults.ts';
import {
  deleteGroup,
  markForDeletion,
  renameBranch,
  renameGroup,
  renameProject,
  restoreProject,
  transferGroup,
  transferProject,
} from './change-projects.ts';
import { retryLater } from './faults.ts';
import { projectPathOf } from './gitlab-model.ts';
import { useGitlabEmulator } from './use-gitlab-emulator.ts';

const test = useGitlabEmulator();
const run = promisify(execFile);
const canary = { 'private-token': 'canary-token' };
const get = (path: string, headers: Record<string, string> = canary) =>
  fetch(test.host.apiUrl + path, { headers, redirect: 'manual' });
const clone = (path: string, folder: string, user = 'oauth2:canary-token') =>
  run('git', ['clone', '-q', `${test.host.url.replace('://', `://${user}@`)}/${path}.git`, join(test.state, folder)]);
const names = async (path: string, headers?: Record<string, string>) =>
  ((await (await get(path, headers)).json()) as { path_with_namespace?: string; full_path?: string }[]).map(
    ({ path_with_namespace, full_path }) => path_with_namespace ?? full_path,
  );

it('serves by Git what was pushed, also after a force push, a renaming and a new default branch', async () => {
  const { model } = test.host;
  const shop = model.create('acme/web/shop', {
    visibility: 'private',
    files: { 'docs/deep/b.md': 'b', 'docs.md': 'c' },
  });
  await clone('acme/web/shop', 'first');
  expect(await readFile(join(test.state, 'first/docs/deep/b.md'), 'utf8')).toBe('b');
  await run('git', ['-C', join(test.state, 'first'), 'fsck', '--strict']);

  model.push(shop, { 'new.txt': 'new' }, { force: true });
  renameBranch(shop, 'main', 'trunk');
  renameProject(model, shop, 'store');
  await clone('acme/web/store', 'second', 'anybody:canary-token');
  const { stdout } = await run('git', [
    '-C',
    join(test.state, 'second'),
    'ls-tree',
    '-r',
    '--name-only',
    'origin/trunk',
  ]);
  expect(stdout).toBe('new.txt\n');
  const authorization = `Basic ${Buffer.from('oauth2:canary-token').toString('base64')}`;
  const ask = (path: string, headers: Record<string, string> = { authorization }) =>
    fetch(`${test.host.url}/${path}.git/info/refs?service=git-upload-pack`, { headers, redirect: 'manual' });
  const moved = await ask('acme/web/shop');
  const target = `${test.host.url}/acme/web/store.git/info/refs?service=git-upload-pack`;
  expect([moved.status, moved.headers.get('location')]).toEqual([301, target]);
  expect((await ask('acme/web/nothing')).status).toBe(404);
  expect((await ask('acme/web/nothing', {})).status).toBe(401);
  expect((await ask('acme/web/store', {})).status).toBe(401);
  shop.repositoryDisabled = true;
  expect((await ask('acme/web/store')).status).toBe(403);
});

it('lets in whoever is a member, of the project, of a group above it or of a group that was invited', async () => {
  const { model, access } = test.host;
  const secret = model.create('acme/web/secret', { visibility: 'private', files: { a: 'a' } });
  model.addGroup('acme/web', { visibility: 'private' });
  model.create('acme/open');
  model.create('acme/inside', { visibility: 'internal' });
  const list = (token?: string): Promise<unknown> =>
    names('/groups/acme/projects?include_subgroups=true&order_by=id&sort=asc', token ? { 'private-token': token } : {});
  access.addToken('stranger', model.addUser('stranger'));
  expect(await list()).toEqual(['acme/open']);
  expect(await list('stranger')).toEqual(['acme/open', 'acme/inside']);
  expect(await list('canary-token')).toEqual(['acme/web/secret', 'acme/open', 'acme/inside']);

  for (const [name, enter] of Object.entries({
    direct: () => model.addMember(secret, 'direct', 20),
    inherited: () => model.addMember(model.addGroup('acme'), 'inherited', 20),
    invited: () => {
      model.addMember(model.addGroup('guests'), 'invited', 50);
      secret.invited.set(model.addGroup('guests'), 20);
    },
  })) {
    enter();
    const user = model.user(name);
    if (user) access.addToken(`token-of-${name}`, user);
    expect(await list(`token-of-${name}`), name).toContain('acme/web/secret');
  }
  // A guest of a private project sees that there is one, and nothing of its code.
  model.addMember(secret, 'guest', 10);
  const guest = model.user('guest');
  if (guest) access.addToken('token-of-guest', guest);
  const headers = { 'private-token': 'token-of-guest' };
  expect((await get('/projects/acme%2Fweb%2Fsecret', headers)).status).toBe(200);
  expect((await get('/projects/acme%2Fweb%2Fsecret/repository/tree', headers)).status).toBe(403);
  await expect(clone('acme/web/secret', 'guest', 'guest:token-of-guest')).rejects.toThrow('403');
});

it('refuses tokens as the host does', async () => {
  const { model, access } = test.host;
  const user = model.addUser('robin');
  const token = access.addToken('robins', user);
  const ask = async () => {
    const answer = await get('/personal_access_tokens/self', { authorization: 'Bearer robins' });
    return [answer.status, await answer.json()];
  };
  expect(await ask()).toMatchObject([200, { scopes: ['read_api', 'read_repository'], user_id: user.id }]);
  token.scopes = ['read_repository'];
  expect((await get('/version', { 'private-token': 'robins' })).status).toBe(403);
  token.expiresAt = test.clock.now() + 1000;
  test.clock.advance(1000);
  const expired = { error: 'invalid_token', error_description: expect.stringMatching(/^Token is expired/) };
  expect(await ask()).toMatchObject([401, expired]);
  user.state = 'blocked';
  token.expiresAt = undefined;
  expect((await ask())[0]).toBe(401);
  expect((await get('/version', {})).status).toBe(401);
  expect((await get('/groups/acme', { 'private-token': 'wrong' })).status).toBe(401);
});

it('pages by number and by key, with all the headers', async () => {
  const { model } = test.host;
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    model.create(`acme/${name}`, { files: { [`${name}.txt`]: name, f: 'f' } });
  const second = await get('/groups/acme/projects?per_page=2&page=2&order_by=path&sort=asc');
  const header = (name: string) => second.headers.get(name);
  expect(((await second.json()) as { path: string }[]).map(({ path }) => path)).toEqual(['c', 'd']);
  expect([header('x-next-page'), header('x-prev-page'), header('x-total'), header('x-total-pages')]).toEqual([
    '3',
    '1',
    '5',
    '3',
  ]);
  expect(header('link')).toContain('page=3&order_by=path&sort=asc>; rel="next"');
  const last = await get('/groups/acme/projects?per_page=2&page=3');
  expect([last.headers.get('x-next-page'), last.headers.get('link')?.includes('rel="next"')]).toEqual(['', false]);

  const seen: unknown[] = [];
  let next: string | undefined = `${test.host.apiUrl}/projects?pagination=keyset&order_by=id&sort=asc&per_page=2`;
  for (let count = 0; next !== undefined; count += 1) {
    const page: Response = await fetch(next, { headers: canary });
    seen.push(...((await page.json()) as { path: string }[]).map(({ path }) => path));
    // What goes away meanwhile moves nothing.
    if (count === 0) model.projects.splice(0, 1);
    next = page.headers.get('link')?.match(/<(.+)>; rel="next"/)?.[1];
  }
  expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect((await get('/groups/acme/projects?per_page=100&page=502')).status).toBe(405);
  const tree = await get('/projects/acme%2Fb/repository/tree?pagination=keyset&per_page=1');
  expect(await tree.json()).toMatchObject([{ path: 'b.txt' }]);
  expect(tree.headers.get('link')).toContain('page_token=');
});

it('moves projects and groups, and says where they are now', async () => {
  const { model } = test.host;
  const shop = model.create('acme/web/shop', { files: { a: 'a' } });
  renameGroup(model, model.addGroup('acme/web'), 'sites');
  expect(projectPathOf(shop)).toBe('acme/sites/shop');
  transferProject(model, shop, 'acme/other');
  transferGroup(model, model.addGroup('acme/other'), undefined);
  expect(projectPathOf(shop)).toBe('other/shop');
  for (const old of ['acme/web/shop', 'acme/sites/shop', 'acme/other/shop']) {
    const answer = await get(`/projects/${encodeURIComponent(old)}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `${test.host.apiUrl}/projects/${shop.id}`]);
  }
  model.create('acme/web/shop', { description: 'another one' });
  expect(await (await get('/projects/acme%2Fweb%2Fshop')).json()).toMatchObject({ description: 'another one' });

  markForDeletion(model, shop);
  expect(await (await get(`/projects/${shop.id}`)).json()).toMatchObject({
    path_with_namespace: `other/shop-deletion_scheduled-${shop.id}`,
    archived: true,
    marked_for_deletion_on: '2026-03-01',
  });
  expect(await names('/groups/other/projects?active=true')).toEqual([]);
  restoreProject(model, shop);
  expect(await names('/groups/other/projects?active=true')).toEqual(['other/shop']);
  deleteGroup(model, model.addGroup('other'));
  expect((await get('/groups/other')).status).toBe(404);
  expect((await get(`/projects/${shop.id}`)).status).toBe(404);
});

it('lists what is shared with a group unless told not to', async () => {
  const { model } = test.host;
  const tool = model.create('tools/tool');
  model.create('acme/own');
  tool.invited.set(model.addGroup('acme'), 30);
  expect(await names('/groups/acme/projects?order_by=id&sort=asc')).toEqual(['tools/tool', 'acme/own']);
  expect(await names('/groups/acme/projects?with_shared=false')).toEqual(['acme/own']);
});

it('tells less of projects to whoever is not signed in, and lists what belongs to one user', async () => {
  const { model } = test.host;
  model.addPersonalNamespace('robin');
  model.create('robin/tool');
  model.create('acme/shop');
  const keys = async (path: string, headers?: Record<string, string>) =>
    Object.keys(((await (await get(path, headers)).json()) as Record<string, unknown>[])[0] ?? {});
  expect(await keys('/groups/acme/projects')).toContain('archived');
  expect(await keys('/groups/acme/projects', {})).not.toContain('archived');
  expect(await names('/users/robin/projects?order_by=id')).toEqual(['robin/tool']);
  expect((await get('/groups/robin')).status).toBe(404);
  expect((await get('/users/nobody/projects')).status).toBe(404);
});

it('lists groups and members, once each and with the highest level', async () => {
  const { model } = test.host;
  const web = model.addGroup('acme/web');
  model.addGroup('acme/web/deep');
  const guests = model.addGroup('guests');
  model.addMember(model.addGroup('acme'), 'ada', 50);
  model.addMember(web, 'ada', 30);
  model.addMember(web, 'bob', 20);
  model.addMember(web, 'minimal', 5);
  model.addMember(guests, 'gus', 50);
  web.invited.set(guests, 20);
  const members = async (path: string) =>
    ((await (await get(path)).json()) as { username: string; access_level: number }[]).map(
      ({ username, access_level }) => `${username} ${access_level}`,
    );
  expect(await members('/groups/acme%2Fweb/members')).toEqual(['ada 30', 'bob 20']);
  expect(await members('/groups/acme%2Fweb/members/all')).toEqual(['ada 50', 'bob 20', 'gus 20']);
  expect(await names('/groups/acme/subgroups')).toEqual(['acme/web']);
  expect(await names('/groups/acme/descendant_groups')).toEqual(['acme/web/deep', 'acme/web']);
});

it('shows the last commit of a branch and what is in its folders', async () => {
  const shop = test.host.model.create('acme/shop', { files: { 'docs/a/b.md': 'b', 'README.md': 'r' } });
  const branch = await (await get('/projects/acme%2Fshop/repository/branches/main')).json();
  expect(branch).toMatchObject({ name: 'main', default: true, commit: { id: shop.branches.get('main') } });
  expect((await get('/projects/acme%2Fshop/repository/branches/other')).status).toBe(404);
  const tree = async (query: string) =>
    ((await (await get(`/projects/${shop.id}/repository/tree${query}`)).json()) as { path: string }[]).map(
      ({ path }) => path,
    );
  expect(await tree('')).toEqual(['docs', 'README.md']);
  expect(await tree('?path=docs')).toEqual(['docs/a']);
  expect(await tree('?recursive=true')).toEqual(['docs', 'docs/a', 'README.md', 'docs/a/b.md']);
  expect((await get(`/projects/${shop.id}/repository/tree?path=nothing`)).status).toBe(404);
});

it('counts requests by the minute and notices who does not wait', async () => {
  await test.restart({ limits: { api: 2, git: 2000 } });
  const { host, clock } = test;
  clock.advance(15_000);
  expect((await get('/version')).headers.get('ratelimit-remaining')).toBe('1');
  await get('/version');
  const refused = await get('/version');
  expect([refused.status, refused.headers.get('retry-after'), await refused.text()]).toEqual([
    429,
    '45',
    'Retry later\n',
  ]);
  expect(refused.headers.get('ratelimit-reset')).toBe(String((clock.now() + 45_000) / 1000));
  clock.advance(45_000);
  expect((await get('/version')).status).toBe(200);
  expect(host.throttle.impatient).toEqual([]);

  clock.advance(60_000);
  host.script = (_, count) => (count === 5 ? retryLater(30) : undefined);
  expect((await get('/version')).headers.get('retry-after')).toBe('30');
  await get('/version');
  expect(host.throttle.impatient.splice(0)).toEqual(['rest GET /version']);
});

it('counts what Git asks for itself, and closes to Git as a whole', async () => {
  await test.restart({ limits: { api: 2000, git: 1 } });
  test.host.model.create('acme/shop', { files: { a: 'a' } });
  const refs = () => fetch(`${test.host.url}/acme/shop.git/info/refs?service=git-upload-pack`);
  expect((await refs()).status).toBe(200);
  const refused = await refs();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect((await get('/version')).status).toBe(200);
  expect((await refs()).status).toBe(429);
  expect(test.host.throttle.impatient.splice(0).length).toBe(1);
  test.clock.advance(60_000);
  expect((await refs()).status).toBe(200);

  test.host.script = ({ kind }) => (kind === 'git' ? { type: 'break' } : undefined);
  await expect(refs().then((answer) => answer.text())).rejects.toThrow();
});

it('breaks as it is told to', async () => {
  const faults = [badGateway(), { type: 'reset' }, { type: 'truncate' }] as const;
  test.host.script = (_, count) => faults[count - 1];
  expect((await get('/version')).status).toBe(502);
  await expect(get('/version')).rejects.toThrow('fetch failed');
  await expect(get('/version').then((answer) => answer.json())).rejects.toThrow('JSON');
  expect((await get('/version')).status).toBe(200);
});
