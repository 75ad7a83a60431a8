import type { Catalog } from '../../catalog/entity.ts';
import { canonicalRef, parseEntityRef } from '../../catalog/entity-ref.ts';
import type { DiagnosticCode } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { techdocsEntityAnnotation } from '../../techdocs/plan/techdocs-annotations.ts';

/** Problems of one repository, and how many references could not be judged from inside it. */
export interface Judged {
  readonly diagnostics: readonly Diagnostic[];
  readonly leadingOut: number;
}

/**
 * Leaves out what one repository alone cannot tell: with `published`, others are known by name only; without it, every
 * reference to what is not in the repository may well hold.
 */
export function judgeAlone(diagnostics: readonly Diagnostic[], catalog: Catalog, isAgainst: boolean): Judged {
  const isReference = (code: DiagnosticCode) => code === 'catalog/reference-not-found';
  const kept = diagnostics.filter(
    (item) =>
      (isAgainst || !isReference(item.code)) &&
      (item.code !== 'techdocs/entity-not-found' || borrowsFromHere(item, catalog)),
  );
  return { diagnostics: kept, leadingOut: isAgainst ? 0 : diagnostics.filter(({ code }) => isReference(code)).length };
}

// Whether an entity of another repository has docs is told by nothing that is at hand.
function borrowsFromHere({ entityRef = '' }: Diagnostic, { byRef }: Catalog): boolean {
  const { annotations, namespace } = byRef.get(entityRef)?.entity.metadata ?? {};
  const parsed = parseEntityRef(annotations?.[techdocsEntityAnnotation]?.trim() ?? '', {
    defaultKind: 'component',
    defaultNamespace: namespace,
  });
  return !parsed.ok || byRef.has(canonicalRef(parsed.ref));
}
