import { beforeEach, describe, expect, it } from 'vitest';
import type { GitlabSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf } from '../../testing/crawl-once.ts';
import {
  databaseTimeout,
  graphErrors,
  graphTimeout,
  restError,
  retryLater,
} from '../../testing/gitlab-emulator/faults.ts';
import { startGitlabEmulator } from '../../testing/gitlab-emulator/gitlab-emulator.ts';
import { gitlabSourceAt } from '../../testing/gitlab-emulator/gitlab-source.ts';
import { useGitlabEmulator } from '../../testing/gitlab-emulator/use-gitlab-emulator.ts';
import { badGateway, type Fault } from '../../testing/host-emulator/faults.ts';

const gitlab = useGitlabEmulator();

beforeEach(addFirst);

function addFirst(): void {
  gitlab.host.model.create('acme/r000', { files: { 'catalog-info.yaml': 'name: r000' } });
}

/** Projects without a commit: they cost nothing to read. */
function addEmpty(count: number): void {
  for (let index = 1; index <= count; index += 1) gitlab.host.model.create(`acme/r${String(index).padStart(3, '0')}`);
}

const run = (rest: Partial<GitlabSourceConfig> = { include: ['r000'] }, log: string[] = []) =>
  crawlOnce([gitlabSourceAt(gitlab.host, rest)], gitlab.state, { clock: gitlab.clock, log });
const queries = () => gitlab.host.count('graphql');
const inTurn = (...faults: readonly (Fault | undefined)[]) => {
  gitlab.host.script = ({ kind }, count) => (kind === 'graphql' ? faults[count - 1] : undefined);
};
const isComplete = { complete: true, source: 'lab' };

describe('passing failures', () => {
  it.each<[string, Fault]>([
    ['a server error', badGateway(500)],
    ['a broken connection', { type: 'reset' }],
    ['JSON that ends early', { type: 'truncate' }],
    ['errors that say nothing', graphErrors('Internal server error')],
    ['a limit with a time', retryLater(45)],
    ['a limit without a time', retryLater()],
    ['a page that says that the host is being maintained', restError(503, 'GitLab is undergoing maintenance')],
    ['a slow answer', { type: 'late', milliseconds: 20 }],
  ])('lists everything in spite of %s', async (_, fault) => {
    inTurn(fault);
    const { snapshot, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(Object.keys(filesOf(snapshot))).toEqual(['acme/r000']);
    expect(snapshot.listings).toMatchObject([isComplete]);
  });

  it('waits as long as the host says, at least a minute when it does not, longer every time', async () => {
    inTurn(retryLater(45), retryLater(), badGateway(500));
    await run();
    expect(gitlab.clock.waits).toEqual([45_000, 120_000, 9000]);
  });

  it.each<[string, Fault]>([
    ['bad gateways', badGateway(502)],
    ['gateway timeouts', badGateway(504)],
    ['queries that time out', graphTimeout()],
    ['a database that times out', databaseTimeout()],
    ['requests that time out', restError(408, 'Request timed out')],
    ['an answer that does not end', { type: 'answer', status: 200, body: 'x'.repeat(65 * 1024 * 1024) }],
    ['complexity', graphErrors('Query has complexity of 318, which exceeds max complexity of 250')],
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
    gitlab.clock.hurry = 45;
    inTurn({ type: 'silence' });
    const { snapshot, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(snapshot.listings).toMatchObject([isComplete]);
    expect(queries()).toBe(1 + 2);
  });

  it('asks without texts where even the smallest page is too much, then by REST', async () => {
    gitlab.host.script = ({ kind, body }) =>
      kind === 'graphql' && body?.includes('rawTextBlob') ? databaseTimeout() : undefined;
    const lean = await run();
    expect(lean.diagnostics).toEqual([]);
    expect(filesOf(lean.snapshot)).toEqual({ 'acme/r000': { 'catalog-info.yaml': 'name: r000' } });
    expect([queries(), gitlab.host.count('rest')]).toEqual([6 + 1, 0]);
    gitlab.host.script = ({ kind }) => (kind === 'graphql' ? databaseTimeout() : undefined);
    const byRest = await run();
    expect(byRest.diagnostics).toEqual([]);
    expect(filesOf(byRest.snapshot)).toEqual(filesOf(lean.snapshot));
    expect(gitlab.host.count('rest')).toBe(1);
  });
});

describe('rate limits', () => {
  it('waits until there is an allowance again', async () => {
    await gitlab.restart({ limits: { api: 2, git: 2000 } });
    addFirst();
    addEmpty(299);
    gitlab.clock.advance(20_000);
    const { snapshot, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(snapshot.listings).toMatchObject([isComplete]);
    expect(gitlab.clock.waits).toEqual([41_000]);
  });

  it('counts both APIs against one limit', async () => {
    await gitlab.restart({ limits: { api: 1, git: 2000 }, graphql: false });
    addFirst();
    const { diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(gitlab.clock.waits).toEqual([61_000]);
  });

  it('stops early with what there is when the wait is long', async () => {
    addEmpty(299);
    inTurn(undefined, undefined, retryLater(3600));
    const { snapshot, diagnostics } = await run();
    expect(codesOf(diagnostics)).toEqual(['crawl/listing-incomplete']);
    expect(diagnostics[0]?.message).toContain(
      'broke off after 200 repositories: the rate limit is used up for another 60 min',
    );
    expect(snapshot.listings).toMatchObject([{ complete: false }]);
    expect([queries(), gitlab.clock.waits]).toEqual([3, []]);
  });
});

describe('failures that somebody has to do something about', () => {
  const token = () => gitlab.host.access.tokens[0] ?? {};

  it.each<[string, () => unknown, Partial<GitlabSourceConfig>, string, string]>([
    ['a wrong token', () => {}, { token: 'wrong' }, 'does not accept the token', 'give the source a new one'],
    ['a revoked token', () => Object.assign(token(), { revoked: true }), {}, 'does not accept', 'was revoked'],
    ['an expired token', () => Object.assign(token(), { expiresAt: 1 }), {}, 'does not accept', 'has expired'],
    [
      'a token without the scope',
      () => Object.assign(token(), { scopes: ['read_repository'] }),
      {},
      'does not accept',
      'read_api',
    ],
    [
      'a blocked account',
      () => inTurn(restError(403, '403 Forbidden - Your account has been blocked.')),
      {},
      'may not use the API',
      'unblock it',
    ],
    ['a group that is not there', () => {}, { group: 'nobody/knows' }, 'no such group', 'Check the full path'],
    ['a user who is not there', () => {}, { group: 'nobody' }, 'no such group', 'Check the full path'],
    [
      'a group that the token does not see',
      () => gitlab.host.model.addGroup('hidden/away', { visibility: 'private' }),
      { group: 'hidden/away', token: 'weak' },
      'no such group, or the token may not see it',
      'is a member of it',
    ],
    ['a path that is none', () => {}, { group: '../acme' }, 'is no path of a group', 'Write a plain'],
    ['a branch that is no branch', () => {}, { branch: '--x' }, 'is no branch', 'Write a plain'],
    ['single sign-on', () => inTurn(restError(403, 'SAML SSO is required')), {}, 'single sign-on', 'Sign in'],
    [
      'an IP restriction',
      () => inTurn(restError(403, 'Your IP address is restricted')),
      {},
      'from the address of this machine',
      'Restrict access',
    ],
    [
      'a scope that is missing',
      () =>
        inTurn({
          type: 'answer',
          status: 403,
          body: { error: 'insufficient_scope', error_description: 'The request requires higher privileges.' },
        }),
      {},
      'lacks a scope',
      'read_api and read_repository',
    ],
    ['a legal block', () => inTurn(restError(451, 'Unavailable')), {}, 'legal reasons', 'Ask the host'],
    [
      'an address that has moved',
      () => inTurn(restError(301, 'Moved', { location: 'http://127.0.0.1:1/' })),
      {},
      'has moved',
      '`url`',
    ],
    ['a host that is down', () => {}, { url: 'http://127.0.0.1:1' }, 'cannot be reached', 'proxy'],
  ])('says what to do about %s', async (_, prepare, rest, reason, hint) => {
    gitlab.host.access.addToken('weak', gitlab.host.model.addUser('weak'));
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
    expect([queries(), gitlab.clock.waits]).toEqual([1, []]);
  });

  it('follows no redirect with the token', async () => {
    const other = await startGitlabEmulator();
    inTurn(restError(302, 'Found', { location: `${other.url}/api/graphql` }));
    await run();
    await other.close();
    expect([queries(), other.requests]).toEqual([1, []]);
  });
});
