/** What pages show, ready to print: components compute nothing. All URLs carry the base path. */

/** Names of the glyphs that `Glyph.astro` draws. A custom kind gets `entity`. */
export type GlyphName =
  | 'component'
  | 'api'
  | 'resource'
  | 'system'
  | 'domain'
  | 'group'
  | 'user'
  | 'template'
  | 'location'
  | 'ai-resource'
  | 'entity'
  | 'docs'
  | 'problem'
  | 'search'
  | 'graph'
  | 'source'
  | 'edit'
  | 'copy'
  | 'external'
  | 'sun'
  | 'moon'
  | 'menu'
  | 'close'
  | 'check'
  | 'chevron';

/** A link with its text. */
export interface TextLink {
  readonly text: string;
  readonly url: string;
}

/** What the page frame (header, footer, head) shows. The same for every page but `section`, `title` and `canonicalPath`. */
export interface PageFrame {
  readonly portalTitle: string;
  /** URL of the logo, or `undefined` for Callboard's own mark. */
  readonly logoUrl?: string;
  /** Base path with a slash at both ends. */
  readonly base: string;
  /** Absolute canonical URL, when the portal's URL is known. */
  readonly canonicalUrl?: string;
  /** URL of the stylesheet with the owner's accent colours. */
  readonly accentUrl: string;
  /** `<title>` without the portal's name. */
  readonly title: string;
  readonly description: string;
  readonly nav: readonly (TextLink & { readonly current: boolean })[];
  readonly searchUrl: string;
  readonly homeUrl: string;
  readonly callboardVersion: string;
  /** Search filters and metadata of the page for Pagefind; absent: the page is not indexed. */
  readonly search?: PageSearch;
}

/** How the page is found. */
export interface PageSearch {
  /** What a result says first: `Component`, `API`, `Docs`. */
  readonly category: 'entity' | 'docs';
  readonly glyph: GlyphName;
  /** Filter name → values: `kind`, `type`, `owner`, `lifecycle`, `tag`, `entity`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Extra words to be found by that are not printed (ref, sub-words of the name). */
  readonly keywords: string;
  /** Shown under the result's title. */
  readonly subtitle: string;
}

/** A mention of an entity: in tables, rails and breadcrumbs. */
export interface EntityMention {
  /** Canonical ref. */
  readonly ref: string;
  /** Title, else name. */
  readonly title: string;
  readonly glyph: GlyphName;
  /** Absent when nothing in the catalog has this ref: shown as text, marked as missing. */
  readonly url?: string;
  /** Kind as its author spells it. */
  readonly kind: string;
  readonly type?: string;
  readonly description?: string;
  readonly lifecycle?: Lifecycle;
  /** Title and URL of the owner, when known. */
  readonly owner?: { readonly text: string; readonly url?: string };
}

/** A lifecycle with the tone its dot has. */
export interface Lifecycle {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
}

/** A diagnostic as pages show it. */
export interface ProblemView {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly hint: string;
  /** `repository/path:line:column`. */
  readonly address?: string;
  /** Where that line can be seen on the code host. */
  readonly addressUrl?: string;
  readonly entity?: EntityMention;
}

/** When and from where a page's facts were read. Times are absolute ISO 8601; the browser makes them relative. */
export interface Provenance {
  readonly repository: string;
  readonly repositoryUrl?: string;
  readonly branch: string;
  /** Abbreviated to seven digits. */
  readonly commit: string;
  readonly commitUrl?: string;
  readonly committedAt: string;
  readonly path: string;
  readonly sourceUrl?: string;
  readonly editUrl?: string;
}

/** A node of a drawn graph; boxes are in the drawing's units, top left. */
export interface GraphNode {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly glyph: GlyphName;
  readonly url?: string;
  readonly focus: boolean;
  readonly missing: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The title uncut, when `title` may be cut to fit the box. */
  readonly fullTitle?: string;
  /** How it relates to the focus, for those who hear the drawing: "depends on this". */
  readonly relation?: string;
}

/** An edge of a drawn graph. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Empty where another edge of the same bundle carries the label. */
  readonly label: string;
  /** SVG path data. */
  readonly path: string;
  /** Centre of the label. */
  readonly labelX: number;
  readonly labelY: number;
}

/** A drawn neighbourhood, laid out at build time. */
export interface GraphDrawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** A frame with a name around some nodes: the system. */
  readonly clusters: readonly {
    readonly title: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Sentence for screen readers. */
  readonly summary: string;
  /** How many neighbours were left out for space. */
  readonly omitted: number;
  /** Centre of the focus in tenths of the width, 0 to 10: where a frame that is too narrow starts. */
  readonly focusAt?: number;
}

/** A table of entities in one section of an entity page. */
export interface RelationSection {
  readonly id: string;
  readonly title: string;
  /** "2 directly, 11 in all". */
  readonly note?: string;
  readonly rows: readonly {
    readonly entity: EntityMention;
    /** How the relation reads or leads here: "direct", "checkout → payments-api → this", "consumes". */
    readonly via: string;
  }[];
  /** Rows not shown, with where to see them. */
  readonly more?: { readonly count: number; readonly url: string };
  /** Heading of the `via` column. */
  readonly viaTitle: string;
}

/** One labelled fact of the rail. */
export interface RailFact {
  readonly label: string;
  readonly values: readonly {
    readonly text: string;
    readonly url?: string;
    readonly note?: string;
    readonly external?: boolean;
    readonly time?: string;
    readonly initials?: string;
  }[];
}

/** `/catalog/<namespace>/<kind>/<name>/`. */
export interface EntityPage {
  readonly page: 'entity';
  readonly frame: PageFrame;
  readonly entity: EntityMention;
  readonly refText: string;
  readonly breadcrumbs: readonly TextLink[];
  readonly tags: readonly TextLink[];
  /** Description as sanitised HTML (Markdown rendered at build). */
  readonly descriptionHtml?: string;
  readonly provenance: Provenance;
  readonly problems: readonly ProblemView[];
  readonly rail: readonly RailFact[];
  readonly graph?: GraphDrawing;
  readonly graphUrl: string;
  /** In the order that this kind wants. */
  readonly relations: readonly RelationSection[];
  readonly docs?: {
    readonly title: string;
    readonly url: string;
    readonly pageCount: number;
    readonly pages: readonly TextLink[];
  };
  /** An API's raw definition. */
  readonly definition?: {
    readonly language: string;
    readonly text: string;
    readonly lineCount: number;
    readonly truncated: boolean;
    readonly downloadUrl: string;
  };
  readonly yaml: string;
  readonly jsonUrl: string;
}

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
  readonly problems: number;
  readonly worstProblem?: 'error' | 'warning' | 'info';
}

/** A facet of a catalog index, computed over all rows of the kind. */
export interface CatalogFacet {
  /** Field of `CatalogRow`: `lifecycle`, `owner`, `type`, `system`, `tags`, `docs`, `problems`. */
  readonly field: string;
  readonly title: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** A column of a catalog index, per kind. */
export interface CatalogColumn {
  readonly field: 'name' | 'owner' | 'system' | 'type' | 'lifecycle' | 'docs' | 'problems' | 'tags';
  readonly title: string;
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

/** `/`. */
export interface HomePage {
  readonly page: 'home';
  readonly frame: PageFrame;
  readonly kinds: readonly {
    readonly title: string;
    readonly glyph: GlyphName;
    readonly count: number;
    readonly url: string;
  }[];
  readonly domains: readonly {
    readonly entity: EntityMention;
    readonly systems: readonly { readonly entity: EntityMention; readonly componentCount: number }[];
  }[];
  readonly teams: readonly { readonly entity: EntityMention; readonly owned: number; readonly people: number }[];
  readonly docs: readonly {
    readonly title: string;
    readonly url: string;
    readonly pageCount: number;
    readonly entity: EntityMention;
  }[];
  /** Repositories by last commit, newest first. */
  readonly recent: readonly { readonly entity: EntityMention; readonly time: string; readonly repository: string }[];
  readonly health: readonly {
    readonly label: string;
    readonly value: string;
    readonly note: string;
    readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
    readonly url?: string;
  }[];
  readonly repositoryCount: number;
  readonly entityCount: number;
}

/** `/docs/`. */
export interface DocsHomePage {
  readonly page: 'docs-home';
  readonly frame: PageFrame;
  readonly sites: readonly {
    readonly title: string;
    readonly url: string;
    readonly entity: EntityMention;
    readonly pageCount: number;
    readonly description: string;
    readonly time: string;
  }[];
}

/** An entry of the navigation beside a docs page; URLs carry the base path. */
export interface DocsNavLink {
  readonly title: string;
  readonly url?: string;
  readonly current: boolean;
  /** The current page is this one or below. */
  readonly open: boolean;
  readonly external: boolean;
  readonly children: readonly DocsNavLink[];
}

/** `/docs/<namespace>/<kind>/<name>/…`. */
export interface DocsPageView {
  readonly page: 'docs-page';
  readonly frame: PageFrame;
  readonly entity: EntityMention;
  readonly siteTitle: string;
  readonly siteUrl: string;
  readonly breadcrumbs: readonly TextLink[];
  readonly title: string;
  /** The content itself begins with its own `<h1>`; then the layout prints none. */
  readonly hasOwnTitle: boolean;
  /** Sanitised HTML. */
  readonly html: string;
  readonly nav: readonly DocsNavLink[];
  readonly headings: readonly { readonly level: number; readonly id: string; readonly title: string }[];
  readonly previous?: TextLink;
  readonly next?: TextLink;
  readonly provenance: Provenance;
  readonly problems: readonly ProblemView[];
}

/** A docs page that moved. */
export interface RedirectPage {
  readonly page: 'redirect';
  readonly frame: PageFrame;
  readonly target: TextLink;
}

/** `/search/`. */
export interface SearchPage {
  readonly page: 'search';
  readonly frame: PageFrame;
  readonly pagefindUrl: string;
}

/** `/problems/`. */
export interface ProblemsPage {
  readonly page: 'problems';
  readonly frame: PageFrame;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly groups: readonly {
    readonly repository: string;
    readonly url?: string;
    readonly problems: readonly ProblemView[];
  }[];
  readonly codes: readonly { readonly code: string; readonly title: string; readonly count: number }[];
  readonly jsonUrl: string;
}

/** `/catalog-graph/`: the estate. Small ones are drawn at build time; large ones as clusters, nodes loaded by script. */
export interface GraphPage {
  readonly page: 'graph';
  readonly frame: PageFrame;
  /** URL of `GraphData` for the live view. */
  readonly dataUrl: string;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Drawn at build time so that links work without scripts; absent above the size that a page may have. */
  readonly drawing?: GraphDrawing;
  /** Entry points without scripts: domains and systems with their counts. */
  readonly outline: readonly {
    readonly entity: EntityMention;
    readonly children: readonly { readonly entity: EntityMention; readonly count: number }[];
  }[];
}

/** `404.html`. */
export interface NotFoundPage {
  readonly page: 'not-found';
  readonly frame: PageFrame;
  /** URL of the compact list of names and URLs that near matches come from. */
  readonly namesUrl: string;
}

/** Any page of the portal. */
export type PageView =
  | EntityPage
  | CatalogIndexPage
  | HomePage
  | DocsHomePage
  | DocsPageView
  | RedirectPage
  | SearchPage
  | ProblemsPage
  | GraphPage
  | NotFoundPage;

/** `catalog-graph/graph.json`: the whole estate for the live graph. Compact: nodes by position in the array. */
export interface GraphData {
  readonly nodes: readonly {
    readonly ref: string;
    readonly title: string;
    readonly kind: GlyphName;
    readonly url: string;
    readonly group: string;
    readonly x: number;
    readonly y: number;
  }[];
  /** `[from, to, relation]`, indices into `nodes` and `relations`. */
  readonly edges: readonly (readonly [number, number, number])[];
  readonly relations: readonly string[];
}
