import type { GlyphName, PageFrame, TextLink } from './shared.ts';

/** `/search/`. */
export interface SearchPage {
  readonly page: 'search';
  readonly frame: PageFrame;
  readonly pagefindUrl: string;
  /** Glyphs that results may have. */
  readonly glyphs: readonly GlyphName[];
  /** Lists of everything, for those without scripts. */
  readonly lists: readonly TextLink[];
}

/** `404.html`. */
export interface NotFoundPage {
  readonly page: 'not-found';
  readonly frame: PageFrame;
  /** URL of the compact list of names and URLs that near matches come from. */
  readonly namesUrl: string;
}
