const mostCharacters = 4 * 1024 * 1024;

/**
 * Words and brackets of a definition in a language with braces, without comments and quoted text. Each kind of token is found
 * without going back, so that no text takes long.
 */
export function* tokensOf(text: string, comment: '#' | '//'): Generator<string> {
  if (text.length > mostCharacters) return;
  for (let at = 0; at < text.length; ) {
    const end = endOfIgnored(text, at, comment);
    if (end > at) {
      at = end;
      continue;
    }
    const word = wordAt(text, at);
    if (word !== '') yield word;
    else if ('{}()=:;'.includes(text.charAt(at))) yield text.charAt(at);
    at += Math.max(1, word.length);
  }
}

/** Where a comment or quoted text that begins here ends; `at`: there is none. */
function endOfIgnored(text: string, at: number, comment: string): number {
  const after = (end: string, from: number): number => {
    const found = text.indexOf(end, from);
    return found < 0 ? text.length : found + end.length;
  };
  if (text.startsWith(comment, at)) return after('\n', at);
  if (comment === '//' && text.startsWith('/*', at)) return after('*/', at + 2);
  if (text.startsWith('"""', at)) return after('"""', at + 3);
  if (text[at] === '"') return endOfQuoted(text, at);
  return at;
}

function endOfQuoted(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === '"' || text[end] === '\n') return end + 1;
  }
  return text.length;
}

const wordCharacters = /[\w.]{1,200}/y;

function wordAt(text: string, at: number): string {
  wordCharacters.lastIndex = at;
  return wordCharacters.exec(text)?.[0] ?? '';
}
