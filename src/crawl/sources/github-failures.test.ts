import { beforeEach, describe, expect, it } from 'vitest';
import type { GithubSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf } from '../../testing/crawl-once.ts';
import { generateAppKeys } from '../../testing/github-emulator/access.ts';
import { apiError, graphErrors, queryTimeout, secondaryLimit } from '../../testing/github-emulator/faults.ts';
import { canaryToken, githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../../testing/github-emulator/use-github-emulator.ts';
import { badGateway, type Fault } from '../../testing/host-emulator/faults.ts';
import { startCrawlRun } from '../crawl-run.ts';
import { githubSource } from './github.ts';

const github = useGithubEmulator();

beforeEach(addFirst);

function addFirst(): void {
  github.host.model.addAccount('acme');
  github.host.model.create('acme', 'r000', { files: { 'catalog-info.yaml': 'name: r000' } });
}

/** Repositories without a commit: they cost nothing to read. */
function addEmpty(count: number): void {
  for (let index = 1; index <= count; index += 1)
    github.host.model.create('acme', `r${String(index).padStart(3, '0')}`);
}

const wanted = (...names: readonly string[]): Partial<GithubSourceConfig> => ({ include: names });
const run = (rest: Partial<GithubSourceConfig> = wanted('r000'), log: string[] = []) =>
  crawlOnce([githubSourceAt(github.host, rest)], github.state, { clock: github.clock, log });
const queries = () => github.host.requests.filter(({ kind }) => kind === 'graphql').length;
const inTurn = (...faults: readonly (Fault | undefined)[]) => {
  github.host.script = ({ kind }, count) => (kind === 'graphql' ? faults[count - 1] : undefined);
};
const isComplete = { complete: true, source: 'hub' };

describe('passing failures', () => {
  it.each<[string, Fault]>([
    ['a server error', badGateway(500)],
    ['a broken connection', { type: 'reset' }],
    ['JSON that ends early', { type: 'truncate' }],
    ['errors that say nothing', graphErrors('Loading failed')],
    ['a secondary limit with a time', secondaryLimit(45)],
    ['a secondary limit with a time and status 429', secondaryLimit(45, 429)],
    ['a secondary limit without a time', secondaryLimit()],
    ['a secondary limit with status 200', graphErrors('You have exceeded a secondary rate limit.')],
    ['a slow answer', { type: 'late', milliseconds: 20 }],
  ])('lists everything in spite of %s', async (_, fault) => {
    inTurn(fault);
    const { snapshot, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(Object.keys(filesOf(snapshot))).toEqual(['acme/r000']);
    expect(snapshot.listings).toMatchObject([isComplete]);
  });

  it('waits as long as the host says, at least a minute when it does not, longer every time', async () => {
    inTurn(secondaryLimit(45), secondaryLimit(), badGateway(503));
    await run();
    expect(github.clock.waits).toEqual([45_000, 120_000, 9000]);
  });

  it.each<[string, Fault]>([
    ['bad gateways', badGateway(502)],
    ['gateway timeouts', badGateway(504)],
    ['queries that time out', queryTimeout()],
    ['resource limits', graphErrors('Resource limits for this query exceeded.', 'RESOURCE_LIMITS_EXCEEDED')],
  ])('asks for half as much after %s', async (_, fault) => {
    addEmpty(59);
    inTurn(fault, fault);
    const { snapshot, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(snapshot.listings).toMatchObject([isComplete]);
    expect(queries()).toBe(2 + 3);
  });

  it('asks for half as much after silence', async () => {
    addEmpty(59);
    github.clock.hurry = 30;
    inTurn({ type: 'silence' });
    const { snapshot, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(snapshot.listings).toMatchObject([isComplete]);
    expect(queries()).toBe(1 + 2);
  });
});

describe('rate limits', () => {
  it('stops early with what there is when the hour is used up', async () => {
    await github.restart({ limits: { rest: 5000, graphql: 2 } });
    addFirst();
    addEmpty(299);
    const { snapshot, diagnostics } = await run();
    expect(codesOf(diagnostics)).toEqual(['crawl/listing-incomplete']);
    expect(diagnostics[0]?.message).toContain(
      'broke off after 200 repositories: the rate limit is used up for another 61 min',
    );
    expect(Object.keys(filesOf(snapshot))).toEqual(['acme/r000']);
    expect(snapshot.listings).toMatchObject([{ complete: false }]);
    expect([queries(), github.clock.waits]).toEqual([2, []]);
  });

  it('waits for a reset that is near', async () => {
    await github.restart({ limits: { rest: 5000, graphql: 1 } });
    addFirst();
    addEmpty(150);
    // Somebody else opened the hour, fifty-nine minutes ago.
    github.host.quotas.window(canaryToken, 'graphql');
    github.clock.advance(59 * 60_000);
    const { diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(github.clock.waits).toEqual([61_000]);
  });
});

it('lets sources that ask as the same account wait together', async () => {
  inTurn(secondaryLimit(900));
  const shared = startCrawlRun(github.clock);
  const discover = async (rest: Partial<GithubSourceConfig>) => {
    const { signal } = new AbortController();
    const context = { signal, stateFolder: github.state, concurrency: 1, progress: () => {}, log: () => {} };
    const { value } = await githubSource(githubSourceAt(github.host, rest), shared).discover(context);
    return [value.complete, queries()];
  };
  expect(await discover({})).toEqual([false, 1]);
  expect(await discover({ name: 'second' })).toEqual([false, 1]);
  github.clock.advance(901_000);
  expect(await discover({ name: 'third' })).toEqual([true, 2]);
});

describe('failures that somebody has to do something about', () => {
  const app = (privateKey: string, rest = {}): Partial<GithubSourceConfig> => ({
    app: { id: '12', privateKey, ...rest },
  });
  const keys = generateAppKeys();
  const install = () => {
    const installed = { id: 12, publicKey: keys.publicKey };
    github.host.access.apps.push(installed);
    const account = github.host.model.account('acme');
    return account && github.host.access.install(installed, account);
  };
  const acme = () => github.host.model.account('acme') ?? {};

  it.each<[string, () => unknown, Partial<GithubSourceConfig>, string, string]>([
    ['a wrong token', () => {}, { token: 'wrong' }, 'does not accept the token', 'give the source a new one'],
    ['an account that does not exist', () => {}, { organisation: 'nobody' }, 'no such organisation', 'Check the name'],
    ['a name that is no name', () => {}, { organisation: '../users/acme' }, 'is no name of', 'Write a plain'],
    ['a branch that is no branch', () => {}, { branch: '--x' }, 'is no branch', 'Write a plain'],
    ['single sign-on', () => Object.assign(acme(), { singleSignOn: true }), {}, 'single sign-on', 'Configure SSO'],
    ['an IP allow list', () => Object.assign(acme(), { ipAllowList: true }), {}, 'IP allow list', 'Add the address'],
    [
      'scopes that are missing',
      () => inTurn(graphErrors('Your token…', 'INSUFFICIENT_SCOPES')),
      {},
      'refuses access',
      'read access',
    ],
    ['a legal block', () => inTurn(apiError(451, 'Unavailable')), {}, 'legal reasons', 'Ask the host'],
    [
      'an address that has moved',
      () => inTurn(apiError(301, 'Moved', { location: 'http://127.0.0.1:1/' })),
      {},
      'has moved',
      'apiUrl',
    ],
    ['a host that is down', () => {}, { apiUrl: 'http://127.0.0.1:1/api/v3' }, 'cannot be reached', 'proxy'],
    ['an app that is not known', () => {}, app(keys.privateKey), 'does not accept the app', 'Check `app.id`'],
    ['a key that is none', () => {}, app('-----BEGIN canary-secret'), 'private key of the app is not one', 'PEM'],
    [
      'an app that is not installed',
      () => github.host.access.apps.push({ id: 12, publicKey: keys.publicKey }),
      app(keys.privateKey),
      'not installed on acme',
      'Install the app',
    ],
    [
      'an installation that is not',
      () => install(),
      app(keys.privateKey, { installationId: '1' }),
      'not installed',
      'installationId',
    ],
    [
      'a suspended app',
      () => Object.assign(install() ?? {}, { suspended: true }),
      app(keys.privateKey),
      'suspended',
      'lift the suspension',
    ],
  ])('says what to do about %s', async (_, prepare, rest, reason, hint) => {
    prepare();
    const log: string[] = [];
    const { snapshot, diagnostics } = await run(rest, log);
    expect(snapshot.repositories).toEqual([]);
    expect(snapshot.listings).toMatchObject([{ complete: false, repositoryIds: [] }]);
    expect(diagnostics.length).toBe(1);
    expect(diagnostics[0]?.message).toContain(reason);
    expect(diagnostics[0]?.hint).toContain(hint);
    expect(JSON.stringify(diagnostics) + log.join()).not.toMatch(/canary|wrong/);
  });

  it('gives up at once on what waiting does not help', async () => {
    await run({ token: 'wrong' });
    expect([queries(), github.clock.waits]).toEqual([1, []]);
  });

  it('says why a repository of the list cannot be read', async () => {
    github.host.script = ({ kind }) => (kind === 'git' ? apiError(451, 'Unavailable') : undefined);
    const { diagnostics } = await run();
    expect(diagnostics[0]?.message).toBe('acme/r000 cannot be read: the host has blocked it for legal reasons.');
  });
});
