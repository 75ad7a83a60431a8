import type { GlyphName, Lifecycle, PageFrame } from './shared.ts';

/** One row of a catalog index. Also the shape of `rows.json`, which live filtering loads. */
export interface CatalogRow {
  readonly title: string;
  readonly name: string;
  readonly namespace: string;
  readonly url: string;
  readonly description: string;
  readonly type: string;
  readonly owner: string;
  readonly ownerUrl?: string;
  readonly system: string;
  readonly systemUrl?: string;
  readonly lifecycle?: Lifecycle;
  readonly tags: readonly string[];
  readonly docsUrl?: string;
  readonly docsPages: number;
  /** It is shown as it was, in a few words: `earlier version`, `as of 19 Nov 2026`. */
  readonly mark?: string;
  /** Problems of all severities, and how many of them are errors and warnings. */
  readonly problems: number;
  readonly errors: number;
  readonly warnings: number;
  /** Values of the kind's own columns, by `CatalogColumn.field`. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
}

/** A facet of a catalog index, computed over all rows of the kind. */
export interface CatalogFacet {
  /** Field of `CatalogRow`: `lifecycle`, `owner`, `type`, `system`, `tags`, `docs`, `problems`; or a key of its `fields`. */
  readonly field: string;
  readonly title: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** A column of a catalog index, per kind. */
export interface CatalogColumn {
  /** `name`, `owner`, `system`, `type`, `lifecycle`, `docs`, `problems`, `tags`; or a key of `CatalogRow.fields`. */
  readonly field: string;
  readonly title: string;
  /** One of the kind's own fields, a key of `CatalogRow.fields`. */
  readonly isOwn?: boolean;
}

/** `/catalog/<kind>/` and its static pages `/catalog/<kind>/2/` … of 100 rows. */
export interface CatalogIndexPage {
  readonly page: 'catalog-index';
  readonly frame: PageFrame;
  readonly title: string;
  readonly kinds: readonly {
    readonly title: string;
    readonly glyph: GlyphName;
    readonly count: number;
    readonly url: string;
    readonly current: boolean;
  }[];
  /** What the kind is, where its declaration says so. */
  readonly description?: string;
  /** "components", for "1,204 components". */
  readonly noun: string;
  readonly glyph: GlyphName;
  readonly total: number;
  readonly columns: readonly CatalogColumn[];
  readonly facets: readonly CatalogFacet[];
  readonly rows: readonly CatalogRow[];
  readonly rowsUrl: string;
  readonly pageNumber: number;
  readonly pageCount: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
}
