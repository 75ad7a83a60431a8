import { linkGraph } from '../../catalog/graph/link-graph.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { docsPath } from '../urls.ts';
import type { CatalogRow } from '../views/catalog.ts';
import { nameIn } from '../views/catalog-index/place-ref.ts';
import type { PlaceTable, RowColumns, RowsFile } from '../views/catalog-index/rows-file.ts';
import { makeTable, type ValueTable } from './value-table.ts';

/** Rows of a kind in one piece; `row-files.ts` cuts what is long. */
export type PackedRows = Omit<RowsFile, 'more'>;

interface Tables extends Readonly<Record<(typeof tableNames)[number], ValueTable>> {
  readonly fields: ReadonlyMap<string, ValueTable>;
}
const tableNames = ['types', 'namespaces', 'tags', 'marks', 'repositories', 'owners', 'parts', 'lifecycles'] as const;

/** Rows as columns over tables. Values are in the tables in the order in which rows first have them. */
export function packRows(portal: Portal, kind: string, rows: readonly CatalogRow[]): PackedRows {
  const tables = makeTables(rows);
  const columns = columnsOf(rows, tables, portal.config.base);
  const { owners, parts, lifecycles, types, namespaces, tags, marks, repositories, fields } = tables;
  const sources = makeTable();
  const sourceOf = repositories.values.map((slug) => sources.add(portal.repositoryBySlug.get(slug)?.source ?? ''));
  const known = new Map(rows.flatMap(({ lifecycle }) => (lifecycle ? [[lifecycle.text, lifecycle] as const] : [])));
  return {
    kind,
    owners: placeTable(portal, owners, (ref) => (ref.startsWith('user:') ? 'memberOf' : 'childOf')),
    parts: placeTable(portal, parts, (ref) => (ref.startsWith('group:') ? 'childOf' : 'partOf')),
    lifecycles: lifecycles.values.flatMap((text) => known.get(text) ?? []),
    types: types.values,
    namespaces: namespaces.values,
    tags: tags.values,
    marks: marks.values,
    repositories: repositories.values,
    sources: sources.values,
    sourceOf,
    fields: Object.fromEntries([...fields].map(([field, table]) => [field, table.values])),
    rows: columns,
  };
}

function makeTables(rows: readonly CatalogRow[]): Tables {
  const tables = Object.fromEntries(tableNames.map((name) => [name, makeTable()]));
  return {
    ...(tables as Record<(typeof tableNames)[number], ValueTable>),
    fields: new Map(Object.keys(rows[0]?.fields ?? {}).map((field) => [field, makeTable()])),
  };
}

function columnsOf(rows: readonly CatalogRow[], tables: Tables, base: string): RowColumns {
  const column = <Value>(read: (row: CatalogRow) => Value): readonly Value[] => rows.map(read);
  const { types, namespaces, tags, marks, repositories, owners, parts, lifecycles } = tables;
  return {
    names: column(({ name }) => name),
    titles: column(({ title, name }) => (title === name ? 0 : title)),
    descriptions: column(({ description }) => description),
    namespaces: column(({ namespace }) => namespaces.add(namespace)),
    types: column(({ type }) => types.addSome(type === '' ? [] : [type])),
    lifecycles: column(({ lifecycle }) => lifecycles.addSome(lifecycle ? [lifecycle.text] : [])),
    owners: column((row) => owners.addSome(row.owners.map(({ ref }) => ref))),
    parts: column((row) => parts.addSome(row.parts.map(({ ref }) => ref))),
    tags: column((row) => tags.addSome(row.tags)),
    marks: column(({ mark }) => marks.addSome(mark === undefined ? [] : [mark])),
    repositories: column(({ repository }) => repositories.add(repository)),
    docsPages: column(({ docsPages }) => docsPages),
    docsAt: Object.fromEntries(rows.flatMap((row, at) => docsElsewhere(row, base).map((path) => [String(at), path]))),
    errors: column(({ errors }) => errors),
    warnings: column(({ warnings }) => warnings),
    notes: column(({ problems, errors, warnings }) => problems - errors - warnings),
    dependents: column(({ dependents }) => dependents),
    inProduction: column(({ inProduction }) => inProduction),
    fields: Object.fromEntries(
      [...tables.fields].map(([field, table]) => [field, column((row) => table.addSome(row.fields?.[field] ?? []))]),
    ),
  };
}

function docsElsewhere({ ref, docsUrl }: CatalogRow, base: string): readonly string[] {
  return docsUrl === undefined || docsUrl === base + docsPath(ref) ? [] : [docsUrl.slice(base.length)];
}

/** Places with everything that they are part of, however far up. */
function placeTable(portal: Portal, table: ValueTable, aboveBy: (ref: string) => string): PlaceTable {
  const graph = linkGraph(portal.catalog);
  const refs = table.values;
  // What is found on the way is at the end of the table, and its turn comes.
  const up = [];
  for (const ref of refs) up.push(table.addSome(graph.targets(ref, aboveBy(ref))));
  const titles = refs.map((ref) => (ref.includes(':') ? mentionOf(portal, ref).title : ref));
  return {
    refs,
    titles: titles.map((title, place) => (title === nameIn(refs[place] ?? '') ? 0 : title)),
    missing: refs.flatMap((ref, place) => (portal.mentions.has(ref) ? [] : [place])),
    up,
  };
}
