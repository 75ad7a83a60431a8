import type { Texts } from '../text/texts.ts';
import { type Facet, type FacetParts, makeFacet } from './facet.ts';
import { nameIn, shortRef, withoutValue } from './place-ref.ts';
import type { PlaceTable, RowColumns, RowsFile, Some } from './rows-file.ts';

/** Words of the facets' values. */
export type FacetTexts = Pick<Texts['catalog'], 'without' | 'docs' | 'problems' | 'dependents'>;

/** A kind's rows: all columns in one piece. */
export interface RowTables extends Omit<RowsFile, 'more'> {
  readonly rows: RowColumns;
}

/** Nothing, one or several as a list. */
export function listOf(some: Some | undefined): readonly number[] {
  return typeof some === 'number' ? [some] : (some ?? []);
}

/** Every facet that rows have values of; which of them are shown is the page's business. */
export function rowFacets(tables: RowTables, text: FacetTexts): readonly Facet[] {
  const { rows, kind } = tables;
  const count = rows.names.length;
  const words = (field: string, values: readonly string[], column: readonly Some[], more: Partial<FacetParts> = {}) =>
    makeFacet({ field, values, titles: values, count, nodesOf: (row) => listOf(column[row]), ...more });
  const places = (field: string, table: PlaceTable, column: readonly Some[], usual: string, of: Partial<FacetParts>) =>
    makeFacet({
      field,
      kind: usual,
      values: table.refs.map((ref) => (ref.includes(':') ? shortRef(ref, usual) : ref)),
      titles: titlesIn(table),
      up: table.up.map(listOf),
      count,
      nodesOf: (row) => listOf(column[row]),
      ...of,
    });
  const kindAt = (node: number) => tables.parts.refs[node]?.split(':')[0];
  const isDomain = (node: number) => kindAt(node) === 'domain';
  const isSystem = (node: number) => !isDomain(node) && (kind === 'group' || kindAt(node) !== kind);
  const none = (title: string) => [withoutValue, title] as const;
  return [
    words(
      'lifecycle',
      tables.lifecycles.map((lifecycle) => lifecycle.text),
      rows.lifecycles,
      { none: none(text.without.lifecycle) },
    ),
    places('owner', tables.owners, rows.owners, 'group', { none: none(text.without.owner) }),
    words('type', tables.types, rows.types, { none: none(text.without.type) }),
    places('system', tables.parts, rows.parts, kind === 'group' ? 'group' : 'system', {
      keeps: isSystem,
      none: none(text.without.system),
    }),
    places('domain', tables.parts, rows.parts, 'domain', { keeps: isDomain }),
    ...Object.entries(tables.fields).map(([field, values]) => words(field, values, rows.fields[field] ?? [])),
    words('tags', tables.tags, rows.tags, { isAll: true }),
    docsFacet(rows, text),
    problemsFacet(rows, text),
    dependentsFacet(rows, text),
    words('namespace', tables.namespaces, rows.namespaces),
    sourceFacet(tables),
  ];
}

/** What people call the places of a table. */
export function titlesIn({ refs, titles }: PlaceTable): readonly string[] {
  return refs.map((ref, place) => titles[place] || (ref.includes(':') ? nameIn(ref) : ref));
}

function docsFacet(rows: RowColumns, { docs }: FacetTexts): Facet {
  const nodesOf = (row: number) => [(rows.docsPages[row] ?? 0) > 0 ? 0 : 1];
  return makeFacet({
    field: 'docs',
    values: ['yes', 'no'],
    titles: [docs.yes, docs.no],
    count: rows.names.length,
    nodesOf,
  });
}

function problemsFacet(rows: RowColumns, { problems }: FacetTexts): Facet {
  const columns = [rows.errors, rows.warnings, rows.notes];
  const nodesOf = (row: number) => {
    const found = [0, 1, 2].filter((severity) => (columns[severity]?.[row] ?? 0) > 0);
    return found.length > 0 ? found : [3];
  };
  const values = ['errors', 'warnings', 'notes', 'none'] as const;
  const titles = values.map((value) => problems[value]);
  return makeFacet({ field: 'problems', values, titles, count: rows.names.length, nodesOf });
}

function dependentsFacet(rows: RowColumns, { dependents }: FacetTexts): Facet {
  const nodesOf = (row: number) => {
    const [all = 0, inProduction = 0] = [rows.dependents[row], rows.inProduction[row]];
    return all === 0 ? [2] : [...(inProduction > 0 ? [0] : []), ...(all > inProduction ? [1] : [])];
  };
  const values = ['production', 'other', 'none'] as const;
  const titles = values.map((value) => dependents[value]);
  return makeFacet({ field: 'dependents', values, titles, count: rows.names.length, nodesOf });
}

/** Sources, and below each its repositories; of a single source only the repositories. */
function sourceFacet({ sources, repositories, sourceOf, rows }: RowTables): Facet {
  const names = new Set(sources);
  const values = [
    ...sources,
    ...repositories.map((slug, at) => (names.has(slug) ? `${sources[sourceOf[at] ?? 0]}/${slug}` : slug)),
  ];
  return makeFacet({
    field: 'source',
    values,
    titles: [...sources, ...repositories],
    up: [...sources.map(() => []), ...sourceOf.map((source) => [source])],
    keeps: (node) => sources.length > 1 || node >= sources.length,
    count: rows.names.length,
    nodesOf: (row) => [sources.length + (rows.repositories[row] ?? 0)],
  });
}
