import type { CatalogEntity } from '../../catalog/entity.ts';
import { docsOf, mentionOf, type Portal } from '../assemble-portal.ts';
import { kindsOf } from '../catalog-index.ts';
import { definitionOf } from '../definition.ts';
import { kindRule } from '../kinds.ts';
import { targetsOf } from '../mention.ts';
import { partsOf } from '../urls.ts';
import {
  entityFlags,
  type QuickOpenEntities,
  type QuickOpenKind,
  type QuickOpenOwner,
  type QuickOpenPart,
} from '../views/quick-open.ts';
import { lineOf, makeList, numberColumn, textColumn } from './columns.ts';

/** Entities of one file. */
const entitiesPerFile = 10_000;

/** Kinds by how likely people look for one of them; others are in the middle. */
const ranks: Readonly<Record<string, number>> = {
  component: 3,
  api: 3,
  system: 3,
  group: 3,
  domain: 3,
  user: 3,
  location: 0,
};

/** Relations by which others lean on an entity. */
const leaning: ReadonlySet<string> = new Set([
  'dependencyOf',
  'apiConsumedBy',
  'apiProvidedBy',
  'hasPart',
  'ownerOf',
  'parentOf',
]);
const dependentRelations: ReadonlySet<string> = new Set(['dependencyOf', 'apiConsumedBy']);

/** The catalog's entities as quick open reads them: one file for each 10,000, those first that people look for most. */
export function quickOpenEntities(portal: Portal): readonly QuickOpenEntities[] {
  const items = kindsOf(portal)
    .toSorted((a, b) => rankOf(b) - rankOf(a))
    .flatMap((kind) => portal.byKind.get(kind) ?? []);
  const files = Math.max(1, Math.ceil(items.length / entitiesPerFile));
  return Array.from({ length: files }, (_, index) =>
    fileOf(portal, items.slice(index * entitiesPerFile, (index + 1) * entitiesPerFile)),
  );
}

function rankOf(kind: string): number {
  return ranks[kind] ?? 2;
}

function fileOf(portal: Portal, items: readonly CatalogEntity[]): QuickOpenEntities {
  const lists = {
    kinds: makeList<QuickOpenKind>(),
    owners: makeList<QuickOpenOwner>(),
    systems: makeList<QuickOpenOwner>(),
    lifecycles: makeList<string>(),
    types: makeList<string>(),
  };
  const groups = Map.groupBy(items, ({ ref }) => ref.slice(0, ref.indexOf('/')));
  const parts = [...groups.values()].map((group) => partOf(portal, group, lists));
  return {
    kinds: lists.kinds.list,
    owners: lists.owners.list,
    systems: lists.systems.list,
    lifecycles: lists.lifecycles.list,
    types: lists.types.list,
    parts,
  };
}

interface Lists {
  readonly kinds: ReturnType<typeof makeList<QuickOpenKind>>;
  readonly owners: ReturnType<typeof makeList<QuickOpenOwner>>;
  readonly systems: ReturnType<typeof makeList<QuickOpenOwner>>;
  readonly lifecycles: ReturnType<typeof makeList<string>>;
  readonly types: ReturnType<typeof makeList<string>>;
}

function partOf(portal: Portal, items: readonly CatalogEntity[], lists: Lists): QuickOpenPart {
  const [first] = items as readonly [CatalogEntity];
  const { kind, namespace } = partsOf(first.ref);
  const numbers = items.map((item) => numbersOf(portal, item, lists));
  const column = (field: keyof (typeof numbers)[number]) => numberColumn(numbers.map((row) => row[field]));
  return {
    kind: lists.kinds.numberOf(kind, () => kindOf(portal, kind, first.entity.kind)) - 1,
    namespace,
    names: textColumn(items.map(({ ref }) => partsOf(ref).name)),
    titles: textColumn(items.map(({ ref }) => titleBeside(mentionOf(portal, ref).title, partsOf(ref).name))),
    owners: column('owner'),
    systems: column('system'),
    lifecycles: column('lifecycle'),
    types: column('type'),
    weights: column('weight'),
    flags: column('flags'),
  };
}

function titleBeside(title: string, name: string): string {
  return lineOf(title) === name ? '' : title;
}

function kindOf(portal: Portal, kind: string, spelling: string): QuickOpenKind {
  const { title, plural, glyph } = kindRule(portal.catalog.model, spelling, portal.config.language);
  return { kind, title, plural, glyph, rank: rankOf(kind) };
}

function numbersOf(portal: Portal, item: CatalogEntity, lists: Lists) {
  const { entity, ref } = item;
  const { lifecycle, type, owner } = mentionOf(portal, ref);
  const ownerRef = targetsOf(entity, entity.kind === 'User' ? 'memberOf' : 'ownedBy')[0];
  const system = [...targetsOf(entity, 'partOf'), ...targetsOf(entity, 'childOf')][0];
  const leans = entity.relations.filter((relation) => leaning.has(relation.type)).length;
  return {
    owner: ownerNumber(portal, lists.owners, ownerRef, owner?.text),
    system: ownerNumber(portal, lists.systems, system),
    lifecycle: lifecycle ? lists.lifecycles.numberOf(lifecycle.text, () => lifecycle.text) : 0,
    type: type ? lists.types.numberOf(type, () => type) : 0,
    weight: Math.min(16, Math.ceil(Math.log2(1 + leans))),
    flags: flagsOf(portal, item),
  };
}

function ownerNumber(portal: Portal, list: Lists['owners'], ref: string | undefined, written?: string): number {
  if (ref !== undefined) {
    const { title, url } = mentionOf(portal, ref);
    return list.numberOf(ref, () => (url === undefined ? [title] : [title, ref]));
  }
  return written === undefined ? 0 : list.numberOf(`"${written}`, () => [written]);
}

function flagsOf(portal: Portal, item: CatalogEntity): number {
  const { docs, problems, definition, dependents, ownProblemsPage } = entityFlags;
  return (
    (docsOf(portal, item.ref) ? docs : 0) |
    (portal.problemsByRef.has(item.ref) ? problems : 0) |
    (definitionOf(item, portal.config.base) ? definition : 0) |
    (item.entity.relations.some(({ type }) => dependentRelations.has(type)) ? dependents : 0) |
    (portal.problems.groups.owner.has(item.ref) ? ownProblemsPage : 0)
  );
}
