import type { TextLink } from './shared.ts';

/** The architecture decisions of an entity. */
export interface DecisionsSection {
  readonly count: number;
  /** How many of them are accepted and still stand. */
  readonly standing: number;
  /** The newest first; at most what a page has room for. */
  readonly rows: readonly {
    readonly number?: number;
    readonly title: string;
    readonly url: string;
    readonly status?: string;
    readonly tone: 'good' | 'info' | 'warn' | 'bad' | 'quiet';
    /** `2021-01-31`. */
    readonly date?: string;
    readonly deciders: string;
    /** The decision that stands in its place. */
    readonly successor?: TextLink;
  }[];
  /** Page with all of them. */
  readonly listUrl: string;
}
