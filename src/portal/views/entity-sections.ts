import type { ChangeView } from './changes.ts';
import type { DecisionsSection } from './decisions.ts';
import type { GraphDrawing } from './graph.ts';
import type { ProblemCounts } from './problems.ts';
import type { EntityMention, ProblemView, TextLink } from './shared.ts';
import type { OwnedSection, PeopleSection, TeamDocs, TeamTree } from './teams.ts';

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

/** The first pages of an entity's docs. */
export interface DocsSummary {
  readonly title: string;
  readonly url: string;
  readonly pageCount: number;
  readonly pages: readonly TextLink[];
  /** They are not what stands in the repository today, in a few words. */
  readonly mark?: string;
}

/** An API's raw definition. */
export interface ApiDefinition {
  readonly language: string;
  readonly text: string;
  readonly lineCount: number;
  readonly truncated: boolean;
  readonly downloadUrl: string;
}

/** A name and its values: labels, what annotations say, where a Location leads. */
export interface FactList {
  readonly title: string;
  readonly facts: readonly {
    readonly name: string;
    /** Where the name comes from: the annotation's key, a label's domain. */
    readonly origin?: string;
    readonly text: string;
    /** Where it leads; another site's. */
    readonly url?: string;
  }[];
}

/** Something that an entity's file does not say yet, and the lines that would. */
export interface MissingPart {
  readonly title: string;
  readonly why: string;
  /** File that the lines belong in, with its place to be edited. */
  readonly file: { readonly text: string; readonly url?: string };
  readonly snippet: string;
}

/** The entity as its author wrote it, and where it came from. */
export interface RawData {
  readonly yaml: string;
  readonly links: readonly TextLink[];
  /** From the source to the document: each led to the next. */
  readonly chain: readonly { readonly text: string; readonly url?: string }[];
  /** Entities of the same file. */
  readonly together: readonly EntityMention[];
  /** How many more the file has. */
  readonly moreTogether: number;
  /** Annotations that no other part of the page shows. */
  readonly annotations: readonly { readonly name: string; readonly text: string }[];
  /** A badge for the README of its repository, and the Markdown that shows it. */
  readonly badge: { readonly url: string; readonly markdown: string };
}

/** A change of one of several entities. */
export type EntityChangeView = ChangeView & { readonly entity: EntityMention };

/** What each section holds, by what shows it. */
interface Contents {
  readonly about: { readonly html: string };
  readonly graph: { readonly drawing: GraphDrawing; readonly url: string };
  readonly entities: { readonly table: RelationSection };
  readonly dependents: { readonly table: RelationSection };
  readonly people: { readonly people: PeopleSection };
  readonly tree: { readonly tree: TeamTree; readonly url: string };
  readonly owned: { readonly owned: OwnedSection };
  readonly definition: { readonly definition: ApiDefinition };
  readonly docs: { readonly docs: DocsSummary };
  readonly 'team-docs': { readonly docs: TeamDocs };
  readonly decisions: { readonly decisions: DecisionsSection };
  readonly problems: { readonly owned: OwnedProblems };
  readonly changes: { readonly changes: readonly EntityChangeView[] };
  readonly facts: { readonly lists: readonly FactList[] };
  readonly history: { readonly changes: readonly ChangeView[] };
  readonly missing: { readonly parts: readonly MissingPart[] };
  readonly raw: { readonly raw: RawData };
}

/** A section of an entity's page: `shows` says what holds it; `id` is its place in addresses and the same in every build. */
export type EntitySection = {
  readonly [Shows in keyof Contents]: Contents[Shows] & {
    readonly shows: Shows;
    readonly id: string;
    readonly title: string;
  };
}[keyof Contents];

/** A section that is shown by one of them. */
export type SectionShowing<Shows extends EntitySection['shows']> = Extract<EntitySection, { readonly shows: Shows }>;
