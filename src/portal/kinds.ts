import type { CatalogModel } from '../catalog/model/catalog-model.ts';
import type { KindDefinition } from '../catalog/model/kind-definition.ts';
import type { ColumnDeclaration, KindPresentation } from '../catalog/model/kind-presentation.ts';
import {
  backstageOrder,
  backstageRule,
  commonColumns,
  type KindColumn,
  type KindRule,
  pluralOf,
  type SectionRule,
} from './backstage-kinds.ts';
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
  const text = textsIn(language).kinds;
  const common = commonColumns(text);
  if (!declared) return base;
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
    sections: sectionsOf(declared, base.sections, text.via.how),
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

/** The declared sections, then those of the base that they do not replace. */
function sectionsOf(
  declared: KindPresentation,
  base: readonly SectionRule[],
  viaTitle: string,
): readonly SectionRule[] {
  const own = (declared.sections ?? []).map(({ title, relations, kinds }, index): SectionRule => {
    const rule = { id: `section-${index + 1}`, title, relations, viaTitle };
    return kinds ? { ...rule, kinds: kinds.map((kind) => kind.toLowerCase()) } : rule;
  });
  const replaced = new Set(own.flatMap(({ relations, kinds }) => (kinds ? [] : relations)));
  const rest = base.filter(({ relations }) =>
    relations === 'dependents' ? !replaced.has('dependencyOf') : !relations.every((type) => replaced.has(type)),
  );
  return [...own, ...rest];
}
