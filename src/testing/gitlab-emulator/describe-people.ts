import { describePage, newestFirst, type PageArguments } from './connection-page.ts';
import type { GitlabHost, GraphViewer } from './gitlab-host.ts';
import type { AccessLevel, Group, Member, User } from './gitlab-model.ts';
import { type MemberRelation, membersOf } from './members-of.ts';

/** Names of access levels in GraphQL. */
const levelNames: Readonly<Record<AccessLevel, string>> = {
  5: 'MINIMAL_ACCESS',
  10: 'GUEST',
  15: 'PLANNER',
  20: 'REPORTER',
  30: 'DEVELOPER',
  40: 'MAINTAINER',
  50: 'OWNER',
};

/** What `Group.groupMembers` is asked for. */
export interface MemberArguments extends PageArguments {
  readonly relations: readonly MemberRelation[];
  readonly accessLevels?: readonly string[];
  readonly search?: string | null;
  readonly sort?: string | null;
}

/** `Group.groupMembers`. */
export function describeMembers(viewer: GraphViewer, group: Group, given: MemberArguments): Record<string, unknown> {
  if (given.sort || given.search) throw new Error('Not emulated: this order or search of members.');
  const { accessLevels } = given;
  const found = membersOf(viewer, group, given.relations);
  const wanted = found.filter(({ member }) => !accessLevels || accessLevels.includes(levelNames[member.accessLevel]));
  const items = wanted.map(({ member, place }) => ({ id: member.id, member, place }));
  return describePage(items, given, newestFirst(), ({ member, place }) => describeMember(viewer, member, place));
}

function describeMember(viewer: GraphViewer, { id, user, accessLevel, expiresAt }: Member, place: Group): unknown {
  return {
    id: `gid://gitlab/GroupMember/${id}`,
    accessLevel: {
      integerValue: accessLevel,
      stringValue: levelNames[accessLevel],
      humanAccess: levelNames[accessLevel].charAt(0) + levelNames[accessLevel].slice(1).toLowerCase(),
    },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    createdBy: null,
    expiresAt,
    group: () => (viewer.access.seesGroup(viewer.identity, place) ? viewer.describeGroup(place) : null),
    user: describeUser(viewer, user),
  };
}

/** A user, as `UserCore` or `CurrentUser`. */
export function describeUser({ web }: GitlabHost, user: User): Record<string, unknown> {
  return {
    id: `gid://gitlab/User/${user.id}`,
    username: user.username,
    name: user.name,
    state: user.state,
    active: user.state === 'active',
    bot: user.kind === 'project_bot',
    human: user.kind === 'human',
    type: user.kind.toUpperCase(),
    publicEmail: user.publicEmail ?? '',
    jobTitle: '',
    avatarUrl: null,
    webPath: `/${user.username}`,
    webUrl: `${web}/${user.username}`,
  };
}
