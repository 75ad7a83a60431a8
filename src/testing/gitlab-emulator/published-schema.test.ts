import type { GraphQLField } from 'graphql';
import { expect, it } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { differences, readHostSchema } from './compare-schemas.ts';
import { emulatedSchema } from './emulated-schema.ts';
import { useGitlabEmulator } from './use-gitlab-emulator.ts';

const test = useGitlabEmulator();
const pages = ['after: String', 'before: String', 'first: Int', 'last: Int'];

function write(name: string): readonly string[] {
  const [type = '', field = ''] = name.split('.');
  const found = emulatedSchema().getType(type);
  const { args, type: result } = (
    found as unknown as { getFields(): Record<string, GraphQLField<unknown, unknown>> }
  ).getFields()[field] ?? { args: [], type: 'nothing' };
  return [...args.map((each) => `${each.name}: ${each.type}`), String(result)];
}

// What the reference of GitLab 17.10 says (doc/api/graphql/reference/_index.md), without what the emulator leaves out.
it.each([
  ['Query.group', ['fullPath: ID!', 'Group']],
  ['Query.project', ['fullPath: ID!', 'Project']],
  [
    'Group.projects',
    [...pages, 'ids: [ID!]', 'includeArchived: Boolean', 'includeSubgroups: Boolean', 'ProjectConnection!'],
  ],
  [
    'Group.groupMembers',
    [...pages, 'accessLevels: [AccessLevelEnum!]', 'relations: [GroupMemberRelation!]', 'GroupMemberConnection'],
  ],
  ['Repository.blobs', [...pages, 'paths: [String!]!', 'ref: String', 'refType: RefType', 'RepositoryBlobConnection']],
  ['Repository.tree', ['path: String', 'recursive: Boolean', 'ref: String', 'refType: RefType', 'Tree']],
  ['Repository.branchNames', ['limit: Int!', 'offset: Int!', 'searchPattern: String!', '[String!]']],
  ['Project.fullPath', ['ID!']],
  ['Project.isForked', ['Boolean!']],
  ['Project.archived', ['Boolean']],
  ['Project.httpUrlToRepo', ['String']],
  ['Project.markedForDeletionOn', ['Time']],
  ['Project.repository', ['Repository']],
  ['Repository.empty', ['Boolean!']],
  ['Repository.rootRef', ['String']],
  ['ProjectConnection.count', ['Int!']],
])('writes %s as the reference does', (name, facts) => {
  expect(write(name)).toEqual(expect.arrayContaining(facts));
});

// What GitLab 16.7 did not have yet, by its introspection: a query that must work with old hosts can do without.
it('knows which arguments came later', () => {
  const in167 = [
    'after',
    'before',
    'first',
    'hasCodeCoverage',
    'hasVulnerabilities',
    'ids',
    'includeSubgroups',
    'last',
  ];
  const alsoIn167 = ['notAimedForDeletion', 'search', 'sort', 'withIssuesEnabled', 'withMergeRequestsEnabled'];
  const names = write('Group.projects').map((each) => each.split(':')[0]);
  expect(names.filter((name) => ![...in167, ...alsoIn167, 'ProjectConnection!'].includes(name ?? ''))).toEqual([
    'includeArchived',
    'includeSiblingProjects',
  ]);
});

it('can be held against a running host', async () => {
  expect(differences(emulatedSchema(), await readHostSchema(test.host.url))).toEqual([]);
  await test.restart({ lacks: ['Project.topics'] });
  expect(differences(emulatedSchema(), await readHostSchema(test.host.url))).toEqual(['Project.topics was removed.']);
});

it('finds what does not fit the description of REST', () => {
  const group = { id: 1, name: 'acme' };
  const problems = checkAnswer('GET /groups/{id}', { ...group, id: '1', nonsense: true }).join('\n');
  expect(problems).toContain('/id must be integer');
  expect(problems).toContain('"additionalProperty":"nonsense"');
  expect(problems).toContain('"missingProperty":"full_path"');
  expect(() => checkAnswer('GET /nonsense', {})).toThrow('no route');
});
