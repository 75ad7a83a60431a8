import type { Catalog } from '../entity.ts';
import { inverseOf } from '../model/relation-types.ts';
import { makeNodeSet, type NodeSet } from './node-set.ts';
import { eachTarget, makeRows, type Rows } from './rows.ts';

/**
 * A catalog's relations over numbers. A node is the place of its ref in `refs`, so nodes sort as refs do. Refs that are
 * only named are nodes too, with the other side of the relations that name them.
 */
export interface LinkGraph {
  /** Sorted: every ref that is in the catalog or named by what is in it. */
  readonly refs: readonly string[];
  /** `undefined` for a ref that nothing in the catalog has or names. */
  readonly nodeOf: (ref: string) => number | undefined;
  readonly isMissing: (node: number) => boolean;
  /** Every type of relation that occurs, sorted. */
  readonly types: readonly string[];
  /** The relations of one type, each node's sorted; empty rows for a type that does not occur. */
  readonly rows: (type: string) => Rows;
  /** Targets of one type of relation, sorted. */
  readonly targets: (ref: string, type: string) => readonly string[];
  /** First node of a kind (lower case), and the first after the last. */
  readonly nodesOfKind: (kind: string) => readonly [number, number];
  /** An empty set of nodes. It voids the one that was made before in the same room: a walk has both rooms to itself. */
  readonly nodeSet: (room?: 0 | 1) => NodeSet;
}

interface Links {
  readonly sources: number[];
  readonly targets: number[];
}

const graphs = new WeakMap<Catalog, LinkGraph>();

/** The graph of a catalog; made once per catalog, when it is first asked for, and kept as long as it. */
export function linkGraph(catalog: Catalog): LinkGraph {
  const known = graphs.get(catalog);
  if (known) return known;
  const graph = makeGraph(catalog);
  graphs.set(catalog, graph);
  return graph;
}

function makeGraph(catalog: Catalog): LinkGraph {
  const refs = refsOf(catalog);
  const nodes = new Map(refs.map((ref, node) => [ref, node]));
  const rows = new Map(
    [...linksOf(catalog, nodes)].map(([type, { sources, targets }]) => [type, makeRows(refs.length, sources, targets)]),
  );
  const none = makeRows(refs.length, [], []);
  const rowsOf = (type: string) => rows.get(type) ?? none;
  const rooms = [new Int32Array(refs.length), new Int32Array(refs.length)] as const;
  return {
    refs,
    nodeOf: (ref) => nodes.get(ref),
    isMissing: (node) => !catalog.byRef.has(refs[node] ?? ''),
    types: [...rows.keys()].sort(),
    rows: rowsOf,
    targets: (ref, type) => {
      const found: string[] = [];
      const node = nodes.get(ref);
      if (node !== undefined) eachTarget(rowsOf(type), node, (target) => found.push(refs[target] ?? ''));
      return found;
    },
    // A colon ends the kind, and a semicolon is the character after it.
    nodesOfKind: (kind) => [firstNotBefore(refs, `${kind}:`), firstNotBefore(refs, `${kind};`)],
    nodeSet: (room = 0) => makeNodeSet(rooms[room]),
  };
}

function refsOf(catalog: Catalog): string[] {
  const missing = new Set<string>();
  for (const { entity } of catalog.entities) {
    for (const { targetRef } of entity.relations) if (!catalog.byRef.has(targetRef)) missing.add(targetRef);
  }
  return [...catalog.byRef.keys(), ...missing].sort();
}

function linksOf(catalog: Catalog, nodes: ReadonlyMap<string, number>): ReadonlyMap<string, Links> {
  const links = new Map<string, Links>();
  const linksOfType = (type: string) => {
    const known = links.get(type) ?? { sources: [], targets: [] };
    links.set(type, known);
    return known;
  };
  const add = (type: string, source: number, target: number) => {
    const { sources, targets } = linksOfType(type);
    sources.push(source);
    targets.push(target);
  };
  // In the order of refs, so that the other sides at missing refs are sorted as well.
  for (const { ref, entity } of catalog.entities) {
    const source = nodes.get(ref) ?? 0;
    for (const { type, targetRef } of entity.relations) {
      const target = nodes.get(targetRef) ?? 0;
      add(type, source, target);
      const inverse = catalog.byRef.has(targetRef) ? undefined : inverseOf(type, catalog.model.relationPairs);
      if (inverse !== undefined) add(inverse, target, source);
    }
  }
  return links;
}

function firstNotBefore(refs: readonly string[], text: string): number {
  let low = 0;
  let high = refs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((refs[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
