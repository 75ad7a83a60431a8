import type { Facet } from './facet.ts';
import { foldText } from './words.ts';

/** A value of a facet as it is listed. */
export interface FacetLine {
  readonly value: string;
  readonly title: string;
  readonly count: number;
  /** 0 for what is part of nothing. */
  readonly depth: number;
  /** Whether what is part of it is listed; absent: nothing is. */
  readonly isOpen?: boolean;
}

/** How a facet is looked at. */
export interface FacetLook {
  readonly chosen: readonly string[];
  /** Values whose parts are listed, or are not where that is usual. */
  readonly turned: ReadonlySet<string>;
  /** More than the first lines are listed. */
  readonly isLong: boolean;
  /** Only values with these words are listed. */
  readonly wanted: string;
}

/** Nothing chosen, nothing unfolded. */
export const plainLook: FacetLook = { chosen: [], turned: new Set(), isLong: false, wanted: '' };

/** Lines before the rest unfolds, and after. */
const [few, many] = [8, 200];

/** What a facet lists: the values with most rows first, below each its parts, and how many more there are. */
export function facetLines(
  facet: Facet,
  counts: Int32Array,
  look: FacetLook,
): { readonly lines: readonly FacetLine[]; readonly more: number } {
  const all = look.wanted.trim() === '' ? treeLines(facet, counts, look) : wantedLines(facet, counts, look.wanted);
  const limit = look.isLong || look.wanted !== '' ? many : few;
  // A fold that hides one line would be as long as the line.
  const cut = all.length <= limit + 1 ? all.length : limit;
  const kept = all.filter(({ value }, place) => place < cut || look.chosen.includes(value));
  return { lines: kept, more: all.length - kept.length };
}

function lineOf({ values, titles }: Facet, counts: Int32Array, node: number, depth = 0): FacetLine {
  return { value: values[node] ?? '', title: titles[node] ?? '', count: counts[node] ?? 0, depth };
}

function wantedLines(facet: Facet, counts: Int32Array, wanted: string): readonly FacetLine[] {
  const words = foldText(wanted).split(/\s+/).filter(Boolean);
  const has = (node: number) => {
    const text = foldText(`${facet.titles[node]} ${facet.values[node]}`);
    return words.every((word) => text.includes(word));
  };
  return inOrder(
    facet,
    counts,
    facet.values.flatMap((_, node) => (has(node) ? [node] : [])),
  ).map((node) => lineOf(facet, counts, node));
}

function treeLines(facet: Facet, counts: Int32Array, { chosen, turned }: FacetLook): readonly FacetLine[] {
  const { roots, children } = treeOf(facet);
  const needed = aboveAny(facet, chosen);
  const isOnly = roots.filter((node) => children.has(node)).length === 1;
  const lines: FacetLine[] = [];
  const list = (nodes: readonly number[], depth: number): void => {
    for (const node of inOrder(facet, counts, nodes)) {
      const line = lineOf(facet, counts, node, depth);
      const parts = children.get(node) ?? [];
      // The only one with parts is open from the start, and so is what something chosen is part of.
      const isUsual = (depth === 0 && isOnly) || needed.has(node);
      const isOpen = turned.has(line.value) !== isUsual;
      lines.push(parts.length > 0 ? { ...line, isOpen } : line);
      if (isOpen) list(parts, depth + 1);
    }
  };
  list(roots, 0);
  return lines;
}

interface Tree {
  readonly roots: readonly number[];
  readonly children: ReadonlyMap<number, readonly number[]>;
}

const trees = new WeakMap<Facet, Tree>();

/** Each value stands once: below the first that it is part of. Of values that are part of each other the first is on top. */
function treeOf(facet: Facet): Tree {
  const known = trees.get(facet);
  if (known) return known;
  const parents = facet.up.map((above) => above[0]);
  for (let node = 0; node < parents.length; node += 1) {
    const seen = new Set([node]);
    for (let above = parents[node]; above !== undefined; above = parents[above]) {
      if (above === node) parents[node] = undefined;
      if (seen.has(above)) break;
      seen.add(above);
    }
  }
  const children = new Map<number, number[]>();
  const roots: number[] = [];
  for (let node = 0; node < facet.values.length; node += 1) {
    const parent = parents[node];
    if (parent === undefined) roots.push(node);
    else children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const tree = { roots, children };
  trees.set(facet, tree);
  return tree;
}

function aboveAny(facet: Facet, chosen: readonly string[]): ReadonlySet<number> {
  const above = new Set(chosen.flatMap((value) => facet.up[facet.values.indexOf(value)] ?? []));
  for (const node of above) for (const next of facet.up[node] ?? []) above.add(next);
  return above;
}

function inOrder({ titles, none }: Facet, counts: Int32Array, nodes: readonly number[]): readonly number[] {
  return nodes.toSorted((a, b) => {
    if (a === none || b === none) return a === none ? 1 : -1;
    const [left = '', right = ''] = [titles[a], titles[b]];
    return (counts[b] ?? 0) - (counts[a] ?? 0) || (left < right ? -1 : left > right ? 1 : a - b);
  });
}
