import { didYouMean } from '../validation/schema-problem.ts';
import type { YamlPath } from '../yaml/yaml-positions.ts';
import { checkSpecSchema } from './check-spec-schema.ts';
import type { Vocabulary } from './check-vocabulary.ts';
import { fieldsOf, requiredFields, type SpecSchema } from './extend-spec-schema.ts';
import type { KindDefinition } from './kind-definition.ts';
import type { RawFields, RawKindDetails, RawRelationField } from './model-documents.ts';
import type { ModelDocument, ModelProblem } from './model-problem.ts';
import { fieldOf } from './relation-fields.ts';

type Report = (path: YamlPath, message: string) => ModelProblem;

/** Problems inside one declaration or extension of a kind; `known` is what the kind has without it. */
export function checkKindDocument(
  { problem }: ModelDocument,
  raw: RawKindDetails,
  vocabulary: Vocabulary,
  known: readonly KindDefinition[],
): readonly ModelProblem[] {
  const base = known.find(({ specType }) => specType === undefined);
  const baseSchemas = [...(base ? [base.specSchema as SpecSchema] : []), ...(raw.specSchema ? [raw.specSchema] : [])];
  const taken = new Set(base?.relations.map(({ field }) => field));
  return [
    ...checkFields(problem, raw, [], base ? [base.specSchema as SpecSchema] : [], vocabulary),
    ...(raw.relationFields ?? []).flatMap((field, index) =>
      taken.has(fieldOf(field))
        ? [problem(['relationFields', index], `spec.${fieldOf(field)} is a relation field of ${base?.kind} already`)]
        : [],
    ),
    ...checkTypes(problem, raw, baseSchemas, vocabulary, known),
    ...checkPresentation(problem, raw, vocabulary, baseSchemas),
  ];
}

function checkTypes(
  report: Report,
  raw: RawKindDetails,
  baseSchemas: readonly SpecSchema[],
  vocabulary: Vocabulary,
  known: readonly KindDefinition[],
): readonly ModelProblem[] {
  const types = raw.types ?? [];
  return types.flatMap((type, index) => {
    const own = known.find(({ specType }) => specType === type.type);
    const schemas = own ? [own.specSchema as SpecSchema] : baseSchemas;
    const twice = types.findIndex((other) => other.type === type.type) < index;
    return [
      ...(twice
        ? [report(['types', index, 'type'], `the type "${type.type}" is there twice; delete one of the two`)]
        : []),
      ...checkFields(report, type, ['types', index], schemas, vocabulary),
    ];
  });
}

function checkFields(
  report: Report,
  raw: RawFields,
  at: YamlPath,
  baseSchemas: readonly SpecSchema[],
  vocabulary: Vocabulary,
): readonly ModelProblem[] {
  const flaw = raw.specSchema && checkSpecSchema(raw.specSchema);
  const schemas = raw.specSchema ? [...baseSchemas, raw.specSchema] : baseSchemas;
  const required = schemas.flatMap(requiredFields);
  const before = baseSchemas.flatMap(requiredFields);
  const notRequired = (key: 'optional' | 'optionalLists', fields: readonly string[]) =>
    (raw[key] ?? []).flatMap((field, index) =>
      fields.includes(field)
        ? []
        : [report([...at, key, index], `spec.${field} is not required anyway${didYouMean(field, fields)}`)],
    );
  const fields = raw.relationFields ?? [];
  return [
    ...(flaw ? [report([...at, 'specSchema', ...flaw.path], flaw.message)] : []),
    ...notRequired('optional', before),
    ...notRequired('optionalLists', required),
    ...fields.flatMap((field, index) => [
      ...(fields.findIndex((other) => fieldOf(other) === fieldOf(field)) < index
        ? [report([...at, 'relationFields', index], `spec.${fieldOf(field)} is there twice; delete one of the two`)]
        : []),
      ...checkRelationField(report, field, [...at, 'relationFields', index], schemas, vocabulary),
    ]),
  ];
}

function checkRelationField(
  report: Report,
  field: RawRelationField,
  at: YamlPath,
  schemas: readonly SpecSchema[],
  vocabulary: Vocabulary,
): readonly ModelProblem[] {
  if (typeof field === 'string') return [];
  const { relation, defaultKind, allowedKinds, selector } = field;
  const isOutside = defaultKind !== undefined && allowedKinds !== undefined && !allowedKinds.includes(defaultKind);
  return [
    ...misspeltField(report, selector.path.split('.'), [...at, 'selector', 'path'], schemas),
    ...checkRelation(report, relation, [...at, 'relation'], vocabulary),
    ...(defaultKind ? checkKindName(report, defaultKind, [...at, 'defaultKind'], vocabulary) : []),
    ...(allowedKinds ?? []).flatMap((kind, index) =>
      checkKindName(report, kind, [...at, 'allowedKinds', index], vocabulary),
    ),
    ...(isOutside
      ? [
          report(
            [...at, 'defaultKind'],
            `the default kind ${defaultKind} is not one of the allowed kinds; add it there`,
          ),
        ]
      : []),
  ];
}

function checkPresentation(
  report: Report,
  raw: RawKindDetails,
  vocabulary: Vocabulary,
  schemas: readonly SpecSchema[],
): readonly ModelProblem[] {
  const columns = (raw.columns ?? []).flatMap((column, index) => {
    if (typeof column === 'string' || 'field' in column) return [];
    const steps = typeof column.path === 'string' ? column.path.split('.') : column.path;
    return misspeltField(report, steps, ['columns', index, 'path'], schemas);
  });
  const sections = (raw.sections ?? []).flatMap((section, index, all) => {
    if (typeof section === 'string') {
      const isTwice = all.indexOf(section) < index;
      const message = `the section "${section}" is there twice; delete one of the two`;
      return isTwice ? [report(['sections', index], message)] : [];
    }
    const { relations, kinds = [] } = section;
    return [
      ...relations.flatMap((relation, at) =>
        checkRelation(report, relation, ['sections', index, 'relations', at], vocabulary),
      ),
      ...kinds.flatMap((kind, at) => checkKindName(report, kind, ['sections', index, 'kinds', at], vocabulary)),
    ];
  });
  return [...columns, ...sections];
}

// Fields that no schema names are allowed; one that nearly is named is a slip.
function misspeltField(
  report: Report,
  [root, field]: readonly string[],
  at: YamlPath,
  schemas: readonly SpecSchema[],
): readonly ModelProblem[] {
  const known = schemas.flatMap(fieldsOf);
  if (root !== 'spec' || field === undefined || known.includes(field)) return [];
  const meant = didYouMean(field, known);
  return meant ? [report(at, `specSchema has no "${field}"${meant}`)] : [];
}

function checkRelation(report: Report, name: string, at: YamlPath, { inverses }: Vocabulary): readonly ModelProblem[] {
  if (inverses.has(name)) return [];
  const meant =
    didYouMean(name, [...inverses.keys()]) ||
    `; declare it in a document of its own: relation: ${name}, with title, inverse and inverseTitle`;
  return [report(at, `there is no relation "${name}"${meant}`)];
}

function checkKindName(report: Report, name: string, at: YamlPath, { kinds }: Vocabulary): readonly ModelProblem[] {
  if (kinds.includes(name)) return [];
  const meant = didYouMean(name, kinds) || '; declare it, or write one of Backstage’s';
  return [report(at, `there is no kind "${name}"${meant}`)];
}
