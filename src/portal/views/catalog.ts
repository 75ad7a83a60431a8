import type { FacetLine } from './catalog-index/facet-lines.ts';
import type { GlyphName, Lifecycle, PageFrame } from './shared.ts';

/** What a row is owned by or part of. */
export interface CatalogPlace {
  /** Canonical; a text without a colon is an owner that only somebody wrote. */
  readonly ref: string;
  readonly title: string;
  /** Absent: it is not in the catalog. */
  readonly url?: string;
}

/** One row of a catalog index. `rows.json` has the same as columns, see `catalog-index/rows-file.ts`. */
export interface CatalogRow {
  /** Canonical. */
  readonly ref: string;
  readonly title: string;
  /** As in the ref. */
  readonly name: string;
  readonly namespace: string;
  readonly url: string;
  readonly description: string;
  readonly type: string;
  /** Of a person their teams. */
  readonly owners: readonly CatalogPlace[];
  /** What it is part of: a component of its system, a system of its domain, a team of its parent. */
  readonly parts: readonly CatalogPlace[];
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
  /** What depends on it directly, and what of that is in production. */
  readonly dependents: number;
  readonly inProduction: number;
  /** Slug of its repository, and name of the configured source that found that. */
  readonly repository: string;
  readonly source: string;
  /** Values of the kind's own columns, by `CatalogColumn.field`. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
}

/** A facet of a catalog index as the page shows it before anything is chosen. */
export interface CatalogFacet {
  /** `lifecycle`, `owner`, `type`, `system`, `domain`, `tags`, `docs`, `problems`, `dependents`, `namespace`, `source`; or a key of the rows' `fields`. */
  readonly field: string;
  readonly title: string;
  readonly lines: readonly FacetLine[];
  /** Values that are not listed until they are asked for. */
  readonly more: number;
  /** It has so many values that one can be looked for. */
  readonly isSearched: boolean;
}

/** A column of a catalog index, per kind. */
export interface CatalogColumn {
  /** `name`, `owner`, `system`, `type`, `lifecycle`, `docs`, `problems`, `tags`; or a key of `CatalogRow.fields`. */
  readonly field: string;
  readonly title: string;
  /** One of the kind's own fields, a key of `CatalogRow.fields`. */
  readonly isOwn?: boolean;
}

/** A kind in the tabs of the indexes. */
export interface CatalogKind {
  readonly title: string;
  readonly glyph: GlyphName;
  readonly count: number;
  readonly url: string;
  readonly current: boolean;
  /** Facets that a view keeps when it is taken over to this kind, separated by spaces. */
  readonly keeps: string;
}

/** `/catalog/<kind>/` and its static pages `/catalog/<kind>/2/` … of 100 rows. */
export interface CatalogIndexPage {
  readonly page: 'catalog-index';
  readonly frame: PageFrame;
  readonly title: string;
  readonly kinds: readonly CatalogKind[];
  /** What the kind is, where its declaration says so. */
  readonly description?: string;
  /** "component" and "components", for "1,204 components". */
  readonly nouns: readonly [one: string, many: string];
  /** "1,204 components". */
  readonly totalText: string;
  readonly glyph: GlyphName;
  readonly total: number;
  readonly columns: readonly CatalogColumn[];
  readonly facets: readonly CatalogFacet[];
  /** Views that many ask for, and how many rows each finds. */
  readonly presets: readonly { readonly text: string; readonly count: number; readonly url: string }[];
  readonly rows: readonly CatalogRow[];
  readonly rowsUrl: string;
  /** The first page of the index, which has the address of every view. */
  readonly indexUrl: string;
  /** All entities of the kind in Backstage's JSON. */
  readonly jsonUrl: string;
  /** How the files are called that a view is saved as. */
  readonly saveName: string;
  readonly settingsUrl: string;
  readonly pageNumber: number;
  readonly pageCount: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
}
