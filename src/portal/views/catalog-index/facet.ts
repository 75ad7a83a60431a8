import { fullRef, shortRef } from './place-ref.ts';

/** Values that rows can be narrowed by, and which row has which. */
export interface Facet {
  readonly field: string;
  /** What an address calls each value. */
  readonly values: readonly string[];
  /** What people call it. */
  readonly titles: readonly string[];
  /** What each value is directly part of: choosing that finds its rows too. */
  readonly up: readonly (readonly number[])[];
  /** All chosen values must be there; else one is enough. */
  readonly isAll: boolean;
  /** Values are entities, for the most part of this kind: their refs may be written in any way. */
  readonly kind?: string | undefined;
  /** Place of the value that stands for rows without one, which is listed last; -1: every row has one. */
  readonly none: number;
  /** The values of row `n`, with everything that they are part of, stand in `nodes` from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Int32Array;
  readonly nodes: Int32Array;
}

/** What a facet is made of. */
export interface FacetParts extends Pick<Facet, 'field' | 'values' | 'titles' | 'kind'> {
  readonly up?: readonly (readonly number[])[];
  readonly isAll?: boolean;
  /** Values that are offered; what is left out still joins what is below it to what is above it. Absent: all. */
  readonly keeps?: (node: number) => boolean;
  /** Where rows may have no value: what the address and people call that. */
  readonly none?: readonly [value: string, title: string] | undefined;
  /** How many rows there are, and the values that stand in each. */
  readonly count: number;
  readonly nodesOf: (row: number) => readonly number[];
}

/** Makes a facet. What is part of itself through others is no harder than anything else. */
export function makeFacet({ keeps = () => true, ...parts }: FacetParts): Facet {
  const { field, values, titles, up = [], isAll = false, count, nodesOf } = parts;
  const kept = values.flatMap((_, node) => (keeps(node) ? [node] : []));
  const places = new Map(kept.map((node, place) => [node, place]));
  const placesAbove = aboveIn(up, places);
  const starts = new Int32Array(count + 1);
  const nodes: number[] = [];
  let isSomeWithout = false;
  for (let row = 0; row < count; row += 1) {
    const found = placesAbove(nodesOf(row));
    if (found.length === 0 && parts.none) nodes.push(kept.length);
    for (const node of found) nodes.push(node);
    isSomeWithout ||= found.length === 0;
    starts[row + 1] = nodes.length;
  }
  const none = isSomeWithout && parts.none ? [parts.none] : [];
  const pick = (list: readonly string[]) => kept.map((node) => list[node] ?? '');
  return {
    field,
    values: [...pick(values), ...none.map(([value]) => value)],
    titles: [...distinctTitles(pick(titles), pick(values)), ...none.map(([, title]) => title)],
    up: kept.map((node) => (up[node] ?? []).flatMap((above) => places.get(above) ?? [])),
    isAll,
    kind: parts.kind,
    none: none.length > 0 ? kept.length : -1,
    starts,
    nodes: Int32Array.from(nodes),
  };
}

/** For some nodes the places of them and of all that they are part of; worked out once for each combination that occurs. */
function aboveIn(up: FacetParts['up'] & object, places: ReadonlyMap<number, number>) {
  const known = new Map<number | string, readonly number[]>();
  return (nodes: readonly number[]): readonly number[] => {
    const key = nodes.length === 1 ? (nodes[0] ?? 0) : nodes.join();
    const seen = known.get(key);
    if (seen) return seen;
    const all = new Set(nodes);
    for (const node of all) for (const above of up[node] ?? []) all.add(above);
    const found = [...all].flatMap((node) => places.get(node) ?? []);
    known.set(key, found);
    return found;
  };
}

/** Titles, those that two values have with the value behind them. */
function distinctTitles(titles: readonly string[], values: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  for (const title of titles) taken.set(title, (taken.get(title) ?? 0) + 1);
  return titles.map((title, place) =>
    (taken.get(title) ?? 0) > 1 && values[place] !== title ? `${title} (${values[place]})` : title,
  );
}

/** Place of the value that an address means; -1: there is none. */
export function placeOfValue({ values, kind }: Facet, value: string): number {
  const exact = values.indexOf(value);
  if (exact >= 0) return exact;
  if (kind !== undefined) return values.indexOf(shortRef(fullRef(value, kind), kind));
  const lower = value.toLowerCase();
  return values.findIndex((one) => one.toLowerCase() === lower);
}

/** How many rows have each value, of all rows. */
export function countAll({ values, nodes }: Facet): Int32Array {
  const counts = new Int32Array(values.length);
  for (const node of nodes) counts[node] = (counts[node] ?? 0) + 1;
  return counts;
}
