import type { LinkedDraft } from '../link-relations.ts';
import type { EntityProblem } from '../validation/entity-problem.ts';

/** A catalog as a check sees it. */
export interface CheckedCatalog {
  /** Every entity with the references that it makes. */
  readonly entities: readonly LinkedDraft[];
  readonly byRef: ReadonlyMap<string, LinkedDraft>;
  /** Everything that exists was read; otherwise what is not here says nothing. */
  readonly isWhole: boolean;
  /**
   * Whether a name (lower case) stands in a document that does not count and has a diagnostic of its own: what that would
   * have said of it is not missing for a second reason.
   */
  readonly isMentionedInRefused: (name: string) => boolean;
}

/** The name in a canonical ref. */
export function nameOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

/** A problem that a check found, and the entity whose file it is in. */
export interface FoundProblem {
  readonly entity: LinkedDraft;
  readonly problem: EntityProblem;
}

/** Looks for one sort of problem that shows only when the whole catalog is known. Pure, in any order. */
export type CatalogCheck = (catalog: CheckedCatalog) => Iterable<FoundProblem>;

/** `spec.owner`, `spec.lifecycle` and the like, where it is text. */
export function specText({ draft }: LinkedDraft, field: string): string {
  const value = draft.spec?.[field];
  return typeof value === 'string' ? value : '';
}
