import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Elsewhere } from '../elsewhere.ts';
import type { LinkedDraft } from '../link-relations.ts';
import type { EntityDraft } from '../read-entity.ts';
import type { Reference } from '../relation-references.ts';
import { type EntityProblem, formatPath, reportProblems } from '../validation/entity-problem.ts';
import { type AbsentTeams, prepareAbsentTeams, teamKinds } from './absent-teams.ts';
import { inferredOwner, isInferred } from './inferred-owner.ts';
import { type NearMiss, prepareNearMiss } from './near-miss.ts';
import { type KnownEntities, malformed, notFound, wrongKind } from './reference-problem.ts';
import { repeatedReferences } from './repeated-references.ts';

/** What is known beside the entities themselves. */
export interface ReferenceContext {
  readonly byRef: ReadonlyMap<string, LinkedDraft>;
  /** Refs of what was defined and refused. */
  readonly refused: ReadonlySet<string>;
  /** Whether what is missing was refused or stands in a document that does not parse: it has a diagnostic of its own. */
  readonly isRefused: (ref: string) => boolean;
  readonly elsewhere: Elsewhere;
  /** Everything that exists was read. */
  readonly isWhole: boolean;
}

interface Known extends KnownEntities {
  readonly absent: AbsentTeams;
  readonly isRefused: (ref: string) => boolean;
  readonly isWhole: boolean;
}

/**
 * Checks every reference of kinds whose fields are known: well formed, leading to something, and to a kind that makes
 * sense there. What was defined but refused has a diagnostic of its own and is not reported again here; neither is a
 * reference that says once more what an earlier one of its field says.
 */
export function checkReferences(drafts: readonly LinkedDraft[], context: ReferenceContext): Diagnostic[] {
  const known = prepare(drafts, context);
  const diagnostics = drafts.flatMap(({ draft, references }) => {
    // The lines of an older version are not those of today's file.
    if (!draft.definition || draft.stale) return [];
    const repeated = repeatedReferences(references);
    const problems: EntityProblem[] = [];
    for (const reference of references) {
      const earlier = repeated.get(reference);
      const problem = earlier
        ? repetition(reference, earlier)
        : isInferred(reference, draft)
          ? checkInferred(reference, draft, known)
          : checkReference(reference, known);
      if (problem) problems.push(problem);
    }
    if (problems.length === 0) return [];
    return reportProblems(problems, draft.document, { repository: draft.repository.slug, path: draft.path }, draft.ref);
  });
  return context.isWhole ? [...diagnostics, ...known.absent.report()] : diagnostics;
}

function prepare(drafts: readonly LinkedDraft[], context: ReferenceContext): Known {
  const { byRef, refused, isRefused, elsewhere, isWhole } = context;
  const present = new Set([...elsewhere.values()].map(({ kind }) => kind.toLowerCase()));
  for (const { draft } of drafts) present.add(draft.kind);
  const absent = [...teamKinds].filter((kind) => !present.has(kind) && !present.has(kind.toLowerCase()));
  const isPart = !isWhole && elsewhere.size === 0;
  let nearMiss: NearMiss | undefined;
  return {
    kindOf: (ref) => byRef.get(ref)?.draft.kind ?? elsewhere.get(ref)?.kind,
    knowsPeople: isWhole && !absent.includes('User'),
    // Of a part that is all that is known, nothing can be said to be absent.
    absent: prepareAbsentTeams(isPart ? [] : absent),
    isRefused,
    isWhole,
    nearMiss: () => {
      nearMiss ??= prepareNearMiss([...new Set([...byRef.keys(), ...elsewhere.keys(), ...refused])].sort());
      return nearMiss;
    },
  };
}

function checkReference(reference: Reference, known: Known): EntityProblem | undefined {
  const { parsed, target } = reference;
  if (!parsed.ok || target === undefined) return malformed(reference, known);
  const kind = known.kindOf(target);
  if (kind !== undefined) return wrongKind(reference, kind);
  if (known.isRefused(target)) return undefined;
  const problem = notFound(reference, target, known);
  if (problem.hint !== undefined || !known.absent.includes(target)) return problem;
  known.absent.add(target);
  return undefined;
}

function checkInferred(reference: Reference, draft: EntityDraft, known: Known): EntityProblem | undefined {
  const isAbsent = (ref: string) => known.absent.includes(ref) && !draft.ownerOrigin?.isKnown;
  if (reference.target !== undefined && isAbsent(reference.target)) known.absent.add(reference.target);
  return inferredOwner(reference, draft, {
    isWhole: known.isWhole,
    isExplained: (ref) => isAbsent(ref) || known.isRefused(ref),
    nearMiss: known.nearMiss,
  });
}

function repetition({ path, target }: Reference, earlier: Reference): EntityProblem {
  const message = `${formatPath(path)} names ${target}, which ${formatPath(earlier.path)} names already.`;
  return { code: 'catalog/repeated-reference', message, path };
}
