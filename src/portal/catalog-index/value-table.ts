import type { Some } from '../views/catalog-index/rows-file.ts';

/** Values, each once, and where they stand. */
export interface ValueTable {
  /** Grows as values are added. */
  readonly values: readonly string[];
  /** Place of a value, which is added where it is new. */
  readonly add: (value: string) => number;
  /** The same of several, in the shortest form. */
  readonly addSome: (values: readonly string[]) => Some;
}

/** An empty table. */
export function makeTable(): ValueTable {
  const values: string[] = [];
  const places = new Map<string, number>();
  const add = (value: string): number => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, values.length);
    return values.push(value) - 1;
  };
  const addSome = (some: readonly string[]): Some => {
    const found = [...new Set(some)].map(add);
    return found.length === 1 ? (found[0] ?? 0) : found;
  };
  return { values, add, addSome };
}
