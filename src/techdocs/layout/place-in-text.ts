/** A place in a text file, 1-based; empty when it is not known. */
export interface TextPlace {
  readonly line?: number;
  readonly column?: number;
}

/** Where the first of some spellings of a word stands first. */
export function placeOf(text: string, ...spellings: readonly string[]): TextPlace {
  const found = spellings.map((word) => (word === '' ? -1 : text.indexOf(word))).find((index) => index !== -1);
  if (found === undefined) return {};
  const before = text.slice(0, found);
  return { line: before.split('\n').length, column: found - before.lastIndexOf('\n') };
}
