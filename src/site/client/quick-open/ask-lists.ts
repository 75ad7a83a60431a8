import * as text from '@text/quick-open';
import type { QuickOpenKind, QuickOpenOwner } from '../../../portal/views/quick-open.ts';
import { type Folded, fold } from './fold.ts';
import { type Filter, listUrl } from './list-url.ts';
import { found, matchWord } from './match-word.ts';
import type { Phrase } from './phrase.ts';
import { type Row, sure } from './row.ts';
import { type EntityTarget, has } from './targets.ts';
import { isAmong, isLike, wordList } from './words.ts';

/** The values that entities have, which words are compared with. */
export interface Vocabulary {
  readonly kinds: readonly QuickOpenKind[];
  readonly lifecycles: readonly string[];
  readonly types: readonly string[];
  readonly owners: readonly (readonly [title: string, folded: Folded])[];
  readonly systems: readonly (readonly [title: string, folded: Folded])[];
}

const titlesOf = (all: Iterable<QuickOpenOwner | undefined>): Vocabulary['owners'] => {
  const titles = new Set<string>();
  for (const item of all) if (item) titles.add(item[0]);
  return [...titles].map((title) => [title, fold(title)]);
};

/** Gathers the values of some entities. */
export const vocabularyOf = (entities: readonly EntityTarget[]): Vocabulary => ({
  kinds: [...new Map(entities.map(({ kind }) => [kind.kind, kind])).values()],
  lifecycles: [...new Set(entities.map(({ lifecycle }) => lifecycle))].filter(Boolean),
  types: [...new Set(entities.map(({ type }) => type))].filter(Boolean),
  owners: titlesOf(entities.map(({ owner }) => owner)),
  systems: titlesOf(entities.map(({ system }) => system)),
});

const without = wordList(text.without);
const missable = { owner: wordList(text.missable.owner), docs: wordList(text.missable.docs) } as const;

/** The owner or system that all of these words are in the name of, the best there is. */
const bestOf = (words: readonly Folded[], named: Vocabulary['owners']): string | undefined => {
  let [best, title] = [0, undefined as string | undefined];
  for (const [name, folded] of named) {
    const scores = words.map((word) => matchWord(word, folded));
    const least = Math.min(...scores);
    if (least < found.pieces - 4) continue;
    // Of two alike the shorter, of which more was said.
    const score = least - folded.letters.length / 50;
    if (score > best) [best, title] = [score, name];
  }
  return title;
};

/** Takes from the words what says kind, lifecycle, type and what is missing; the others name an owner or a system. */
const readFilters = (words: readonly Folded[], known: Vocabulary): readonly Filter[] => {
  const left = [...words];
  const take = <Value>(find: (word: string) => Value | undefined): Value | undefined => {
    for (const [index, { letters }] of left.entries()) {
      const value = find(letters);
      if (value === undefined) continue;
      left.splice(index, 1);
      return value;
    }
    return undefined;
  };
  const missing = take((word) => (isAmong(word, without) ? true : undefined));
  const lacks = missing
    ? take((word) => (['owner', 'docs'] as const).find((thing) => isAmong(word, missable[thing])))
    : undefined;
  const lifecycle = take((word) => known.lifecycles.find((value) => isLike(word, fold(value).letters)));
  const names = ({ kind, title, plural }: QuickOpenKind): readonly string[] => [
    kind,
    ...wordList(title),
    ...wordList(plural),
  ];
  const kind = take((word) => known.kinds.find((value) => names(value).some((name) => isLike(word, name))));
  const type = take((word) => known.types.find((value) => isLike(word, fold(value).letters)));
  const said = { kind: kind?.kind, lifecycle, type, without: lacks };
  if (missing && !lacks) return [];
  if (left.length === 0) return lifecycle || type || lacks ? [said] : [];
  const [owner, system] = [bestOf(left, known.owners), bestOf(left, known.systems)];
  return [...(owner ? [{ ...said, owner }] : []), ...(system && system !== owner ? [{ ...said, system }] : [])];
};

const lacks = (entity: EntityTarget, what: 'owner' | 'docs'): boolean =>
  what === 'owner' ? !entity.owner : !has(entity, 'docs');

const passes = (entity: EntityTarget, filter: Filter): boolean =>
  (!filter.kind || entity.kind.kind === filter.kind) &&
  (!filter.lifecycle || entity.lifecycle === filter.lifecycle) &&
  (!filter.type || entity.type === filter.type) &&
  (!filter.owner || entity.owner?.[0] === filter.owner) &&
  (!filter.system || entity.system?.[0] === filter.system) &&
  (!filter.without || lacks(entity, filter.without));

/** So many kinds are offered for one list. */
const mostKinds = 3;

interface Counted {
  readonly kind: QuickOpenKind;
  readonly count: number;
}

/** How many entities of each kind a list would hold, the longest first. */
const countKinds = (entities: readonly EntityTarget[], filter: Filter): readonly Counted[] => {
  const counts = new Map<QuickOpenKind, number>();
  const lacking = filter.without;
  // A kind of which none has an owner, or docs, does not lack them.
  const able = lacking && new Set(entities.flatMap((entity) => (lacks(entity, lacking) ? [] : [entity.kind.kind])));
  for (const entity of entities)
    if (passes(entity, filter) && (!able || able.has(entity.kind.kind)))
      counts.set(entity.kind, (counts.get(entity.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
};

const rowOf = (filter: Filter, { kind, count }: Counted, base: string, score: number): Row => ({
  text: text.filtered({ ...filter, plural: kind.plural }),
  note: text.list,
  glyph: kind.glyph,
  count: text.count(count),
  deed: { does: 'open', url: listUrl(base, { ...filter, kind: kind.kind }) },
  score,
});

const isNarrow = ({ kind, ...filter }: Filter): boolean => Object.values(filter).some((value) => value !== undefined);

/** What is left of a list that would be empty, said with less: of anybody, or in any state. */
const relaxed = ({ kind, owner, system, ...others }: Filter): readonly Filter[] => {
  const states = Object.values(others).some((value) => value !== undefined);
  return states && (owner ?? system)
    ? [
        { kind, ...others },
        { kind, owner, system },
      ]
    : [];
};

/** Kinds of a list with how many it holds; of an empty one the kind that was asked for, and what is left with less said. */
const listsOf = (
  filter: Filter,
  entities: readonly EntityTarget[],
  kinds: readonly QuickOpenKind[],
): readonly (readonly [Filter, Counted])[] => {
  const counted = countKinds(entities, filter).map((it) => [filter, it] as const);
  if (counted.length > 0) return counted.slice(0, mostKinds);
  const asked = kinds.find(({ kind }) => kind === filter.kind);
  return [
    ...(asked ? [[filter, { kind: asked, count: 0 }] as const] : []),
    ...relaxed(filter).flatMap((less) =>
      countKinds(entities, less)
        .slice(0, 1)
        .map((it) => [less, it] as const),
    ),
  ];
};

/** Lists that the words describe: "deprecated components of payments", "services without docs", "apis in storefront". */
export const askForLists = (
  { words, isPhrase }: Phrase,
  entities: readonly EntityTarget[],
  known: Vocabulary,
  base: string,
): readonly Row[] =>
  readFilters(words, known)
    .filter(isNarrow)
    .flatMap((filter, turn) => {
      const { kind, owner, system, ...others } = filter;
      const belongs = owner ?? system;
      const said = Object.values(others).filter((value) => value !== undefined).length + (kind ? 1 : 0);
      // A team's name alone asks for the team.
      const least = said === 0 ? sure.hint - 8 : isPhrase || !belongs ? sure.phrase - 6 : sure.words;
      return listsOf(filter, entities, known.kinds).map(([list, counted], index) =>
        rowOf(list, counted, base, least - index - 3 * turn),
      );
    });

/** A list to begin with: what is deprecated, if anything is. */
export const exampleLists = (entities: readonly EntityTarget[], known: Vocabulary, base: string): readonly Row[] => {
  const lifecycle = known.lifecycles.find((value) => value.toLowerCase() === 'deprecated');
  const filters: readonly Filter[] = [...(lifecycle ? [{ lifecycle }] : []), { without: 'owner' }, { without: 'docs' }];
  return filters.flatMap((filter) =>
    countKinds(entities, filter)
      .slice(0, 1)
      .map((counted) => rowOf(filter, counted, base, 0)),
  );
};
