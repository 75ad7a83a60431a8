/** A place in a text file, 1-based; empty when it is not known. */
export interface TextPlace {
  readonly line?: number;
  readonly column?: number;
}

/** Where the first of some spellings of a word stands first. */
export function placeOf(text: string, ...spellings: readonly string[]): TextPlace {
  const found = spellings.map((word) => (word === '' ? -1 : text.indexOf(word))).find((index) => index !== -1);
  return found === undefined ? {} : placeAt(text, found);
}

/**
 * Where a name of a configuration stands: a key at the start of its line before anything else, and never a part of a longer
 * name or path.
 */
export function placeOfName(text: string, name: string): TextPlace {
  if (name === '') return {};
  let best: number | undefined;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? '\n';
    const after = text[at + name.length] ?? '\n';
    if (/[\w./\\-]/.test(before) || /[\w\\-]/.test(after)) continue;
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    if (/#/.test(text.slice(lineStart, at))) continue;
    if (/^[\s\-"'{[!]*$/.test(text.slice(lineStart, at))) return placeAt(text, at);
    best ??= at;
  }
  return best === undefined ? {} : placeAt(text, best);
}

function placeAt(text: string, index: number): TextPlace {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}
