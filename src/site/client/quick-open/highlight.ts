import { element } from '../element.ts';
import { type Folded, fold } from './fold.ts';
import { placesOf } from './match-word.ts';

/** A text cut where matched letters begin and end; every second part, from the second on, is matched. */
export const cutAt = (text: string, words: readonly Folded[]): readonly string[] => {
  const origins: number[] = [];
  const folded = fold(text, origins);
  const matched = new Set(words.flatMap((word) => placesOf(word, folded)).map((place) => origins[place]));
  const parts = [''];
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const isMatched = matched.has(at);
    if (isMatched !== (parts.length % 2 === 0)) parts.push('');
    parts[parts.length - 1] += character;
    at += character.length;
  }
  return parts;
};

/** A text with its matched letters marked. */
export const highlighted = (text: string, words: readonly Folded[]): readonly (Node | string)[] =>
  cutAt(text, words).map((part, index) => (index % 2 === 1 ? element('mark', {}, part) : part));
