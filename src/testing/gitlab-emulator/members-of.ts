import { groupsBelow } from './change-projects.ts';
import type { GitlabHost } from './gitlab-host.ts';
import { type AccessLevel, type Group, lineOf, type Member } from './gitlab-model.ts';

/** How somebody comes to be a member of a group. */
export type MemberRelation = 'DIRECT' | 'INHERITED' | 'DESCENDANTS' | 'SHARED_FROM_GROUPS';

/** A membership, and the group in which it was given. */
export interface FoundMember {
  readonly member: Member;
  readonly place: Group;
}

/**
 * Who is in a group in one of these ways, each once and with the highest level. Minimal access does not count
 * (app/finders/group_members_finder.rb).
 */
export function membersOf(
  { model }: GitlabHost,
  group: Group,
  relations: readonly MemberRelation[],
): readonly FoundMember[] {
  const [, ...above] = lineOf(group);
  const places = [
    ...(relations.includes('DIRECT') ? [group] : []),
    ...(relations.includes('INHERITED') ? above : []),
    ...(relations.includes('DESCENDANTS') ? groupsBelow(model, group) : []),
  ];
  const found = places.flatMap((place) => place.members.map((member) => ({ member, place })));
  const shared = relations.includes('SHARED_FROM_GROUPS') ? invitedInto(group) : [];
  const best = new Map<number, FoundMember>();
  for (const each of [...found, ...shared]) {
    const { user, accessLevel } = each.member;
    if (accessLevel <= 5) continue;
    const known = best.get(user.id);
    if (!known || known.member.accessLevel < accessLevel) best.set(user.id, each);
  }
  return [...best.values()];
}

function invitedInto(group: Group): readonly FoundMember[] {
  return lineOf(group).flatMap(({ invited }) =>
    [...invited].flatMap(([place, highest]) =>
      place.members.map((member) => {
        const accessLevel = Math.min(member.accessLevel, highest) as AccessLevel;
        return { member: { ...member, accessLevel }, place };
      }),
    ),
  );
}
