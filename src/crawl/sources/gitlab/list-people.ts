import type { GitlabSourceConfig } from '../../../config/config.ts';
import type { Asked } from '../hosts/ask-patiently.ts';
import { type Fields, fieldsOf, type RawPage, readPage, textOf } from '../hosts/graph-fields.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import type { GitlabConnection } from './connection.ts';
import { askWithoutUnknown } from './drop-fields.ts';
import { absentGroup } from './list-by-graphql.ts';
import type { GitlabGroup, GitlabMember, GitlabPeople } from './people.ts';
import { buildGroupQuery, buildGroupsQuery, buildMembersQuery, dispensableUserFields } from './people-queries.ts';

type Failed = { readonly failure: HostFailure };

const largestPage = 50;

/** Lists groups and members, all of them or none: who is missing from a list that is incomplete would look as if gone. */
export function listPeople(connection: GitlabConnection, config: GitlabSourceConfig): Promise<GitlabPeople | Failed> {
  return askWithoutUnknown(dispensableUserFields, async (without) => {
    const nodes = await listGroupNodes(connection, config, without);
    if ('failure' in nodes) return nodes;
    const groups: GitlabGroup[] = [];
    const members = new Map<string, GitlabMember>();
    for (const node of nodes) {
      const group = readGroup(node);
      if (!group) return { failure: unusable };
      const own = config.members ? await listMembers(connection, group.fullPath, node, without) : [];
      if ('failure' in own) return own;
      for (const member of own) members.set(member.username, member);
      groups.push({ ...group, members: own.map(({ username }) => username) });
    }
    return { groups, members: [...members.values()] };
  });
}

async function listGroupNodes(
  connection: GitlabConnection,
  { group, subgroups, members }: GitlabSourceConfig,
  without: readonly string[],
): Promise<readonly Fields[] | Failed> {
  const root = groupIn(await connection.graphql(buildGroupQuery(members, without), { group }));
  if ('failure' in root) return root;
  const nodes: Fields[] = [root.group];
  let size = largestPage;
  for (let after: string | null = null; subgroups; ) {
    const asked = await connection.graphql(buildGroupsQuery(members, without), { group, first: size, after });
    if ('failure' in asked && asked.failure.kind === 'too-much' && size > 1) {
      size = Math.floor(size / 2);
      continue;
    }
    const answered = groupIn(asked);
    if ('failure' in answered) return answered;
    const page: RawPage | undefined = readPage(answered.group['descendantGroups']);
    if (!page) return { failure: unusable };
    nodes.push(...page.nodes.map(fieldsOf));
    if (!page.hasNextPage) break;
    if (page.endCursor === null || page.endCursor === after) return { failure: short };
    after = page.endCursor;
  }
  return nodes;
}

// The first hundred came with the group.
async function listMembers(
  connection: GitlabConnection,
  fullPath: string,
  node: Fields,
  without: readonly string[],
): Promise<readonly GitlabMember[] | Failed> {
  const members: GitlabMember[] = [];
  let page = readPage(node['groupMembers']);
  for (;;) {
    if (!page) return { failure: hidden };
    for (const { user } of page.nodes.map(fieldsOf)) {
      const member = readMember(fieldsOf(user));
      if (member === 'unusable') return { failure: unusable };
      if (member) members.push(member);
    }
    if (!page.hasNextPage) return members;
    const { endCursor: after }: RawPage = page;
    const next = groupIn(await connection.graphql(buildMembersQuery(without), { group: fullPath, after }));
    if ('failure' in next) return next;
    page = readPage(next.group['groupMembers']);
    if (page?.endCursor === after) return { failure: short };
  }
}

function groupIn(asked: Asked): { readonly group: Fields } | Failed {
  if ('failure' in asked) return { failure: explain(asked.failure) };
  const { group } = fieldsOf(fieldsOf(asked.answer.body)['data']);
  return group === null || group === undefined ? { failure: absentGroup } : { group: fieldsOf(group) };
}

function readGroup(node: Fields): Omit<GitlabGroup, 'members'> | undefined {
  const id = Number(/^gid:\/\/gitlab\/Group\/(\d+)$/.exec(String(node['id']))?.[1]);
  const { fullPath, name } = node;
  if (!Number.isSafeInteger(id) || typeof fullPath !== 'string' || typeof name !== 'string') return undefined;
  const description = textOf(node['description']);
  return { id, fullPath, name, ...(description && { description }) };
}

// Who was invited by mail and has not come yet is no user; bots and whoever is blocked are left out.
function readMember(user: Fields): GitlabMember | 'unusable' | undefined {
  const { username, name, state, bot, human, publicEmail, webUrl } = user;
  if (username === undefined) return undefined;
  if (typeof username !== 'string' || typeof name !== 'string' || typeof webUrl !== 'string') return 'unusable';
  if (!/^[A-Za-z0-9_.-]{1,255}$/.test(username)) return 'unusable';
  if (state !== 'active' || bot === true || human === false) return undefined;
  const email = textOf(publicEmail);
  return { username, name, webUrl, ...(email && { email }) };
}

function explain(failure: HostFailure): HostFailure {
  return failure.kind === 'forbidden' ? hidden : failure;
}

const again = 'Run again; if it stays, check what the token may read of the group.';
const unusable: HostFailure = { kind: 'passing', reason: 'the host lists some that have no name', hint: again };
const short: HostFailure = { kind: 'passing', reason: 'the host does not list all of them', hint: again };
const hidden: HostFailure = {
  kind: 'forbidden',
  reason: 'the host does not show the members of every group',
  hint: 'Make the account of the token a member of the group, and give the token the scope read_api.',
};
