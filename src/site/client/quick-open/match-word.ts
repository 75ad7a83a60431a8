import type { Folded } from './fold.ts';

/**
 * How well a word is found in a text. Whatever else lifts a result is less than the step between two of these: a name in full,
 * its beginning, a word of it, the beginning of a word, sub-words by their beginnings, letters somewhere inside, and a
 * slip of the finger.
 */
export const found = { whole: 100, beginning: 88, word: 76, wordStart: 68, pieces: 56, inside: 40, slip: 24 } as const;

/** Shorter words are found as they are typed, or not at all. */
const shortestSlip = 4;

const isEndOfWord = ({ letters, starts }: Folded, at: number): boolean => at >= letters.length || starts.includes(at);

/** Whether `word` with one letter wrong, missing, too much, or swapped with the next, stands at `start`. */
const isSlipAt = (word: string, text: Folded, start: number): boolean => {
  const { letters } = text;
  let same = 0;
  while (same < word.length && word[same] === letters[start + same]) same += 1;
  const at = start + same;
  const goesOn = (from: number, to: number): boolean => {
    for (let step = 0; from + step < word.length; step += 1) if (word[from + step] !== letters[to + step]) return false;
    // What is wrong at the very end is a slip only if the word ends there: else anything would be the beginning of anything.
    return from < word.length || isEndOfWord(text, to);
  };
  if (same >= word.length) return false;
  return (
    goesOn(same + 1, at + 1) ||
    goesOn(same, at + 1) ||
    goesOn(same + 1, at) ||
    (word[same] === letters[at + 1] &&
      word[same + 1] === letters[at] &&
      letters.startsWith(word.slice(same + 2), at + 2))
  );
};

/** Letters of a word as they were found in a text, and how much was left out between them: 0 is nothing. */
interface Pieces {
  readonly cost: number;
  readonly places: readonly number[];
}

/** More left out than this is not what was meant. */
const mostLeftOut = 9;

/** The letters of a part that continue a piece: its first, then others in their order. */
const takeFrom = (word: string, at: number, letters: string, start: number, end: number): readonly number[] => {
  const taken = [start];
  for (let next = start + 1; next < end && at + taken.length < word.length; next += 1)
    if (letters[next] === word[at + taken.length]) taken.push(next);
  return taken;
};

/**
 * Finds a word as pieces of sub-words, each piece with the sub-word's first letter and then others of it in their order: `ordsvc`
 * in `orders service`, `os` too. The way that leaves out least.
 */
const findPieces = (word: string, { letters, starts }: Folded): Pieces | undefined => {
  if (!starts.some((start) => letters[start] === word[0])) return undefined;
  const known = new Map<number, Pieces | undefined>();
  const from = (at: number, first: number): Pieces | undefined => {
    if (at === word.length) return { cost: Math.min(3, starts.length - first), places: [] };
    const key = at * 128 + first;
    if (known.has(key)) return known.get(key);
    let best: Pieces | undefined;
    for (let part = first; part < starts.length; part += 1) {
      const start = starts[part] as number;
      if (letters[start] !== word[at]) continue;
      const taken = takeFrom(word, at, letters, start, starts[part + 1] ?? letters.length);
      for (let count = taken.length; count > 0; count -= 1) {
        const rest = from(at + count, part + 1);
        const gaps = (taken[count - 1] as number) - start + 1 - count;
        const cost = (rest?.cost ?? 0) + Math.min(3, gaps) + (part - first) * 2;
        if (rest && cost < (best?.cost ?? mostLeftOut + 1))
          best = { cost, places: [...taken.slice(0, count), ...rest.places] };
      }
    }
    known.set(key, best);
    return best;
  };
  return from(0, 0);
};

/** Where a word stands in a text, at the beginning of a sub-word if it can; -1: it does not. */
const placeOf = (word: string, { letters, starts }: Folded): number => {
  const somewhere = letters.indexOf(word);
  if (somewhere <= 0) return somewhere;
  return starts.find((start) => letters.startsWith(word, start)) ?? somewhere;
};

/** How well a word is found in a text, 0 to 100; 0: it is not. `slips`: also with a slip of the finger. */
export const matchWord = (word: Folded, text: Folded, slips = true): number => {
  const query = word.letters;
  const { letters, starts, mask } = text;
  const missing = word.mask & ~mask;
  // More than one letter that the text does not have at all.
  if ((missing & (missing - 1)) !== 0) return 0;
  if (missing === 0) {
    const place = placeOf(query, text);
    if (place === 0) return letters.length === query.length ? found.whole : found.beginning;
    if (place > 0 && starts.includes(place))
      return isEndOfWord(text, place + query.length) ? found.word : found.wordStart;
    const pieces = query.length > 1 ? findPieces(query, text) : undefined;
    if (pieces) return found.pieces - pieces.cost;
    if (place > 0 && query.length > 1) return found.inside;
  }
  if (!slips || query.length < shortestSlip) return 0;
  return starts.some((start) => isSlipAt(query, text, start)) ? found.slip : 0;
};

/** Indexes of the letters of a text in which a word was found. */
export const placesOf = (word: Folded, text: Folded): readonly number[] => {
  const query = word.letters;
  const run = (start: number, length: number): readonly number[] =>
    Array.from({ length: Math.min(length, text.letters.length - start) }, (_, step) => start + step);
  const place = placeOf(query, text);
  if (place >= 0 && (place === 0 || text.starts.includes(place))) return run(place, query.length);
  const pieces = query.length > 1 ? findPieces(query, text) : undefined;
  if (pieces) return pieces.places;
  if (place > 0) return run(place, query.length);
  if (query.length < shortestSlip) return [];
  const slip = text.starts.find((start) => isSlipAt(query, text, start));
  return slip === undefined ? [] : run(slip, query.length);
};
