import { fold } from './fold.ts';

/** Words of an interface text, folded: what somebody types is compared with them. */
export const wordList = (text: string): readonly string[] => text.split(' ').map((word) => fold(word).letters);

/** Whether a word is one of a list, or the beginning of one, three letters long at least. */
export const isAmong = (word: string, list: readonly string[]): boolean =>
  list.some((known) => known === word || (word.length > 2 && known.startsWith(word)));

/** Whether a word is another, the beginning of it, or its plural: "services" is "service", "libraries" is "library". */
export const isLike = (word: string, other: string): boolean => {
  if (word === other) return true;
  if (word.length < 3) return false;
  if (other.startsWith(word)) return true;
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  return same >= Math.max(3, other.length - 1) && word.length - same <= 3;
};
