/** What choosing a row does. */
export type Deed =
  | { readonly does: 'open'; readonly url: string }
  /** Goes on with this query. */
  | { readonly does: 'complete'; readonly query: string }
  | { readonly does: 'copy'; readonly text: string }
  | { readonly does: 'theme'; readonly theme: string };

/** One line of what quick open shows. */
export interface Row {
  readonly text: string;
  readonly note: string;
  readonly glyph: string;
  readonly deed: Deed;
  readonly score: number;
  /** A number beside it: what a list holds. */
  readonly count?: string;
}

/** How sure an action is: all of its words were said, as a phrase; its words, without anything between; one of them. */
export const sure = { phrase: 98, words: 84, hint: 60 } as const;
