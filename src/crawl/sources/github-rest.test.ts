import { describe, expect, it } from 'vitest';
import type { GithubSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf } from '../../testing/crawl-once.ts';
import { apiError } from '../../testing/github-emulator/faults.ts';
import { githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../../testing/github-emulator/use-github-emulator.ts';
import { badGateway, type Fault } from '../../testing/host-emulator/faults.ts';

const github = useGithubEmulator();

const files = () => ({ files: { 'catalog-info.yaml': 'name: x' } });
const wanted = { include: ['r000'] };
const run = (rest: Partial<GithubSourceConfig> = {}) =>
  crawlOnce([githubSourceAt(github.host, rest)], github.state, { clock: github.clock });
function addEmpty(count: number): void {
  github.host.model.create('acme', 'r000', files());
  for (let index = 1; index <= count; index += 1)
    github.host.model.create('acme', `r${String(index).padStart(3, '0')}`);
}

it('are had without a token, and where there is no GraphQL', async () => {
  github.host.model.create('acme', 'open', files());
  github.host.model.create('acme', 'secret', { ...files(), visibility: 'private' });
  const { token: _, ...anonymous } = githubSourceAt(github.host);
  const public_ = await crawlOnce([anonymous], github.state, { clock: github.clock });
  expect(Object.keys(filesOf(public_.snapshot))).toEqual(['acme/open']);
  expect(github.host.count('graphql')).toBe(0);

  await github.restart({ graphql: false });
  github.host.model.addAccount('robin', 'User');
  for (let index = 0; index < 102; index += 1) github.host.model.create('robin', `r${index}`, files());
  const { snapshot, diagnostics } = await run({ organisation: 'robin', include: ['r9', 'r99'] });
  expect(diagnostics).toEqual([]);
  expect(Object.keys(filesOf(snapshot))).toEqual(['robin/r9', 'robin/r99']);
  // Twice two pages: pages by number can skip what moved up.
  expect(github.host.count('rest')).toBe(1 + 2 + 2);
});

it('are had where GraphQL is older than the query', async () => {
  github.host.model.create('acme', 'shop', files());
  github.host.script = ({ kind }) =>
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
    github.host.script = ({ kind }, count) => {
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
    github.host.model.addAccount('acme').singleSignOn = true;
    github.host.script = ({ kind }) => (kind === 'graphql' ? apiError(404, 'Not Found') : undefined);
    const { diagnostics } = await run(wanted);
    expect(codesOf(diagnostics)).toEqual(['crawl/source-unreadable']);
    expect(diagnostics[0]?.hint).toContain('Configure SSO');
  });
});
