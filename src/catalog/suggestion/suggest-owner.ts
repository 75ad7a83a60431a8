import type { CodeOwner } from '../codeowners/codeowners.ts';
import { readCodeowners } from '../codeowners/find-codeowners.ts';
import { ownersOf } from '../codeowners/owners-of.ts';
import { canonicalRef, parseEntityRef } from '../entity-ref.ts';
import type { RepositoryFiles } from '../repository-files.ts';

/** Who could own a repository, and where that comes from. */
export interface OwnerGuess {
  /** Canonical ref of an entity that the catalog has; absent: it has none for what the file says. */
  readonly ref?: string;
  /** What the file says: `@acme/payments`. */
  readonly text: string;
  /** Path of the file that says it. */
  readonly path: string;
}

/** Finds the entity that stands for an owner of a CODEOWNERS file. */
export type ResolveOwner = (owner: CodeOwner, host: RepositoryFiles['repository']['host']) => string | undefined;

/**
 * Whose a repository is by its CODEOWNERS file: the first owner of its root that the catalog knows, teams before people; else the first
 * that is named there. `undefined`: the file is not there or names nobody for the root.
 */
export function suggestOwner(files: RepositoryFiles, resolve: ResolveOwner): OwnerGuess | undefined {
  const codeowners = readCodeowners(files);
  if (!codeowners) return undefined;
  const owners = ownersOf(codeowners, 'catalog-info.yaml').map(({ owner }) => owner);
  const known = owners.flatMap((owner) => {
    const ref = resolve(owner, files.repository.host);
    return ref ? [{ ref, text: owner.text, path: codeowners.path }] : [];
  });
  const first = known.find(({ ref }) => ref.startsWith('group:')) ?? known[0];
  if (first || !owners[0]) return first;
  return { text: owners[0].text, path: codeowners.path };
}

/** How a descriptor names an owner: the name alone for a group of the default namespace. */
export function ownerText(ref: string): string {
  const parsed = parseEntityRef(ref);
  if (!parsed.ok) return ref;
  const { kind, namespace, name } = parsed.ref;
  return kind === 'group' && namespace === 'default' ? name : canonicalRef({ kind, namespace, name });
}
