import { dump } from 'js-yaml';

/** A team that everybody in its organisation may see. */
export interface GithubTeam {
  readonly slug: string;
  readonly name: string;
  readonly description?: string;
  /** Slug of the team that it belongs to. */
  readonly parent?: string;
  /** Logins of its own members, not of those of teams below it; empty when they were not asked for. */
  readonly members: readonly string[];
}

/** A member of an organisation. */
export interface GithubMember {
  readonly login: string;
  readonly name?: string;
}

/** Teams and members of one organisation. */
export interface GithubPeople {
  readonly teams: readonly GithubTeam[];
  readonly members: readonly GithubMember[];
}

/** What the descriptors of {@link describePeople} match. */
export const peoplePaths = ['teams/*.yaml', 'members/*.yaml'];

/**
 * Descriptors, by path, of the Groups and Users that teams and members are, named and annotated as Backstage's own provider does.
 * Without addresses and pictures: a portal does not publish what people did not put into it, and asks no other host.
 */
export function describePeople(organisation: string, { teams, members }: GithubPeople): ReadonlyMap<string, string> {
  const teamsOf = new Map<string, string[]>();
  for (const { slug, members: logins } of teams) {
    for (const login of logins) teamsOf.set(login, [...(teamsOf.get(login) ?? []), slug]);
  }
  return new Map([
    ...teams.map((team) => [`teams/${team.slug}.yaml`, describeTeam(organisation, team)] as const),
    ...members.map((member) => [`members/${member.login}.yaml`, describeMember(member, teamsOf)] as const),
  ]);
}

function describeTeam(organisation: string, { slug, name, description, parent }: GithubTeam): string {
  return dump({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: slug,
      ...(description && { description }),
      annotations: { 'github.com/team-slug': `${organisation}/${slug}` },
    },
    spec: { type: 'team', profile: { displayName: name }, ...(parent && { parent }), children: [] },
  });
}

function describeMember({ login, name }: GithubMember, teamsOf: ReadonlyMap<string, readonly string[]>): string {
  return dump({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: login, annotations: { 'github.com/user-login': login } },
    spec: { profile: { displayName: name ?? login }, memberOf: [...(teamsOf.get(login) ?? [])].sort() },
  });
}
