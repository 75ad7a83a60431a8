import type { OfflineChoice } from './offline.ts';
import type { AsOf, EntityMention, PageFrame, ProblemView, Provenance, TextLink } from './shared.ts';

/** An entry of the navigation beside a docs page; URLs carry the base path. */
export interface DocsNavLink {
  readonly title: string;
  readonly url?: string;
  readonly current: boolean;
  /** The current page is this one or below. */
  readonly open: boolean;
  readonly external: boolean;
  /** A link that stands for more than its page: a branch that is not shown, or neighbours further away. */
  readonly part?: 'branch' | 'more';
  readonly children: readonly DocsNavLink[];
}

/** Which earlier version of a docs site is shown, and why. */
export interface DocsLastGood {
  readonly commit: string;
  readonly commitUrl?: string;
  readonly committedAt: string;
  /** One sentence. */
  readonly reason: string;
  readonly problemsUrl: string;
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
  readonly figures: DocsFigures;
  readonly nav: readonly DocsNavLink[];
  /** How these docs alone are searched: `entity` is the value of the filter of that name. */
  readonly search: { readonly url: string; readonly pagefindUrl: string; readonly entity: string };
  readonly headings: readonly { readonly level: number; readonly id: string; readonly title: string }[];
  readonly previous?: TextLink;
  readonly next?: TextLink;
  /** The page is as old as this: nothing newer could be read. */
  readonly asOf?: AsOf;
  /** The page is of an earlier commit: the newest docs could not be built. */
  readonly lastGood?: DocsLastGood;
  readonly provenance: Provenance;
  /** Absent: not known. */
  readonly history?: DocsHistoryView;
  /** What "Save for offline" saves; absent: it cannot be saved. */
  readonly offline?: OfflineChoice;
  readonly actions: DocsActions;
  readonly problems: readonly ProblemView[];
}

/** What a page loads for its diagrams and formulas; URLs carry the base path. */
export interface DocsFigures {
  /** Mermaid's entry; absent: the page has no such diagram. */
  readonly mermaidUrl?: string;
  /** Style sheets of formulas. */
  readonly styleUrls: readonly string[];
}

/** Who changed a page when. Times are absolute ISO 8601; the browser makes them relative. */
export interface DocsHistoryView {
  /** Absent: before `since`. */
  readonly changed?: {
    readonly time: string;
    /** Abbreviated to seven digits. */
    readonly commit: string;
    readonly branch: string;
    readonly commitUrl?: string;
    readonly by?: Person;
  };
  /** What is known goes back to here; absent: to the beginning. */
  readonly since?: string;
  /** Who else changed it, the most active first. */
  readonly others: readonly Person[];
  /** How many more there are. */
  readonly more: number;
  readonly repository: string;
  readonly path: string;
  readonly sourceUrl?: string;
  /** Nobody touched it for long: `Not touched for 2 years`. */
  readonly stale?: string;
}

/** Somebody's name, and their page where the catalog has one. */
interface Person {
  readonly text: string;
  readonly url?: string;
}

/** What can be done about a page on its code host; what it does not have is absent. */
export interface DocsActions {
  readonly editUrl?: string;
  readonly issueUrl?: string;
  readonly historyUrl?: string;
}

/** A docs page that moved. */
export interface RedirectPage {
  readonly page: 'redirect';
  readonly frame: PageFrame;
  readonly target: TextLink;
}
