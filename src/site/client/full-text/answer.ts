import type { SearchColumn, SearchPages } from '../../../portal/views/search-pages.ts';
import type { EngineResult, Hit, SearchEngine } from './engine.ts';
import { askedFor, closeness, closenessOf, namesOf, type PageName, squeezed, wordsOf } from './names.ts';
import { type FieldCounts, type Narrowing, narrow } from './narrow.ts';
import { nearNames } from './near-names.ts';

/** What the search page asks. */
export interface Question {
  readonly query: string;
  readonly narrowing: Narrowing;
  /** Which of the results to show. */
  readonly from: number;
  readonly count: number;
}

/** What it is answered. */
export interface Answer {
  readonly total: number;
  readonly hits: readonly Hit[];
  readonly counts: FieldCounts;
  /** What may have been meant, when nothing was found that has the words. */
  readonly near: readonly string[];
}

/** So many entities that a query only begins to name stand before the pages that have its words. */
const mostNamed = 8;

/** What is deprecated is less of an answer, where it is not named. */
const deprecatedWorth = 0.6;

/** The ways in which words are looked up: as they are typed, and where that finds nothing, the parts of names. */
const formsOf = (query: string): readonly string[] => {
  if (query.includes('"')) return [query];
  const parted = wordsOf(query).join(' ');
  return parted === query.toLowerCase() || parted === '' ? [query] : [query, parted];
};

/** Whether a result has a word of the query, and not only one that begins like it, which the engine finds where nothing else is. */
const says = ({ meta, excerpt, sub_results: parts }: Hit, query: string): boolean => {
  const words = wordsOf(query);
  const text = [meta['title'] ?? '', excerpt, ...parts.map((part) => part.excerpt)].join(' ').toLowerCase();
  const title = squeezed(meta['title'] ?? '');
  return title.includes(squeezed(query)) || words.some((word) => word.length > 2 && text.includes(word));
};

interface Described {
  readonly pages: SearchPages;
  readonly names: readonly PageName[];
  readonly base: string;
}

const valueIn = ({ of, values }: SearchColumn, page: number): string => {
  const own = of[page];
  return values[typeof own === 'number' ? own : (own?.[0] ?? -1)] ?? '';
};

/** A page that is named but does not have the words, or that nobody looked for: what the table says of it. */
const plainHit = ({ pages, names, base }: Described, page: number): Hit => {
  const { category, entity, kind, type, owner } = pages.fields;
  const of = (columns: readonly SearchColumn[]): readonly string[] => columns.map((column) => valueIn(column, page));
  const isDocs = valueIn(category, page) === 'docs';
  const subtitle = of(isDocs ? [entity] : [kind, type, owner])
    .filter(Boolean)
    .join(' · ');
  const meta = { title: names[page]?.title ?? '', category: valueIn(category, page), subtitle };
  const glyph = valueIn(pages.glyphs, page);
  return { url: `${base}${pages.paths[page]}`, excerpt: '', meta: { ...meta, glyph }, sub_results: [] };
};

/** Answers questions from an engine and the table of its pages; `base` stands before the paths of both. */
export const startAnswering = (
  engine: SearchEngine,
  pages: SearchPages,
  base: string,
): ((question: Question) => Promise<Answer>) => {
  const names = namesOf(pages);
  const pageOfId = new Map(pages.ids.map((id, page) => [id, page]));
  const all = names.map((_, page) => page);
  const { lifecycle } = pages.fields;
  const isDeprecated = (page: number): boolean => valueIn(lifecycle, page).toLowerCase() === 'deprecated';

  const lookUp = async (query: string): Promise<ReadonlyMap<number, EngineResult>> => {
    const found = new Map<number, EngineResult>();
    for (const form of formsOf(query)) {
      const { results } = await engine.search(form);
      for (const result of results) {
        const page = pageOfId.get(result.id);
        if (page !== undefined) found.set(page, result);
      }
      if (found.size > 0) break;
    }
    return found;
  };

  /** Pages in the order in which they answer a query. */
  const order = (query: string, found: ReadonlyMap<number, EngineResult>): readonly number[] => {
    const asked = askedFor(query);
    const isPhrase = query.includes('"');
    const rows = all.flatMap((page) => {
      const near = closenessOf(names[page] as PageName, asked);
      const score = found.get(page)?.score;
      if (score === undefined && (near >= closeness.none || isPhrase)) return [];
      const worth = (score ?? 0) * (isDeprecated(page) ? deprecatedWorth : 1);
      return [{ page, near, worth }];
    });
    rows.sort((a, b) => a.near - b.near || b.worth - a.worth || a.page - b.page);
    const exact = rows.filter(({ near }) => near < closeness.beginning);
    const begun = rows.filter(({ near }) => near >= closeness.beginning && near < closeness.none);
    const rest = [...begun.slice(mostNamed), ...rows.filter(({ near }) => near === closeness.none)];
    rest.sort((a, b) => b.worth - a.worth || a.page - b.page);
    return [...exact, ...begun.slice(0, mostNamed), ...rest].map(({ page }) => page);
  };

  let last: {
    readonly query: string;
    readonly found: ReadonlyMap<number, EngineResult>;
    readonly order: readonly number[];
  };
  return async ({ query, narrowing, from, count }) => {
    if (last?.query !== query) {
      const found = query === '' ? new Map<number, EngineResult>() : await lookUp(query);
      last = { query, found, order: query === '' ? all : order(query, found) };
    }
    const { found } = last;
    const { kept, counts } = narrow(pages, last.order, narrowing);
    const shown = kept.slice(from, from + count);
    const hits = await Promise.all(
      shown.map((page) => found.get(page)?.data() ?? plainHit({ pages, names, base }, page)),
    );
    const isFound = query === '' || hits.some((hit) => says(hit, query));
    const near = isFound ? [] : nearNames(names, query, last.order.length === 0);
    return { total: kept.length, hits, counts, near };
  };
};
