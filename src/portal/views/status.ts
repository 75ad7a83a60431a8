import type { RailFact } from './entity.ts';
import type { EntityMention, PageFrame, TextLink } from './shared.ts';

/** A state with the tone of its dot. */
export interface StatusMark {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
}

/** What one source listed, and how many of its repositories are up to date. */
export interface StatusSourceRow {
  readonly name: string;
  readonly type: string;
  readonly listing: StatusMark;
  /** Why the list is incomplete. */
  readonly reason?: string;
  /** When it was listed, where that is longer ago than the crawl; ISO 8601 in UTC. */
  readonly listedAt?: string;
  readonly fresh: number;
  /** Shown as they were. */
  readonly earlier: number;
  /** Not shown at all: removed, or never read. */
  readonly missing: number;
}

/** A repository that is not up to date. */
export interface StatusRepositoryRow {
  readonly slug: string;
  readonly webUrl?: string;
  readonly source: string;
  readonly state: StatusMark;
  /** When it was last up to date, ISO 8601 in UTC. */
  readonly freshAt?: string;
  readonly reason: string;
  /** The page of its problems, where it has some. */
  readonly problems?: TextLink;
}

/** Removals that wait for a confirmation. */
export interface HeldView {
  readonly id: string;
  readonly reason: string;
  /** The command that confirms them. */
  readonly command: string;
  /** The same for `callboard.yaml`. */
  readonly setting: string;
  readonly entities: readonly { readonly entity: EntityMention; readonly repository: string }[];
  readonly total: number;
}

/** `/status/` and its further pages, which go on with the repositories. */
export interface StatusPage {
  readonly page: 'status';
  readonly frame: PageFrame;
  /** When the crawl began, ISO 8601 in UTC. */
  readonly crawledAt: string;
  readonly summary: StatusMark;
  /** Why this first build is no whole portal. */
  readonly warning?: string;
  readonly facts: readonly RailFact[];
  /** On the first page. */
  readonly held?: HeldView;
  /** On the first page. */
  readonly sources: readonly StatusSourceRow[];
  readonly repositories: readonly StatusRepositoryRow[];
  readonly repositoryTotal: number;
  /** What the run removed; on the first page. */
  readonly removed: readonly { readonly repository: string; readonly what: string; readonly reason: string }[];
  readonly removedTotal: number;
  readonly jsonUrl: string;
  readonly pageNumber: number;
  readonly pageCount: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
}
