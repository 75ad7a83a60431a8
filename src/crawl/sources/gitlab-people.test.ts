import { expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import type { GitlabSourceConfig } from '../../config/config.ts';
import { resolveRules } from '../../config/resolve-rules.ts';
import { codesOf, crawlOnce } from '../../testing/crawl-once.ts';
import { graphErrors } from '../../testing/gitlab-emulator/faults.ts';
import { gitlabSourceAt } from '../../testing/gitlab-emulator/gitlab-source.ts';
import { useGitlabEmulator } from '../../testing/gitlab-emulator/use-gitlab-emulator.ts';
import { badGateway } from '../../testing/host-emulator/faults.ts';

const gitlab = useGitlabEmulator();

async function read(rest: Partial<GitlabSourceConfig> = {}) {
  const source = gitlabSourceAt(gitlab.host, { groups: true, members: true, ...rest });
  const { snapshot, diagnostics } = await crawlOnce([source], gitlab.state, { clock: gitlab.clock });
  const catalog = readCatalog({ repositories: snapshot.repositories, allow: resolveRules(undefined) });
  const entities = new Map([...catalog.value.entities.values()].map((each) => [each.ref, each.entity]));
  return { snapshot, entities, diagnostics: [...diagnostics, ...catalog.diagnostics] };
}

it('makes Groups of groups and Users of their direct members, with their hierarchy', async () => {
  const { model } = gitlab.host;
  model.addUser('Robin-X', { name: 'Robin & Co', publicEmail: 'robin@example.com' });
  model.addMember(model.addGroup('acme', { name: 'Acme: all of it' }), 'kim', 50);
  model.addMember(model.addGroup('acme/retail', { description: 'Sells # things' }), 'Robin-X');
  model.addMember(model.addGroup('acme/retail/web', { visibility: 'private' }), 'Robin-X');
  model.addMember(model.addGroup('acme/retail/web'), 'kim', 10);
  model.addGroup('other');
  const { entities, diagnostics, snapshot } = await read();
  expect(diagnostics).toEqual([]);
  expect([...entities.keys()].sort()).toEqual([
    'group:default/acme',
    'group:default/retail',
    'group:default/retail-web',
    'user:default/kim',
    'user:default/robin-x',
  ]);
  const host = new URL(gitlab.host.url).hostname;
  expect(entities.get('group:default/retail-web')).toMatchObject({
    metadata: { name: 'retail-web', annotations: { [`${host}/team-path`]: 'acme/retail/web' } },
    spec: { type: 'team', profile: { displayName: 'web' }, parent: 'retail', children: [] },
  });
  expect(entities.get('group:default/retail')).toMatchObject({
    metadata: { description: 'Sells # things' },
    spec: { parent: 'acme' },
  });
  expect(entities.get('group:default/acme')?.spec).not.toHaveProperty('parent');
  expect(entities.get('user:default/robin-x')).toMatchObject({
    metadata: { name: 'Robin-X', annotations: { [`${host}/user-login`]: `${gitlab.host.url}/Robin-X` } },
    spec: { profile: { displayName: 'Robin & Co', email: 'robin@example.com' }, memberOf: ['retail', 'retail-web'] },
  });
  expect(entities.get('user:default/kim')?.spec).toEqual({
    profile: { displayName: 'kim' },
    memberOf: ['acme', 'retail-web'],
  });
  expect(snapshot.repositories.map(({ repository }) => repository.slug)).toEqual(['acme/groups-and-members']);
  expect(gitlab.host.count('graphql')).toBe(1 + 2);
});

it('leaves out bots, service accounts and whoever is not active', async () => {
  const { model } = gitlab.host;
  const acme = model.addGroup('acme');
  model.addUser('group_1_bot', { kind: 'project_bot' });
  model.addUser('service', { kind: 'service_account' });
  model.addUser('gone', { state: 'blocked' });
  model.addUser('asleep', { state: 'deactivated' });
  for (const name of ['group_1_bot', 'service', 'gone', 'asleep', 'kim']) model.addMember(acme, name);
  const { entities } = await read();
  expect([...entities.keys()].sort()).toEqual(['group:default/acme', 'user:default/kim']);
});

it('reads more members, and more groups, than there are on a page', async () => {
  const { model } = gitlab.host;
  const acme = model.addGroup('acme');
  for (let index = 0; index < 205; index += 1) model.addMember(acme, `user${index}`);
  for (let index = 0; index < 120; index += 1) model.addMember(model.addGroup(`acme/g${index}`), `user${index}`);
  const { entities, diagnostics } = await read();
  expect(diagnostics).toEqual([]);
  const kinds = [...entities.keys()].map((ref) => ref.split(':')[0]);
  expect(kinds.filter((kind) => kind === 'user').length).toBe(205);
  expect(kinds.filter((kind) => kind === 'group').length).toBe(121);
});

it('gives either alone, and only the group itself without its subgroups', async () => {
  const { model } = gitlab.host;
  model.addMember(model.addGroup('acme'), 'kim');
  model.addMember(model.addGroup('acme/retail'), 'robin');
  const refs = async (rest: Partial<GitlabSourceConfig>) => [...(await read(rest)).entities.keys()].sort();
  expect(await refs({ members: false })).toEqual(['group:default/acme', 'group:default/retail']);
  expect(await refs({ groups: false })).toEqual(['user:default/kim', 'user:default/robin']);
  expect(await refs({ subgroups: false })).toEqual(['group:default/acme', 'user:default/kim']);
});

it('keeps names apart that come to the same, and says so', async () => {
  const { model } = gitlab.host;
  model.addGroup('acme/a/b');
  model.addGroup('acme/a-b');
  const { entities, diagnostics } = await read();
  expect(codesOf(diagnostics)).toContain('crawl/group-renamed acme/groups-and-members');
  expect(diagnostics[0]?.message).toMatch(
    /^The group acme\/a-b is called "a-b-[0-9a-f]{8}" here, because acme\/a\/b has the name "a-b" already\.$/,
  );
  expect([...entities.keys()].filter((ref) => ref.includes('a-b')).length).toBe(2);
});

it('does without what an older host does not know', async () => {
  gitlab.host.model.addMember(gitlab.host.model.addGroup('acme'), 'kim');
  gitlab.host.script = ({ kind, body }) =>
    kind === 'graphql' && body?.includes(' human ')
      ? {
          type: 'answer',
          status: 200,
          body: {
            errors: [
              { message: "Field 'human' doesn't exist on type 'UserCore'", extensions: { code: 'undefinedField' } },
            ],
          },
        }
      : undefined;
  expect([...(await read()).entities.keys()].sort()).toEqual(['group:default/acme', 'user:default/kim']);
});

it('asks for fewer groups at once when they are too much, and uses nothing of a list that is not whole', async () => {
  const { model } = gitlab.host;
  for (let index = 0; index < 40; index += 1) model.addMember(model.addGroup(`acme/g${index}`), 'kim');
  gitlab.host.script = ({ body }) => (body?.includes('"first":50') ? badGateway(504) : undefined);
  expect((await read()).entities.size).toBe(1 + 40 + 1);
  gitlab.host.script = ({ body }) => {
    if (!body?.includes('descendantGroups')) return undefined;
    return graphErrors("The resource that you are attempting to access does not exist or you don't have permission");
  };
  const { diagnostics } = await read();
  expect(diagnostics.map(({ message }) => message)).toContain(
    'acme/groups-and-members cannot be read: the host does not show the members of every group.',
  );
});
