import { expect, it } from 'vitest';
import { crawlOnce, filesOf, filesUnder, roomyLimits } from '../../testing/crawl-once.ts';
import { apiError, secondaryLimit } from '../../testing/github-emulator/faults.ts';
import { canaryToken, githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import type { SeenRequest } from '../../testing/github-emulator/host.ts';
import { useGithubEmulator } from '../../testing/github-emulator/use-github-emulator.ts';
import { badGateway, type Fault } from '../../testing/host-emulator/faults.ts';

const github = useGithubEmulator();
const files = { 'catalog-info.yaml': 'name: shop', 'docs/a.md': 'a'.repeat(3000) };
const unauthorised = apiError(401, 'Bad credentials', { 'www-authenticate': 'Basic realm="GitHub"' });

const log: string[] = [];
const run = (limits = roomyLimits) =>
  crawlOnce([githubSourceAt(github.host)], github.state, {
    clock: github.clock,
    log,
    limits,
    selectors: [filesUnder('docs/', 'blob')],
  });
const ofGit = ({ kind }: SeenRequest) => kind === 'git';
const forObjects = ({ kind, line }: SeenRequest) => kind === 'git' && line.startsWith('POST');
const whenever = (which: (request: SeenRequest) => boolean, fault: Fault) => () => {
  github.host.script = (request) => (which(request) ? fault : undefined);
};
const shop = () => github.host.model.find('acme', 'shop') ?? github.host.model.create('acme', 'shop', { files });
/** Something happens on the host once the repositories were listed. */
const afterListing = (happens: () => void) => () => {
  let listed = false;
  github.host.script = ({ kind }) => {
    if (kind === 'git' && !listed) happens();
    listed ||= kind === 'git';
    return undefined;
  };
};

it('reads no other repository that has the name meanwhile', async () => {
  const other = github.host.model.create('acme', 'store', { files: { 'catalog-info.yaml': 'name: store' } });
  shop();
  afterListing(() => {
    github.host.model.rename(shop(), 'old');
    github.host.model.rename(other, 'shop');
  })();
  const { snapshot, diagnostics } = await run();
  expect(Object.values(filesOf(snapshot)).flatMap(Object.values)).not.toContain('name: shop');
  for (const { repository } of snapshot.repositories) {
    const hosted = github.host.model.repositories.find(({ id }) => repository.id.endsWith(`:${id}`));
    expect([...(hosted?.branches.values() ?? [])]).toContain(repository.commit);
  }
  expect(diagnostics.length).toBeGreaterThan(0);
  const again = await run();
  expect(again.diagnostics).toEqual([]);
  expect(filesOf(again.snapshot)['acme/shop']).toEqual({ 'catalog-info.yaml': 'name: store' });
});

it.each<[string, () => void, string]>([
  ['status 401', whenever(ofGit, unauthorised), 'the host asks for other credentials'],
  ['a token that is withdrawn', afterListing(() => github.host.access.tokens.delete(canaryToken)), 'other credentials'],
  ['status 403', whenever(ofGit, apiError(403, 'Forbidden')), 'the host refuses access'],
  ['status 404', whenever(ofGit, apiError(404, 'Not Found')), 'it does not exist, or the token may not see it'],
  ['status 429', whenever(ofGit, apiError(429, 'Slow down')), 'the host asks to slow down'],
  ['a limit that is long', whenever(ofGit, secondaryLimit(900, 429)), 'left alone for another 15 minutes'],
  ['status 503', whenever(ofGit, badGateway(503)), 'the host failed while answering'],
  ['broken connections', whenever(ofGit, { type: 'reset' }), 'the host'],
  ['packs that break off', whenever(forObjects, { type: 'break' }), 'the host'],
  ['packs that end early', whenever(forObjects, { type: 'truncate' }), 'the host'],
  ['packs with a wrong byte', whenever(forObjects, { type: 'corrupt' }), ''],
  [
    'a commit that is gone after a force-push',
    afterListing(() => {
      github.host.model.push(shop(), { 'catalog-info.yaml': 'name: new' }, { force: true });
      github.host.model.collectGarbage(shop());
    }),
    '',
  ],
  ['a repository that moved meanwhile', afterListing(() => github.host.model.rename(shop(), 'store')), 'it has moved'],
  ['a repository that was deleted meanwhile', afterListing(() => github.host.model.delete(shop())), 'does not exist'],
])('says why it reads nothing: %s; and reads all of it once that is over', async (_, prepare, reason) => {
  shop();
  prepare();
  const { snapshot, diagnostics } = await run();
  expect(filesOf(snapshot)).toEqual({});
  expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('acme/shop cannot be read: ')]);
  expect(diagnostics[0]?.message).toContain(reason);
  expect(JSON.stringify(diagnostics) + log.join()).not.toContain(canaryToken);
  expect(diagnostics[0]?.hint).toBeTruthy();

  github.host.script = () => undefined;
  github.host.access.tokens.add(canaryToken);
  github.clock.advance(3_600_000);
  const again = await run();
  expect(again.diagnostics.map(({ message }) => message)).toEqual(
    github.host.model.repositories.length > 0 ? [] : [expect.any(String)],
  );
  expect(again.snapshot.repositories.length).toBe(github.host.model.repositories.length);
});

it.each<[string, Fault]>([
  ['a server error', badGateway(502)],
  ['a limit with a time', secondaryLimit(45, 429)],
  ['a limit with a time and status 403', secondaryLimit(45, 403)],
  ['a limit without a time', apiError(429, 'Slow down')],
  ['a broken connection', { type: 'reset' }],
  ['an answer that breaks off', { type: 'break' }],
  ['an answer that ends early', { type: 'truncate' }],
  ['a slow answer', { type: 'late', milliseconds: 20 }],
])('reads everything in spite of %s to Git', async (_, fault) => {
  shop();
  for (const at of [1, 2, 3]) {
    github.host.model.push(shop(), { 'catalog-info.yaml': `name: ${at}`, 'docs/a.md': `${at}` });
    const before = github.host.count('git');
    github.host.script = ({ kind }, count) => (kind === 'git' && count === before + at ? fault : undefined);
    const { snapshot, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(filesOf(snapshot)['acme/shop']?.['catalog-info.yaml']).toBe(`name: ${at}`);
  }
});

it('waits for Git as long as the host says, and asks for no other repository meanwhile', async () => {
  for (let index = 0; index < 20; index += 1) github.host.model.create('acme', `r${index}`, { files });
  let limits = 0;
  github.host.script = (request) => {
    if (!ofGit(request) || limits > 0) return undefined;
    limits += 1;
    return secondaryLimit(77, 429);
  };
  const { snapshot, diagnostics } = await run();
  expect(diagnostics).toEqual([]);
  expect(snapshot.repositories.length).toBe(20);
  expect(github.clock.waits).toContain(77_000);
});

it('gives a repository up that is answered by silence', async () => {
  shop();
  whenever(ofGit, { type: 'silence' })();
  const { diagnostics } = await run({ ...roomyLimits, secondsPerRepository: 1 });
  expect(diagnostics.map(({ code }) => code)).toEqual(['crawl/repository-too-slow']);
});
