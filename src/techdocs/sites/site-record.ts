import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DocsDecision, DocsHeading, DocsNavItem } from '../docs-site.ts';
import type { PageReference } from '../links/page-links.ts';

/** A rendered site as the cache keeps it: everything but absolute paths and the entity that publishes it. */
export interface SiteRecord {
  readonly title: string;
  readonly nav: readonly DocsNavItem[];
  readonly pages: readonly PageRecord[];
  readonly assets: readonly AssetRecord[];
  readonly redirects: readonly (readonly [string, string])[];
  readonly decisions?: readonly DocsDecision[];
  /** Without their entity. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A page; its HTML lies in a file of the cache entry. */
export interface PageRecord {
  readonly path: string;
  readonly sourcePath: string;
  readonly title: string;
  readonly description: string;
  readonly headings: readonly DocsHeading[];
  /** What of the page can be linked beside its headings, without the prefix of ids; absent: not known. */
  readonly anchors?: readonly string[];
  /** Links into the site as they stand in the HTML, and as they should. */
  readonly mended: readonly (readonly [string, string])[];
  /** Links out of the site. */
  readonly references: readonly PageReference[];
  /** Holds Mermaid diagrams. */
  readonly mermaid?: true;
  /** Path inside the site of the style sheet that its formulas need. */
  readonly mathsStyles?: string;
  /** Name inside the entry's `pages/`. */
  readonly file: string;
  readonly hash: string;
}

/** A picture or download: a blob as it is, or a sanitised copy inside the entry's `assets/`. */
export type AssetRecord = { readonly path: string; readonly size: number } & (
  | { readonly oid: string }
  | { readonly file: string; readonly hash: string }
);
