/** Nodes of a graph in the order in which they were added, each once. */
export interface NodeSet {
  readonly nodes: readonly number[];
  /** Whether the node is new. */
  readonly add: (node: number) => boolean;
  /** Its place in `nodes`; -1 for what is not in the set. */
  readonly positionOf: (node: number) => number;
}

/**
 * An empty set. `places` has room for every node and may hold anything: a node is in the set when the place that it
 * names holds the node. So sets that are used one after the other share it, and a small set in a large graph costs
 * nothing but its own nodes (Briggs and Torczon, "An Efficient Representation for Sparse Sets", 1993).
 */
export function makeNodeSet(places: Int32Array): NodeSet {
  const nodes: number[] = [];
  const positionOf = (node: number) => {
    const place = places[node] ?? 0;
    return place < nodes.length && nodes[place] === node ? place : -1;
  };
  const add = (node: number) => {
    if (positionOf(node) !== -1) return false;
    places[node] = nodes.length;
    nodes.push(node);
    return true;
  };
  return { nodes, add, positionOf };
}

/** The nodes from one place to before another in ascending order; `count` is the number of nodes of the graph. */
export function sortedBetween({ nodes, positionOf }: NodeSet, from: number, to: number, count: number): Int32Array {
  // Much of a graph is sorted faster by asking each of its nodes in turn.
  if ((to - from) * 8 < count) return Int32Array.from(nodes.slice(from, to)).sort();
  const sorted = new Int32Array(to - from);
  let found = 0;
  for (let node = 0; node < count && found < sorted.length; node += 1) {
    const position = positionOf(node);
    if (position < from || position >= to) continue;
    sorted[found] = node;
    found += 1;
  }
  return sorted;
}
