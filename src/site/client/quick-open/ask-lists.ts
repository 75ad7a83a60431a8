import * as text from '@text/quick-open';
import type { QuickOpenKind, QuickOpenOwner } from '../../../portal/views/quick-open.ts';
import { type Folded, fold } from './fold.ts';
import { type Filter, listUrl } from './list-url.ts';
import { found, matchWord } from './match-word.ts';
import type { Phrase } from './phrase.ts';
import { type Row, sure } from './row.ts';
import { type EntityTarget, has } from './targets.ts';
import { isAmong, isLike, wordList } from './words.ts';

type Owner = readonly [owner: QuickOpenOwner, folded: Folded];

/** The values that entities have, which words are compared with. */
export interface Vocabulary {
  readonly kinds: readonly QuickOpenKind[];
  readonly lifecycles: readonly string[];
  readonly types: readonly string[];
  readonly owners: readonly Owner[];
  readonly systems: readonly Owner[];
  /** What is part of what: child teams of their parent, systems of their domain, by ref. */
  readonly above: ReadonlyMap<string, string>;
}

const ownersOf = (all: Iterable<QuickOpenOwner | undefined>): readonly Owner[] => {
  const owners = new Map<string, QuickOpenOwner>();
  for (const owner of all) if (owner) owners.set(owner[1] ?? owner[0], owner);
  return [...owners.values()].map((owner) => [owner, fold(owner[0])]);
};

/** Gathers the values of some entities. */
export const vocabularyOf = (entities: readonly EntityTarget[]): Vocabulary => ({
  kinds: [...new Map(entities.map(({ kind }) => [kind.kind, kind])).values()],
  lifecycles: [...new Set(entities.map(({ lifecycle }) => lifecycle))].filter(Boolean),
  types: [...new Set(entities.map(({ type }) => type))].filter(Boolean),
  owners: ownersOf(entities.map(({ owner }) => owner)),
  // Subcomponents are listed on their component's page.
  systems: ownersOf(entities.map(({ system }) => (system?.[1]?.startsWith('component:') ? undefined : system))),
  above: new Map(entities.flatMap(({ ref, system }) => (system?.[1] ? [[ref, system[1]] as const] : []))),
});

const without = wordList(text.without);
const missable = { owner: wordList(text.missable.owner), docs: wordList(text.missable.docs) } as const;

/** The owner or system that all of these words are in the name of, the best there is. */
const bestOf = (words: readonly Folded[], named: readonly Owner[]): QuickOpenOwner | undefined => {
  let [best, title] = [0, undefined as QuickOpenOwner | undefined];
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

/** What some words ask for, and whether each that says a kind, a state or a type was typed to its end. */
interface Reading {
  readonly filter: Filter;
  readonly isWhole: boolean;
}

/** Takes from the words what says kind, lifecycle, type and what is missing; the others name an owner or a system. */
const readFilters = (words: readonly Folded[], known: Vocabulary): readonly Reading[] => {
  const left = [...words];
  let isWhole = true;
  const isSaid = (word: string, other: string): boolean => {
    if (!isLike(word, other)) return false;
    isWhole &&= word.length >= other.length - 1;
    return true;
  };
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
  const lifecycle = take((word) => known.lifecycles.find((value) => isSaid(word, fold(value).letters)));
  const names = ({ kind, title, plural }: QuickOpenKind): readonly string[] => [
    kind,
    ...wordList(title),
    ...wordList(plural),
  ];
  const kind = take((word) => known.kinds.find((value) => names(value).some((name) => isSaid(word, name))));
  const type = take((word) => known.types.find((value) => isSaid(word, fold(value).letters)));
  const said = { kind: kind?.kind, lifecycle, type, without: lacks };
  if (missing && !lacks) return [];
  if (left.length === 0) return lifecycle || type || lacks ? [{ filter: said, isWhole }] : [];
  const [owner, part] = [bestOf(left, known.owners), bestOf(left, known.systems)];
  return [...(owner ? [{ ...said, owner }] : []), ...(part ? [{ ...said, part }] : [])].map((filter) => ({
    filter,
    isWhole,
  }));
};

const lacks = (entity: EntityTarget, what: 'owner' | 'docs'): boolean =>
  what === 'owner' ? !entity.owner : !has(entity, 'docs');

/** Whether something is that, or part of it through others. */
const isWithin = (at: QuickOpenOwner | undefined, whole: QuickOpenOwner, above: Vocabulary['above']): boolean => {
  if (!at?.[1] || !whole[1]) return at?.[0] === whole[0];
  let ref: string | undefined = at[1];
  for (let depth = 0; ref !== undefined && depth < 20; depth += 1) {
    if (ref === whole[1]) return true;
    ref = above.get(ref);
  }
  return false;
};

const passes = (entity: EntityTarget, filter: Filter, above: Vocabulary['above']): boolean =>
  (!filter.kind || entity.kind.kind === filter.kind) &&
  (!filter.lifecycle || entity.lifecycle === filter.lifecycle) &&
  (!filter.type || entity.type === filter.type) &&
  (!filter.owner || isWithin(entity.owner, filter.owner, above)) &&
  (!filter.part || isWithin(entity.system, filter.part, above)) &&
  (!filter.without || lacks(entity, filter.without));

/** So many kinds are offered for one list. */
const mostKinds = 3;

interface Counted {
  readonly kind: QuickOpenKind;
  readonly count: number;
}

/** How many entities of each kind a list would hold, the longest first. */
const countKinds = (entities: readonly EntityTarget[], filter: Filter, { above }: Vocabulary): readonly Counted[] => {
  const counts = new Map<QuickOpenKind, number>();
  const lacking = filter.without;
  // A kind of which none has an owner, or docs, does not lack them.
  const able = lacking && new Set(entities.flatMap((entity) => (lacks(entity, lacking) ? [] : [entity.kind.kind])));
  for (const entity of entities)
    if (passes(entity, filter, above) && (!able || able.has(entity.kind.kind)))
      counts.set(entity.kind, (counts.get(entity.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
};

const rowOf = (filter: Filter, { kind, count }: Counted, base: string, score: number): Row => ({
  text: text.filtered({ ...filter, owner: filter.owner?.[0], part: filter.part?.[0], plural: kind.plural }),
  note: text.list,
  glyph: kind.glyph,
  count: text.count(count),
  deed: { does: 'open', url: listUrl(base, { ...filter, kind: kind.kind }) },
  score,
});

const isNarrow = ({ kind, ...filter }: Filter): boolean => Object.values(filter).some((value) => value !== undefined);

/** What is left of a list that would be empty, said with less: of anybody, or in any state. */
const relaxed = ({ kind, owner, part, ...others }: Filter): readonly Filter[] => {
  const states = Object.values(others).some((value) => value !== undefined);
  return states && (owner ?? part)
    ? [
        { kind, ...others },
        { kind, owner, part },
      ]
    : [];
};

/** Kinds of a list with how many it holds; of an empty one the kind that was asked for, and what is left with less said. */
const listsOf = (
  filter: Filter,
  entities: readonly EntityTarget[],
  known: Vocabulary,
): readonly (readonly [Filter, Counted])[] => {
  const counted = countKinds(entities, filter, known).map((it) => [filter, it] as const);
  if (counted.length > 0) return counted.slice(0, mostKinds);
  const asked = known.kinds.find(({ kind }) => kind === filter.kind);
  return [
    ...(asked ? [[filter, { kind: asked, count: 0 }] as const] : []),
    ...relaxed(filter).flatMap((less) =>
      countKinds(entities, less, known)
        .slice(0, 1)
        .map((it) => [less, it] as const),
    ),
  ];
};

/** How sure it is that a list is meant, and nothing that is called so. */
const sureness = (
  { kind, owner, part, ...others }: Filter,
  isWhole: boolean,
  words: number,
  isPhrase: boolean,
): number => {
  const belongs = owner ?? part;
  const said = Object.values(others).filter((value) => value !== undefined).length + (kind ? 1 : 0);
  // A team's name alone asks for the team.
  if (said === 0) return sure.hint - 8;
  if (!isWhole && !isPhrase) return sure.hint;
  if (words === 1) return sure.words - 4;
  return isPhrase || !belongs ? sure.phrase - 6 : sure.words;
};

/** Lists that the words describe: "deprecated components of payments", "services without docs", "apis in storefront". */
export const askForLists = (
  { words, isPhrase }: Phrase,
  entities: readonly EntityTarget[],
  known: Vocabulary,
  base: string,
): readonly Row[] =>
  readFilters(words, known)
    .filter(({ filter }) => isNarrow(filter))
    .flatMap(({ filter, isWhole }, turn) => {
      const least = sureness(filter, isWhole, words.length, isPhrase);
      return listsOf(filter, entities, known).map(([list, counted], index) =>
        rowOf(list, counted, base, least - index - 3 * turn),
      );
    });

/** A list to begin with: what is deprecated, if anything is. */
export const exampleLists = (entities: readonly EntityTarget[], known: Vocabulary, base: string): readonly Row[] => {
  const lifecycle = known.lifecycles.find((value) => value.toLowerCase() === 'deprecated');
  const filters: readonly Filter[] = [...(lifecycle ? [{ lifecycle }] : []), { without: 'owner' }, { without: 'docs' }];
  return filters.flatMap((filter) =>
    countKinds(entities, filter, known)
      .slice(0, 1)
      .map((counted) => rowOf(filter, counted, base, 0)),
  );
};
