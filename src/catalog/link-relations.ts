import type { CatalogEntity, Relation } from './entity.ts';
import { staleStatus } from './last-good/stale-status.ts';
import type { EntityDraft } from './read-entity.ts';
import type { Reference } from './relation-references.ts';

/** A draft with the references it makes. */
export interface LinkedDraft {
  readonly draft: EntityDraft;
  readonly references: readonly Reference[];
}

/**
 * Turns references into relations both ways, distinct, sorted by type, then target. A relation to what does not exist
 * is kept on the side that names it. The result is sorted by ref.
 */
export function linkRelations(drafts: readonly LinkedDraft[]): CatalogEntity[] {
  const claims = drafts.map(({ references }) => distinct(claimsOf(references)));
  const relations = new Map(drafts.map(({ draft }, index) => [draft.ref, [...(claims[index] ?? [])]]));
  for (const { draft, references } of drafts) {
    for (const { field, target } of references) {
      if (target !== undefined) relations.get(target)?.push({ type: field.inverse, targetRef: draft.ref });
    }
  }
  return drafts
    .map(({ draft }, index) => toEntity(draft, claims[index] ?? [], distinct(relations.get(draft.ref) ?? [])))
    .sort((a, b) => compare(a.ref, b.ref));
}

function claimsOf(references: readonly Reference[]): Relation[] {
  const claims: Relation[] = [];
  for (const { field, target } of references) {
    if (target !== undefined) claims.push({ type: field.relation, targetRef: target });
  }
  return claims;
}

function toEntity(draft: EntityDraft, claims: readonly Relation[], relations: readonly Relation[]): CatalogEntity {
  const { apiVersion, kind, metadata, spec, ref, repository, path, document, stale, ownerOrigin } = draft;
  const status = stale && { items: [staleStatus(stale)] };
  return {
    ref,
    entity: { apiVersion, kind, metadata, ...(spec && { spec }), relations, ...(status && { status }) },
    claims,
    source: { repository: repository.slug, path, line: document.line, yaml: document.text },
    ...(stale && { stale }),
    ...(ownerOrigin && { ownerOrigin: { path: ownerOrigin.path, line: ownerOrigin.line } }),
  };
}

function distinct(relations: Relation[]): Relation[] {
  relations.sort((a, b) => compare(a.type, b.type) || compare(a.targetRef, b.targetRef));
  return relations.filter((relation, index) => {
    const before = relations[index - 1];
    return before?.type !== relation.type || before.targetRef !== relation.targetRef;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
