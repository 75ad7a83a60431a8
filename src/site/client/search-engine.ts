/** What a page of Pagefind's index says about itself. The parts that we read; see https://pagefind.app/docs/api/. */
export interface Hit {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  /** In the order of the page. */
  readonly sub_results: readonly InnerHit[];
}

/** What stands below one heading of a page. */
export interface InnerHit {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** An answer: hits to be loaded one by one, and counts per filter value. */
export interface Answer {
  readonly results: readonly { readonly data: () => Promise<Hit> }[];
  /** Counts with all filters applied. */
  readonly filters: Counts;
  /** Counts for the words alone. */
  readonly totalFilters: Counts;
}

interface EngineOptions {
  readonly baseUrl: string;
  /** Words. */
  readonly excerptLength: number;
  readonly ranking: { readonly metaWeights: Readonly<Record<string, number>> };
}

/** Pagefind's JavaScript API. */
export interface SearchEngine {
  readonly options: (options: EngineOptions) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly filters: () => Promise<Counts>;
  readonly search: (
    query: string | null,
    options: { filters: Readonly<Record<string, { readonly any: readonly string[] }>> },
  ) => Promise<Answer>;
}

/** Loads the search engine and its index from `url`, a folder. */
export const loadEngine = async (url: string, baseUrl: string): Promise<SearchEngine> => {
  const engine = (await import(/* @vite-ignore */ `${url}pagefind.js`)) as SearchEngine;
  // The name of a thing finds it first, then the words that it goes by; what says how to draw a result says nothing.
  const metaWeights = { title: 9, keywords: 5, subtitle: 1, glyph: 0, category: 0 };
  await engine.options({ baseUrl, excerptLength: 26, ranking: { metaWeights } });
  await engine.init();
  // Counts per filter come with answers only once the filters are loaded.
  await engine.filters();
  return engine;
};
