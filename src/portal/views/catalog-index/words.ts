/** Text as it is searched: lower case, without accents. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return /[\u0080-\uffff]/.test(lower) ? lower.normalize('NFKD').replaceAll(/\p{M}/gu, '') : lower;
}

/** What separates the words of a name. */
const separators = /[\s\-_./:]+/g;

/** Names without what separates their words, so that `orders-service`, `OrdersService` and "orders service" are one. */
export function squeeze(text: string): string {
  return foldText(text).replaceAll(separators, '');
}

/** A wanted word as it may stand in a text: as it was written, or without what separates its parts. */
export type WantedWord = readonly [written: string, squeezed: string];

/** The words of a query, all of which must occur. */
export function wantedWords(query: string): readonly WantedWord[] {
  return foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => [word, word.replaceAll(separators, '') || word]);
}

/** Whether every word occurs in a text that was folded, and has its squeezed names at its end. */
export function hasWords(text: string, words: readonly WantedWord[]): boolean {
  return words.every(([written, squeezed]) => text.includes(written) || text.includes(squeezed));
}
