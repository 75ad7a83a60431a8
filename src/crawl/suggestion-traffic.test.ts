import { expect, it } from 'vitest';
import type { FileSelector } from '../catalog/repository-files.ts';
import { selectSuggestionFiles } from '../catalog/suggestion/select-suggestion-files.ts';
import type { GithubSourceConfig } from '../config/config.ts';
import { crawlOnce, filesOf } from '../testing/crawl-once.ts';
import { githubSourceAt } from '../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../testing/github-emulator/use-github-emulator.ts';

const github = useGithubEmulator();
const files = {
  CODEOWNERS: '* @acme/shop',
  'README.md': '# Shop',
  'api/openapi.yaml': 'openapi: 3.1.0',
  'package.json': '{}',
  'src/index.ts': 'export {};',
};

async function run(selectors: readonly FileSelector[], rest: Partial<GithubSourceConfig> = {}, contributors = false) {
  const before = github.host.requests.length;
  const source = githubSourceAt(github.host, rest);
  const { snapshot, diagnostics } = await crawlOnce([source], github.state, {
    clock: github.clock,
    selectors,
    contributors,
  });
  return { snapshot, diagnostics, requests: github.host.requests.slice(before).map(({ kind }) => kind) };
}

it('costs one fetch for the files of a repository without a descriptor, and nothing while it does not change', async () => {
  const bare = github.host.model.create('acme', 'bare', { files });
  const { requests: plain } = await run([]);
  github.host.model.push(bare, { 'src/index.ts': 'export const a = 1;' });
  const { requests: pushed } = await run([]);
  github.host.model.push(bare, { 'src/index.ts': 'export const b = 2;' });
  const first = await run([selectSuggestionFiles]);
  expect(Object.keys(filesOf(first.snapshot)['acme/bare'] ?? {})).toHaveLength(4);
  expect(first.requests.length - pushed.length).toBeLessThanOrEqual(1);
  expect(pushed.length).toBeLessThanOrEqual(plain.length);
  const second = await run([selectSuggestionFiles]);
  expect(second.requests).toEqual(['graphql']);
  expect(second.snapshot.repositories).toEqual(first.snapshot.repositories);
});

it('costs one request for who wrote the newest commits of a repository without a descriptor, once a commit', async () => {
  const { CODEOWNERS: _, ...unowned } = files;
  const bare = github.host.model.create('acme', 'bare', { files: unowned });
  for (const text of ['a', 'b', 'c']) github.host.model.push(bare, { 'src/index.ts': text });
  const { requests: plain } = await run([]);
  const first = await run([], {}, true);
  expect(first.requests.length).toBeLessThanOrEqual(plain.length);
  const [read] = first.snapshot.repositories;
  expect(read?.contributors?.reduce((sum, { commits }) => sum + commits, 0)).toBe(4);
  expect(read?.contributors?.[0]?.email).toContain('@');
  const second = await run([], {}, true);
  expect(second.requests).toEqual(['graphql']);
  expect(second.snapshot.repositories).toEqual(first.snapshot.repositories);
  github.host.model.push(bare, { CODEOWNERS: '* @acme/shop' });
  const owned = await run([], {}, true);
  expect(owned.requests.length).toBeLessThan(first.requests.length + plain.length);
  expect(owned.snapshot.repositories[0]?.contributors).toBeUndefined();
});

it('costs a repository with a descriptor nothing', async () => {
  github.host.model.create('acme', 'shop', { files: { ...files, 'catalog-info.yaml': 'kind: Component' } });
  const { snapshot } = await run([selectSuggestionFiles], {}, true);
  expect(Object.keys(filesOf(snapshot)['acme/shop'] ?? {})).toEqual(['catalog-info.yaml']);
  expect(snapshot.repositories[0]?.facts).toBeUndefined();
});

it('knows from the listing what is archived, a fork or under a topic', async () => {
  github.host.model.create('acme', 'old', { files, archived: true, fork: true, topics: ['parcels'] });
  const { snapshot } = await run([], { archived: true, forks: true });
  expect(snapshot.repositories[0]?.repository).toMatchObject({ archived: true, fork: true, topics: ['parcels'] });
});

it('takes no list of teams for a repository, even where there is no team', async () => {
  github.host.model.addAccount('acme', 'Organization');
  const { snapshot, diagnostics } = await run([selectSuggestionFiles], { teams: true });
  expect(diagnostics).toEqual([]);
  expect(snapshot.repositories.map(({ repository, facts }) => [repository.slug, repository.generated, facts])).toEqual([
    ['acme/teams-and-members', true, undefined],
  ]);
});
