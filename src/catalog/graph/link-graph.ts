import type { Catalog } from '../entity.ts';
import { inverseOf } from '../model/relation-types.ts';
import { makeNodeSets, type NodeSet } from './node-set.ts';
import { makeRows, type Rows, targetsOf } from './rows.ts';

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
  /** The refs of these nodes, in their order. */
  readonly refsOf: (nodes: Int32Array) => string[];
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
  const refs = allRefs(catalog);
  const nodes = new Map(refs.map((ref, node) => [ref, node]));
  const rows = new Map(
    [...linksOf(catalog, nodes)].map(([type, { sources, targets }]) => [type, makeRows(refs.length, sources, targets)]),
  );
  const none = makeRows(refs.length, [], []);
  const refsOf = (some: Int32Array) => {
    const found = new Array<string>(some.length);
    for (let at = 0; at < some.length; at += 1) found[at] = refs[some[at] ?? 0] ?? '';
    return found;
  };
  const rowsOf = (type: string) => rows.get(type) ?? none;
  const rooms = [makeNodeSets(refs.length), makeNodeSets(refs.length)] as const;
  return {
    refs,
    nodeOf: (ref) => nodes.get(ref),
    isMissing: (node) => !catalog.byRef.has(refs[node] ?? ''),
    types: [...rows.keys()].sort(),
    rows: rowsOf,
    targets: (ref, type) => {
      const node = nodes.get(ref);
      return node === undefined ? [] : refsOf(targetsOf(rowsOf(type), node));
    },
    // A colon ends the kind, and a semicolon is the character after it.
    nodesOfKind: (kind) => [firstNotBefore(refs, `${kind}:`), firstNotBefore(refs, `${kind};`)],
    refsOf,
    nodeSet: (room = 0) => rooms[room](),
  };
}

function allRefs(catalog: Catalog): string[] {
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
