/** An entry of a docs site's navigation. */
export interface DocsNavItem {
  readonly title: string;
  /** Path of the page inside the site (`''` is the site's index), or an absolute URL; absent for a pure section. */
  readonly path?: string;
  readonly children: readonly DocsNavItem[];
}

/** A heading of a page. */
export interface DocsHeading {
  /** 2 … 6. */
  readonly level: number;
  readonly id: string;
  readonly title: string;
}

/** One rendered page. */
export interface DocsPage {
  /** Path inside the site with a trailing slash: `''`, `runbooks/stuck-orders/`. Unique, no `..`. */
  readonly path: string;
  /** Path of the Markdown file in the repository. */
  readonly sourcePath: string;
  readonly title: string;
  /** Plain text of the first paragraph, at most 200 characters. */
  readonly description: string;
  readonly headings: readonly DocsHeading[];
  /** Absolute path of a file with the page's sanitised HTML; links inside the site are relative to the page. */
  readonly htmlFile: string;
  /** SHA-256 of that HTML, hexadecimal. */
  readonly hash: string;
}

/** A picture or download that belongs to a site. */
export interface DocsAsset {
  /** Path inside the site. */
  readonly path: string;
  /** Absolute path of a file with its bytes. */
  readonly file: string;
  readonly size: number;
}

/** The rendered docs of one folder. Several entities may share it. */
export interface DocsSite {
  /** Canonical ref of the entity under whose URL the docs are published. */
  readonly entityRef: string;
  /** Slug of the repository. */
  readonly repository: string;
  /** Folder of the site in the repository, `''` for its root. */
  readonly root: string;
  readonly title: string;
  readonly nav: readonly DocsNavItem[];
  /** In reading order. */
  readonly pages: readonly DocsPage[];
  readonly assets: readonly DocsAsset[];
  /** Old path → new path inside the site. */
  readonly redirects: ReadonlyMap<string, string>;
}
