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

const rules = new WeakMap<CatalogModel, Map<string, KindRule>>();

/** How a kind is shown, given its spelling: as declared, else as Backstage's kinds are, else like a Component. */
export function kindRule(model: CatalogModel, kind: string): KindRule {
  let known = rules.get(model);
  if (!known) {
    known = new Map();
    rules.set(model, known);
  }
  const rule = known.get(kind) ?? makeRule(model, kind);
  known.set(kind, rule);
  return rule;
}

/** Lower-case kinds in the order in which people meet them: software, then what the portal declares, then people. */
export function kindOrder(model: CatalogModel): readonly string[] {
  const declared = model.kinds.map((kind) => kind.toLowerCase()).filter((kind) => !backstageOrder.includes(kind));
  const people = backstageOrder.indexOf('group');
  return [...backstageOrder.slice(0, people), ...declared, ...backstageOrder.slice(people)];
}

/** How a relation reads from its source: "depends on". */
export function relationTitle(model: CatalogModel, type: string): string {
  for (const { relation, title, inverse, inverseTitle } of model.relationPairs) {
    if (relation === type) return title;
    if (inverse === type) return inverseTitle;
  }
  return relationTitles.get(type) ?? type.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

function makeRule(model: CatalogModel, kind: string): KindRule {
  const declared = model.presentations.get(kind);
  const base = backstageRule(kind);
  if (!declared) return base;
  const isBackstages = backstageOrder.includes(kind.toLowerCase());
  const title = declared.title ?? kind;
  return {
    title,
    plural: declared.plural ?? (declared.title ? pluralOf(declared.title) : base.plural),
    ...(declared.description && { description: declared.description }),
    glyph: declared.glyph ?? base.glyph,
    columns: declared.columns?.map(toColumn) ?? (isBackstages ? base.columns : columnsOf(model.definitions, kind)),
    sections: sectionsOf(declared, base.sections),
  };
}

function toColumn(column: ColumnDeclaration): KindColumn {
  if ('field' in column) return { ...commonColumns[column.field], ...(column.title && { title: column.title }) };
  const { path, title, isFacet } = column;
  return { field: path.join('.'), title, path, isFacet };
}

/** The common columns that a kind can have a value in. */
function columnsOf(definitions: readonly KindDefinition[], kind: string): readonly KindColumn[] {
  const own = definitions.filter((definition) => definition.kind === kind);
  const relates = (type: string) => own.some(({ relations }) => relations.some(({ relation }) => relation === type));
  const has = (field: string) =>
    own.some(({ specSchema }) => Object.hasOwn((specSchema as { properties?: object }).properties ?? {}, field));
  const { name, owner, system, type, lifecycle, docs, problems } = commonColumns;
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
function sectionsOf(declared: KindPresentation, base: readonly SectionRule[]): readonly SectionRule[] {
  const own = (declared.sections ?? []).map(({ title, relations, kinds }, index): SectionRule => {
    const rule = { id: `section-${index + 1}`, title, relations, viaTitle: 'How' };
    return kinds ? { ...rule, kinds: kinds.map((kind) => kind.toLowerCase()) } : rule;
  });
  const replaced = new Set(own.flatMap(({ relations, kinds }) => (kinds ? [] : relations)));
  const rest = base.filter(({ relations }) =>
    relations === 'dependents' ? !replaced.has('dependencyOf') : !relations.every((type) => replaced.has(type)),
  );
  return [...own, ...rest];
}

const relationTitles: ReadonlyMap<string, string> = new Map([
  ['ownedBy', 'owned by'],
  ['ownerOf', 'owns'],
  ['providesApi', 'provides'],
  ['apiProvidedBy', 'provided by'],
  ['consumesApi', 'consumes'],
  ['apiConsumedBy', 'consumed by'],
  ['dependsOn', 'depends on'],
  ['dependencyOf', 'needed by'],
  ['parentOf', 'parent of'],
  ['childOf', 'child of'],
  ['memberOf', 'member of'],
  ['hasMember', 'member'],
  ['partOf', 'part of'],
  ['hasPart', 'part'],
]);
