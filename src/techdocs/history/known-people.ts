import type { Catalog, CatalogEntity } from '../../catalog/entity.ts';
import type { CommitAuthor } from '../../catalog/repository-files.ts';

/** A person of the catalog. */
export interface KnownPerson {
  /** Canonical ref. */
  readonly ref: string;
  readonly name: string;
}

/** Finds the User that a commit's author is; `undefined` when there is none, or more than one could be meant. */
export type FindPerson = (author: CommitAuthor) => KnownPerson | undefined;

/**
 * Knows the Users of a catalog by the address of their profile, and by their name on the host where a commit has the address that
 * hosts give instead of one's own. Pure.
 */
export function knowPeople({ entities }: Catalog): FindPerson {
  const byEmail = new Map<string, KnownPerson | undefined>();
  const byLogin = new Map<string, KnownPerson | undefined>();
  const enter = (index: Map<string, KnownPerson | undefined>, key: unknown, person: KnownPerson) => {
    if (typeof key !== 'string' || key === '') return;
    const known = index.get(key.toLowerCase());
    index.set(key.toLowerCase(), index.has(key.toLowerCase()) && known?.ref !== person.ref ? undefined : person);
  };
  for (const item of entities) {
    if (!item.ref.startsWith('user:')) continue;
    const { metadata } = item.entity;
    const profile = profileOf(item);
    const person = { ref: item.ref, name: textOf(profile['displayName']) ?? metadata.title ?? metadata.name };
    enter(byEmail, profile['email'], person);
    for (const [name, login] of Object.entries(metadata.annotations ?? {})) {
      if (name.endsWith('/user-login')) enter(byLogin, String(login).split('/').at(-1), person);
    }
  }
  return ({ email }) => {
    const login = loginOf(email);
    return login === undefined ? byEmail.get(email.toLowerCase()) : byLogin.get(login);
  };
}

/** `12345+ada@users.noreply.github.com` and `12345-ada@users.noreply.gitlab.com` stand for `ada`. */
function loginOf(email: string): string | undefined {
  return email.toLowerCase().match(/^(?:\d+[+-])?([\w.-]+)@users\.noreply\./)?.[1];
}

function profileOf({ entity }: CatalogEntity): Readonly<Record<string, unknown>> {
  const profile: unknown = (entity.spec as Readonly<Record<string, unknown>> | undefined)?.['profile'];
  return typeof profile === 'object' && profile !== null ? (profile as Readonly<Record<string, unknown>>) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
