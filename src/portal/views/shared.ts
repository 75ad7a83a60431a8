import type { KindGlyph } from '../../catalog/model/kind-glyphs.ts';
import type { SocialCard } from './social-card.ts';
import type { Language } from './text/texts.ts';

/** Names of the glyphs that a kind may have. */
export type KindGlyphName = KindGlyph;

/** Names of the glyphs that `Glyph.astro` draws. A kind that nobody declared gets `entity`. */
export type GlyphName =
  | KindGlyph
  | 'docs'
  | 'problem'
  | 'error'
  | 'info'
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
  /** The text is English whatever the portal's language is. */
  readonly isEnglish?: boolean;
}

/** What the page frame (header, footer, head) shows. The same for every page but `section`, `title` and `canonicalPath`. */
export interface PageFrame {
  readonly portalTitle: string;
  /** Of the interface, BCP 47. */
  readonly language: Language;
  /** URL of the logo, or `undefined` for Callboard's own mark. */
  readonly logoUrl?: string;
  /** Base path with a slash at both ends. */
  readonly base: string;
  /** Absolute canonical URL, when the portal's URL is known. */
  readonly canonicalUrl?: string;
  /** The owner's accent colours as CSS; it holds nothing else. */
  readonly accentCss: string;
  /** URL of the picture for tabs and bookmarks. */
  readonly iconUrl: string;
  /** URL of the same for home screens: a PNG of 180 pixels. */
  readonly touchIconUrl: string;
  /** What a browser may paint around the page, `#rrggbb`. */
  readonly pageColours: { readonly light: string; readonly dark: string };
  /** The picture that other sites show with a link to this page; absent: none. */
  readonly card?: SocialCard;
  /** `<title>` without the portal's name. */
  readonly title: string;
  readonly description: string;
  readonly nav: readonly (TextLink & { readonly current: boolean })[];
  readonly searchUrl: string;
  readonly homeUrl: string;
  readonly settingsUrl: string;
  readonly callboardVersion: string;
  /** The page that says when the sources were read; absent: there is none. */
  readonly statusUrl?: string;
  /** How browsers search the portal; absent: its URL is not known. */
  readonly openSearchUrl?: string;
  /** The feed of what changed; absent: there is none. */
  readonly feedUrl?: string;
  /** The same page for machines: URL by content type; absent: none. */
  readonly twins?: readonly { readonly type: 'text/markdown' | 'application/json'; readonly url: string }[];
  /** Hosts whose pages docs may show in frames; absent: none. */
  readonly frameHosts?: readonly string[];
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
  /** What people call its kind: its title, else the kind as its author spells it. */
  readonly kind: string;
  readonly type?: string;
  readonly description?: string;
  readonly lifecycle?: Lifecycle;
  /** Title and URL of the owner, when known. */
  readonly owner?: { readonly text: string; readonly url?: string };
  /** It is shown as it was, in a few words: `earlier version`, `as of 19 Nov 2026`. */
  readonly mark?: string;
}

/** Since when something is shown as it was, and why. */
export interface AsOf {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** One sentence with its full stop. */
  readonly reason: string;
  /** It is gone, and stays until its removal is confirmed. */
  readonly held?: true;
  /** Where more of it is told. */
  readonly statusUrl?: string;
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
  /** The page that says what the code means. */
  readonly codeUrl: string;
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

/** Values to choose from, with how many there are of each. */
export interface Facet {
  /** Field of a row that the values are compared with. */
  readonly field: string;
  readonly title: string;
  readonly values: readonly {
    readonly value: string;
    /** What people read; absent: the value. */
    readonly title?: string;
    /** The title is English whatever the portal's language is. */
    readonly isEnglish?: boolean;
    readonly count: number;
  }[];
}
