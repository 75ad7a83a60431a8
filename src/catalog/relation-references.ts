import { canonicalRef, type ParsedEntityRef, parseEntityRef } from './entity-ref.ts';
import type { RelationField } from './model/kind-definition.ts';
import { genericRelations } from './model/kinds.ts';
import type { EntityDraft } from './read-entity.ts';
import { isObjectName } from './validation/format-rules.ts';
import { isMapping, type Mapping } from './values.ts';
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
    for (const { path, value } of valuesOf(spec, field)) {
      const reference = makeReference(field, path, value, draft.metadata.namespace);
      if (isDeclared || isPlain(reference)) references.push(reference);
    }
  }
  return references;
}

interface FoundValue {
  readonly path: YamlPath;
  readonly value: unknown;
}

/** What stands in the place of a relation field: the items of lists, and of mappings the key that holds the reference. */
function valuesOf(spec: Mapping, { field, key }: RelationField): readonly FoundValue[] {
  const steps = field.includes('.') ? field.split('.') : [field];
  let found: readonly FoundValue[] = [{ path: ['spec'], value: spec }];
  for (const step of steps) found = found.flatMap((at) => itemsOf(inside(at, step)));
  return key === undefined ? found : found.map((at) => (isMapping(at.value) ? (inside(at, key) ?? at) : at));
}

function inside({ path, value }: FoundValue, step: string): FoundValue | undefined {
  return isMapping(value) && Object.hasOwn(value, step) ? { path: [...path, step], value: value[step] } : undefined;
}

function itemsOf(found: FoundValue | undefined): readonly FoundValue[] {
  if (!found || found.value === undefined || found.value === null || found.value === '') return [];
  const { path, value } = found;
  return Array.isArray(value)
    ? value.map((item: unknown, index) => ({ path: [...path, index], value: item }))
    : [found];
}

function makeReference(field: RelationField, path: YamlPath, value: unknown, namespace: string | undefined): Reference {
  const parsed: ParsedEntityRef =
    typeof value === 'string'
      ? parseEntityRef(value, {
          defaultKind: field.defaultKind,
          defaultNamespace: field.defaultNamespace ?? namespace,
        })
      : { ok: false, reason: 'malformed' };
  return { field, path, value, parsed, target: parsed.ok ? canonicalRef(parsed.ref) : undefined };
}

function isPlain({ parsed }: Reference): boolean {
  return parsed.ok && isObjectName(parsed.ref.name);
}
