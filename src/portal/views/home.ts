import type { ChangeView } from './changes.ts';
import type { EntityMention, GlyphName, PageFrame, TextLink } from './shared.ts';

/** A domain with its systems; without `entity`: the systems of no domain. */
export interface HomeChapter {
  readonly title: string;
  readonly entity?: EntityMention;
  readonly systems: readonly { readonly entity: EntityMention; readonly componentCount: number }[];
  /** Systems that are not shown, with where to see them. */
  readonly more?: TextLink;
}

/** A notice of the portal's owner. Days are those of the reader's calendar, `2026-11-23`. */
export interface AnnouncementView {
  /** What browsers remember of one that was put away. */
  readonly id: string;
  readonly title: string;
  /** Sanitised. */
  readonly html?: string;
  readonly url?: string;
  readonly from?: string;
  /** Inclusive. */
  readonly until?: string;
  /** The days in words; absent: it has none. */
  readonly days?: string;
}

/** `/`. */
export interface HomePage {
  readonly page: 'home';
  readonly frame: PageFrame;
  readonly announcements: readonly AnnouncementView[];
  /** What the reader's own lists need: they are drawn by the browser, which keeps them. */
  readonly yours: {
    readonly settingsUrl: string;
    /** Teams with what they own; see `TeamRow`. */
    readonly teamsUrl: string;
    /** Glyphs that entities of this portal and docs have. */
    readonly glyphs: readonly GlyphName[];
  };
  readonly kinds: readonly {
    readonly title: string;
    readonly glyph: GlyphName;
    readonly count: number;
    readonly url: string;
  }[];
  readonly domains: readonly HomeChapter[];
  /** Leads to all domains and systems, where not all are shown. */
  readonly moreDomains?: TextLink;
  readonly teams: readonly { readonly entity: EntityMention; readonly owned: number; readonly people: number }[];
  readonly moreTeams?: TextLink;
  readonly docs: readonly {
    readonly title: string;
    readonly url: string;
    readonly pageCount: number;
  }[];
  readonly allDocs: TextLink;
  /** Repositories by last commit, newest first. */
  readonly recent: readonly { readonly entity: EntityMention; readonly time: string; readonly repository: string }[];
  /** What the last builds found to be different, newest first, and where all of it is told; absent: nobody compared builds. */
  readonly changes?: {
    readonly url: string;
    /** How many changes each of the last builds found: when it began, how many. For "in the last 7 days". */
    readonly builds: readonly (readonly [at: string, count: number])[];
    readonly lines: readonly (ChangeView & { readonly entity: EntityMention })[];
  };
  readonly health: readonly {
    readonly label: string;
    readonly value: string;
    readonly note: string;
    readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
    readonly url?: string;
  }[];
  readonly repositoryCount: number;
  readonly entityCount: number;
}
