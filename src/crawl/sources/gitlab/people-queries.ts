/** Fields that older hosts do not have and that a list of members can do without. */
export const dispensableUserFields: readonly string[] = ['human'];

const userFields = ['username', 'name', 'state', 'bot', 'human', 'publicEmail', 'webUrl'];

const page = 'pageInfo { hasNextPage endCursor }';

const ofUsers = (without: readonly string[]) => userFields.filter((field) => !without.includes(field)).join(' ');

// Direct members only, as Backstage's provider reads them: those above are members of the groups that they were let into.
const members = (after: string, without: readonly string[]) =>
  `groupMembers(first: 100${after}, relations: [DIRECT]) { ${page} nodes { user { ${ofUsers(without)} } } }`;

const group = (withMembers: boolean, without: readonly string[]) =>
  `id fullPath name description ${withMembers ? members('', without) : ''}`;

/** Asks for a group, with its first hundred direct members when they are wanted. */
export function buildGroupQuery(withMembers: boolean, without: readonly string[]): string {
  return `query Group($group: ID!) { group(fullPath: $group) { ${group(withMembers, without)} } }`;
}

/** Asks for a page of all groups below a group. */
export function buildGroupsQuery(withMembers: boolean, without: readonly string[]): string {
  return `query Groups($group: ID!, $first: Int!, $after: String) {
  group(fullPath: $group) {
    descendantGroups(first: $first, after: $after) { ${page} nodes { ${group(withMembers, without)} } }
  }
}`;
}

/** Asks for a further page of the direct members of a group. */
export function buildMembersQuery(without: readonly string[]): string {
  return `query Members($group: ID!, $after: String) { group(fullPath: $group) { ${members(', after: $after', without)} } }`;
}
