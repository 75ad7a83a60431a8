import { type Folded, fold } from './fold.ts';
import { found, matchWord } from './match-word.ts';

/** What can be found: its texts, and what it weighs beside others that are found as well. */
export interface Findable {
  readonly title: Folded;
  /** Another name of it. */
  readonly alias?: Folded;
  /** What it belongs to: kind, owner, docs site; one list for all that have the same. Finds it only beside its own name. */
  readonly context: readonly Folded[];
  /** 0 to 3: how likely people look for its kind. */
  readonly rank: number;
  /** 0 to 16: how much depends on it, as a power of two. */
  readonly weight: number;
}

/** A findable thing and how well it was found. */
export interface Ranked<Target> {
  readonly target: Target;
  readonly score: number;
}

/** A word that finds only what a thing belongs to. */
const inContext = 20;

/** The words of a query, ready to be looked for. */
export interface Query {
  readonly words: readonly Folded[];
  /** All words as one. */
  readonly whole: Folded;
}

/** Prepares words for ranking. */
export const queryOf = (words: readonly Folded[]): Query => ({
  words,
  whole: fold(words.map(({ letters }) => letters).join('')),
});

type ContextScores = Map<readonly Folded[], number>;

const scoreInContext = (word: Folded, context: readonly Folded[], scores: ContextScores): number => {
  const known = scores.get(context);
  if (known !== undefined) return known;
  const score = context.some((text) => matchWord(word, text, false) >= found.wordStart) ? inContext : 0;
  scores.set(context, score);
  return score;
};

const scoreOf = (
  { words, whole }: Query,
  target: Findable,
  contexts: readonly ContextScores[],
  slips: boolean,
): number => {
  let sum = 0;
  let own = false;
  for (const [index, word] of words.entries()) {
    let score = matchWord(word, target.title, slips);
    if (target.alias) score = Math.max(score, matchWord(word, target.alias, slips));
    if (score > 0) own = true;
    else score = scoreInContext(word, target.context, contexts[index] as ContextScores);
    if (score === 0) return 0;
    sum += score;
  }
  if (!own) return 0;
  let score = sum / words.length;
  if (words.length > 1)
    for (const text of target.alias ? [target.title, target.alias] : [target.title]) {
      const together = matchWord(whole, text, false);
      if (together >= found.wordStart) score = Math.max(score, together === found.whole ? together : together + 8);
    }
  const length = target.alias
    ? Math.min(target.title.letters.length, target.alias.letters.length)
    : target.title.letters.length;
  // Of two that are found alike, the one of which more was typed.
  const left = Math.max(0, length - whole.letters.length);
  return score - Math.min(2, left / 8);
};

/** So many that were found well make slips not worth looking for. */
const enough = 3;

/**
 * What a query finds, best first; slips of the finger unless they are not wanted. `liftOf` is what somebody's own stars and visits add (0 to 4); equals stay in the order in which they
 * are given.
 */
export const rank = <Target extends Findable>(
  query: Query,
  targets: readonly Target[],
  liftOf: (target: Target) => number = () => 0,
  slips = true,
): readonly Ranked<Target>[] => {
  if (query.words.length === 0) return [];
  const contexts = query.words.map((): ContextScores => new Map());
  const findAll = (withSlips: boolean): readonly Ranked<Target>[] => {
    const all: Ranked<Target>[] = [];
    for (const target of targets) {
      const score = scoreOf(query, target, contexts, withSlips);
      if (score > 0) all.push({ target, score: score + target.rank + target.weight / 8 + liftOf(target) });
    }
    return all;
  };
  const exact = findAll(false);
  const good = exact.filter(({ score }) => score > found.wordStart).length;
  return [...(good >= enough || !slips ? exact : findAll(true))].sort((a, b) => b.score - a.score);
};
