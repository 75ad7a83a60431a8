import type { GlyphName } from './shared.ts';

/** What quick open loads first: the catalog's names, the portal's pages, and which files come after. */
export const quickOpenPath = 'quick-open/catalog.json';

/** Texts one a line, or numbers one a comma; where a number is 0 nothing stands. One text each, because that packs well. */
export type Column = string;

/** A kind of the catalog as results say it. */
export interface QuickOpenKind {
  /** Lower case, as in refs. */
  readonly kind: string;
  readonly title: string;
  readonly plural: string;
  readonly glyph: GlyphName;
  /** 0 to 3: how likely people look for one of it. */
  readonly rank: number;
}

/** Something that entities belong to, with its ref where the catalog has it. */
export type QuickOpenOwner = readonly [title: string, ref?: string];

/** Entities of one kind and namespace, in columns of the same length. Numbers count from 1 in the lists of the shard; 0: none. */
export interface QuickOpenPart {
  /** Index of the kind. */
  readonly kind: number;
  readonly namespace: string;
  /** As in refs: lower case. */
  readonly names: Column;
  /** Empty where people call it by that name. */
  readonly titles: Column;
  readonly owners: Column;
  readonly systems: Column;
  readonly lifecycles: Column;
  readonly types: Column;
  /** How much depends on it, as a power of two. */
  readonly weights: Column;
  /** Sums of `entityFlags`. */
  readonly flags: Column;
}

/** What an entity has, in bits. */
export const entityFlags = { docs: 1, problems: 2, definition: 4, dependents: 8, ownProblemsPage: 16 } as const;

/** A file of entities, which stands for itself: its numbers lead into its own lists. */
export interface QuickOpenEntities {
  readonly kinds: readonly QuickOpenKind[];
  readonly owners: readonly QuickOpenOwner[];
  readonly systems: readonly QuickOpenOwner[];
  readonly lifecycles: readonly string[];
  readonly types: readonly string[];
  readonly parts: readonly QuickOpenPart[];
}

/** A page of the portal itself. */
export interface QuickOpenPage {
  readonly title: string;
  /** Path inside the portal. */
  readonly path: string;
  readonly glyph: GlyphName;
  /** What else people call it. */
  readonly words?: string;
}

/** Pages of docs sites. Paths and titles are columns; paths are those inside the site. */
export interface QuickOpenDocs {
  readonly sites: readonly {
    readonly ref: string;
    readonly title: string;
    readonly paths: Column;
    readonly titles: Column;
  }[];
}

/** How a definition is written, which says how its text is found on the page. */
export type DefinitionForm = 'yaml' | 'json' | 'graphql' | 'proto';

/** What APIs offer. Columns: `POST`, `/orders`, `Places an order`. */
export interface QuickOpenOperations {
  readonly apis: readonly {
    readonly ref: string;
    readonly title: string;
    readonly form: DefinitionForm;
    readonly methods: Column;
    readonly names: Column;
    readonly summaries: Column;
  }[];
}

/** The first file. */
export interface QuickOpenCatalog extends QuickOpenEntities {
  readonly pages: readonly QuickOpenPage[];
  /** Paths of the files that come after, by what they hold. */
  readonly more: readonly { readonly path: string; readonly holds: 'entities' | 'docs' | 'operations' }[];
}

/** The texts of a column. */
export const readTexts = (column: Column): readonly string[] => (column === '' ? [] : column.split('\n'));

/** The numbers of a column of `length` numbers. */
export const readNumbers = (column: Column, length: number): readonly number[] => {
  const numbers = column === '' ? [] : column.split(',').map(Number);
  return Array.from({ length }, (_, index) => numbers[index] || 0);
};
