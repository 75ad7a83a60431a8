import type { CatalogModel } from '../model/catalog-model.ts';
import { type EntityVerdict, validateEntity } from '../validation/validate-entity.ts';
import { isMapping, type Mapping } from '../values.ts';
import { type InferOwner, type InferredOwner, plainRef, provisionalOwner } from './infer-owner.ts';

/** An entity that names no owner, with the one that CODEOWNERS names, and what validation says of it now. */
export interface FilledEntity {
  readonly entity: Mapping;
  readonly verdict: EntityVerdict;
  readonly inferred?: InferredOwner;
}

/**
 * Fills in the owner of an entity whose kind must have one and that says nothing of it, where CODEOWNERS says something. An
 * owner that is empty or wrong, or that a placeholder was to bring (`written` is the entity before), stays what it is.
 */
export function fillOwner(
  { entity, verdict }: FilledEntity,
  written: Mapping,
  {
    model,
    path,
    inferOwner,
  }: { readonly model: CatalogModel; readonly path: string; readonly inferOwner?: InferOwner },
): FilledEntity {
  const spec = entity['spec'];
  const isOwnerMissing = verdict.problems.some(isOwnerProblem);
  const isOwned = verdict.definition?.relations.some((it) => it.field === 'owner' && it.relation === 'ownedBy');
  if (!inferOwner || !isOwnerMissing || !isOwned || !isMapping(spec)) return { entity, verdict };
  if (isMapping(written['spec']) && Object.hasOwn(written['spec'], 'owner')) return { entity, verdict };
  const inferred = inferOwner(path);
  const first = inferred && provisionalOwner(inferred);
  if (!first) return { entity, verdict };
  const filled = { ...entity, spec: { ...spec, owner: plainRef(first.owner) } };
  const next = validateEntity(filled, model);
  // A kind of the portal's own may want more of its owners than a reference.
  return next.problems.some(isOwnerProblem) ? { entity, verdict } : { entity: filled, verdict: next, inferred };
}

function isOwnerProblem({ path }: { readonly path: readonly (string | number)[] }): boolean {
  return path[0] === 'spec' && path[1] === 'owner';
}
