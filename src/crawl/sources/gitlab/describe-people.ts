import { dump } from 'js-yaml';
import type { GroupNames } from './group-names.ts';
import type { GitlabGroup, GitlabMember, GitlabPeople } from './people.ts';

/** What the descriptors of {@link describePeople} match. */
export const peoplePaths = ['groups/*.yaml', 'members/*.yaml'];

/**
 * Descriptors, by path, of the Groups and Users that groups and members are, annotated as Backstage's own provider does.
 * Without pictures: a portal asks no other host for them. `host` as annotations begin with it.
 */
export function describePeople(
  host: string,
  { groups, members }: GitlabPeople,
  names: GroupNames['names'],
): ReadonlyMap<string, string> {
  const nameOf = (fullPath: string) => names.get(fullPath) ?? fullPath;
  const memberOf = new Map<string, string[]>();
  for (const { fullPath, members: usernames } of groups) {
    for (const each of usernames) memberOf.set(each, [...(memberOf.get(each) ?? []), nameOf(fullPath)]);
  }
  return new Map([
    ...groups.map((group) => [`groups/${nameOf(group.fullPath)}.yaml`, describeGroup(host, group, names)] as const),
    ...members.map((member) => {
      const text = describeMember(host, member, memberOf.get(member.username) ?? []);
      return [`members/${member.username}.yaml`, text] as const;
    }),
  ]);
}

function describeGroup(host: string, { fullPath, name, description }: GitlabGroup, names: GroupNames['names']): string {
  const parent = names.get(fullPath.split('/').slice(0, -1).join('/'));
  return dump({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: names.get(fullPath),
      ...(description && { description }),
      annotations: { [`${host}/team-path`]: fullPath },
    },
    spec: { type: 'team', profile: { displayName: name }, ...(parent && { parent }), children: [] },
  });
}

function describeMember(host: string, { username, name, webUrl, email }: GitlabMember, groups: readonly string[]) {
  return dump({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: username, annotations: { [`${host}/user-login`]: webUrl } },
    spec: { profile: { displayName: name, ...(email && { email }) }, memberOf: [...groups].sort() },
  });
}
