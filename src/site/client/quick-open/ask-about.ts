import * as text from '@text/quick-open';
import type { Phrase } from './phrase.ts';
import { queryOf, rank } from './rank.ts';
import { type Deed, type Row, sure } from './row.ts';
import { type EntityTarget, has, pathOf } from './targets.ts';
import { isAmong, wordList } from './words.ts';

type Topic = keyof typeof text.about;

interface Question {
  readonly topic: Topic;
  readonly words: readonly string[];
  readonly glyph: string;
  /** What the answer is for an entity; `undefined`: there is none. */
  readonly answer: (entity: EntityTarget, base: string) => Deed | undefined;
}

const open = (url: string): Deed => ({ does: 'open', url });

const answers: Readonly<Record<Topic, Pick<Question, 'glyph' | 'answer'>>> = {
  docs: {
    glyph: 'docs',
    answer: (entity, base) => (has(entity, 'docs') ? open(base + pathOf('docs', entity.ref)) : undefined),
  },
  graph: {
    glyph: 'graph',
    answer: ({ ref }, base) => open(`${base}catalog-graph/?focus=${encodeURIComponent(ref)}`),
  },
  owner: {
    glyph: 'group',
    answer: ({ owner, kind }, base) =>
      owner?.[1] && kind.kind !== 'user' ? open(base + pathOf('catalog', owner[1])) : undefined,
  },
  dependents: {
    glyph: 'graph',
    answer: (entity, base) => (has(entity, 'dependents') ? open(`${base}${entity.path}#dependents`) : undefined),
  },
  problems: {
    glyph: 'problem',
    answer: (entity, base) => {
      if (has(entity, 'ownProblemsPage')) return open(base + pathOf('problems/owners', entity.ref));
      return has(entity, 'problems') ? open(base + entity.path) : undefined;
    },
  },
  definition: {
    glyph: 'api',
    answer: (entity, base) => (has(entity, 'definition') ? open(`${base}${entity.path}#definition`) : undefined),
  },
  copy: { glyph: 'copy', answer: ({ ref }) => ({ does: 'copy', text: ref }) },
};

const questions: readonly Question[] = (Object.keys(answers) as Topic[]).map((topic) => ({
  topic,
  words: wordList(text.about[topic].words),
  ...answers[topic],
}));

const rowOf = (
  { topic, glyph, answer }: Question,
  entity: EntityTarget,
  base: string,
  score: number,
): Row | undefined => {
  const deed = answer(entity, base);
  return deed && { text: text.about[topic].of(entity.text, entity.owner?.[0]), note: entity.note, glyph, deed, score };
};

/** How a question begins, to be gone on with. */
const beginning = ({ topic, glyph }: Question, score: number): Row => {
  const { begin } = text.about[topic];
  return { text: text.ask(begin), note: text.action, glyph, deed: { does: 'complete', query: begin }, score };
};

/** All questions by how they begin. */
export const allQuestions = (): readonly Row[] => questions.map((question) => beginning(question, 0));

/** So many entities are asked, and so many of them answer. */
const mostAsked = 200;
const mostAnswers = 3;

/**
 * Rows for questions about an entity: "docs of orders", "orders owner", "what depends on ledger". Words that only begin a question
 * offer to go on with it.
 */
export const askAbout = (
  { words, isPhrase }: Phrase,
  entities: readonly EntityTarget[],
  base: string,
): readonly Row[] =>
  questions.flatMap((question) => {
    const at = words.findIndex(({ letters }) => isAmong(letters, question.words));
    if (at < 0) return [];
    const rest = words.filter((word, index) => index !== at && !question.words.includes(word.letters));
    if (rest.length === 0) return [beginning(question, sure.hint)];
    const least = isPhrase ? sure.phrase : sure.words;
    return rank(queryOf(rest), entities)
      .slice(0, mostAsked)
      .flatMap(({ target, score }) => rowOf(question, target, base, least - (100 - Math.min(100, score)) / 10) ?? [])
      .slice(0, mostAnswers)
      .map((row, index) => ({ ...row, score: row.score - 2 * index }));
  });

/** What can be asked about one entity that was found by its name. */
export const moreAbout = (entity: EntityTarget, base: string): readonly Row[] =>
  questions
    .filter(({ topic }) => topic === 'docs' || topic === 'problems' || topic === 'dependents')
    .flatMap((question) => rowOf(question, entity, base, sure.hint) ?? []);
