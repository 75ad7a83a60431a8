import type { EntityMention, GlyphName, TextLink } from './shared.ts';

/** A person of a team. */
export interface Person {
  readonly entity: EntityMention;
  readonly initials: string;
  /** What they do, where their entity says so. */
  readonly role?: string;
  readonly email?: TextLink;
}

/** The people of a team, and of the teams below it. */
export interface PeopleSection {
  /** "3 people, 24 with child teams". */
  readonly note: string;
  readonly people: readonly Person[];
  readonly more?: TextLink;
  /** Teams below with those of their people that no team before them has, nearest first. */
  readonly below: readonly {
    readonly team: EntityMention;
    readonly people: readonly EntityMention[];
    readonly more: number;
  }[];
  /** "Also in 4 child teams". */
  readonly belowTitle: string;
  readonly moreBelow?: TextLink;
}

/** A team in the tree of teams, with what is below it. */
export interface TeamNode {
  readonly team: EntityMention;
  /** The team, or the person's team, that the page is about. */
  readonly current: boolean;
  /** "3 people, 24 entities". */
  readonly note: string;
  readonly children: readonly TeamNode[];
  /** Child teams that are not shown. */
  readonly more: number;
}

/** Where a team stands among the others. */
export interface TeamTree {
  readonly note?: string;
  readonly roots: readonly TeamNode[];
}

/** An entity that a team answers for. */
export interface OwnedRow {
  readonly entity: EntityMention;
  /** Absent: the team itself owns it; else who does, of those that the team answers for. */
  readonly via?: { readonly text: string; readonly url?: string };
}

/** All of one kind that a team answers for. */
export interface OwnedKind {
  /** Stable: `owned-component`. */
  readonly id: string;
  readonly title: string;
  readonly glyph: GlyphName;
  readonly count: number;
  /** Types of them with how many there are of each, commonest first. */
  readonly types: readonly (TextLink & { readonly count: number })[];
  readonly rows: readonly OwnedRow[];
  /** List of the kind that has all of them. */
  readonly url: string;
  readonly more: number;
}

/** Everything that a team or a person answers for, by kind. */
export interface OwnedSection {
  /** "1 directly, 47 with child teams". */
  readonly note?: string;
  readonly kinds: readonly OwnedKind[];
  /** Whether some of it is owned by others than the team or person itself. */
  readonly aggregated: boolean;
  readonly viaTitle: string;
}

/** Docs of what a team answers for. */
export interface TeamDocs {
  readonly note: string;
  readonly sites: readonly {
    readonly title: string;
    readonly url: string;
    readonly entity: EntityMention;
    readonly pages: string;
    /** ISO 8601 in UTC; absent: not known. */
    readonly changedAt?: string;
    /** Something is to be known of them: not touched for long, an earlier version. */
    readonly mark?: string;
  }[];
  readonly more?: TextLink;
}
