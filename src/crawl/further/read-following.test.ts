import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { selectCatalogFiles } from '../../catalog/locations/wanted-files.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { component, document } from '../../catalog/repository-fixture.ts';
import type { GitSourceConfig } from '../../config/config.ts';
import { crawlOnce } from '../../testing/crawl-once.ts';
import { type GitHttpServer, startGitHttpServer } from '../../testing/git-http-server.ts';
import { createGitRepository, type TestRepository } from '../../testing/git-repository.ts';

const token = 'canary-1234567890';
let folder: string;
let server: GitHttpServer;
let index: TestRepository;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-follow-'));
  server = await startGitHttpServer({ root: join(folder, 'served') });
  index = await serve('acme/index', { 'catalog-info.yaml': component('index') });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const serve = (slug: string, files: Readonly<Record<string, string>>) =>
  createGitRepository(files, { folder: join(folder, `served/${slug}.git`), bare: true });
const address = (slug: string, path: string, ref = 'main') => `${server.url}/${slug}/blob/${ref}/${path}`;
const location = (...targets: string[]) =>
  document('Location', 'all', ['targets:', ...targets.map((target) => `  - ${target}`)]);
const lead = (...targets: string[]) => index.commit({ 'catalog-info.yaml': location(...targets) });
const follow = { allow: ['*'], followLocations: ['**'] };

async function run(rest: Partial<GitSourceConfig> = {}, rules = follow) {
  const source: GitSourceConfig = {
    type: 'git',
    name: 'remote',
    urls: [`${server.url}/acme/index.git`],
    catalogPaths: ['catalog-info.yaml'],
    ...rest,
  };
  const { snapshot, diagnostics, keep } = await crawlOnce([source], join(folder, 'state'), {
    selectors: [selectCatalogFiles],
    follow: rules,
  });
  await keep();
  const catalog = readCatalog({ ...snapshot, allow: rules.allow });
  return {
    snapshot,
    diagnostics,
    entities: catalog.value.entities.map(({ ref }) => ref).filter((ref) => !ref.startsWith('location:')),
    problems: catalog.diagnostics.filter(({ code }) => code.startsWith('catalog/location')),
    outcomes: Object.fromEntries(snapshot.outcomes.map(({ slug, outcome }) => [slug, outcome])),
  };
}

it('reads what Locations lead to, from one repository to the next, and nothing else of them', async () => {
  await serve('other/tools', {
    'catalog-info.yaml': component('tools'),
    'a/x.yaml': component('x'),
    'b/x.yaml': location(address('more/far', 'info.yaml', 'HEAD')).replace('name: all', 'name: onwards'),
  });
  await serve('more/far', { 'info.yaml': component('far'), 'catalog-info.yaml': component('unasked') });
  await lead(address('other/tools', '*/x.yaml'));
  const { entities, problems, snapshot, diagnostics } = await run();
  expect(entities).toEqual(['component:default/far', 'component:default/x']);
  expect([...problems, ...diagnostics]).toEqual([]);
  expect(snapshot.repositories.map(({ repository }) => `${repository.slug} ${repository.source}`)).toEqual([
    'acme/index remote',
    'more/far locations',
    'other/tools locations',
  ]);
});

it('reads a further file of a repository that a source lists, once', async () => {
  await serve('acme/shop', { 'catalog-info.yaml': component('shop'), 'deploy/info.yaml': component('deploy') });
  await lead(address('acme/shop', 'deploy/info.yaml'), address('acme/shop', 'gone.yaml'));
  const urls = ['index', 'shop'].map((name) => `${server.url}/acme/${name}.git`);
  const { entities, problems } = await run({ urls });
  expect(entities).toEqual(['component:default/deploy', 'component:default/shop']);
  expect(problems.map(({ code }) => code)).toEqual(['catalog/location-not-found']);
});

it('reads a branch, a tag and a commit', async () => {
  const tools = await serve('other/tools', { 'a.yaml': component('old') });
  const old = (await tools.git('rev-parse', 'HEAD')).trim();
  await tools.git('tag', 'v1');
  await tools.commit({ 'a.yaml': component('next') }, { branch: 'next' });
  await tools.commit({ 'a.yaml': component('fix'), 'fixes/1/a.yaml': component('path') }, { branch: 'fixes/1' });
  await tools.commit({ 'a.yaml': component('new') });
  for (const [ref, name] of [
    ['main', 'new'],
    ['next', 'next'],
    ['fixes/1', 'fix'],
    ['v1', 'old'],
    [old, 'old'],
  ] as const) {
    await lead(address('other/tools', 'a.yaml', ref));
    expect((await run()).entities, ref).toEqual([`component:default/${name}`]);
  }
});

it('sends no token to where a Location leads, and says what it does not follow', async () => {
  await server.close();
  server = await startGitHttpServer({ root: join(folder, 'served'), token });
  await serve('other/secret', { 'a.yaml': component('secret') });
  await lead(address('other/secret', 'a.yaml'), 'https://elsewhere.example/a/b/blob/main/c.yaml');
  const { entities, outcomes, problems } = await run({ token });
  expect(entities).toEqual([]);
  expect(outcomes).toEqual({ 'acme/index': 'fresh', 'other/secret': 'absent' });
  const sentTo = (slug: string) =>
    server.authorizations.filter((value, request) => value && server.requests[request]?.includes(slug));
  expect(sentTo('acme/index')).not.toEqual([]);
  expect(sentTo('other/secret')).toEqual([]);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('is not read.'),
    expect.stringContaining('is not read: no source is configured for its host.'),
  ]);
});

it('follows nothing that the portal does not let it follow', async () => {
  await serve('other/tools', { 'a.yaml': component('tools') });
  await lead(address('other/tools', 'a.yaml'));
  for (const rules of [
    { ...follow, followLocations: [] },
    { ...follow, allow: ['*', '!Location'] },
  ]) {
    expect((await run({}, rules)).entities).toEqual([]);
  }
  expect((await run()).entities).toEqual(['component:default/tools']);
});

it('says that there is no such branch', async () => {
  await serve('other/tools', { 'a.yaml': component('tools') });
  await lead(address('other/tools', 'a/b/c.yaml', 'gone'));
  const { outcomes, diagnostics } = await run();
  expect(outcomes['other/tools']).toBe('absent');
  expect(diagnostics.map(({ message }) => message)).toEqual(['other/tools cannot be read: the branch does not exist.']);
});

it('loses nothing while a Location or its repository is broken, and lets go of what nobody leads to', async () => {
  await serve('other/tools', { 'a.yaml': component('tools') });
  await lead(address('other/tools', 'a.yaml'));
  expect((await run()).outcomes).toEqual({ 'acme/index': 'fresh', 'other/tools': 'fresh' });
  await index.commit({ 'catalog-info.yaml': `${location(address('other/tools', 'a.yaml'))}\tbroken: [` });
  expect((await run()).outcomes).toEqual({ 'acme/index': 'fresh', 'other/tools': 'fresh' });
  await rename(join(folder, 'served/acme'), join(folder, 'served/away'));
  expect((await run()).outcomes).toEqual({ 'acme/index': 'stale', 'other/tools': 'fresh' });
  await rename(join(folder, 'served/away'), join(folder, 'served/acme'));
  await rename(join(folder, 'served/other'), join(folder, 'served/away'));
  await lead(address('other/tools', 'a.yaml'));
  const { outcomes, entities } = await run();
  expect(outcomes).toEqual({ 'acme/index': 'fresh', 'other/tools': 'stale' });
  expect(entities).toEqual(['component:default/tools']);
  await lead();
  await index.commit({ 'catalog-info.yaml': component('index') });
  expect((await run()).outcomes).toEqual({ 'acme/index': 'fresh', 'other/tools': 'removed' });
});

it('ends where repositories lead to one another, and where the chain gets too long', async () => {
  for (let number = 0; number < 9; number += 1) {
    const next = location(address(`chain/r${number + 1}`, 'a.yaml'), address(`chain/r${number}`, 'a.yaml'));
    await serve(`chain/r${number}`, { 'a.yaml': next.replace('name: all', `name: all-${number}`) });
  }
  await lead(address('chain/r0', 'a.yaml'));
  const { snapshot } = await run();
  const read = snapshot.repositories.map(({ repository }) => repository.slug);
  expect(read).toEqual(['acme/index', ...[0, 1, 2, 3, 4].map((number) => `chain/r${number}`)]);
});
