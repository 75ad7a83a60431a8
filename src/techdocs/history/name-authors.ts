import type { CommitAuthor, FileAuthor } from '../../catalog/repository-files.ts';
import type { DocsAuthor } from '../docs-site.ts';
import type { FindPerson } from './known-people.ts';
import type { Mailmap } from './parse-mailmap.ts';

/** How authors of commits become people. */
export interface Naming {
  readonly mailmap: Mailmap;
  readonly findPerson: FindPerson;
}

const longestName = 80;

/** Who somebody is, for readers: a name, never an address. `undefined` for bots, and for who has no name. */
export function nameAuthor(author: CommitAuthor, { mailmap, findPerson }: Naming): DocsAuthor | undefined {
  const mapped = mailmap(author);
  if (isBot(author) || isBot(mapped)) return undefined;
  const person = findPerson(mapped) ?? findPerson(author);
  if (person) return { name: showable(person.name), ref: person.ref };
  const name = showable(mapped.name);
  return name === '' ? undefined : { name };
}

/** People behind the authors of commits, those with the most commits first; one person under several names stands there once. */
export function nameAuthors(authors: readonly FileAuthor[], naming: Naming): readonly DocsAuthor[] {
  const people = new Map<string, { person: DocsAuthor; commits: number }>();
  const keys = new Map<string, string>();
  for (const author of authors) {
    const person = nameAuthor(author, naming);
    if (!person) continue;
    const email = naming.mailmap(author).email.toLowerCase();
    const own = [person.ref, email && `<${email}>`, `"${person.name.toLowerCase()}"`].filter(
      (key) => key !== undefined && key !== '',
    ) as string[];
    const key = own.flatMap((each) => keys.get(each) ?? [])[0] ?? (own[0] as string);
    for (const each of own) keys.set(each, key);
    const known = people.get(key);
    const best = known?.person.ref === undefined && person.ref !== undefined ? person : (known?.person ?? person);
    people.set(key, { person: best, commits: (known?.commits ?? 0) + author.commits });
  }
  return [...people.values()].sort((a, b) => b.commits - a.commits).map(({ person }) => person);
}

function isBot({ name, email }: CommitAuthor): boolean {
  return /\[bot\]\s*$/i.test(name) || /\[bot\]@/i.test(email);
}

// Some have their address for a name.
function showable(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/([^\s@<>]+)@[^\s@<>]+/g, '$1')
    .trim()
    .slice(0, longestName);
}
