import type { FileAuthor } from '../../catalog/repository-files.ts';
import type { ObjectSource } from '../git/tree.ts';
import type { RepositoryReader } from '../sources/source.ts';
import { parseCommit } from './parse-commit.ts';

/** Commits that say whose a repository is: more would speak of those who have left. */
export const contributorCommits = 50;
const mostContributors = 10;

/**
 * Who wrote the newest commits of a repository, those with the most first; by address, under the name that they used last. Merges and
 * machines do not count. One request. Rejects when it cannot be read.
 */
export async function readContributors(reader: RepositoryReader): Promise<readonly FileAuthor[]> {
  const { head, readHistory } = reader;
  if (!head || !readHistory) return [];
  const source = await readHistory(contributorCommits);
  const people = new Map<string, FileAuthor>();
  for await (const { author, coAuthors } of newestCommits(source, head.commit)) {
    for (const person of [author, ...coAuthors]) {
      if (isMachine(person)) continue;
      const key = person.email.toLowerCase();
      const known = people.get(key);
      people.set(key, { ...(known ?? person), commits: (known?.commits ?? 0) + 1 });
    }
  }
  const byCommits = (a: FileAuthor, b: FileAuthor) => b.commits - a.commits || (a.email < b.email ? -1 : 1);
  return [...people.values()].sort(byCommits).slice(0, mostContributors);
}

async function* newestCommits(source: ObjectSource, head: string) {
  const seen = new Set([head]);
  let counted = 0;
  // By steps from the head, which needs no dates that authors could make up.
  for (let level: readonly string[] = [head]; level.length > 0 && counted < contributorCommits; ) {
    const next: string[] = [];
    for await (const object of source.read(level)) {
      const commit = object.type === 'commit' && object.content ? parseCommit(object.oid, object.content) : undefined;
      if (!commit) continue;
      for (const parent of commit.parents) {
        if (!seen.has(parent)) next.push(parent);
        seen.add(parent);
      }
      if (commit.parents.length > 1) continue;
      counted += 1;
      yield commit;
      if (counted === contributorCommits) return;
    }
    level = next;
  }
}

function isMachine({ name, email }: Pick<FileAuthor, 'name' | 'email'>): boolean {
  return email === '' || /\[bot\]/i.test(name) || /\[bot\]@|^(?:noreply|no-reply)@/i.test(email);
}
