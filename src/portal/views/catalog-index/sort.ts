import type { CatalogRow } from '../catalog.ts';
import type { RowIndex } from './row-index.ts';

const keys: Readonly<Record<string, (row: CatalogRow) => string | number>> = {
  docs: ({ docsPages }) => docsPages,
  problems: ({ errors, warnings, problems }) => errors * 1e10 + warnings * 1e5 + problems,
  dependents: ({ inProduction }) => inProduction,
  lifecycle: ({ lifecycle }) => lifecycle?.text ?? '',
  tags: ({ tags }) => tags.join(' '),
  owner: ({ owners }) => owners.map(({ title }) => title).join(' '),
  system: ({ parts }) => parts.map(({ title }) => title).join(' '),
  type: ({ type }) => type,
  name: ({ title }) => title,
};

type Ranks = Float64Array;
const ranks = new WeakMap<RowIndex, Map<string, Ranks>>();

/**
 * Sorts rows, which are by title, by the field of a column; `-owner` descends. Rows without a value come last either way; among
 * equals the order stays. All rows of an index are compared once for each field.
 */
export function sortRows(index: RowIndex, found: readonly number[], sort: string, language: string): readonly number[] {
  if (sort === '' || sort === 'name') return found;
  const isDescending = sort.startsWith('-');
  const field = isDescending ? sort.slice(1) : sort;
  if (field === 'name') return found.toReversed();
  const rankOf = ranksOf(index, field, language);
  return found.toSorted((a, b) => {
    const [left = 0, right = 0] = [rankOf[a], rankOf[b]];
    if (left === 0 || right === 0) return left === right ? a - b : left === 0 ? 1 : -1;
    return (isDescending ? right - left : left - right) || a - b;
  });
}

/** By row: 0 for no value, else the place of its value among all. */
function ranksOf(index: RowIndex, field: string, language: string): Ranks {
  const known = ranks.get(index) ?? new Map<string, Ranks>();
  ranks.set(index, known);
  const made = known.get(field) ?? makeRanks(index, field, language);
  known.set(field, made);
  return made;
}

function makeRanks(index: RowIndex, field: string, language: string): Ranks {
  const keyOf = Object.hasOwn(keys, field) ? keys[field] : (row: CatalogRow) => row.fields?.[field]?.join(' ') ?? '';
  const values = Array.from({ length: index.count }, (_, row) => keyOf?.(index.rowAt(row)) ?? '');
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const distinct = [...new Set(values)].filter((value) => value !== '' && value !== 0);
  distinct.sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(`${a}`, `${b}`)));
  const places = new Map(distinct.map((value, place) => [value, place + 1]));
  return Float64Array.from(values, (value) => places.get(value) ?? 0);
}
