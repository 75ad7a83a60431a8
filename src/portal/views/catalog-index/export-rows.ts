import type { CatalogRow } from '../catalog.ts';

/** A row as it is saved. Lists are lists; what a row does not have is an empty text. */
export type SavedRow = Readonly<Record<string, string | number | readonly string[]>>;

/** What is saved of a row: facts rather than what people read, so that other programs can go on with it. */
export function savedRow(row: CatalogRow, origin: string): SavedRow {
  const refs = (places: CatalogRow['owners']) => places.map(({ ref, title }) => ref || title);
  return {
    entity: row.ref,
    title: row.title,
    description: row.description,
    type: row.type,
    lifecycle: row.lifecycle?.text ?? '',
    owner: refs(row.owners),
    partOf: refs(row.parts),
    tags: row.tags,
    docsPages: row.docsPages,
    errors: row.errors,
    warnings: row.warnings,
    notes: row.problems - row.errors - row.warnings,
    dependents: row.dependents,
    dependentsInProduction: row.inProduction,
    source: row.source,
    repository: row.repository,
    url: new URL(row.url, origin).href,
    ...row.fields,
  };
}

/** Saved rows as lines of cells, the first of them the names; several values are separated by semicolons. */
export function savedLines(rows: readonly SavedRow[]): readonly (readonly string[])[] {
  const names = Object.keys(rows[0] ?? {});
  const cell = (value: SavedRow[string] | undefined) =>
    typeof value === 'object' ? value.join('; ') : String(value ?? '');
  return [names, ...rows.map((row) => names.map((name) => cell(row[name])))];
}
