import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Elsewhere } from '../elsewhere.ts';
import type { LinkedDraft } from '../link-relations.ts';
import type { Reference } from '../relation-references.ts';
import { type EntityProblem, formatPath, reportProblems } from '../validation/entity-problem.ts';
import { type AbsentTeams, prepareAbsentTeams } from './absent-teams.ts';
import { prepareBroken } from './broken-documents.ts';
import { type NearMiss, prepareNearMiss } from './near-miss.ts';
import { type KnownEntities, malformed, notFound, wrongKind } from './reference-problem.ts';
import { repeatedReferences } from './repeated-references.ts';

/** What is known beside the entities themselves. */
export interface ReferenceContext {
  /** Refs of what was defined and refused, which has a diagnostic of its own. */
  readonly refused: ReadonlySet<string>;
  /** Texts of documents that do not parse: what they name is not missing for a second reason. */
  readonly broken: readonly string[];
  readonly elsewhere: Elsewhere;
  /** Everything that exists was read. */
  readonly isWhole: boolean;
}

interface Known extends KnownEntities {
  readonly absent: AbsentTeams;
  /** It is there and has a diagnostic of its own. */
  readonly isReported: (ref: string) => boolean;
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
      const problem = earlier ? repetition(reference, earlier) : checkReference(reference, known);
      if (problem) problems.push(problem);
    }
    if (problems.length === 0) return [];
    return reportProblems(problems, draft.document, { repository: draft.repository.slug, path: draft.path }, draft.ref);
  });
  return context.isWhole ? [...diagnostics, ...known.absent.report()] : diagnostics;
}

function prepare(drafts: readonly LinkedDraft[], { refused, broken, elsewhere, isWhole }: ReferenceContext): Known {
  const kinds = new Map([...elsewhere].map(([ref, { kind }]) => [ref, kind]));
  for (const { draft } of drafts) kinds.set(draft.ref, draft.kind);
  const present = new Set([...new Set(kinds.values())].map((kind) => kind.toLowerCase()));
  const isPart = !isWhole && elsewhere.size === 0;
  let nearMiss: NearMiss | undefined;
  const isBroken = prepareBroken(broken);
  return {
    kinds,
    knowsPeople: isWhole && present.has('user'),
    // Of a part that is all that is known, nothing can be said to be absent.
    absent: prepareAbsentTeams(isPart ? new Set(['group', 'user']) : present),
    isReported: (ref) => refused.has(ref) || isBroken(ref),
    nearMiss: () => {
      nearMiss ??= prepareNearMiss([...new Set([...kinds.keys(), ...refused])].sort());
      return nearMiss;
    },
  };
}

function checkReference(reference: Reference, known: Known): EntityProblem | undefined {
  const { parsed, target } = reference;
  if (!parsed.ok || target === undefined) return malformed(reference, known);
  const kind = known.kinds.get(target);
  if (kind !== undefined) return wrongKind(reference, kind);
  if (known.isReported(target)) return undefined;
  const problem = notFound(reference, target, known);
  if (problem.hint !== undefined || !known.absent.includes(target)) return problem;
  known.absent.add(target);
  return undefined;
}

function repetition({ path, target }: Reference, earlier: Reference): EntityProblem {
  const message = `${formatPath(path)} names ${target}, which ${formatPath(earlier.path)} names already.`;
  return { code: 'catalog/repeated-reference', message, path };
}
