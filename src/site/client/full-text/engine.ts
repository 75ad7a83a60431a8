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

/** A page that has the words looked for, to be loaded on demand. */
export interface EngineResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<Hit>;
}

type Filters = Readonly<Record<string, { readonly any: readonly string[] }>>;

interface EngineOptions {
  readonly baseUrl: string;
  /** Words. */
  readonly excerptLength: number;
  readonly ranking: { readonly metaWeights: Readonly<Record<string, number>> };
  /** Whether the engine runs where it is called, and in no worker of its own. */
  readonly noWorker?: boolean;
  /** URL of the index's folder. */
  readonly basePath: string;
}

/** Pagefind's JavaScript API. */
export interface SearchEngine {
  readonly init: () => Promise<void>;
  readonly search: (
    query: string,
    options?: { readonly filters?: Filters },
  ) => Promise<{ readonly results: readonly EngineResult[] }>;
}

interface EngineModule {
  readonly createInstance: (options: EngineOptions) => SearchEngine;
}

/** The name of a thing finds it first, then the words that it goes by; what says how to draw a result says nothing. */
const metaWeights = { title: 9, keywords: 5, subtitle: 1, glyph: 0, category: 0 };

/**
 * An engine on the index in the folder `basePath`, its words loaded and ready. Its filters are never loaded as a whole:
 * once they are, it counts them with each search, by comparing each result with each page.
 */
export const startEngine = async (
  { createInstance }: EngineModule,
  place: Pick<EngineOptions, 'basePath' | 'baseUrl' | 'noWorker'>,
): Promise<SearchEngine> => {
  const engine = createInstance({ ...place, excerptLength: 26, ranking: { metaWeights } });
  await engine.init();
  return engine;
};

/** Loads the engine and its index from `url`, a folder. */
export const loadEngine = async (url: string, baseUrl: string): Promise<SearchEngine> =>
  startEngine((await import(/* @vite-ignore */ `${url}pagefind.js`)) as EngineModule, { basePath: url, baseUrl });
