import type { Clock } from '../../crawl/clock.ts';
import { type AccessLevel, type GitlabModel, type Group, lineOf, type Project, type User } from './gitlab-model.ts';

/** A personal, group or project access token. The last two act as a bot. */
export interface Token {
  readonly id: number;
  readonly value: string;
  readonly user: User;
  scopes: readonly Scope[];
  /** Milliseconds since 1970. */
  expiresAt: number | undefined;
  revoked: boolean;
}

/** What a token may be used for. https://docs.gitlab.com/user/profile/personal_access_tokens/#personal-access-token-scopes */
export type Scope = 'api' | 'read_api' | 'read_repository' | 'read_user';

/** Who asks: nobody known, somebody whose token is of no use, or the holder of a token. */
export type Identity =
  | { readonly type: 'anonymous' }
  | { readonly type: 'refused'; readonly reason: 'unknown' | 'expired' | 'revoked' | 'blocked' }
  | { readonly type: 'token'; readonly token: Token };

/** Who may do what on the emulated host. */
export class GitlabAccess {
  readonly tokens: Token[] = [];
  readonly #model: GitlabModel;
  readonly #clock: Clock;

  constructor(model: GitlabModel, clock: Clock) {
    this.#model = model;
    this.#clock = clock;
  }

  addToken(value: string, user: User, scopes: readonly Scope[] = ['read_api', 'read_repository']): Token {
    const token = { id: this.#model.nextId(), value, user, scopes, expiresAt: undefined, revoked: false };
    this.tokens.push(token);
    return token;
  }

  /** Says who a secret stands for. */
  identify(secret: string | undefined): Identity {
    if (secret === undefined) return { type: 'anonymous' };
    const token = this.tokens.find(({ value }) => value === secret);
    if (!token) return { type: 'refused', reason: 'unknown' };
    if (token.revoked) return { type: 'refused', reason: 'revoked' };
    if (token.expiresAt !== undefined && token.expiresAt <= this.#clock.now()) {
      return { type: 'refused', reason: 'expired' };
    }
    return token.user.state === 'active' ? { type: 'token', token } : { type: 'refused', reason: 'blocked' };
  }

  seesProject(identity: Identity, project: Project): boolean {
    if (restricted(project.namespace)) return false;
    if (project.visibility === 'public') return true;
    if (identity.type !== 'token') return false;
    const { user } = identity.token;
    return project.visibility === 'internal' || user.admin || user.auditor || levelIn(project, user) >= 10;
  }

  /** Whether somebody who sees a project may see what is in its repository. Guests of private projects may not. */
  readsCode(identity: Identity, project: Project): boolean {
    if (project.repositoryDisabled || !this.seesProject(identity, project)) return false;
    if (project.visibility !== 'private' || identity.type !== 'token') return true;
    const { user } = identity.token;
    return user.admin || user.auditor || levelIn(project, user) >= 20;
  }

  seesGroup(identity: Identity, group: Group): boolean {
    if (restricted(group) || group.owner) return false;
    if (group.visibility === 'public') return true;
    if (identity.type !== 'token') return false;
    const { user } = identity.token;
    if (group.visibility === 'internal' || user.admin || user.auditor) return true;
    if (levelInGroup(group, user) >= 5) return true;
    // Whoever is in something below a group sees that there is one.
    return (
      this.#model.projects.some((it) => lineOf(it.namespace).includes(group) && levelIn(it, user) >= 10) ||
      this.#model.groups.some((it) => it !== group && lineOf(it).includes(group) && levelInGroup(it, user) >= 5)
    );
  }
}

/** The highest level that somebody has in a project: its own, inherited, or by an invited group. */
function levelIn(project: Project, user: User): number {
  const own = project.members.filter((it) => it.user === user).map(({ accessLevel }) => accessLevel);
  return Math.max(0, ...own, levelInGroup(project.namespace, user), ...levelsByInvitation(project.invited, user));
}

function levelInGroup(group: Group, user: User): number {
  const levels = lineOf(group).flatMap((each) => [
    ...each.members.filter((it) => it.user === user).map(({ accessLevel }) => accessLevel),
    ...levelsByInvitation(each.invited, user),
  ]);
  return Math.max(0, ...levels);
}

function levelsByInvitation(invited: ReadonlyMap<Group, AccessLevel>, user: User): readonly number[] {
  // Invitations do not chain: only direct members and those of groups above the invited one come in.
  return [...invited].map(([group, highest]) => {
    const levels = lineOf(group).flatMap(({ members }) => members.filter((it) => it.user === user));
    return Math.min(highest, Math.max(0, ...levels.map(({ accessLevel }) => accessLevel)));
  });
}

function restricted(group: Group): boolean {
  return lineOf(group).at(-1)?.ipRestriction ?? false;
}
