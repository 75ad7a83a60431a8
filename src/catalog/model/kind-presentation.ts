import type { KindGlyph } from './kind-glyphs.ts';
import type { PageSectionName } from './page-sections.ts';

/** Columns that every kind can have in its list. */
export type CommonColumn = 'name' | 'owner' | 'system' | 'type' | 'lifecycle' | 'docs' | 'tags' | 'problems';

/** A column of a kind's list: a common one, or any field of the entity. */
export type ColumnDeclaration =
  | { readonly field: CommonColumn; readonly title?: string }
  | {
      /** Keys from the entity's root; lists are gone through. */
      readonly path: readonly string[];
      readonly title: string;
      /** The list can be narrowed by the column's values. */
      readonly isFacet: boolean;
    };

/** A table of related entities on the pages of a kind. */
export interface SectionDeclaration {
  readonly title: string;
  readonly relations: readonly string[];
  /** Only targets of these kinds; absent: all. */
  readonly kinds?: readonly string[];
}

/** How a kind is shown, as far as its declaration says so. */
export interface KindPresentation {
  /** What people call one of it: "Mobile app". */
  readonly title?: string;
  readonly plural?: string;
  readonly description?: string;
  readonly glyph?: KindGlyph;
  readonly columns?: readonly ColumnDeclaration[];
  /** A name moves that section here; tables alone stand where the kind's own tables begin. */
  readonly sections?: readonly (PageSectionName | SectionDeclaration)[];
}
