import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FileSelector } from '../catalog/repository-files.ts';
import { codesOf, crawlAndKeep, filesOf, localSourceAt, roomyLimits } from '../testing/crawl-once.ts';
import { createGitRepository, type TestRepository } from '../testing/git-repository.ts';
import { githubSourceAt } from '../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../testing/github-emulator/use-github-emulator.ts';
import { createVirtualClock } from '../testing/host-emulator/virtual-clock.ts';
import { openCrawlState } from './known/crawl-state.ts';

const github = useGithubEmulator();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-short-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('gives every repository its turn when there is time for a few in each run', async () => {
  const clock = createVirtualClock();
  // Every repository takes its minute.
  const slow: FileSelector = ({ text }) => {
    if (text('catalog-info.yaml') !== undefined) clock.advance(30_000);
    return [];
  };
  const repositories: TestRepository[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    repositories.push(await createGitRepository({ 'catalog-info.yaml': 'old' }, { folder: join(folder, 'all', name) }));
  }
  const run = async (minutes: number) => {
    clock.advance(3_600_000);
    const limits = { ...roomyLimits, minutes };
    const options = { limits, clock, selectors: [slow], concurrency: 1 };
    return crawlAndKeep([localSourceAt(join(folder, 'all'))], join(folder, 'state'), options);
  };
  await run(60);
  await Promise.all(repositories.map((each) => each.commit({ 'catalog-info.yaml': 'new' })));
  const seen: number[] = [];
  for (let times = 0; times < 3; times += 1) {
    const { snapshot, diagnostics } = await run(1.25);
    const texts = Object.values(filesOf(snapshot)).map((files) => files['catalog-info.yaml']);
    expect(texts).toHaveLength(7);
    seen.push(texts.filter((text) => text === 'new').length);
    const late = snapshot.outcomes.filter(({ outcome }) => outcome === 'stale');
    expect(codesOf(diagnostics)).toEqual(late.length > 0 ? ['crawl/out-of-time'] : []);
    for (const { reason } of late) {
      expect(reason).toBe('There was no time left for it: the crawl may take 1.25 minutes.');
    }
  }
  expect(seen[0]).toBeLessThan(7);
  expect(seen.at(-1)).toBe(7);
});

it('ends with what there is when a host wants to be left alone beyond the end of the run', async () => {
  for (const name of ['a', 'b']) github.host.model.create('acme', name, { files: { 'catalog-info.yaml': name } });
  const run = (minutes: number) =>
    crawlAndKeep([githubSourceAt(github.host)], github.state, {
      clock: github.clock,
      limits: { ...roomyLimits, minutes },
    });
  await run(60);
  const limited = { status: 403, headers: { 'retry-after': '90' }, body: { message: 'secondary rate limit' } };
  github.host.script = ({ kind }, count) =>
    kind === 'graphql' && count === 2 ? { type: 'answer', ...limited } : undefined;
  const { snapshot } = await run(1);
  expect(snapshot.outcomes.map(({ outcome }) => outcome)).toEqual(['stale', 'stale']);
  expect(snapshot.outcomes[0]?.reason).toContain('the rate limit is used up for another 2 minutes');
  expect(github.clock.waits).toEqual([]);
  github.clock.advance(120_000);
  github.host.script = ({ kind }, count) =>
    kind === 'graphql' && count === 4 ? { type: 'answer', ...limited } : undefined;
  expect((await run(60)).snapshot.outcomes.map(({ outcome }) => outcome)).toEqual(['fresh', 'fresh']);
});

it('takes no time for what did not change, but none beyond its own for what is not kept of it', async () => {
  for (const name of ['a', 'b']) github.host.model.create('acme', name, { files: { 'docs/a.md': name } });
  const run = (minutes: number) => {
    github.clock.advance(3_600_000);
    const options = { clock: github.clock, limits: { ...roomyLimits, minutes } };
    return crawlAndKeep([githubSourceAt(github.host)], github.state, options);
  };
  await run(60);
  // The list alone takes longer than the run may.
  github.host.script = ({ kind }) => {
    if (kind === 'graphql') github.clock.advance(120_000);
    return undefined;
  };
  const fetched = github.host.count('git');
  expect((await run(1)).snapshot.outcomes.map(({ outcome }) => outcome)).toEqual(['fresh', 'fresh']);
  await rm(join(github.state, 'snapshot'), { recursive: true });
  const { snapshot, diagnostics } = await run(1);
  expect(snapshot.outcomes.map(({ outcome }) => outcome)).toEqual(['absent', 'absent']);
  expect(codesOf(diagnostics)).toContain('crawl/out-of-time');
  expect(github.host.count('git')).toBe(fetched);
  expect((await run(60)).snapshot.outcomes.map(({ outcome }) => outcome)).toEqual(['fresh', 'fresh']);
});

it('remembers since when repositories wait that nobody has read yet', async () => {
  const clock = createVirtualClock();
  for (const name of ['a', 'b']) {
    await createGitRepository({ 'catalog-info.yaml': name }, { folder: join(folder, 'all', name) });
  }
  const state = join(folder, 'state');
  const limits = { ...roomyLimits, minutes: 0 };
  const { snapshot } = await crawlAndKeep([localSourceAt(join(folder, 'all'))], state, { clock, limits });
  expect(snapshot.outcomes.map(({ slug, outcome }) => `${slug} ${outcome}`)).toEqual(['a absent', 'b absent']);
  expect([...(await openCrawlState(state)).value.waiting.values()]).toEqual(
    Array(2).fill({ since: '2026-03-01T12:00:00.000Z' }),
  );
});
