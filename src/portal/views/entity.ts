import type { ChangeView } from './changes.ts';
import type { DecisionsSection } from './decisions.ts';
import type { GraphDrawing } from './graph.ts';
import type { OfflineChoice } from './offline.ts';
import type { ProblemCounts } from './problems.ts';
import type { AsOf, EntityMention, PageFrame, ProblemView, Provenance, TextLink } from './shared.ts';

/** An entity in a section of an entity page. */
export interface RelationRow {
  readonly entity: EntityMention;
  /** How the relation reads or leads here: "direct", "checkout → payments-api → this", "consumes". */
  readonly via: string;
}

/** Rows that have one owner. */
export interface OwnedRows {
  /** Absent: nobody owns them. */
  readonly owner?: NonNullable<EntityMention['owner']>;
  /** How to reach the owner. */
  readonly contact?: TextLink;
  readonly rows: readonly RelationRow[];
}

/** A table of entities in one section of an entity page. */
export interface RelationSection {
  readonly id: string;
  readonly title: string;
  /** "2 directly, 11 in all". */
  readonly note?: string;
  readonly rows: readonly RelationRow[];
  /** The same rows by owner; absent: the section is one list. */
  readonly byOwner?: readonly OwnedRows[];
  /** Everything that depends on the entity can be saved as a file: the graph that it is read from. Absent: nothing to save. */
  readonly savedFrom?: string;
  /** Rows not shown, with where to see them. */
  readonly more?: { readonly count: number; readonly url: string };
  /** Heading of the `via` column. */
  readonly viaTitle: string;
}

/** Problems of what a team owns: the worst of them, and how many its child teams have. */
export interface OwnedProblems {
  readonly total: number;
  readonly counts: ProblemCounts;
  readonly problems: readonly ProblemView[];
  readonly url: string;
  readonly below: readonly (TextLink & { readonly counts: ProblemCounts })[];
}

/** One labelled fact of the rail. */
export interface RailFact {
  readonly label: string;
  readonly values: readonly {
    readonly text: string;
    /** The text is English whatever the portal's language is. */
    readonly isEnglish?: boolean;
    readonly url?: string;
    readonly note?: string;
    readonly external?: boolean;
    readonly time?: string;
    readonly initials?: string;
    /** What is to be known of the value beside what it says. */
    readonly mark?: {
      readonly text: string;
      /** One sentence. */
      readonly explanation: string;
      /** `.github/CODEOWNERS:12`. */
      readonly place: string;
      readonly url?: string;
    };
  }[];
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
  /** What is wrong with what a team owns. */
  readonly ownedProblems?: OwnedProblems;
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
    /** They are not what stands in the repository today, in a few words. */
    readonly mark?: string;
  };
  readonly decisions?: DecisionsSection;
  /** An API's raw definition. */
  readonly definition?: {
    readonly language: string;
    readonly text: string;
    readonly lineCount: number;
    readonly truncated: boolean;
    readonly downloadUrl: string;
  };
  /** What builds found to be different of it, newest first; absent: nothing yet. */
  readonly history?: readonly ChangeView[];
  /** What "Save for offline" saves; absent: it cannot be saved. */
  readonly offline?: OfflineChoice;
  /** A badge for the README of its repository, and the Markdown that shows it. */
  readonly badge: { readonly url: string; readonly markdown: string };
  readonly yaml: string;
  readonly jsonUrl: string;
}
