import type { CatalogPlace, CatalogRow } from '../catalog.ts';
import type { Facet } from './facet.ts';
import { urlOfRef } from './place-ref.ts';
import { type FacetTexts, listOf, type RowTables, rowFacets, titlesIn } from './row-facets.ts';
import type { PlaceTable, RowColumns, RowsFile, Some } from './rows-file.ts';
import { foldText, squeeze } from './words.ts';

/** All rows of a kind, ready to be filtered. */
export interface RowIndex {
  readonly count: number;
  /** What is searched of row `n`. */
  readonly texts: readonly string[];
  readonly facets: ReadonlyMap<string, Facet>;
  readonly refAt: (row: number) => string;
  /** Row `n`, made when it is asked for. */
  readonly rowAt: (row: number) => CatalogRow;
}

/** Reads `rows.json` and the further files that it names, in their order. */
export function readRows(first: RowsFile, more: readonly RowColumns[], base: string, text: FacetTexts): RowIndex {
  const tables: RowTables = { ...first, rows: more.reduce(appendRows, first.rows) };
  const { names, namespaces } = tables.rows;
  const refAt = (row: number) => `${tables.kind}:${tables.namespaces[namespaces[row] ?? 0]}/${names[row]}`;
  return {
    count: names.length,
    texts: textsOf(tables),
    facets: new Map(rowFacets(tables, text).map((facet) => [facet.field, facet])),
    refAt,
    rowAt: rowsIn(tables, base, refAt),
  };
}

function appendRows(all: RowColumns, more: RowColumns): RowColumns {
  const before = all.names.length;
  const both = <Value>(a: readonly Value[] = [], b: readonly Value[] = []) => a.concat(b);
  const docsAt = Object.entries(more.docsAt).map(([row, path]) => [String(before + Number(row)), path]);
  return {
    names: both(all.names, more.names),
    titles: both(all.titles, more.titles),
    descriptions: both(all.descriptions, more.descriptions),
    namespaces: both(all.namespaces, more.namespaces),
    types: both(all.types, more.types),
    lifecycles: both(all.lifecycles, more.lifecycles),
    owners: both(all.owners, more.owners),
    parts: both(all.parts, more.parts),
    tags: both(all.tags, more.tags),
    marks: both(all.marks, more.marks),
    repositories: both(all.repositories, more.repositories),
    docsPages: both(all.docsPages, more.docsPages),
    docsAt: { ...all.docsAt, ...Object.fromEntries(docsAt) },
    errors: both(all.errors, more.errors),
    warnings: both(all.warnings, more.warnings),
    notes: both(all.notes, more.notes),
    dependents: both(all.dependents, more.dependents),
    inProduction: both(all.inProduction, more.inProduction),
    fields: Object.fromEntries(
      Object.keys(all.fields).map((field) => [field, both(all.fields[field], more.fields[field])]),
    ),
  };
}

/** The words of each row; those of tables are folded once. Names stand at the end without what separates their words. */
function textsOf(tables: RowTables): readonly string[] {
  const { rows } = tables;
  const owners = titlesIn(tables.owners).map((title, place) => foldText(`${title} ${tables.owners.refs[place]}`));
  const parts = titlesIn(tables.parts).map((title, place) => foldText(`${title} ${tables.parts.refs[place]}`));
  const [types, tags] = [tables.types.map(foldText), tables.tags.map(foldText)];
  const own = Object.entries(tables.fields).map(
    ([field, values]) => [values.map(foldText), rows.fields[field] ?? []] as const,
  );
  const add = (table: readonly string[], some: Some | undefined): string => {
    if (typeof some === 'number') return ` ${table[some]}`;
    return some && some.length > 0 ? ` ${some.map((place) => table[place]).join(' ')}` : '';
  };
  return rows.names.map((name, row) => {
    const title = rows.titles[row] || name;
    const names = title === name ? name : `${title} ${name}`;
    const said = foldText(`${names} ${rows.descriptions[row]}`);
    const told = add(types, rows.types[row]) + add(owners, rows.owners[row]) + add(parts, rows.parts[row]);
    const ownWords = own.map(([table, column]) => add(table, column[row])).join('');
    const squeezed = title === name ? squeeze(name) : `${squeeze(title)} ${squeeze(name)}`;
    return `${said}${told}${add(tags, rows.tags[row])}${ownWords} ${squeezed}`;
  });
}

function rowsIn(tables: RowTables, base: string, refAt: (row: number) => string): RowIndex['rowAt'] {
  const { rows } = tables;
  const [owners, parts] = [placesIn(tables.owners, base), placesIn(tables.parts, base)];
  const pick = <Value>(table: readonly Value[], some: Some | undefined) =>
    listOf(some).flatMap((at) => table[at] ?? []);
  return (row) => {
    const ref = refAt(row);
    const name = rows.names[row] ?? '';
    const [errors = 0, warnings = 0, notes = 0] = [rows.errors[row], rows.warnings[row], rows.notes[row]];
    const docsPages = rows.docsPages[row] ?? 0;
    const [lifecycle] = pick(tables.lifecycles, rows.lifecycles[row]);
    const [mark] = pick(tables.marks, rows.marks[row]);
    const docsAt = rows.docsAt[row];
    const repository = rows.repositories[row] ?? 0;
    return {
      ref,
      title: rows.titles[row] || name,
      name,
      namespace: tables.namespaces[rows.namespaces[row] ?? 0] ?? '',
      url: urlOfRef(base, ref),
      description: rows.descriptions[row] ?? '',
      type: pick(tables.types, rows.types[row])[0] ?? '',
      owners: pick(owners, rows.owners[row]),
      parts: pick(parts, rows.parts[row]),
      ...(lifecycle && { lifecycle }),
      tags: pick(tables.tags, rows.tags[row]),
      ...(docsPages > 0 && { docsUrl: docsAt === undefined ? urlOfRef(base, ref, 'docs') : base + docsAt }),
      docsPages,
      ...(mark !== undefined && { mark }),
      problems: errors + warnings + notes,
      errors,
      warnings,
      dependents: rows.dependents[row] ?? 0,
      inProduction: rows.inProduction[row] ?? 0,
      repository: tables.repositories[repository] ?? '',
      source: tables.sources[tables.sourceOf[repository] ?? 0] ?? '',
      ...(Object.keys(tables.fields).length > 0 && {
        fields: Object.fromEntries(
          Object.entries(tables.fields).map(([field, values]) => [field, pick(values, rows.fields[field]?.[row])]),
        ),
      }),
    };
  };
}

function placesIn(table: PlaceTable, base: string): readonly CatalogPlace[] {
  const missing = new Set(table.missing);
  return titlesIn(table).map((title, place) => {
    const ref = table.refs[place] ?? '';
    return { ref, title, ...(ref.includes(':') && !missing.has(place) && { url: urlOfRef(base, ref) }) };
  });
}
