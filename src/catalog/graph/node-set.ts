/** Nodes of a graph in the order in which they were added, each once. */
export interface NodeSet {
  /** Has room for every node; the first `size` are those of the set. */
  readonly nodes: Int32Array;
  size: number;
  /** Beside `nodes`: where each was come from, as its walk means it. */
  readonly origins: Int32Array;
  /** Of each node, `base` and its place in `nodes`; less than `base`: not in the set. */
  readonly places: Float64Array;
  readonly base: number;
}

/**
 * Makes sets of nodes 0…count-1, each of which voids the one before: they share their arrays, and a set begins where the
 * places of the one before end, so that nothing has to be cleared and a small set costs nothing but its own nodes.
 */
export function makeNodeSets(count: number): () => NodeSet {
  const nodes = new Int32Array(count);
  const origins = new Int32Array(count);
  // Doubles, because the places of millions of sets leave the range of integers.
  const places = new Float64Array(count);
  let latest: NodeSet = { nodes, size: 0, origins, places, base: 1 };
  return () => {
    latest = { nodes, size: 0, origins, places, base: latest.base + latest.size };
    return latest;
  };
}

/** Adds a node; whether it is new. */
export function addNode(set: NodeSet, node: number, origin = 0): boolean {
  if ((set.places[node] ?? 0) >= set.base) return false;
  set.places[node] = set.base + set.size;
  set.nodes[set.size] = node;
  set.origins[set.size] = origin;
  set.size += 1;
  return true;
}

/** A node's place in the set; less than 0 for what is not in it. */
export function positionOf(set: NodeSet, node: number): number {
  return (set.places[node] ?? 0) - set.base;
}

/** The nodes from one place to before another in ascending order; `count` is the number of nodes of the graph. */
export function sortedBetween(set: NodeSet, from: number, to: number, count: number): Int32Array {
  const sorted = set.nodes.slice(from, to);
  // Much of a graph is sorted faster by asking each of its nodes in turn.
  if ((to - from) * 8 < count) return sorted.sort();
  for (let node = 0, found = 0; node < count && found < sorted.length; node += 1) {
    const position = positionOf(set, node);
    if (position < from || position >= to) continue;
    sorted[found] = node;
    found += 1;
  }
  return sorted;
}
