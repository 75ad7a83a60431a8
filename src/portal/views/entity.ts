import type { EntitySection } from './entity-sections.ts';
import type { OfflineChoice } from './offline.ts';
import type { AsOf, EntityMention, GlyphName, PageFrame, ProblemView, Provenance, TextLink } from './shared.ts';

/** One labelled fact of the rail. */
export interface RailFact {
  /** What it is about, in every language: `owner`. Absent: nobody asks. */
  readonly id?: string;
  readonly label: string;
  readonly values: readonly RailValue[];
}

/** A value of a fact. */
export interface RailValue {
  readonly text: string;
  /** The text is English whatever the portal's language is. */
  readonly isEnglish?: boolean;
  readonly url?: string;
  readonly note?: string;
  readonly external?: boolean;
  readonly time?: string;
  readonly initials?: string;
  readonly glyph?: GlyphName;
  /** Ways to reach whom the value names. */
  readonly contacts?: readonly TextLink[];
  /** What is to be known of the value beside what it says. */
  readonly mark?: {
    readonly text: string;
    /** One sentence. */
    readonly explanation: string;
    /** `.github/CODEOWNERS:12`. */
    readonly place: string;
    readonly url?: string;
  };
}

/** Why a page shows an older version, and which. */
export interface StaleNotice {
  /** Abbreviated to seven digits. */
  readonly commit: string;
  readonly commitUrl?: string;
  readonly committedAt: string;
  /** What is wrong with the newest version. */
  readonly problem: ProblemView;
}

/** Something that can be done with an entity, in the head of its page. */
export interface EntityAction extends TextLink {
  readonly glyph: GlyphName;
  /** Leads to another site. */
  readonly external: boolean;
}

/** `/catalog/<namespace>/<kind>/<name>/`. */
export interface EntityPage {
  readonly page: 'entity';
  readonly frame: PageFrame;
  readonly entity: EntityMention;
  readonly refText: string;
  readonly breadcrumbs: readonly TextLink[];
  /** Docs, source, edit: where there are such. */
  readonly actions: readonly EntityAction[];
  readonly tags: readonly TextLink[];
  /** What the description says first, as sanitised HTML; the section `about` has all of it where that is more. */
  readonly ledeHtml?: string;
  readonly provenance: Provenance;
  /** The page shows an older version, because the newest one was refused. */
  readonly stale?: StaleNotice;
  /** The page is as old as this: nothing newer could be read. */
  readonly asOf?: AsOf;
  /** The worst problems of the entity, shown at once. */
  readonly problems: readonly ProblemView[];
  /** The rest of them, folded away; those past a page's budget are on the page of their repository. */
  readonly furtherProblems?: {
    readonly count: number;
    readonly problems: readonly ProblemView[];
    readonly more?: TextLink;
  };
  readonly rail: readonly RailFact[];
  /** Whose it is, for the head of the page where there is no room beside it; absent: nobody's, or it is a team or person. */
  readonly owner?: RailFact;
  /** In the order that this kind wants; what would be empty is not there. */
  readonly sections: readonly EntitySection[];
  /** What "Save for offline" saves; absent: it cannot be saved. */
  readonly offline?: OfflineChoice;
}
