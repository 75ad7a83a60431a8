import { type Facet, placeOfValue } from './facet.ts';
import type { CatalogQuery } from './query.ts';
import type { RowIndex } from './row-index.ts';
import { hasWords, wantedWords } from './words.ts';

/** What a view finds, and what each value of each facet would find beside it. */
export interface Filtered {
  /** Places of rows, in their order. */
  readonly found: readonly number[];
  /** By facet: for each of its values, how many rows have it and pass all other facets. */
  readonly counts: ReadonlyMap<string, Int32Array>;
}

interface ChosenFacet extends Facet {
  /** By value: 1 if it is chosen. */
  readonly wanted: Uint8Array;
  /** Chosen values, also those that no row has. */
  readonly size: number;
}

/** Rows that have all words of a query and pass all its facets. Every facet is counted as if it alone were free. */
export function filterRows(
  { count, texts }: Pick<RowIndex, 'count' | 'texts'>,
  facets: readonly Facet[],
  query: CatalogQuery,
): Filtered {
  const words = wantedWords(query.text);
  const chosen = facets.flatMap((facet) => chosenIn(facet, query.chosen.get(facet.field) ?? []));
  const counted = facets.map((facet) => [facet, new Int32Array(facet.values.length)] as const);
  const countsOf = new Map(counted.map(([{ field }, counts]) => [field, counts]));
  const found: number[] = [];
  for (let row = 0; row < count; row += 1) {
    if (words.length > 0 && !hasWords(texts[row] ?? '', words)) continue;
    const failed = firstFailures(chosen, row);
    if (failed === undefined) {
      found.push(row);
      for (const [facet, counts] of counted) countRow(facet, counts, row);
    } else if (failed !== 'several' && !failed.isAll) {
      countRow(failed, countsOf.get(failed.field) as Int32Array, row);
    }
  }
  return { found, counts: countsOf };
}

function chosenIn(facet: Facet, values: readonly string[]): readonly ChosenFacet[] {
  const wanted = new Uint8Array(facet.values.length);
  for (const value of values) {
    const place = placeOfValue(facet, value);
    if (place >= 0) wanted[place] = 1;
  }
  return values.length > 0 ? [{ ...facet, wanted, size: values.length }] : [];
}

function firstFailures(chosen: readonly ChosenFacet[], row: number): ChosenFacet | 'several' | undefined {
  let failed: ChosenFacet | undefined;
  for (const facet of chosen) {
    if (passes(facet, row)) continue;
    if (failed) return 'several';
    failed = facet;
  }
  return failed;
}

function passes({ starts, nodes, wanted, size, isAll }: ChosenFacet, row: number): boolean {
  const end = starts[row + 1] ?? 0;
  let had = 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) had += wanted[nodes[at] ?? 0] ?? 0;
  return isAll ? had === size : had > 0;
}

function countRow({ starts, nodes }: Facet, counts: Int32Array, row: number): void {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const node = nodes[at] ?? 0;
    counts[node] = (counts[node] ?? 0) + 1;
  }
}
