import { type CatalogModel, makeModel } from './catalog-model.ts';
import { extendSpecSchema, type SpecSchema } from './extend-spec-schema.ts';
import type { KindDefinition, RelationPair } from './kind-definition.ts';
import { kindDefinitions } from './kind-definitions.ts';
import type { ColumnDeclaration, KindPresentation } from './kind-presentation.ts';
import type { RawColumn, RawFields, RawKindDetails, RawModelDocument } from './model-documents.ts';
import { fieldOf, resolveRelationField } from './relation-fields.ts';
import { backstageInverses } from './relation-types.ts';

type Inverses = ReadonlyMap<string, string>;

/** Backstage's model with what the documents add to it. They have passed every check. */
export function composeModel(documents: readonly RawModelDocument[]): CatalogModel {
  const pairs = documents.filter((raw): raw is RelationPair => 'relation' in raw);
  const inverses = inversesOf(pairs);
  const byKind = new Map<string, readonly KindDefinition[]>();
  for (const definition of kindDefinitions) {
    byKind.set(definition.kind, [...(byKind.get(definition.kind) ?? []), definition]);
  }
  const presentations = new Map<string, KindPresentation>();
  const declared = documents.filter((raw) => 'kind' in raw);
  for (const raw of declared) byKind.set(raw.kind, addDetails([emptyDefinition(raw.kind)], raw, inverses));
  const extensions = documents.filter((raw) => 'extend' in raw);
  for (const raw of extensions) byKind.set(raw.extend, addDetails(byKind.get(raw.extend) ?? [], raw, inverses));
  for (const raw of [...declared, ...extensions]) {
    const kind = 'kind' in raw ? raw.kind : raw.extend;
    presentations.set(kind, { ...presentations.get(kind), ...presentationOf(raw) });
  }
  return makeModel([...byKind.values()].flat(), { relationPairs: pairs, presentations });
}

/** Relation → its inverse, both ways: Backstage's and those of declared pairs. */
export function inversesOf(pairs: readonly Pick<RelationPair, 'relation' | 'inverse'>[]): Inverses {
  const own = pairs.flatMap(({ relation, inverse }) => [[relation, inverse] as const, [inverse, relation] as const]);
  return new Map([...own, ...backstageInverses]);
}

function emptyDefinition(kind: string): KindDefinition {
  return { kind, apiVersions: [], specSchema: { type: 'object' }, relations: [] };
}

function addDetails(
  definitions: readonly KindDefinition[],
  raw: RawKindDetails,
  inverses: Inverses,
): readonly KindDefinition[] {
  const extended = definitions.map((definition) => ({
    ...addFields(definition, raw, inverses),
    apiVersions: [...new Set([...definition.apiVersions, ...(raw.apiVersions ?? [])])],
  }));
  const types = new Map((raw.types ?? []).map((type) => [type.type, type]));
  const known = extended.map((definition) => {
    const type = definition.specType === undefined ? undefined : types.get(definition.specType);
    if (type) types.delete(type.type);
    return type ? addFields(definition, type, inverses) : definition;
  });
  const base = extended.find(({ specType }) => specType === undefined);
  const added = base
    ? [...types.values()].map((type) => ({ ...addFields(base, type, inverses), specType: type.type }))
    : [];
  return [...known, ...added];
}

function addFields(definition: KindDefinition, raw: RawFields, inverses: Inverses): KindDefinition {
  const replaced = new Set((raw.relationFields ?? []).map(fieldOf));
  const lists = [...(definition.lenientLists ?? []), ...(raw.optionalLists ?? [])];
  return {
    ...definition,
    specSchema: extendSpecSchema(definition.specSchema as SpecSchema, raw.specSchema ?? {}, raw.optional),
    ...(lists.length > 0 && { lenientLists: [...new Set(lists)] }),
    relations: [
      ...definition.relations.filter(({ field }) => !replaced.has(field)),
      ...(raw.relationFields ?? []).map((field) => resolveRelationField(field, inverses)),
    ],
  };
}

function presentationOf(raw: RawKindDetails): KindPresentation {
  const { title, plural, description, glyph, columns, sections } = raw;
  return {
    ...(title && { title }),
    ...(plural && { plural }),
    ...(description && { description }),
    ...(glyph && { glyph }),
    ...(columns && { columns: resolveColumns(columns) }),
    ...(sections && { sections }),
  };
}

function resolveColumns(columns: readonly RawColumn[]): readonly ColumnDeclaration[] {
  const resolved = columns.map((column): ColumnDeclaration => {
    if (typeof column === 'string') return { field: column };
    if ('field' in column) return column;
    const { path, title, facet } = column;
    return { path: typeof path === 'string' ? path.split('.') : path, title, isFacet: facet ?? false };
  });
  const has = (field: string) => resolved.some((column) => 'field' in column && column.field === field);
  return [
    ...(has('name') ? [] : [{ field: 'name' as const }]),
    ...resolved,
    ...(has('problems') ? [] : [{ field: 'problems' as const }]),
  ];
}
