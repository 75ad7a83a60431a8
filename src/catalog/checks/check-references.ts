import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Elsewhere } from '../elsewhere.ts';
import { namesEntity } from '../last-good/names-entity.ts';
import type { LinkedDraft } from '../link-relations.ts';
import type { Reference } from '../relation-references.ts';
import { type EntityProblem, formatPath, reportProblems } from '../validation/entity-problem.ts';
import { describeValue, quote } from '../values.ts';
import { type NearMiss, prepareNearMiss } from './near-miss.ts';

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

interface Known extends ReferenceContext {
  readonly kinds: ReadonlyMap<string, string>;
  /** The catalog lists people. */
  readonly hasPeople: boolean;
  readonly isBroken: (ref: string) => boolean;
  readonly suggest: NearMiss;
}

/**
 * Checks every reference of kinds whose fields are known: well formed, leading to something, and to a kind that makes
 * sense there. What was defined but refused has a diagnostic of its own and is not reported again here.
 */
export function checkReferences(drafts: readonly LinkedDraft[], context: ReferenceContext): Diagnostic[] {
  const known = prepare(drafts, context);
  return drafts.flatMap(({ draft, references }) => {
    if (!draft.definition) return [];
    const problems = references.flatMap((reference) => checkReference(reference, known) ?? []);
    if (problems.length === 0) return [];
    return reportProblems(problems, draft.document, { repository: draft.repository.slug, path: draft.path }, draft.ref);
  });
}

function prepare(drafts: readonly LinkedDraft[], context: ReferenceContext): Known {
  const kinds = new Map([...context.elsewhere].map(([ref, { kind }]) => [ref, kind]));
  for (const { draft } of drafts) kinds.set(draft.ref, draft.kind);
  let nearMiss: NearMiss | undefined;
  const broken = new Map<string, boolean>();
  return {
    ...context,
    kinds,
    hasPeople: drafts.some(({ draft }) => draft.kind === 'User'),
    isBroken: (ref) => {
      const found = broken.get(ref) ?? context.broken.some((text) => namesEntity(text, ref));
      broken.set(ref, found);
      return found;
    },
    suggest: (wanted) => {
      nearMiss ??= prepareNearMiss([...kinds.keys()].sort());
      return nearMiss(wanted);
    },
  };
}

function checkReference(reference: Reference, known: Known): EntityProblem | undefined {
  const { parsed, target, path, value, field } = reference;
  if (!parsed.ok || target === undefined) return malformed(reference, known.suggest);
  const kind = known.kinds.get(target);
  if (kind === undefined) {
    if (known.refused.has(target) || known.isBroken(target)) return undefined;
    return notFound(reference, target, known);
  }
  if (!field.targetKinds || field.targetKinds.includes(kind)) return undefined;
  const expected = field.targetKinds.join(' or ');
  const message = `${formatPath(path)} is ${quote(String(value))}, which is a ${kind} and not a ${expected}.`;
  return { code: 'catalog/reference-wrong-kind', message, path };
}

function notFound({ parsed, path, field }: Reference, target: string, known: Known): EntityProblem {
  const near = parsed.ok ? known.suggest(parsed.ref) : undefined;
  const isPerson = field.relation === 'ownedBy' && target.startsWith('user:');
  if (isPerson && near === undefined && known.isWhole && known.hasPeople) {
    const message = `${formatPath(path)} is ${target}, who is not among the people in the catalog.`;
    return { code: 'catalog/owner-left', message, path };
  }
  const message = `${formatPath(path)} refers to ${target}, which is not in the catalog.`;
  return { code: 'catalog/reference-not-found', message, path, ...(near && { hint: `Did you mean ${near}?` }) };
}

function malformed({ parsed, path, value }: Reference, suggest: NearMiss): EntityProblem {
  if (parsed.ok || parsed.reason === 'malformed') {
    const message = `${formatPath(path)}: ${typeof value === 'string' ? quote(value) : describeValue(value)} is not a reference.`;
    return { code: 'catalog/reference-invalid', message, path };
  }
  const text = String(value);
  const near = suggest({ kind: 'component', namespace: '', name: text.slice(text.indexOf('/') + 1) });
  return {
    code: 'catalog/reference-invalid',
    message: `${formatPath(path)}: ${quote(text)} names no kind, and there is none to assume here.`,
    path,
    hint: near ? `Did you mean ${near}?` : `Write the kind in front: component:${text}, or resource:${text}.`,
  };
}
