import type { RepositoryFiles } from '../repository-files.ts';
import type { CodeOwner, Codeowners, CodeownersDialect } from './codeowners.ts';
import { readCodeowners } from './find-codeowners.ts';
import { ownersOf, type PathOwner } from './owners-of.ts';

/** Whom the CODEOWNERS file of a repository names for a descriptor that says nothing of an owner. */
export interface InferredOwner {
  /** Path of the CODEOWNERS file. */
  readonly path: string;
  readonly dialect: CodeownersDialect;
  /** At least one. */
  readonly owners: readonly PathOwner[];
}

/** The line of CODEOWNERS that an entity has its owner from. */
export interface OwnerOrigin {
  /** Path of the CODEOWNERS file. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** The owner as it stands there. */
  readonly text: string;
  /** Whether the owner is a team or person of the catalog. */
  readonly isKnown: boolean;
}

/** Whose a file of the repository is; `undefined`: nobody says. */
export type InferOwner = (path: string) => InferredOwner | undefined;

// They are remembered with every entity, and a file may name any number.
const mostOwners = 20;

/** Prepares to infer the owners of one repository's files. Its CODEOWNERS file is read when it is first asked for. */
export function prepareInference(files: Pick<RepositoryFiles, 'repository' | 'files'>): InferOwner {
  const known = new Map<string, InferredOwner | undefined>();
  const meter = { steps: 0 };
  let codeowners: Codeowners | undefined | 'unread' = 'unread';
  return (path) => {
    if (known.has(path)) return known.get(path);
    if (codeowners === 'unread') codeowners = readCodeowners(files);
    const owners = codeowners ? ownersOf(codeowners, path, meter).slice(0, mostOwners) : [];
    const inferred =
      codeowners && owners.length > 0 ? { path: codeowners.path, dialect: codeowners.dialect, owners } : undefined;
    known.set(path, inferred);
    return inferred;
  };
}

/** The owner that counts as long as nothing is known of the teams and people of the catalog: the first team, else the first of all. */
export function provisionalOwner({ owners }: InferredOwner): PathOwner | undefined {
  return owners.find(({ owner }) => owner.type === 'team') ?? owners[0];
}

/** What an entity is called that stands for an owner and has the name that the host has for it: `group:default/payments`. */
export function plainRef({ type, name }: CodeOwner): string {
  return type === 'team'
    ? `group:default/${lastPart(name)}`
    : `user:default/${type === 'email' ? localPart(name) : name}`;
}

/** What stands behind the last slash. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function localPart(address: string): string {
  return address.slice(0, address.indexOf('@')).replace(/[^\w.-]/g, '-');
}
