import { namesEntity, type PlainNames, readPlainNames } from '../last-good/names-entity.ts';

/**
 * Prepares to tell whether one of these texts, documents that do not parse, may be an entity (canonical ref). Every text is
 * read once, when the first question comes; a question costs no more than the documents that state its name.
 */
export function prepareBroken(texts: readonly string[]): (ref: string) => boolean {
  let byName: ReadonlyMap<string, readonly PlainNames[]> | undefined;
  return (ref) => {
    byName ??= indexByName(texts);
    const documents = byName.get(ref.slice(ref.indexOf('/') + 1)) ?? [];
    return documents.some((names) => namesEntity(names, ref));
  };
}

/** Prepares to tell whether a name (lower case) stands anywhere in these texts, as a word of its own. */
export function prepareMentions(texts: readonly string[]): (name: string) => boolean {
  let words: Set<string> | undefined;
  return (name) => {
    words ??= new Set(texts.flatMap((text) => text.toLowerCase().match(/[\w.-]+/g) ?? []));
    return words.has(name);
  };
}

function indexByName(texts: readonly string[]): ReadonlyMap<string, readonly PlainNames[]> {
  const byName = new Map<string, PlainNames[]>();
  for (const text of texts) {
    const names = readPlainNames(text);
    for (const name of names.names) {
      const others = byName.get(name);
      if (others) others.push(names);
      else byName.set(name, [names]);
    }
  }
  return byName;
}
