import { prepareInference } from '../codeowners/infer-owner.ts';
import type { KnownOwners } from '../codeowners/known-owners.ts';
import { canonicalRef, parseEntityRef } from '../entity-ref.ts';
import type { RepositoryFiles } from '../repository-files.ts';

/** Who could own a repository. */
export interface OwnerGuess {
  /** Canonical ref of an entity that the catalog has; absent: nobody knows. */
  readonly ref?: string;
  /** Where that comes from, for whoever reads the descriptor: a sentence. */
  readonly because: string;
}

/** The teams and people of the catalog. */
export interface Owners extends Pick<KnownOwners, 'findTeam' | 'findPerson'> {
  /** Refs of the groups that a User is a member of. */
  readonly teamsOf: (ref: string) => readonly string[];
}

type OwnedRepository = Pick<RepositoryFiles, 'repository' | 'files' | 'author'>;

/**
 * Whose a repository could be. By its CODEOWNERS file: of those that own the descriptor, the first team that the catalog knows,
 * else the first person. Where the file names nobody, the team of whoever wrote the last commit, if that is one team.
 */
export function suggestOwner(files: OwnedRepository, descriptor: string, owners: Owners): OwnerGuess {
  return ownerByFile(files, descriptor, owners) ?? ownerByAuthor(files, owners) ?? nobody;
}

const nobody: OwnerGuess = { because: 'Which team? There is no CODEOWNERS file that says it.' };

function ownerByFile(files: OwnedRepository, descriptor: string, known: Owners): OwnerGuess | undefined {
  const inferred = prepareInference(files)(descriptor);
  if (!inferred) return undefined;
  const host = { repository: files.repository, dialect: inferred.dialect };
  const named = inferred.owners.map(({ owner }) => owner);
  for (const find of [known.findTeam, known.findPerson]) {
    for (const owner of named) {
      const ref = find(owner, host);
      if (ref !== undefined) return { ref, because: `${inferred.path} says ${owner.text}.` };
    }
  }
  const because = `Which team? ${inferred.path} says ${named[0]?.text}, whom the catalog does not have.`;
  return { because };
}

/** The address that GitHub gives to those who keep theirs to themselves. */
const withheld = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i;

function ownerByAuthor({ repository, author }: OwnedRepository, known: Owners): OwnerGuess | undefined {
  if (!author) return undefined;
  const login = withheld.exec(author.email)?.[1];
  const owner = login
    ? { type: 'account' as const, name: login, text: `@${login}` }
    : { type: 'email' as const, name: author.email, text: author.email };
  const dialect = repository.host === 'gitlab' ? 'gitlab' : 'github';
  const person = known.findPerson(owner, { repository, dialect });
  const [team, ...others] = person === undefined ? [] : known.teamsOf(person);
  if (team === undefined || others.length > 0) return undefined;
  return { ref: team, because: `A guess: the team of ${author.name || owner.text}, who wrote the last commit.` };
}

/** How a descriptor names an owner: the name alone for a group of the default namespace. */
export function ownerText(ref: string): string {
  const parsed = parseEntityRef(ref);
  if (!parsed.ok) return ref;
  const { kind, namespace, name } = parsed.ref;
  return kind === 'group' && namespace === 'default' ? name : canonicalRef({ kind, namespace, name });
}
