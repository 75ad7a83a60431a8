import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DocsHeading, DocsNavItem } from '../docs-site.ts';

/** A rendered site as the cache keeps it: everything but absolute paths and the entity that publishes it. */
export interface SiteRecord {
  readonly title: string;
  readonly nav: readonly DocsNavItem[];
  readonly pages: readonly PageRecord[];
  readonly assets: readonly AssetRecord[];
  readonly redirects: readonly (readonly [string, string])[];
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
  /** Name inside the entry's `pages/`. */
  readonly file: string;
  readonly hash: string;
}

/** A picture or download: a blob as it is, or a sanitised copy inside the entry's `assets/`. */
export type AssetRecord = { readonly path: string; readonly size: number } & (
  | { readonly oid: string }
  | { readonly file: string; readonly hash: string }
);
