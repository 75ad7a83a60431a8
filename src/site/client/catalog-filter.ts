import * as counts from '@text/counts';
import type { CatalogRow } from '../../portal/views/catalog.ts';
import { problemValues } from '../../portal/views/problem-values.ts';
import type { Choice } from './facets.ts';

/** A row with what filtering reads of it. */
export interface IndexedRow {
  readonly row: CatalogRow;
  /** All words of the row, lower-case. */
  readonly text: string;
  /** Facet → values. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** What was found, and what each facet value would find beside it. */
export interface Filtered {
  readonly rows: readonly IndexedRow[];
  /** `field=value` → rows that have it and pass all other facets. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Facets whose chosen values must all be there; of the others, one is enough. */
const conjunctive = new Set(['tags']);

/** Prepares a row for filtering. */
export const indexRow = (row: CatalogRow): IndexedRow => ({
  row,
  text: [
    row.title,
    row.name,
    row.description,
    row.owner,
    row.system,
    row.type,
    ...row.tags,
    ...Object.values(row.fields ?? {}).flat(),
  ]
    .join(' ')
    .toLowerCase(),
  values: new Map([
    ['lifecycle', row.lifecycle ? [row.lifecycle.text] : []],
    ['owner', [row.owner]],
    ['type', [row.type]],
    ['system', [row.system]],
    ['tags', row.tags],
    ['namespace', [row.namespace]],
    ['docs', [row.docsPages > 0 ? 'has docs' : 'no docs']],
    ['problems', problemValues(row, counts)],
    ...Object.entries(row.fields ?? {}),
  ]),
});

const passes = (item: IndexedRow, field: string, chosen: ReadonlySet<string>): boolean => {
  const values = item.values.get(field) ?? [];
  return conjunctive.has(field)
    ? [...chosen].every((value) => values.includes(value))
    : values.some((value) => chosen.has(value));
};

/** Filters by words (all must occur) and facets; counts every facet as if it alone were free. One pass. */
export const filterRows = (items: readonly IndexedRow[], query: string, choice: Choice): Filtered => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = new Map<string, number>();
  const count = (item: IndexedRow, field: string): void => {
    for (const value of item.values.get(field) ?? [])
      counts.set(`${field}=${value}`, (counts.get(`${field}=${value}`) ?? 0) + 1);
  };
  const rows = items.filter((item) => {
    if (!words.every((word) => item.text.includes(word))) return false;
    const failed = [...choice].filter(([field, chosen]) => !passes(item, field, chosen)).map(([field]) => field);
    if (failed.length === 0) for (const field of item.values.keys()) count(item, field);
    if (failed.length === 1 && !conjunctive.has(failed[0] as string)) count(item, failed[0] as string);
    return failed.length === 0;
  });
  return { rows, counts };
};

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const keyOf = (row: CatalogRow, field: string): string | number => {
  if (field === 'docs') return row.docsPages;
  if (field === 'problems') return row.errors * 1e10 + row.warnings * 1e5 + row.problems;
  if (field === 'lifecycle') return row.lifecycle?.text ?? '';
  if (field === 'tags') return row.tags.join(' ');
  if (row.fields?.[field]) return row.fields[field].join(' ');
  return field === 'owner' || field === 'system' || field === 'type' ? row[field] : row.title;
};

/** Sorts by a column; `-owner` descends. Rows without a value come last either way. An empty `sort` keeps the order. */
export const sortRows = (items: readonly IndexedRow[], sort: string): readonly IndexedRow[] => {
  if (sort === '') return items;
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  return items.toSorted((left, right) => {
    const [a, b] = [keyOf(left.row, field), keyOf(right.row, field)];
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return descending ? -order : order;
  });
};
