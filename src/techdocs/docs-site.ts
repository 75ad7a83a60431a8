import type { PageReference } from './links/page-links.ts';

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

/** Somebody who changed a page. */
export interface DocsAuthor {
  readonly name: string;
  /** Canonical ref of the User that it is; absent: the catalog has none. */
  readonly ref?: string;
}

/** What Git knows of a page's file. */
export interface PageHistory {
  /** Its last change; absent: it lies before `since`. */
  readonly changed?: {
    readonly commit: string;
    /** Committer date, ISO 8601 in UTC. */
    readonly at: string;
    /** Absent for bots. */
    readonly by?: DocsAuthor;
  };
  /** What is known goes back to here, ISO 8601 in UTC; absent: to the beginning. */
  readonly since?: string;
  /** Those with the most commits first; no bots. */
  readonly authors: readonly DocsAuthor[];
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
  /** What of the page can be linked beside its headings, without the prefix of ids; absent: not known. */
  readonly anchors?: readonly string[];
  /** Links into the site as they stand in the HTML, and as they should. Absent: none. */
  readonly mended?: readonly (readonly [string, string])[];
  /** Links out of the site. Absent: none. */
  readonly references?: readonly PageReference[];
  /**
   * Links of the HTML that lead elsewhere than they say: to an address from the portal's root, with a slash in front, or relative to the
   * page. Absent: none.
   */
  readonly links?: ReadonlyMap<string, string>;
  /** Holds Mermaid diagrams. */
  readonly mermaid?: true;
  /** Path inside the site of the style sheet that its formulas need, beside that of KaTeX. */
  readonly mathsStyles?: string;
  /** Who changed it when; absent: not known. */
  readonly history?: PageHistory;
  /** Where its authors say that it is edited, without a URL if nowhere; absent: where the host has it. */
  readonly edit?: { readonly url?: string };
  /** Absolute path of a file with the page's sanitised HTML; links inside the site are relative to the page. */
  readonly htmlFile: string;
  /** SHA-256 of that HTML, hexadecimal. */
  readonly hash: string;
}

/** How a decision stands; `other`: its record says nothing that is known, or nothing at all. */
export type DecisionState = 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded' | 'other';

/** An architecture decision that a page of the site records. */
export interface DocsDecision {
  /** Path of the page inside the site. */
  readonly path: string;
  readonly number?: number;
  readonly title: string;
  /** The record's own word for its state. */
  readonly status?: string;
  readonly state: DecisionState;
  /** `2021-01-31`. */
  readonly date?: string;
  readonly deciders: readonly string[];
  /** Path of the page of the decision that stands in its place. */
  readonly supersededBy?: string;
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
  /** In the order of their numbers; absent: none. */
  readonly decisions?: readonly DocsDecision[];
  /** An earlier build made it: what stands in the repository today could not be built. Absent: it is today's. */
  readonly lastGood?: {
    /** Commit that it is of. */
    readonly commit: string;
    /** Committer date of that commit, ISO 8601 in UTC. */
    readonly at: string;
    /** Why, for people. */
    readonly reason: string;
  };
}
