import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GithubSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf } from '../../testing/crawl-once.ts';
import { apiError, badGateway, type Fault } from '../../testing/github-emulator/faults.ts';
import { type GithubEmulator, startGithubEmulator } from '../../testing/github-emulator/github-emulator.ts';
import { githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { createVirtualClock, type VirtualClock } from '../../testing/github-emulator/virtual-clock.ts';

let state: string;
let clock: VirtualClock;
let host: GithubEmulator;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'callboard-github-'));
  clock = createVirtualClock();
  host = await startGithubEmulator({ clock });
});
afterEach(async () => {
  expect(host.wrongAnswers).toEqual([]);
  expect(host.quotas.impatient).toEqual([]);
  await host.close();
  await rm(state, { recursive: true, force: true });
});

const files = () => ({ files: { 'catalog-info.yaml': 'name: x' } });
const wanted = { include: ['r000'] };
const run = (rest: Partial<GithubSourceConfig> = {}) => crawlOnce([githubSourceAt(host, rest)], state, { clock });
function addEmpty(count: number): void {
  host.model.create('acme', 'r000', files());
  for (let index = 1; index <= count; index += 1) host.model.create('acme', `r${String(index).padStart(3, '0')}`);
}

it('are had without a token, and where there is no GraphQL', async () => {
  host.model.create('acme', 'open', files());
  host.model.create('acme', 'secret', { ...files(), visibility: 'private' });
  const { token: _, ...anonymous } = githubSourceAt(host);
  const public_ = await crawlOnce([anonymous], state, { clock });
  expect(Object.keys(filesOf(public_.snapshot))).toEqual(['acme/open']);
  expect(host.count('graphql')).toBe(0);
  await host.close();

  host = await startGithubEmulator({ clock, graphql: false });
  host.model.addAccount('robin', 'User');
  for (let index = 0; index < 102; index += 1) host.model.create('robin', `r${index}`, files());
  const { snapshot, diagnostics } = await run({ organisation: 'robin', include: ['r9', 'r99'] });
  expect(diagnostics).toEqual([]);
  expect(Object.keys(filesOf(snapshot))).toEqual(['robin/r9', 'robin/r99']);
  expect(host.count('rest')).toBe(1 + 2);
});

it('are had where GraphQL is older than the query', async () => {
  host.model.create('acme', 'shop', files());
  host.script = ({ kind }) =>
    kind === 'graphql'
      ? {
          type: 'change',
          change: () => ({ errors: [{ message: "Field 'visibility'…", extensions: { code: 'undefinedField' } }] }),
        }
      : undefined;
  const { snapshot, diagnostics } = await run();
  expect(diagnostics).toEqual([]);
  expect(Object.keys(filesOf(snapshot))).toEqual(['acme/shop']);
  expect(snapshot.listings[0]?.complete).toBe(true);
});

describe('lists', () => {
  const byRest = (fault: Fault, at: number) => {
    host.script = ({ kind }, count) => {
      if (kind === 'graphql') return apiError(404, 'Not Found');
      return kind === 'rest' && count >= at ? fault : undefined;
    };
  };
  const partial = 'partial-results; organizations=21955855,20582480';

  it.each<[string, Fault, number, string]>([
    ['a later page fails for good', badGateway(502), 2, 'broke off after 100 repositories: the host gave up'],
    ['a null is among them', { type: 'change', change: (body) => [null, ...(body as object[])] }, 2, '1 entries'],
    ['a page is no list', { type: 'change', change: () => ({}) }, 2, '1 entries'],
  ])('are incomplete when %s', async (_, fault, at, reason) => {
    addEmpty(149);
    byRest(fault, at);
    const { snapshot, diagnostics } = await run(wanted);
    expect(codesOf(diagnostics)).toEqual(['crawl/listing-incomplete']);
    expect(diagnostics[0]?.message).toContain(reason);
    expect(Object.keys(filesOf(snapshot))).toEqual(['acme/r000']);
    expect(snapshot.listings[0]?.complete).toBe(false);
  });

  it('are incomplete when single sign-on keeps a part back', async () => {
    byRest({ type: 'answer', status: 200, body: [], headers: { 'x-github-sso': partial } }, 1);
    const { snapshot, diagnostics } = await run(wanted);
    expect(diagnostics[0]?.message).toContain('not authorised for single sign-on');
    expect(snapshot.listings[0]?.complete).toBe(false);
  });

  it('say what to do when there is nothing', async () => {
    host.model.addAccount('acme').singleSignOn = true;
    host.script = ({ kind }) => (kind === 'graphql' ? apiError(404, 'Not Found') : undefined);
    const { diagnostics } = await run(wanted);
    expect(codesOf(diagnostics)).toEqual(['crawl/source-unreadable']);
    expect(diagnostics[0]?.hint).toContain('Configure SSO');
  });
});
