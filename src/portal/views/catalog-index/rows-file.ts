import type { Lifecycle } from '../shared.ts';

/** Nothing, one or several places in a table. */
export type Some = number | readonly number[];

/** Entities that rows are owned by or part of, and what these are part of in turn. */
export interface PlaceTable {
  /** Canonical refs; a text without a colon is an owner that only somebody wrote. */
  readonly refs: readonly string[];
  /** What people call each; `0`: the name in its ref. */
  readonly titles: readonly (string | 0)[];
  /** Those that are not in the catalog, and so have no page. */
  readonly missing: readonly number[];
  /** What each is directly part of: a team of its parent, a person of their teams, a system of its domain. */
  readonly up: readonly Some[];
}

/** Columns of rows: the value of row `n` stands at `n` of each. Those that point into a table are its places. */
export interface RowColumns {
  /** Names as in the refs. */
  readonly names: readonly string[];
  /** `0`: the name. */
  readonly titles: readonly (string | 0)[];
  readonly descriptions: readonly string[];
  readonly namespaces: readonly number[];
  readonly types: readonly Some[];
  readonly lifecycles: readonly Some[];
  readonly owners: readonly Some[];
  readonly parts: readonly Some[];
  readonly tags: readonly Some[];
  readonly marks: readonly Some[];
  readonly repositories: readonly number[];
  readonly docsPages: readonly number[];
  /** Row → path of its docs below the base path, where they are not its own. */
  readonly docsAt: Readonly<Record<string, string>>;
  readonly errors: readonly number[];
  readonly warnings: readonly number[];
  readonly notes: readonly number[];
  /** What depends on it directly, and what of that is in production. */
  readonly dependents: readonly number[];
  readonly inProduction: readonly number[];
  /** Values of the kind's own columns, by field. */
  readonly fields: Readonly<Record<string, readonly Some[]>>;
}

/**
 * `catalog/<kind>/rows.json`: all rows of a kind's index by title, as columns over tables of what occurs often. Kinds of more than
 * 5,000 rows have further files of columns, which are named after their content, so that files of two builds never meet.
 */
export interface RowsFile {
  /** Lower case. */
  readonly kind: string;
  /** Names of the further files, in the folder of this one. */
  readonly more: readonly string[];
  readonly owners: PlaceTable;
  readonly parts: PlaceTable;
  readonly lifecycles: readonly Lifecycle[];
  readonly types: readonly string[];
  readonly namespaces: readonly string[];
  readonly tags: readonly string[];
  readonly marks: readonly string[];
  readonly repositories: readonly string[];
  /** Names of the configured sources, and the place of each repository's in them. */
  readonly sources: readonly string[];
  readonly sourceOf: readonly number[];
  /** Values of the kind's own columns, by field. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly rows: RowColumns;
}
