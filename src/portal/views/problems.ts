import type { RailFact } from './entity.ts';
import type { GlyphName, PageFrame, ProblemView, TextLink } from './shared.ts';

/** How many problems there are of each severity. */
export interface ProblemCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** Where a page stands among its like. */
interface Numbered {
  readonly pageNumber: number;
  readonly pageCount: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
}

/** Problems under one heading: a repository, an owner, a file or a code. */
export interface ProblemSection {
  readonly id: string;
  readonly title: string;
  /** The page of what the heading names. */
  readonly url?: string;
  readonly counts: ProblemCounts;
  readonly problems: readonly ProblemView[];
}

/** One line of an overview. */
export interface ProblemGroupRow {
  readonly title: string;
  readonly url: string;
  readonly glyph?: GlyphName;
  /** A permanent code, under the title. */
  readonly code?: string;
  /** What the second column says: a repository's owner, how many repositories an owner or a code is found in. */
  readonly note: string;
  readonly noteUrl?: string;
  readonly counts: ProblemCounts;
}

/** One choice of the live filter. */
export interface ProblemFacet {
  readonly field: 'severity' | 'code' | 'owner' | 'repository';
  readonly title: string;
  readonly values: readonly {
    readonly value: string;
    readonly title: string;
    /** The title is English whatever the portal's language is. */
    readonly isEnglish?: boolean;
    readonly count: number;
  }[];
}

/** `/problems/`, `/problems/owners/`, `/problems/codes/` and their further pages. */
export interface ProblemsPage extends Numbered {
  readonly page: 'problems';
  readonly frame: PageFrame;
  readonly total: number;
  readonly counts: ProblemCounts;
  readonly tabs: readonly (TextLink & { readonly count: number; readonly current: boolean })[];
  /** Headings of the first two columns. */
  readonly columns: readonly [string, string];
  readonly groups: readonly ProblemGroupRow[];
  /** Every problem, where there are few; then they stand in place of the table. */
  readonly sections: readonly ProblemSection[];
  readonly facets: readonly ProblemFacet[];
  /** `ProblemRows`, which the live filter loads. */
  readonly rowsUrl: string;
  readonly jsonUrl: string;
  /** Repositories that the catalog says nothing of; absent: none. */
  readonly missing?: TextLink;
  /** Glyphs of whatever the live filter may list. */
  readonly glyphs: readonly GlyphName[];
}

/** `/problems/repositories/<repository>/` and `/problems/owners/<owner>/`: what one of them has to mend. */
export interface ProblemGroupPage extends Numbered {
  readonly page: 'problem-group';
  readonly frame: PageFrame;
  readonly breadcrumbs: readonly TextLink[];
  readonly title: string;
  readonly glyph: GlyphName;
  readonly lede: string;
  readonly counts: ProblemCounts;
  readonly facts: readonly RailFact[];
  readonly sections: readonly ProblemSection[];
  /** Where all of them can be searched at once, if they do not fit on one page; live. */
  readonly filterUrl?: string;
}

/** Files of an example, line by line with the line feeds; `marked` lines are those that the other side has not. */
export type ExampleView = readonly {
  readonly path: string;
  readonly lines: readonly { readonly text: string; readonly marked: boolean }[];
}[];

/** `/problems/<area>/<name>/`: what a code means, and everything that has it. */
export interface ProblemCodePage extends Numbered {
  readonly page: 'problem-code';
  readonly frame: PageFrame;
  readonly breadcrumbs: readonly TextLink[];
  readonly title: string;
  readonly code: string;
  readonly why: string;
  readonly fix: string;
  readonly example?: { readonly bad: ExampleView; readonly good: ExampleView };
  readonly counts: ProblemCounts;
  readonly facts: readonly RailFact[];
  readonly sections: readonly ProblemSection[];
  /** Where all of them can be searched at once, if they do not fit on one page; live. */
  readonly filterUrl?: string;
}

/**
 * What the live filter loads: tables, and rows that point into them. Rows past the first file's are in `more`, each a bare
 * list of rows.
 */
export interface ProblemRows {
  readonly codes: readonly {
    readonly code: string;
    readonly title: string;
    readonly fix: string;
    readonly url: string;
  }[];
  /** `file` is the start of the address of a file on the code host, where there is one. */
  readonly repositories: readonly { readonly slug: string; readonly file?: string }[];
  readonly owners: readonly string[];
  readonly rows: readonly ProblemRow[];
  readonly more: readonly string[];
}

/** One problem of `ProblemRows`. Indexes count from 0; a repository of -1 is none. */
export type ProblemRow = readonly [
  severity: ProblemView['severity'],
  code: number,
  repository: number,
  owner: number,
  /** `path:line:column`, as far as known. */
  place: string,
  message: string,
  /** Empty where the code's own remedy says it. */
  hint: string,
  entity: string,
  entityUrl: string,
  glyph: string,
];
