import type { GlyphName } from './shared.ts';

/** The picture that other sites show with a link to a page: what is drawn on it, and where it is. */
export interface SocialCard {
  /** Path inside the portal. */
  readonly file: string;
  /** Absolute. */
  readonly url: string;
  readonly title: string;
  /** Stands for a title that the portal's fonts have no letters for: a name, which is always plain. */
  readonly name: string;
  /** What stands below the title: kind, owner. */
  readonly line: readonly string[];
  /** The portal's name; `undefined` on its own card, which has it as title. */
  readonly portal?: string;
  /** Absent: Callboard's mark. */
  readonly glyph?: GlyphName;
}
