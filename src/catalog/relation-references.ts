import { canonicalRef, type ParsedEntityRef, parseEntityRef } from './entity-ref.ts';
import type { RelationField } from './model/kind-definition.ts';
import { genericRelations } from './model/kinds.ts';
import type { EntityDraft } from './read-entity.ts';
import { isObjectName } from './validation/format-rules.ts';
import { isMapping } from './values.ts';
import type { YamlPath } from './yaml/yaml-positions.ts';

/** One reference that an entity makes, as it is written and as it is understood. */
export interface Reference {
  readonly field: RelationField;
  readonly path: YamlPath;
  readonly value: unknown;
  readonly parsed: ParsedEntityRef;
  /** Canonical ref, where the text is one. */
  readonly target: string | undefined;
}

/** Every reference of an entity, in the order of its kind's fields. Unknown kinds: only what plainly is one. */
export function listReferences(draft: EntityDraft): Reference[] {
  const { spec, definition } = draft;
  if (!isMapping(spec)) return [];
  const isDeclared = definition !== undefined;
  const references: Reference[] = [];
  for (const field of definition?.relations ?? genericRelations) {
    const value = spec[field.field];
    if (value === undefined || value === null || value === '') continue;
    const isList = Array.isArray(value);
    const values: readonly unknown[] = isList ? value : [value];
    values.forEach((item, index) => {
      const path = isList ? ['spec', field.field, index] : ['spec', field.field];
      const reference = makeReference(field, path, item, draft.metadata.namespace);
      if (isDeclared || isPlain(reference)) references.push(reference);
    });
  }
  return references;
}

function makeReference(field: RelationField, path: YamlPath, value: unknown, namespace: string | undefined): Reference {
  const parsed: ParsedEntityRef =
    typeof value === 'string'
      ? parseEntityRef(value, { defaultKind: field.defaultKind, defaultNamespace: namespace })
      : { ok: false, reason: 'malformed' };
  return { field, path, value, parsed, target: parsed.ok ? canonicalRef(parsed.ref) : undefined };
}

function isPlain({ parsed }: Reference): boolean {
  return parsed.ok && isObjectName(parsed.ref.name);
}
