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

type OwnedRepository = Pick<RepositoryFiles, 'repository' | 'files' | 'author' | 'contributors'>;

/**
 * Whose a repository could be. By its CODEOWNERS file: of those that own the descriptor, the first team that the catalog knows,
 * else the first person. Where the file names nobody, the team of those who wrote most of the newest commits.
 */
export function suggestOwner(files: OwnedRepository, descriptor: string, owners: Owners): OwnerGuess {
  return ownerByFile(files, descriptor, owners) ?? ownerByContributors(files, owners) ?? nobody;
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

/** Of those whom the catalog knows, the team with more than half of their commits. */
function ownerByContributors(
  { repository, author, contributors: asked = [] }: OwnedRepository,
  known: Owners,
): OwnerGuess | undefined {
  const contributors = asked.length > 0 || !author ? asked : [{ ...author, commits: 1 }];
  const dialect = repository.host === 'gitlab' ? 'gitlab' : 'github';
  const votes = new Map<string, number>();
  let cast = 0;
  for (const { email, commits } of contributors) {
    const person = known.findPerson(accountOf(email), { repository, dialect });
    const teams = person === undefined ? [] : known.teamsOf(person);
    if (teams.length > 0) cast += commits;
    for (const team of teams) votes.set(team, (votes.get(team) ?? 0) + commits);
  }
  const [[ref, commits] = ['', 0], [, second] = ['', 0]] = [...votes].sort((a, b) => b[1] - a[1]);
  if (commits * 2 <= cast || commits === second) return undefined;
  const all = contributors.reduce((sum, person) => sum + person.commits, 0);
  const [first] = contributors;
  if (all === 1)
    return { ref, because: `A guess: the team of ${first?.name || first?.email}, who wrote the last commit.` };
  return { ref, because: `A guess: the team of those who wrote ${commits} of the last ${all} commits.` };
}

function accountOf(email: string): Parameters<Owners['findPerson']>[0] {
  const login = withheld.exec(email)?.[1];
  if (login) return { type: 'account', name: login, text: `@${login}` };
  return { type: 'email', name: email, text: email };
}

/** How a descriptor names an owner: the name alone for a group of the default namespace. */
export function ownerText(ref: string): string {
  const parsed = parseEntityRef(ref);
  if (!parsed.ok) return ref;
  const { kind, namespace, name } = parsed.ref;
  return kind === 'group' && namespace === 'default' ? name : canonicalRef({ kind, namespace, name });
}
