import type { Elsewhere } from '../elsewhere.ts';
import type { EntityDraft } from '../read-entity.ts';
import type { RepositoryInfo } from '../repository-files.ts';
import { isMapping } from '../values.ts';
import type { CodeOwner, CodeownersDialect } from './codeowners.ts';
import { lastPart, plainRef } from './infer-owner.ts';

/** The host that an owner has an account on, and how it is understood there. */
export interface OwnerHost {
  readonly repository: RepositoryInfo;
  readonly dialect: CodeownersDialect;
}

/** What of an entity tells whom it stands for. */
export type NamedEntity = Pick<EntityDraft, 'ref' | 'kind' | 'metadata' | 'spec'>;

/** Finds teams and people of the catalog by what CODEOWNERS calls them, in any capitals. */
export interface KnownOwners {
  /** Canonical ref of the Group; `undefined`: the owner is no team, or none that is known. */
  readonly findTeam: (owner: CodeOwner, host: OwnerHost) => string | undefined;
  /** Canonical ref of the User. */
  readonly findPerson: (owner: CodeOwner, host: OwnerHost) => string | undefined;
  /** Whether the name of an owner is that of another's entity: of a team of the same name in another organisation. */
  readonly isTaken: (ref: string) => boolean;
}

/** Learns the names on their hosts that the annotations of Groups and Users tell; what has none is known by its own. */
export function prepareKnownOwners(drafts: readonly NamedEntity[], elsewhere: Elsewhere): KnownOwners {
  const refs = new Set(elsewhere.keys());
  const names: Names = { team: new Map(), person: new Map(), email: new Map(), named: new Set() };
  for (const draft of [...drafts].sort((a, b) => (a.ref < b.ref ? -1 : 1))) {
    if (draft.kind !== 'Group' && draft.kind !== 'User') continue;
    refs.add(draft.ref);
    learn(draft, names);
  }
  const byOwnName = (owner: CodeOwner, host: OwnerHost) => {
    const ref = plainRef(owner).toLowerCase();
    return refs.has(ref) && !names.named.has(`${hostOf(host)} ${ref}`) ? ref : undefined;
  };
  return {
    findTeam: (owner, host) => {
      if (owner.type === 'email' || (owner.type === 'account' && host.dialect === 'github')) return undefined;
      return names.team.get(keyOf(host, owner.name)) ?? byOwnName({ ...owner, type: 'team' }, host);
    },
    findPerson: (owner, host) => {
      if (owner.type === 'email') return names.email.get(owner.name.toLowerCase());
      if (owner.type === 'team') return undefined;
      return names.person.get(keyOf(host, owner.name)) ?? byOwnName(owner, host);
    },
    isTaken: (ref) => refs.has(ref),
  };
}

interface Names {
  /** `<host> <name there>` → ref. */
  readonly team: Map<string, string>;
  readonly person: Map<string, string>;
  /** Address → ref. */
  readonly email: Map<string, string>;
  /** `<host> <ref>` of entities whose annotations say who they are there. */
  readonly named: Set<string>;
}

function learn({ kind, ref, metadata, spec }: NamedEntity, names: Names): void {
  const [suffixes, found] =
    kind === 'Group' ? [['team-slug', 'team-path'], names.team] : [['user-login'], names.person];
  for (const [key, value] of Object.entries(metadata.annotations ?? {})) {
    const slash = key.indexOf('/');
    if (slash === -1 || !suffixes.includes(key.slice(slash + 1)) || value === '') continue;
    const host = key.slice(0, slash).toLowerCase();
    names.named.add(`${host} ${ref}`);
    // On GitLab, Backstage writes the address of a user's page.
    const name = kind === 'User' ? lastPart(value.replace(/\/+$/, '')) : value;
    remember(found, `${host} ${name.toLowerCase()}`, ref);
  }
  const profile = spec?.['profile'];
  const email = kind === 'User' && isMapping(profile) ? profile['email'] : undefined;
  if (typeof email === 'string' && email !== '') remember(names.email, email.toLowerCase(), ref);
}

// Of two that say the same of themselves, the first by ref.
function remember(map: Map<string, string>, key: string, ref: string): void {
  if (!map.has(key)) map.set(key, ref);
}

function keyOf(host: OwnerHost, name: string): string {
  return `${hostOf(host)} ${name.toLowerCase()}`;
}

// Backstage has the same annotation for every GitHub, also for one of a company's own.
function hostOf({ dialect, repository: { webUrl } }: OwnerHost): string {
  if (dialect === 'github') return 'github.com';
  return webUrl !== undefined && URL.canParse(webUrl) ? new URL(webUrl).host.toLowerCase() : 'gitlab.com';
}
