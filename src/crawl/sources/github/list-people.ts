import { isSafeHostName } from '../../address.ts';
import { fieldsOf, type RawConnection, readConnection, textOf } from '../hosts/graph-fields.ts';
import type { HostFailure } from '../hosts/host-answer.ts';
import type { GithubConnection } from './connection.ts';
import type { GithubMember, GithubPeople, GithubTeam } from './describe-people.ts';

type Failed = { readonly failure: HostFailure };

const page = 'totalCount pageInfo { hasNextPage endCursor }';
const membersOfTeam = `members(first: 100, after: $members, membership: IMMEDIATE) { ${page} nodes { login } }`;

// Secret teams are for their members to know.
const teamsQuery = (members: boolean) => `query Teams(
  $login: String!, $first: Int!, $after: String${members ? ', $members: String' : ''}
) {
  organization(login: $login) {
    list: teams(first: $first, after: $after, privacy: VISIBLE) {
      ${page} nodes { slug name description parentTeam { slug } ${members ? membersOfTeam : ''} }
    }
  }
}`;

const teamQuery = `query TeamMembers($login: String!, $slug: String!, $members: String) {
  organization(login: $login) { team(slug: $slug) { ${membersOfTeam} } }
}`;

const membersQuery = `query Members($login: String!, $first: Int!, $after: String) {
  organization(login: $login) { list: membersWithRole(first: $first, after: $after) { ${page} nodes { login name } } }
}`;

/** Lists teams and members, all of them or none: who is missing from a list that is incomplete would look as if gone. */
export async function listPeople(
  connection: GithubConnection,
  organisation: string,
  wanted: { readonly teams: boolean; readonly members: boolean },
): Promise<GithubPeople | Failed> {
  if (!connection.authenticated) return { failure: anonymous };
  const teams = wanted.teams ? await listTeams(connection, organisation, wanted.members) : [];
  if ('failure' in teams) return teams;
  if (!wanted.members) return { teams, members: [] };
  const nodes = await collect(connection, membersQuery, { login: organisation }, 100);
  if ('failure' in nodes) return nodes;
  const members = nodes.map(readMember);
  return members.every((member) => member !== undefined) ? { teams, members } : { failure: unusable };
}

async function listTeams(
  connection: GithubConnection,
  login: string,
  withMembers: boolean,
): Promise<readonly GithubTeam[] | Failed> {
  const nodes = await collect(connection, teamsQuery(withMembers), { login }, 50);
  if ('failure' in nodes) return nodes;
  const teams: GithubTeam[] = [];
  for (const node of nodes) {
    const team = readTeam(node);
    if (!team) return { failure: unusable };
    const members = withMembers ? await listMembers(connection, login, team.slug, fieldsOf(node)['members']) : [];
    if ('failure' in members) return members;
    teams.push({ ...team, members });
  }
  return teams;
}

// The first hundred came with the team.
async function listMembers(
  connection: GithubConnection,
  login: string,
  slug: string,
  first: unknown,
): Promise<readonly string[] | Failed> {
  const logins = new Set<string>();
  for (let members = readConnection(first); members; ) {
    for (const node of members.nodes) {
      const member = readMember(node);
      if (!member) return { failure: unusable };
      logins.add(member.login);
    }
    if (!members.hasNextPage) return logins.size < members.totalCount ? { failure: short } : [...logins];
    const asked = await connection.graphql(teamQuery, { login, slug, members: members.endCursor });
    if ('failure' in asked) return asked;
    const { team } = fieldsOf(fieldsOf(fieldsOf(asked.answer.body)['data'])['organization']);
    members = readConnection(fieldsOf(team)['members']);
  }
  return { failure: unusable };
}

async function collect(
  connection: GithubConnection,
  query: string,
  variables: Readonly<Record<string, string>>,
  largestPage: number,
): Promise<readonly unknown[] | Failed> {
  const nodes: unknown[] = [];
  let size = largestPage;
  for (let after: string | null = null; ; ) {
    const asked = await connection.graphql(query, { ...variables, first: size, after });
    if ('failure' in asked && asked.failure.kind === 'too-much' && size > 1) {
      size = Math.floor(size / 2);
      continue;
    }
    if ('failure' in asked) return { failure: explain(asked.failure) };
    const { organization } = fieldsOf(fieldsOf(asked.answer.body)['data']);
    const found: RawConnection | undefined = readConnection(fieldsOf(organization)['list']);
    if (!found) return { failure: unusable };
    nodes.push(...found.nodes);
    if (!found.hasNextPage) return nodes.length < found.totalCount ? { failure: short } : nodes;
    if (found.endCursor === null || found.endCursor === after) return { failure: short };
    after = found.endCursor;
  }
}

function readTeam(value: unknown): Omit<GithubTeam, 'members'> | undefined {
  const { slug, name, description, parentTeam } = fieldsOf(value);
  if (typeof slug !== 'string' || !isSafeHostName(slug) || typeof name !== 'string') return undefined;
  const parent = textOf(fieldsOf(parentTeam)['slug']);
  const text = textOf(description);
  return { slug, name, ...(text && { description: text }), ...(parent && { parent }) };
}

function readMember(value: unknown): GithubMember | undefined {
  const { login, name } = fieldsOf(value);
  if (typeof login !== 'string' || !isSafeHostName(login)) return undefined;
  return typeof name === 'string' && name ? { login, name } : { login };
}

function explain(failure: HostFailure): HostFailure {
  if (failure.kind === 'forbidden') {
    return { ...failure, hint: 'Give the token the scope read:org, or the app read access to Members.' };
  }
  if (failure.kind !== 'not-found') return failure;
  const reason = 'there is no such organisation; users have no teams';
  return { ...failure, reason, hint: 'Leave out `teams` and `members` of the source.' };
}

const anonymous: HostFailure = {
  kind: 'credentials',
  reason: 'the host shows teams and members to nobody without a token',
  hint: 'Give the source a token or an app.',
};
const again = 'Run again; if it stays, check what the token may read of the organisation.';
const unusable: HostFailure = { kind: 'passing', reason: 'the host lists some that have no name', hint: again };
const short: HostFailure = { kind: 'passing', reason: 'the host counts more of them than it lists', hint: again };
