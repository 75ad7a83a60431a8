import type { EntityDraft } from '../read-entity.ts';
import type { Reference } from '../relation-references.ts';
import type { EntityProblem } from '../validation/entity-problem.ts';
import type { NearMiss } from './near-miss.ts';

/** What the owner is judged by that CODEOWNERS names. */
export interface OwnerJudgement {
  /** Everything that exists was read; otherwise a team that is not here may well be there, under another name. */
  readonly isWhole: boolean;
  /** It has a diagnostic of its own, or one that it shares with all others of its sort. */
  readonly isExplained: (ref: string) => boolean;
  readonly nearMiss: () => NearMiss;
}

/** Whether a reference is the owner that a descriptor does not name. */
export function isInferred({ field }: Reference, draft: EntityDraft): boolean {
  return draft.ownerOrigin !== undefined && field.field === 'owner' && field.relation === 'ownedBy';
}

/** Says of an entity that its owner is from CODEOWNERS, or that CODEOWNERS names nobody who is known; not both. */
export function inferredOwner(
  { path, parsed, target }: Reference,
  { ownerOrigin }: EntityDraft,
  judgement: OwnerJudgement,
): EntityProblem | undefined {
  if (!ownerOrigin || target === undefined) return undefined;
  const { text, line, isKnown } = ownerOrigin;
  const place = `line ${line} of ${ownerOrigin.path}`;
  // An address stays in the file in which its owner put it.
  const named = text.startsWith('@') ? text : 'an e-mail address';
  if (isKnown || !judgement.isWhole || judgement.isExplained(target)) {
    const message = `spec.owner is missing; ${place} names ${named}${isKnown ? `, which is ${target}` : ''}.`;
    const hint = isKnown ? `Write owner: ${target} in spec, so that it holds whatever CODEOWNERS says.` : undefined;
    return { code: 'catalog/owner-inferred', message, path, ...(hint !== undefined && { hint }) };
  }
  const near = parsed.ok ? judgement.nearMiss().suggest(parsed.ref, ['Group', 'User']) : undefined;
  const message = `spec.owner is missing, and ${place} names ${named}, which is no team or person of the catalog.`;
  return {
    code: 'catalog/codeowner-unknown',
    message,
    path,
    ...(near !== undefined && { hint: `Did you mean ${near}? Write owner: ${near} in spec.` }),
  };
}
