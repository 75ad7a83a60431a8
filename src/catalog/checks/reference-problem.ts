import type { Reference } from '../relation-references.ts';
import { type EntityProblem, formatPath } from '../validation/entity-problem.ts';
import { describeValue, quote } from '../values.ts';
import type { NearMiss } from './near-miss.ts';

/** What a reference is judged by. */
export interface KnownEntities {
  /** Kind, in its own spelling, of what exists. */
  readonly kindOf: (ref: string) => string | undefined;
  /** The catalog is whole and lists people. */
  readonly knowsPeople: boolean;
  readonly nearMiss: () => NearMiss;
}

/** A reference whose text is not one. */
export function malformed({ parsed, path, value, field }: Reference, known: KnownEntities): EntityProblem {
  if (parsed.ok || parsed.reason === 'malformed') {
    const message = `${formatPath(path)}: ${typeof value === 'string' ? quote(value) : describeValue(value)} is not a reference.`;
    return { code: 'catalog/reference-invalid', message, path };
  }
  const text = String(value);
  const name = text.slice(text.indexOf('/') + 1);
  const meant = known.nearMiss().named(name).slice(0, 3);
  return {
    code: 'catalog/reference-invalid',
    message: `${formatPath(path)}: ${quote(text)} names no kind, and there is none to assume here.`,
    path,
    hint:
      meant.length > 0
        ? `Did you mean ${meant.join(' or ')}?`
        : `Write the kind in front: ${(field.targetKinds ?? ['component', 'resource']).map((kind) => `${kind.toLowerCase()}:${text}`).join(', or ')}.`,
  };
}

/** A reference that leads to a kind of entity that makes no sense there; `undefined` where it does. */
export function wrongKind({ path, value, field }: Reference, kind: string): EntityProblem | undefined {
  if (!field.targetKinds || field.targetKinds.includes(kind)) return undefined;
  const expected = field.targetKinds.join(' or ');
  const message = `${formatPath(path)} is ${quote(String(value))}, which is a ${kind} and not a ${expected}.`;
  return { code: 'catalog/reference-wrong-kind', message, path };
}

/** A reference to nothing. */
export function notFound({ parsed, path, field }: Reference, target: string, known: KnownEntities): EntityProblem {
  const { targetKinds } = field;
  const near = parsed.ok ? known.nearMiss().suggest(parsed.ref, targetKinds) : undefined;
  const isPerson = field.relation === 'ownedBy' && target.startsWith('user:');
  if (isPerson && near === undefined && known.knowsPeople) {
    const message = `${formatPath(path)} is ${target}, who is not among the people in the catalog.`;
    return { code: 'catalog/owner-left', message, path };
  }
  const message = `${formatPath(path)} refers to ${target}, which is not in the catalog.`;
  const hint = near ? `Did you mean ${near}?` : parsed.ok ? otherKind(parsed.ref.name, targetKinds, known) : undefined;
  return { code: 'catalog/reference-not-found', message, path, ...(hint && { hint }) };
}

function otherKind(name: string, targetKinds: readonly string[] | undefined, known: KnownEntities): string | undefined {
  const [ref, ...others] = known.nearMiss().named(name);
  const kind = ref === undefined ? undefined : known.kindOf(ref);
  if (!targetKinds || kind === undefined || others.length > 0) return undefined;
  return `${ref} has that name, but is a ${kind}; a ${targetKinds.join(' or ')} is needed here.`;
}
