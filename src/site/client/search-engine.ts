/** What a page of Pagefind's index says about itself. The parts that we read; see https://pagefind.app/docs/api/. */
export interface Hit {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
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

/** Pagefind's JavaScript API. */
export interface SearchEngine {
  readonly options: (options: { baseUrl: string; excerptLength: number }) => Promise<void>;
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
  await engine.options({ baseUrl, excerptLength: 26 });
  await engine.init();
  return engine;
};
