/** What a page of search can be narrowed by, in the order in which people are asked. */
export const searchFields = ['category', 'kind', 'type', 'owner', 'lifecycle', 'entity', 'tag', 'freshness'] as const;

/** The name of a filter of search. */
export type SearchField = (typeof searchFields)[number];

/**
 * Every page that search finds, in columns: what the search page counts, narrows and orders by, because the engine's own
 * filters compare each result with each page (20,000 pages: a second for each letter typed).
 */
export interface SearchPages {
  /** The engine's names of the pages; all other columns are in the same order. */
  readonly ids: readonly string[];
  /** Empty where it is the last part of the path. */
  readonly titles: readonly string[];
  /** Paths inside the portal, percent-encoded. */
  readonly paths: readonly string[];
  readonly glyphs: SearchColumn;
  /** The values of a filter, and for each page which of them it has, as their places in the list. */
  readonly fields: Readonly<Record<SearchField, SearchColumn>>;
}

/** One filter. Most pages have one value of it or none (-1); several are a list. */
export interface SearchColumn {
  readonly values: readonly string[];
  readonly of: readonly (number | readonly number[])[];
}

/** File in Pagefind's folder that holds the table. */
export const searchPagesFile = 'pages.json';
