import type { PageFrame, TextLink } from './shared.ts';

/** `404.html`. */
export interface NotFoundPage {
  readonly page: 'not-found';
  readonly frame: PageFrame;
  /** URL of the names that near matches come from. */
  readonly namesUrl: string;
  /** Lists of everything, for those without scripts. */
  readonly lists: readonly TextLink[];
}

/** What the 404 page knows of the catalog, in few bytes: 10,000 entities are some 70 kB compressed. */
export interface KnownNames {
  /** References, sorted. */
  readonly refs: readonly string[];
  /** Titles of those that do not go by their name, by their place in `refs`. */
  readonly titles: Readonly<Record<number, string>>;
  /** Titles of kinds, by their lower-case name. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Places of those that have docs, with the reference under which these are published where it is another one. */
  readonly docs: Readonly<Record<number, string | 0>>;
}
