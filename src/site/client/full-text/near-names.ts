import { distance } from 'fastest-levenshtein';
import { type PageName, squeezed, wordsOf } from './names.ts';

const most = 5;

/** Letters that may be wrong in a word. */
const allowance = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Whether `short` is an abbreviation of a name: its letters in order, the first of each run at the beginning of a word. */
const abbreviates = (short: string, words: readonly string[]): boolean => {
  const from = (at: number, word: number): boolean => {
    if (at === short.length) return true;
    const own = words[word];
    if (own === undefined) return false;
    // As many letters of this word as it has in common, down to none.
    for (let taken = longestRun(short.slice(at), own); taken > 0; taken -= 1)
      if (from(at + taken, word + 1)) return true;
    return from(at, word + 1);
  };
  return from(0, 0);
};

/** How many letters of `text` occur in `word` in order, the first of both being the same. */
const longestRun = (text: string, word: string): number => {
  if (text[0] !== word[0]) return 0;
  let taken = 1;
  for (let at = 1; at < word.length && taken < text.length; at += 1) if (word[at] === text[taken]) taken += 1;
  return taken;
};

interface Near {
  readonly title: string;
  readonly wrong: number;
}

const wholeNames = (names: readonly PageName[], asked: string): readonly Near[] =>
  names.flatMap(({ isEntity, title, squeezedName, squeezedTitle, words }) => {
    if (!isEntity) return [];
    const wrong = Math.min(distance(squeezedName, asked), distance(squeezedTitle, asked));
    if (wrong <= allowance(asked.length) + 1 && wrong < asked.length / 2) return [{ title, wrong }];
    return asked.length > 2 && abbreviates(asked, words) ? [{ title, wrong: 3 + words.length / 100 }] : [];
  });

/** The query with each word that no name has replaced by the nearest that one has; `undefined` when nothing is near. */
const corrected = (names: readonly PageName[], query: string): string | undefined => {
  const known = new Set(names.flatMap(({ words }) => words));
  const words = wordsOf(query);
  const better = words.map((word) => {
    const near = [...known].map((own) => ({ own, wrong: own.startsWith(word) ? 0 : distance(own, word) }));
    const best = near.reduce((a, b) => (b.wrong < a.wrong ? b : a), { own: word, wrong: allowance(word.length) + 1 });
    return best.wrong === 0 ? word : best.own;
  });
  const text = better.join(' ');
  return text === words.join(' ') ? undefined : text;
};

/** What may have been meant by a query that finds nothing, `corrects` whether also by parts of it: names with few letters wrong, names that it abbreviates, its words corrected. */
export const nearNames = (names: readonly PageName[], query: string, corrects = true): readonly string[] => {
  const whole = wholeNames(names, squeezed(query)).toSorted(
    (a, b) => a.wrong - b.wrong || a.title.length - b.title.length,
  );
  const text = whole.length === 0 && corrects ? corrected(names, query) : undefined;
  return [...new Set([...whole.map(({ title }) => title), ...(text === undefined ? [] : [text])])].slice(0, most);
};
