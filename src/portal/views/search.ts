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
