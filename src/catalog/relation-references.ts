import { canonicalRef, type ParsedEntityRef, parseEntityRef } from './entity-ref.ts';
import type { RelationField } from './model/kind-definition.ts';
import { genericRelations } from './model/kinds.ts';
import type { EntityDraft } from './read-entity.ts';
import { isObjectName } from './validation/format-rules.ts';
import { isMapping } from './values.ts';
import type { YamlPath } from './yaml/yaml-positions.ts';

/** What the text of a reference means in the place where it stands. */
export interface UnderstoodReference {
  readonly parsed: ParsedEntityRef;
  /** Canonical ref, where the text is one. */
  readonly target: string | undefined;
}

/** One reference that an entity makes, as it is written and as it is understood. */
export interface Reference extends UnderstoodReference {
  readonly field: RelationField;
  readonly path: YamlPath;
  readonly value: unknown;
}

/**
 * Prepares to list every reference of an entity, in the order of its kind's fields; of unknown kinds only what plainly
 * is one. What a text means is worked out once: a team owns hundreds of entities by the same name.
 */
export function prepareReferences(): (draft: EntityDraft) => Reference[] {
  const understand = prepareUnderstanding();
  return ({ spec, definition, metadata }) => {
    const references: Reference[] = [];
    for (const field of definition?.relations ?? genericRelations) {
      const add = (value: unknown, path: YamlPath) => {
        const { parsed, target } = understand(value, field, metadata.namespace);
        if (definition || isPlain(parsed)) references.push({ field, path, value, parsed, target });
      };
      findValues(
        spec,
        ['spec'],
        field.field.split('.'),
        field.key === undefined ? add : insideMappings(field.key, add),
      );
    }
    return references;
  };
}

type Visit = (value: unknown, path: YamlPath) => void;

/** Visits what stands at the end of the steps: a value, or each item of a list. */
function findValues(parent: unknown, path: YamlPath, [step, ...rest]: readonly string[], visit: Visit): void {
  if (step === undefined || !isMapping(parent) || !Object.hasOwn(parent, step)) return;
  const value = parent[step];
  if (value === undefined || value === null || value === '') return;
  const place = [...path, step];
  const next: Visit = rest.length === 0 ? visit : (item, at) => findValues(item, at, rest, visit);
  if (!Array.isArray(value)) next(value, place);
  else for (const [index, item] of value.entries()) next(item, [...place, index]);
}

function insideMappings(key: string, visit: Visit): Visit {
  return (value, path) => {
    if (isMapping(value) && Object.hasOwn(value, key)) visit(value[key], [...path, key]);
    else visit(value, path);
  };
}

type Understand = (value: unknown, field: RelationField, namespace: string | undefined) => UnderstoodReference;

const notText: UnderstoodReference = { parsed: { ok: false, reason: 'malformed' }, target: undefined };

function prepareUnderstanding(): Understand {
  const known = new Map<string, UnderstoodReference>();
  return (value, { defaultKind, defaultNamespace }, namespace) => {
    if (typeof value !== 'string') return notText;
    const defaults = { defaultKind, defaultNamespace: defaultNamespace ?? namespace };
    const key = `${defaultKind ?? ''} ${defaults.defaultNamespace ?? ''} ${value}`;
    let understood = known.get(key);
    if (!understood) {
      const parsed = parseEntityRef(value, defaults);
      understood = { parsed, target: parsed.ok ? canonicalRef(parsed.ref) : undefined };
      known.set(key, understood);
    }
    return understood;
  };
}

function isPlain(parsed: ParsedEntityRef): boolean {
  return parsed.ok && isObjectName(parsed.ref.name);
}
