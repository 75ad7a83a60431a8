import { expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import type { GithubSourceConfig } from '../../config/config.ts';
import { resolveRules } from '../../config/resolve-rules.ts';
import { crawlOnce } from '../../testing/crawl-once.ts';
import { graphErrors } from '../../testing/github-emulator/faults.ts';
import { githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../../testing/github-emulator/use-github-emulator.ts';
import { badGateway } from '../../testing/host-emulator/faults.ts';

const github = useGithubEmulator();

async function read(rest: Partial<GithubSourceConfig> = { teams: true, members: true }) {
  const { snapshot, diagnostics } = await crawlOnce([githubSourceAt(github.host, rest)], github.state, {
    clock: github.clock,
  });
  const catalog = readCatalog({ repositories: snapshot.repositories, allow: resolveRules(undefined) });
  const entities = new Map([...catalog.value.entities.values()].map((each) => [each.ref, each.entity]));
  return { snapshot, entities, diagnostics: [...diagnostics, ...catalog.diagnostics] };
}

it('makes Groups of teams and Users of members, with their hierarchy', async () => {
  const engineering = github.host.model.addTeam('acme', 'engineering', { members: ['Robin-X'] });
  engineering.name = 'Engineering: all of it';
  engineering.description = 'Builds # things';
  github.host.model.addTeam('acme', 'payments', { parent: engineering, members: ['Robin-X', 'kim'] });
  github.host.model.addTeam('acme', 'layoffs').secret = true;
  github.host.model.addMember('acme', 'kim').name = 'Kim & Co';
  const { snapshot, entities, diagnostics } = await read();
  expect(diagnostics).toEqual([]);
  expect([...entities.keys()].sort()).toEqual([
    'group:default/engineering',
    'group:default/payments',
    'user:default/kim',
    'user:default/robin-x',
  ]);
  expect(entities.get('group:default/engineering')).toMatchObject({
    metadata: { description: 'Builds # things', annotations: { 'github.com/team-slug': 'acme/engineering' } },
    spec: { type: 'team', profile: { displayName: 'Engineering: all of it' } },
  });
  expect(entities.get('group:default/payments')?.spec).toMatchObject({ parent: 'engineering' });
  expect(entities.get('user:default/robin-x')).toMatchObject({
    metadata: { name: 'Robin-X', annotations: { 'github.com/user-login': 'Robin-X' } },
    spec: { profile: { displayName: 'Robin-X' }, memberOf: ['engineering', 'payments'] },
  });
  expect(entities.get('user:default/kim')?.spec).toMatchObject({ profile: { displayName: 'Kim & Co' } });
  expect(snapshot.listings[0]).toMatchObject({
    complete: true,
    repositoryIds: [expect.stringContaining(':people:acme')],
  });
});

it('reads all pages, also of a team with many members', async () => {
  const logins = Array.from({ length: 230 }, (_, index) => `m${String(index).padStart(3, '0')}`);
  for (let index = 0; index < 60; index += 1) github.host.model.addTeam('acme', `t${String(index).padStart(2, '0')}`);
  github.host.model.addTeam('acme', 'everybody', { members: logins });
  github.host.script = ({ kind }, count) => (kind === 'graphql' && count === 2 ? badGateway() : undefined);
  const { entities, diagnostics } = await read();
  expect(diagnostics).toEqual([]);
  expect(entities.size).toBe(61 + 230);
  for (const login of logins)
    expect(entities.get(`user:default/${login}`)?.spec).toMatchObject({ memberOf: ['everybody'] });
  // Repositories 1, teams 1 failed and 3, further members of the large team 2, members 3.
  expect(github.host.count('graphql')).toBe(1 + 4 + 2 + 3);
});

it('stays as it was when nothing changed, whatever the time', async () => {
  github.host.model.addTeam('acme', 'payments', { members: ['kim'] });
  const first = await read();
  github.clock.advance(3_600_000);
  const second = await read();
  expect(second.snapshot.repositories).toEqual(first.snapshot.repositories);
  github.host.model.addMember('acme', 'robin');
  expect((await read()).entities.has('user:default/robin')).toBe(true);
});

it('has teams without members, and members without teams', async () => {
  github.host.model.addTeam('acme', 'payments', { members: ['kim'] });
  expect([...(await read({ teams: true })).entities.keys()]).toEqual(['group:default/payments']);
  const { entities } = await read({ members: true });
  expect([...entities.keys()]).toEqual(['user:default/kim']);
  expect(entities.get('user:default/kim')?.spec).toMatchObject({ memberOf: [] });
});

it.each([
  ['a later page fails', (count: number) => (count >= 3 ? badGateway(500) : undefined), {}, 'the host failed'],
  [
    'the token may not see them',
    (count: number) => (count >= 2 ? graphErrors('Your token…', 'INSUFFICIENT_SCOPES') : undefined),
    {},
    'refuses access',
  ],
  ['the account is a user', () => undefined, { organisation: 'kim' }, 'users have no teams'],
])('has none of them, and says why, when %s', async (_, fault, rest, reason) => {
  github.host.model.addTeam('acme', 'payments', { members: ['kim'] });
  github.host.model.create('acme', 'shop');
  github.host.model.create('kim', 'dotfiles');
  github.host.script = ({ kind }, count) => (kind === 'graphql' ? fault(count) : undefined);
  const { snapshot, diagnostics } = await read({ teams: true, members: true, ...rest });
  const organisation = 'organisation' in rest ? rest.organisation : 'acme';
  const problem = diagnostics.find(({ code }) => code === 'crawl/repository-unreadable');
  expect(problem?.message).toContain(`${organisation}/teams-and-members cannot be read: `);
  expect(problem?.message).toContain(reason);
  expect(snapshot.repositories).toEqual([]);
  expect(snapshot.listings[0]?.repositoryIds.length).toBe(2);
});
