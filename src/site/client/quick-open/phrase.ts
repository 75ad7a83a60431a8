import * as text from '@text/quick-open';
import type { Folded } from './fold.ts';
import { wordList } from './words.ts';

/** What somebody typed, taken apart for the actions. */
export interface Phrase {
  readonly words: readonly Folded[];
  /** Connecting words were among them: it reads like a question. */
  readonly isPhrase: boolean;
}

const connectors = new Set(wordList(text.connectors));

/** Leaves out the connecting words of a query, unless it is made of nothing else. */
export const phraseOf = (words: readonly Folded[]): Phrase => {
  const telling = words.filter(({ letters }) => !connectors.has(letters));
  return telling.length === 0
    ? { words, isPhrase: false }
    : { words: telling, isPhrase: telling.length < words.length };
};
