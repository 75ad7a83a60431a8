import type { Elsewhere } from '../elsewhere.ts';
import { ownerOriginAnnotation } from '../provenance.ts';
import type { EntityDraft } from '../read-entity.ts';
import { type InferredOwner, plainRef, provisionalOwner } from './infer-owner.ts';
import { type KnownOwners, prepareKnownOwners } from './known-owners.ts';
import type { PathOwner } from './owners-of.ts';

/**
 * Says who the owners are that were inferred, now that the teams and people of the catalog are known: the first team that is
 * known, else the first person, else what is plainly a team's name. Entities that name their owner stay as they are.
 */
export function resolveOwners(drafts: readonly EntityDraft[], elsewhere: Elsewhere): readonly EntityDraft[] {
  if (!drafts.some((draft) => draft.inferredOwner)) return drafts;
  const known = prepareKnownOwners(drafts, elsewhere);
  return drafts.map((draft) => (draft.inferredOwner ? resolveOwner(draft, draft.inferredOwner, known) : draft));
}

function resolveOwner(draft: EntityDraft, inferred: InferredOwner, known: KnownOwners): EntityDraft {
  const host = { repository: draft.repository, dialect: inferred.dialect };
  const found =
    findFirst(inferred.owners, ({ owner }) => known.findTeam(owner, host)) ??
    findFirst(inferred.owners, ({ owner }) => known.findPerson(owner, host));
  const first = found?.from ?? provisionalOwner(inferred);
  if (!first) return draft;
  const { path } = inferred;
  const { line, owner } = first;
  const annotations = { ...draft.metadata.annotations, [ownerOriginAnnotation]: `${path}:${line}` };
  return {
    ...draft,
    metadata: { ...draft.metadata, annotations },
    spec: { ...draft.spec, owner: found?.ref ?? unknownRef(first, known) },
    ownerOrigin: { path, line, text: owner.text, isKnown: found !== undefined },
  };
}

function findFirst(owners: readonly PathOwner[], find: (owner: PathOwner) => string | undefined) {
  for (const from of owners) {
    const ref = find(from);
    if (ref !== undefined) return { from, ref };
  }
  return undefined;
}

// What is not known must not pass for a team of the same name in another organisation.
function unknownRef({ owner }: PathOwner, known: KnownOwners): string {
  const ref = plainRef(owner);
  if (!known.isTaken(ref.toLowerCase())) return ref;
  return owner.type === 'team' ? `group:default/${owner.name.replaceAll('/', '-')}` : `${ref}-elsewhere`;
}
