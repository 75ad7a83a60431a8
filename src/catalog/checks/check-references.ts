import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Elsewhere } from '../elsewhere.ts';
import type { LinkedDraft } from '../link-relations.ts';
import type { Reference } from '../relation-references.ts';
import { type EntityProblem, formatPath, reportProblems } from '../validation/entity-problem.ts';
import { describeValue, quote } from '../values.ts';
import { type NearMiss, prepareNearMiss } from './near-miss.ts';

/**
 * Checks every reference of kinds whose fields are known: well formed, leading to something, and to a kind that makes
 * sense there. What was defined but refused has a diagnostic of its own and is not reported again here.
 */
export function checkReferences(
  drafts: readonly LinkedDraft[],
  refused: ReadonlySet<string>,
  elsewhere: Elsewhere = new Map(),
): Diagnostic[] {
  const kinds = new Map([...elsewhere].map(([ref, { kind }]) => [ref, kind]));
  for (const { draft } of drafts) kinds.set(draft.ref, draft.kind);
  let nearMiss: NearMiss | undefined;
  const suggest: NearMiss = (wanted) => {
    nearMiss ??= prepareNearMiss([...kinds.keys()].sort());
    return nearMiss(wanted);
  };
  return drafts.flatMap(({ draft, references }) => {
    if (!draft.definition) return [];
    const problems = references.flatMap((reference) => checkReference(reference, kinds, refused, suggest) ?? []);
    if (problems.length === 0) return [];
    return reportProblems(problems, draft.document, { repository: draft.repository.slug, path: draft.path }, draft.ref);
  });
}

function checkReference(
  reference: Reference,
  kinds: ReadonlyMap<string, string>,
  refused: ReadonlySet<string>,
  suggest: NearMiss,
): EntityProblem | undefined {
  const { parsed, target, path, value, field } = reference;
  if (!parsed.ok || target === undefined) return malformed(reference, suggest);
  const kind = kinds.get(target);
  if (kind === undefined) {
    if (refused.has(target)) return undefined;
    const near = suggest(parsed.ref);
    const message = `${formatPath(path)} refers to ${target}, which is not in the catalog.`;
    return { code: 'catalog/reference-not-found', message, path, ...(near && { hint: `Did you mean ${near}?` }) };
  }
  if (!field.targetKinds || field.targetKinds.includes(kind)) return undefined;
  const expected = field.targetKinds.join(' or ');
  const message = `${formatPath(path)} is ${quote(String(value))}, which is a ${kind} and not a ${expected}.`;
  return { code: 'catalog/reference-wrong-kind', message, path };
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
