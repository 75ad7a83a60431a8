import type { CommitAuthor } from '../../catalog/repository-files.ts';

/** Says by which name and address somebody wants to be known. */
export type Mailmap = (author: CommitAuthor) => CommitAuthor;

interface Entry {
  /** As commits have it; absent: whatever name stands beside the address. */
  readonly commitName?: string;
  readonly name?: string;
  readonly email?: string;
}

const mostLines = 20_000;

/** Parses a `.mailmap` file (`gitmailmap`): later lines count before earlier ones, names and addresses in any case. */
export function parseMailmap(text: string): Mailmap {
  const entries = new Map<string, Entry[]>();
  for (const line of text.split(/\r?\n/, mostLines)) {
    const [, name = '', first = '', commitName = '', second] =
      line.replace(/(?:^|\s)#.*$/, '').match(/^([^<>]*)<([^<>]*)>(?:([^<>]*)<([^<>]*)>)?\s*$/) ?? [];
    const email = (second ?? first).trim().toLowerCase();
    if (email === '') continue;
    const entry: Entry = {
      ...(name.trim() !== '' && { name: name.trim() }),
      ...(second !== undefined && { email: first.trim() }),
      ...(second !== undefined && commitName.trim() !== '' && { commitName: commitName.trim().toLowerCase() }),
    };
    entries.set(email, [entry, ...(entries.get(email) ?? [])]);
  }
  return (author) => {
    const candidates = entries.get(author.email.toLowerCase()) ?? [];
    const named = candidates.find(({ commitName }) => commitName === author.name.toLowerCase());
    const entry = named ?? candidates.find(({ commitName }) => commitName === undefined);
    return { name: entry?.name ?? author.name, email: entry?.email ?? author.email };
  };
}
