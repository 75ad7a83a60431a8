import { prepareInference } from '../codeowners/infer-owner.ts';
import type { KnownOwners } from '../codeowners/known-owners.ts';
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

/**
 * Whose a repository is by its CODEOWNERS file: of those that own the descriptor, the first team that the catalog knows, else the
 * first person, else whom the file names first. `undefined`: the file is not there, or names nobody for it.
 */
export function suggestOwner(
  files: Pick<RepositoryFiles, 'repository' | 'files'>,
  descriptor: string,
  known: Pick<KnownOwners, 'findTeam' | 'findPerson'>,
): OwnerGuess | undefined {
  const inferred = prepareInference(files)(descriptor);
  if (!inferred) return undefined;
  const { path, dialect } = inferred;
  const host = { repository: files.repository, dialect };
  const owners = inferred.owners.map(({ owner }) => owner);
  for (const find of [known.findTeam, known.findPerson]) {
    for (const owner of owners) {
      const ref = find(owner, host);
      if (ref !== undefined) return { ref, text: owner.text, path };
    }
  }
  return owners[0] && { text: owners[0].text, path };
}

/** How a descriptor names an owner: the name alone for a group of the default namespace. */
export function ownerText(ref: string): string {
  const parsed = parseEntityRef(ref);
  if (!parsed.ok) return ref;
  const { kind, namespace, name } = parsed.ref;
  return kind === 'group' && namespace === 'default' ? name : canonicalRef({ kind, namespace, name });
}
