import type { CommitListing } from '../sources/source.ts';
import { GitError } from './git-error.ts';
import { type ObjectSource, readTree, type Tree } from './tree.ts';

/**
 * Reads a commit's date and author and lists its tree; folders that `before` has too are taken from there. Rejects with a
 * {@link GitError} when the repository does not have them.
 */
export async function readCommit(reader: ObjectSource, commit: string, before?: Tree): Promise<CommitListing> {
  let text: string | undefined;
  for await (const object of reader.read([commit])) {
    if (object.type === 'commit') text = object.content?.toString();
  }
  const tree = text?.match(/^tree ([0-9a-f]+)$/m)?.[1];
  const seconds = text?.match(/^committer .* (\d+) [+-]\d{4}$/m)?.[1];
  if (!tree) throw new GitError('cat-file', `bad object: ${commit} is missing or is no commit`);
  const [, name = '', email = ''] = text?.match(/^author (.*) <([^<>\n]+)> \d+ [+-]\d{4}$/m) ?? [];
  return {
    committedAt: dateOf(Number(seconds ?? 0)),
    ...(email && { author: { name, email } }),
    tree: await readTree(reader, tree, undefined, before),
  };
}

/** Seconds since 1970 as ISO 8601 in UTC; 1970 for what is no date. */
export function dateOf(seconds: number): string {
  // Years beyond 9999 are written in another way, and beyond some there is no date at all.
  return new Date(seconds < 253_402_300_800 ? seconds * 1000 : 0).toISOString();
}
