/** A text as it is searched: letters and digits alone, lower-case, without diacritics. */
export interface Folded {
  /** Without anything between the words: `ordersservice`. */
  readonly letters: string;
  /** Where words and sub-words begin in it: `[0, 6]`. */
  readonly starts: readonly number[];
  /** One bit for each letter that occurs, to pass over most texts without looking at them. */
  readonly mask: number;
}

/** Longer texts are searched up to here. */
const longest = 120;

const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The bit of a letter; digits share one, letters of other scripts share five. */
const bitOf = (code: number): number => {
  if (isLower(code)) return 1 << (code - 97);
  return isDigit(code) ? 1 << 26 : 1 << (27 + (code % 5));
};

const letterOrDigit = /[\p{L}\p{N}]/u;
const diacritics = /\p{M}+/gu;

/** A character beyond ASCII without its diacritics, in lower case; `''`: it separates words. */
const foldForeign = (character: string): string =>
  letterOrDigit.test(character) ? character.normalize('NFKD').replace(diacritics, '').toLowerCase() : '';

/**
 * Folds a text. Words begin after anything that is neither letter nor digit, sub-words at the humps of camelCase.
 * `origins` is given the index in `text` of each letter.
 */
export const fold = (text: string, origins?: number[]): Folded => {
  const starts: number[] = [];
  let [letters, mask, inWord, wasLower] = ['', 0, false, false];
  for (let at = 0; at < text.length && letters.length < longest; at += 1) {
    const code = text.charCodeAt(at);
    const origin = at;
    let folded = '';
    let isHump = false;
    if (isLower(code) || isDigit(code)) folded = text.charAt(at);
    else if (isUpper(code)) {
      folded = String.fromCharCode(code + 32);
      isHump = wasLower || (inWord && isLower(text.charCodeAt(at + 1)));
    } else if (code > 127) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      folded = foldForeign(character);
      // A mark on its own belongs to the letter before it.
      if (folded === '' && /\p{M}/u.test(character)) continue;
      if (character.length > 1) at += 1;
    }
    if (folded !== '') {
      if (!inWord || isHump) starts.push(letters.length);
      for (const letter of folded) {
        mask |= bitOf(letter.charCodeAt(0));
        for (let unit = 0; unit < letter.length; unit += 1) origins?.push(origin);
      }
      letters += folded;
    }
    inWord = folded !== '';
    wasLower = isLower(code) || (inWord && code > 127);
  }
  return { letters, starts, mask };
};

/** The words of what somebody typed, folded; camelCase is one word, because a word may be found across humps. */
export const wordsOf = (query: string): readonly Folded[] =>
  query
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => fold(word.slice(0, 40)));
