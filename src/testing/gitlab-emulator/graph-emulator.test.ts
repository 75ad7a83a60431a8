import { expect, it } from 'vitest';
import { markForDeletion } from './change-projects.ts';
import { useGitlabEmulator } from './use-gitlab-emulator.ts';

const test = useGitlabEmulator();

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

async function ask(query: string, variables: object = {}, token: string | undefined = 'canary-token'): Promise<Answer> {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query, variables });
  const answer = await fetch(`${test.host.url}/api/graphql`, { method: 'POST', headers, body });
  return (await answer.json()) as Answer;
}

const projects = (given: string, inner: string) =>
  `{ group(fullPath: "acme") { projects(${given}) { count pageInfo { hasNextPage endCursor } nodes { ${inner} } } } }`;

const page = (nodes: readonly unknown[], count = nodes.length, hasNextPage = false) => ({
  data: { group: { projects: { count, pageInfo: { hasNextPage }, nodes } } },
});

it('lists the newest first, by cursor, whatever comes and goes meanwhile', async () => {
  const { model } = test.host;
  for (const name of ['a', 'b', 'c', 'd']) model.create(`acme/${name}`);
  const first = await ask(projects('first: 2', 'path'));
  expect(first).toMatchObject(page([{ path: 'd' }, { path: 'c' }], 4, true));
  const { endCursor } = (first.data as { group: { projects: { pageInfo: { endCursor: string } } } }).group.projects
    .pageInfo;
  model.create('acme/e');
  const [, b] = model.projects;
  if (b) model.delete(b);
  expect(await ask(projects(`first: 2, after: "${endCursor}"`, 'path'))).toMatchObject(page([{ path: 'a' }], 4));
  expect(await ask(projects('last: 1', 'path'))).toMatchObject(page([{ path: 'a' }], 4));
  const { errors } = await ask(projects('first: 2, after: "nonsense"', 'path'));
  expect(errors?.[0]?.message).toBe('Please provide a valid cursor');
});

it('cuts pages at a hundred, without a word', async () => {
  for (let count = 0; count < 101; count += 1) test.host.model.create(`acme/p${count}`);
  const answer = await ask(projects('first: 500', 'id'));
  const { nodes, pageInfo } = (
    answer.data as { group: { projects: { nodes: unknown[]; pageInfo: { hasNextPage: boolean } } } }
  ).group.projects;
  expect([nodes.length, pageInfo.hasNextPage]).toEqual([100, true]);
});

it('leaves out what is archived, about to be deleted or further down only when asked', async () => {
  const { model } = test.host;
  model.create('acme/old', { archived: true });
  model.create('acme/web/shop');
  markForDeletion(model, model.create('acme/gone'));
  const paths = async (given: string) =>
    JSON.stringify((await ask(projects(given, 'path'))).data).match(/"path":"\w+/g);
  expect((await paths('includeSubgroups: true'))?.length).toBe(3);
  expect((await paths('includeSubgroups: true, includeArchived: false'))?.length).toBe(1);
  expect((await paths('includeSubgroups: true, notAimedForDeletion: true'))?.length).toBe(2);
  expect((await paths('first: 9'))?.length).toBe(2);
});

it('shows nothing of what may not be seen, exactly as if it were not there', async () => {
  const { model, access } = test.host;
  model.addGroup('secrets', { visibility: 'private' });
  model.create('acme/hidden', { visibility: 'private', files: { a: 'a' } });
  model.create('acme/off', { repositoryDisabled: true });
  access.addToken('stranger', model.addUser('stranger'));
  expect(await ask('{ group(fullPath: "secrets") { id } }', {}, 'stranger')).toEqual({ data: { group: null } });
  expect(await ask('{ group(fullPath: "nothing") { id } }')).toEqual({ data: { group: null } });
  expect(await ask('{ project(fullPath: "acme/hidden") { id } }', {}, 'stranger')).toEqual({ data: { project: null } });
  expect(await ask(projects('first: 9', 'path repository { exists }'), {}, '')).toMatchObject(
    page([{ path: 'off', repository: null }]),
  );
  expect(await ask('{ group(fullPath: "acme") { id } }', {}, 'wrong')).toEqual({
    errors: [{ message: 'Invalid token' }],
  });
  model.addGroup('acme').ipRestriction = true;
  expect(await ask('{ group(fullPath: "acme") { id } }')).toEqual({ data: { group: null } });
});

it('gives commits, folders and files of a branch, and leaves out files that are not there', async () => {
  const { model } = test.host;
  const files = {
    'catalog-info.yaml': 'kind: API\n',
    'docs/a.md': 'a',
    bin: Buffer.from([0, 1, 2]),
    latin: Buffer.from([0xe9]),
  };
  const shop = model.create('acme/shop', { files });
  model.push(shop, { 'catalog-info.yaml': 'kind: Domain\n' }, { branch: 'next' });
  model.create('acme/empty');
  const inner = (at: string) => `path repository { empty rootRef
    tree(${at}) { lastCommit { sha committedDate } blobs { nodes { path sha } } trees { nodes { path } } }
    blobs(paths: ["nothing", "catalog-info.yaml", "bin", "latin", "docs"], ${at}) { nodes { path oid size rawTextBlob } } } }`;
  const answer = await ask(`{ project(fullPath: "acme/shop") { ${inner('ref: "main", refType: HEADS')} }`);
  const main = shop.branches.get('main') ?? '';
  const oid = (path: string) => shop.objects.find(main, path);
  expect(answer).toMatchObject({
    data: {
      project: {
        repository: {
          empty: false,
          rootRef: 'main',
          tree: {
            lastCommit: { sha: main },
            blobs: { nodes: ['bin', 'catalog-info.yaml', 'latin'].map((path) => ({ path, sha: oid(path) })) },
            trees: { nodes: [{ path: 'docs' }] },
          },
          blobs: {
            nodes: [
              { path: 'catalog-info.yaml', oid: oid('catalog-info.yaml'), size: '10', rawTextBlob: 'kind: API\n' },
              { path: 'bin', size: '3', rawTextBlob: null },
              { path: 'latin', rawTextBlob: 'é' },
            ],
          },
        },
      },
    },
  });
  expect(JSON.stringify(await ask(`{ project(fullPath: "acme/shop") { ${inner('ref: "next"')} }`))).toContain('Domain');
  shop.defaultBranch = 'deleted';
  expect(
    await ask('{ project(fullPath: "acme/shop") { repository { rootRef tree { lastCommit { sha } } } } }'),
  ).toEqual({
    data: { project: { repository: { rootRef: 'main', tree: { lastCommit: { sha: main } } } } },
  });
  expect(await ask('{ project(fullPath: "acme/empty") { repository { tree { lastCommit { sha } } } } }')).toEqual({
    data: { project: { repository: { tree: null } } },
  });
  expect(await ask(`{ project(fullPath: "acme/empty") { ${inner('ref: "main"')} }`)).toMatchObject({
    data: { project: { repository: { empty: true, rootRef: null, tree: { lastCommit: null }, blobs: { nodes: [] } } } },
  });
});

it('lists groups below a group and their members', async () => {
  const { model } = test.host;
  const acme = model.addGroup('acme');
  const web = model.addGroup('acme/web');
  model.addUser('bot', { kind: 'project_bot' });
  model.addUser('ada', { name: 'Ada L', publicEmail: 'ada@example.com' });
  model.addUser('gone', { state: 'blocked' });
  model.addMember(acme, 'ada', 50);
  for (const name of ['ada', 'bot', 'gone']) model.addMember(web, name);
  const members = (relations: string) =>
    `groupMembers(first: 100, relations: [${relations}]) { nodes { accessLevel { stringValue } user { username bot state publicEmail } } }`;
  const below = `{ group(fullPath: "acme") { descendantGroups { nodes { fullPath parent { fullPath } ${members('DIRECT')} } } } }`;
  const person = (username: string, level: string, rest: object = {}) => ({
    accessLevel: { stringValue: level },
    user: { username, bot: false, state: 'active', publicEmail: '', ...rest },
  });
  const direct = [
    person('gone', 'DEVELOPER', { state: 'blocked' }),
    person('bot', 'DEVELOPER', { bot: true }),
    person('ada', 'DEVELOPER', { publicEmail: 'ada@example.com' }),
  ];
  expect(await ask(below)).toEqual({
    data: {
      group: {
        descendantGroups: {
          nodes: [{ fullPath: 'acme/web', parent: { fullPath: 'acme' }, groupMembers: { nodes: direct } }],
        },
      },
    },
  });
  const all = `{ group(fullPath: "acme/web") { ${members('DIRECT, INHERITED')} } }`;
  expect(JSON.stringify(await ask(all))).toContain('"OWNER"},"user":{"username":"ada"');
  expect(await ask('{ currentUser { username type } }')).toEqual({
    data: { currentUser: { username: 'crawler', type: 'HUMAN' } },
  });
});

const score = async (query: string, variables: object = {}, token?: string) => {
  const { data, errors } = await ask(query.replace(/\}$/, ' queryComplexity { score limit } }'), variables, token);
  return errors?.[0]?.message ?? (data as { queryComplexity: { score: number; limit: number } }).queryComplexity;
};

// Each figure by hand, from the declarations: (children + own) × (1 + page size ÷ 100), cut to a whole number. The query for
// the score itself costs 3.
it.each([
  ['a field', '{ currentUser { username } }', 2],
  ['a resolver', '{ group(fullPath: "acme") { id } }', 2],
  ['what asks Gitaly', '{ project(fullPath: "a") { repository { rootRef empty } } }', 1 + 1 + 2 + 2],
  ['a connection of 100', '{ group(fullPath: "acme") { projects(first: 100) { nodes { id } } } }', 1 + (2 + 11) * 2],
  ['a connection of 10', '{ group(fullPath: "acme") { projects(first: 10) { nodes { id } } } }', 1 + 14],
  ['no page size, which is 100', '{ group(fullPath: "acme") { projects { nodes { id } } } }', 1 + (2 + 11) * 2],
  [
    'an order',
    '{ group(fullPath: "a") { projects(first: 100, sort: ACTIVITY_DESC) { nodes { id } } } }',
    1 + (2 + 12) * 2,
  ],
  [
    'two blobs of one project',
    '{ project(fullPath: "a") { repository { blobs(first: 2, paths: ["a", "b"]) { nodes { oid } } } } }',
    1 + 1 + Math.trunc((2 + 1 + 2 + 1) * 1.02),
  ],
  ['the last commit', '{ project(fullPath: "a") { repository { tree { lastCommit { sha } } } } }', 1 + 1 + 2 + 11],
  ['a constant', '{ group(fullPath: "a") { descendantGroups(first: 100) { nodes { id } } } }', 1 + 5 + 2],
  ['a name given twice', '{ group(fullPath: "a") { id } group(fullPath: "a") { id name } }', 3],
  ['two names', '{ a: group(fullPath: "a") { id } b: group(fullPath: "a") { id } }', 4],
  ['a fragment', '{ group(fullPath: "a") { ...it } }', 2],
  ['what is left out', '{ group(fullPath: "a") { id name @skip(if: true) } }', 2],
])('reckons the complexity of %s as the host does', async (_, query, expected) => {
  const whole = query.includes('...it') ? `fragment it on Group { id } query ${query}` : query;
  expect(await score(whole)).toEqual({ score: expected + 3, limit: 250 });
});

it('refuses what is too complex, too deep, too long, or goes round in circles', async () => {
  const { model, access } = test.host;
  access.addToken('admin', model.addUser('admin', { admin: true }));
  const many = (count: number) =>
    `{ ${Array.from({ length: count }, (_, i) => `a${i}: currentUser { id }`).join(' ')} }`;
  expect(await score(many(123))).toEqual({ score: 249, limit: 250 });
  expect(await score(many(124))).toBe('Query has complexity of 251, which exceeds max complexity of 250');
  expect(await score(many(124), {}, 'admin')).toEqual({ score: 251, limit: 300 });
  expect(await score(many(100), {}, '')).toBe('Query has complexity of 203, which exceeds max complexity of 200');
  const parents = (count: number) => `${'parent { '.repeat(count)} id ${'}'.repeat(count)}`;
  expect(await score(`{ group(fullPath: "a") { ${parents(19)} } }`)).toMatch('Query has depth of 21');
  expect(await score(`{ group(fullPath: "a") { ${parents(3)} } }`)).toMatch('Recursive query');
  expect(await score(`{ group(fullPath: "a") { ${parents(2)} } }`)).toMatchObject({ limit: 250 });
  const long = await ask(`{ currentUser { id } } #${'x'.repeat(10_000)}`);
  expect(long).toEqual({ errors: [{ message: 'Query too large' }] });
});

it.each([
  [
    'a field',
    '{ group(fullPath: "a") { nonsense } }',
    "Field 'nonsense' doesn't exist on type 'Group'",
    'undefinedField',
  ],
  [
    'an argument',
    '{ group(fullPath: "a") { projects(nonsense: 1) { count } } }',
    "Field 'projects' doesn't accept argument 'nonsense'",
    'argumentNotAccepted',
  ],
])('refuses %s that is not in the schema, as the host words it', async (_, query, message, code) => {
  expect(await ask(query)).toMatchObject({ errors: [{ message, extensions: { code } }] });
});
