import type { KindDefinition, RelationField } from './kind-definition.ts';
import { kindDefinitions } from './kind-definitions.ts';
import type { RawRelationField } from './model-documents.ts';

/** Fields that mean in kinds of one's own what they mean in Backstage's. The first kind that has one says what. */
const common: ReadonlyMap<string, RelationField> = new Map(
  kindDefinitions
    .flatMap((definition: KindDefinition) => definition.relations)
    .toReversed()
    .map((field) => [field.field, field]),
);

/** The field that a declaration selects, without `spec.` in front. */
export function fieldOf(raw: RawRelationField): string {
  return typeof raw === 'string' ? raw : raw.selector.path.slice('spec.'.length);
}

/** A relation field as the model has it. Its relation is one of `inverses`. */
export function resolveRelationField(raw: RawRelationField, inverses: ReadonlyMap<string, string>): RelationField {
  if (typeof raw === 'string') return common.get(raw) as RelationField;
  const { selector, relation, defaultKind, defaultNamespace, allowedKinds } = raw;
  return {
    field: fieldOf(raw),
    ...(selector.key !== undefined && { key: selector.key }),
    relation,
    inverse: inverses.get(relation) as string,
    ...(defaultKind && { defaultKind }),
    ...(defaultNamespace === 'default' && { defaultNamespace }),
    ...(allowedKinds && { targetKinds: allowedKinds }),
  };
}
