import type { GlyphName, PageFrame, TextLink } from './shared.ts';

/** By what `/docs/` lists docs sites: by title, by owner, or the longest untouched first. */
export type DocsArrangement = 'title' | 'owner' | 'freshness';

/** One docs site in the lists of `/docs/`, and in the file that filtering loads. */
export interface DocsRow {
  readonly title: string;
  readonly url: string;
  readonly description: string;
  /** What it documents. */
  readonly entity: { readonly title: string; readonly url?: string; readonly glyph: GlyphName };
  readonly owner?: { readonly text: string; readonly url?: string };
  readonly pages: number;
  /** Architecture decisions that it records. */
  readonly decisions: number;
  /** When a page of it was changed last, ISO 8601 in UTC; empty: not known. */
  readonly time: string;
  /** What is said of pages that nobody touched for long. */
  readonly untouched?: string;
  /** It is not what stands in the repository today, in a few words. */
  readonly mark?: string;
}

/** `/docs/`, `/docs/by-owner/`, `/docs/by-freshness/`, and their further pages. */
export interface DocsHomePage {
  readonly page: 'docs-home';
  readonly frame: PageFrame;
  readonly arrangement: DocsArrangement;
  readonly tabs: readonly (TextLink & { readonly current: boolean })[];
  readonly total: number;
  /** Whether any site records decisions. */
  readonly hasDecisions: boolean;
  /** One without a title, or one for each owner. */
  readonly groups: readonly {
    readonly title?: string;
    readonly url?: string;
    readonly rows: readonly DocsRow[];
  }[];
  /** Glyphs that rows may have. */
  readonly glyphs: readonly GlyphName[];
  /** URL of all rows, as JSON. */
  readonly rowsUrl: string;
  readonly pageNumber: number;
  readonly pageCount: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
}
