import { beforeEach, expect, it } from 'vitest';
import type { GitlabSourceConfig } from '../../config/config.ts';
import { crawlAndKeep, filesOf } from '../../testing/crawl-once.ts';
import { renameProject, transferProject } from '../../testing/gitlab-emulator/change-projects.ts';
import { databaseTimeout } from '../../testing/gitlab-emulator/faults.ts';
import type { Project } from '../../testing/gitlab-emulator/gitlab-model.ts';
import { gitlabSourceAt } from '../../testing/gitlab-emulator/gitlab-source.ts';
import { useGitlabEmulator } from '../../testing/gitlab-emulator/use-gitlab-emulator.ts';
import { startCrawlRun } from '../crawl-run.ts';
import { gitlabSource } from './gitlab.ts';

const gitlab = useGitlabEmulator();
let shop: Project;
beforeEach(() => {
  shop = gitlab.host.model.create('acme/retail/shop', { files: { 'catalog-info.yaml': 'shop' } });
  gitlab.host.model.create('acme/cart', { files: { 'catalog-info.yaml': 'cart' } });
  gitlab.host.model.create('other/cart', { files: { 'catalog-info.yaml': 'other' } });
});

const crawlOnly = async (only: readonly string[]) => {
  gitlab.clock.advance(3_600_000);
  const { snapshot } = await crawlAndKeep([gitlabSourceAt(gitlab.host)], gitlab.state, { clock: gitlab.clock, only });
  return Object.fromEntries(
    Object.entries(filesOf(snapshot)).map(([slug, files]) => [slug, files['catalog-info.yaml']]),
  );
};
const find = async (name: string, rest: Partial<GitlabSourceConfig> = {}, id?: string) => {
  const source = gitlabSource(gitlabSourceAt(gitlab.host, rest), startCrawlRun(gitlab.clock));
  const { signal } = new AbortController();
  const context = { signal, stateFolder: gitlab.state, concurrency: 1, progress: () => {}, log: () => {} };
  const found = await source.find?.({ name, ...(id && { id }) }, context);
  return found?.value?.slug;
};
const idOfShop = () => `gitlab:${new URL(gitlab.host.url).host}:${shop.id}`;

it('reads one project with one request of the API, and leaves the others as they were', async () => {
  await crawlOnly([]);
  gitlab.host.model.push(shop, { 'catalog-info.yaml': 'new shop' });
  const before = gitlab.host.requests.length;
  expect(await crawlOnly(['acme/retail/shop'])).toEqual({ 'acme/cart': 'cart', 'acme/retail/shop': 'new shop' });
  const asked = gitlab.host.requests.slice(before);
  expect(asked.filter(({ kind }) => kind !== 'git').map(({ kind }) => kind)).toEqual(['graphql']);
  expect(asked.some(({ line }) => line.includes('cart'))).toBe(false);
});

it('finds a project by its path, its address, and, when it has moved, by its number', async () => {
  expect(await find('Acme/Retail/shop')).toBe('acme/retail/shop');
  expect(await find(`${gitlab.host.url}/acme/retail/shop.git`)).toBe('acme/retail/shop');
  renameProject(gitlab.host.model, shop, 'store');
  expect(await find('acme/retail/shop')).toBeUndefined();
  expect(await find('acme/retail/shop', {}, idOfShop())).toBe('acme/retail/store');
  transferProject(gitlab.host.model, shop, 'other');
  expect(await find('acme/retail/shop', {}, idOfShop())).toBeUndefined();
});

it('finds nothing that is not its own, or that its filters leave out', async () => {
  expect(await find('other/cart')).toBeUndefined();
  expect(await find('https://elsewhere.example/acme/cart')).toBeUndefined();
  expect(await find('acme/retail/shop', { subgroups: false })).toBeUndefined();
  expect(await find('acme/cart', { exclude: ['cart'] })).toBeUndefined();
  expect(gitlab.host.count('graphql')).toBe(1);
});

it('finds groups and members under the name that they have', async () => {
  expect(await find('acme/groups-and-members', { groups: true })).toBe('acme/groups-and-members');
  expect(await find('acme/groups-and-members')).toBeUndefined();
});

it('looks through the list where the host cannot answer for one', async () => {
  gitlab.host.script = ({ kind }) => (kind === 'graphql' ? databaseTimeout() : undefined);
  expect(await find('acme/cart')).toBe('acme/cart');
  expect(gitlab.host.count('rest')).toBe(1);
});
