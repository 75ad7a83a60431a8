import type { PageFrame, TextLink } from './shared.ts';

/** A repository that the catalog says nothing of. */
export interface MissingRow {
  readonly repository: string;
  readonly url?: string;
  readonly source: string;
  readonly description?: string;
  readonly committedAt: string;
  /** What was found in it: `Go`, `docs`, `2 API definitions`. */
  readonly found: readonly string[];
  /** Why it is not counted, or what is the matter with its descriptor. */
  readonly note?: string;
  readonly problems?: TextLink;
  readonly suggestion?: SuggestionView;
}

/** A descriptor to be copied, or opened as a new file. */
export interface SuggestionView {
  /** Path of the descriptor in its repository. */
  readonly path: string;
  readonly yaml: string;
  readonly newFile?: TextLink & {
    /** The editor opens with the text in it; else it has to be pasted. */
    readonly isFilled: boolean;
  };
}

/** `/not-in-catalog/` and its further lists and pages. */
export interface NotInCatalogPage {
  readonly page: 'not-in-catalog';
  readonly frame: PageFrame;
  /** "31 of 48 repositories are in the catalog." */
  readonly coverage: string;
  /** From 0 to 100, rounded down. */
  readonly percent: number;
  readonly tabs: readonly (TextLink & { readonly count: number; readonly current: boolean })[];
  /** The sources to choose from; none where there is one. */
  readonly sources: readonly (TextLink & { readonly count: number; readonly current: boolean })[];
  /** What the list holds and in which order. */
  readonly lede: string;
  readonly rows: readonly MissingRow[];
  readonly jsonUrl: string;
  readonly pageNumber: number;
  readonly pageCount: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
}
