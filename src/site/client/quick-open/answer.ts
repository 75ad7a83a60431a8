import { askAbout, moreAbout } from './ask-about.ts';
import { askForLists } from './ask-lists.ts';
import { askForCommands } from './commands.ts';
import { wordsOf } from './fold.ts';
import type { Index } from './load-index.ts';
import { found } from './match-word.ts';
import { phraseOf } from './phrase.ts';
import { queryOf, type Ranked, rank } from './rank.ts';
import type { Row } from './row.ts';
import type { EntityTarget, Target } from './targets.ts';

/** So many rows are shown. */
const mostRows = 40;

/** What somebody's own stars and visits add. */
export type Lift = (target: Target) => number;

const isEntity = (target: Target): target is EntityTarget => 'ref' in target;

const targetRow = ({ target, score }: Ranked<Target>, base: string): Row => ({
  text: target.text,
  note: target.note,
  glyph: target.glyph,
  deed: { does: 'open', url: base + target.path },
  score,
});

const addressOf = ({ deed }: Row): string => (deed.does === 'open' ? deed.url : JSON.stringify(deed));

/** What a query finds: names, and what it asks for, best first. Commands are known without an index. */
export const answer = (query: string, index: Index | undefined, base: string, liftOf: Lift): readonly Row[] => {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const phrase = phraseOf(words);
  const commands = askForCommands(phrase);
  if (!index) return commands;
  let named = rank(queryOf(words), index.targets, liftOf, !phrase.isPhrase);
  if (named.length === 0 && phrase.isPhrase) named = rank(queryOf(phrase.words), index.targets, liftOf);
  const best = named[0];
  const isFound = best !== undefined && best.score >= found.wordStart && isEntity(best.target);
  const rows = [
    ...named.slice(0, mostRows).map((it) => targetRow(it, base)),
    ...askAbout(phrase, index.entities, base),
    ...askForLists(phrase, index.entities, index.vocabulary, base),
    ...commands,
    ...(isFound ? moreAbout(best.target as EntityTarget, base) : []),
  ].sort((a, b) => b.score - a.score);
  const seen = new Set<string>();
  const isNew = (row: Row): boolean => !seen.has(addressOf(row)) && seen.add(addressOf(row)).size > 0;
  return rows.filter(isNew).slice(0, mostRows);
};
