import type { CatalogModel } from '../catalog/model/catalog-model.ts';
import type { KindDefinition } from '../catalog/model/kind-definition.ts';
import type { ColumnDeclaration } from '../catalog/model/kind-presentation.ts';
import {
  backstageOrder,
  backstageRule,
  commonColumns,
  type KindColumn,
  type KindRule,
  pluralOf,
} from './backstage-kinds.ts';
import { orderSections, sectionRules } from './section-rules.ts';
import { type Language, textsIn } from './views/text/texts.ts';

type CommonColumns = ReturnType<typeof commonColumns>;

const rules = new WeakMap<CatalogModel, Map<string, KindRule>>();

/** How a kind is shown, given its spelling: as declared, else as Backstage's kinds are, else like a Component. */
export function kindRule(model: CatalogModel, kind: string, language: Language): KindRule {
  const known = rules.get(model) ?? new Map<string, KindRule>();
  rules.set(model, known);
  const key = `${language} ${kind}`;
  const rule = known.get(key) ?? makeRule(model, kind, language);
  known.set(key, rule);
  return rule;
}

/** Lower-case kinds in the order in which people meet them: software, then what the portal declares, then people. */
export function kindOrder(model: CatalogModel): readonly string[] {
  const declared = model.kinds.map((kind) => kind.toLowerCase()).filter((kind) => !backstageOrder.includes(kind));
  const people = backstageOrder.indexOf('group');
  return [...backstageOrder.slice(0, people), ...declared, ...backstageOrder.slice(people)];
}

/** How a relation reads from its source: "depends on". */
export function relationTitle(model: CatalogModel, type: string, language: Language): string {
  for (const { relation, title, inverse, inverseTitle } of model.relationPairs) {
    if (relation === type) return title;
    if (inverse === type) return inverseTitle;
  }
  const known: Readonly<Record<string, string>> = textsIn(language).kinds.relations;
  if (Object.hasOwn(known, type)) return known[type] ?? type;
  return type.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

function makeRule(model: CatalogModel, kind: string, language: Language): KindRule {
  const declared = model.presentations.get(kind);
  const base = backstageRule(kind, language);
  if (!declared) return base;
  const texts = textsIn(language);
  const common = commonColumns(texts.kinds);
  const isBackstages = backstageOrder.includes(kind.toLowerCase());
  const title = declared.title ?? kind;
  return {
    title,
    plural: declared.plural ?? (declared.title ? pluralOf(declared.title) : base.plural),
    ...(declared.description && { description: declared.description }),
    glyph: declared.glyph ?? base.glyph,
    columns:
      declared.columns?.map((column) => toColumn(column, common)) ??
      (isBackstages ? base.columns : columnsOf(model.definitions, kind, common)),
    sections: orderSections(declared.sections ?? [], base.sections, sectionRules(texts)),
  };
}

function toColumn(column: ColumnDeclaration, common: CommonColumns): KindColumn {
  if ('field' in column) return { ...common[column.field], ...(column.title && { title: column.title }) };
  const { path, title, isFacet } = column;
  return { field: path.join('.'), title, path, isFacet };
}

/** The common columns that a kind can have a value in. */
function columnsOf(
  definitions: readonly KindDefinition[],
  kind: string,
  { name, owner, system, type, lifecycle, docs, problems }: CommonColumns,
): readonly KindColumn[] {
  const own = definitions.filter((definition) => definition.kind === kind);
  const relates = (type: string) => own.some(({ relations }) => relations.some(({ relation }) => relation === type));
  const has = (field: string) =>
    own.some(({ specSchema }) => Object.hasOwn((specSchema as { properties?: object }).properties ?? {}, field));
  return [
    name,
    ...(relates('ownedBy') ? [owner] : []),
    ...(relates('partOf') ? [system] : []),
    ...(has('type') ? [type] : []),
    ...(has('lifecycle') ? [lifecycle] : []),
    docs,
    problems,
  ];
}
