import type { Catalog } from '../entity.ts';
import { type LinkGraph, linkGraph } from './link-graph.ts';
import { addNode, type NodeSet } from './node-set.ts';
import { eachTarget, type Rows } from './rows.ts';

/** What a walk came to. */
export interface Walk {
  /** Nearest first. */
  readonly set: NodeSet;
  /** Places of the first node at distance 0, 1, 2 … among the set's nodes, and last how many those are. */
  readonly levels: readonly number[];
}

/** Where a walk ends; nowhere by default. */
export interface WalkLimits {
  readonly depth?: number;
  /** Nodes that are not accepted are neither found nor passed through. */
  readonly accepts?: (node: number) => boolean;
  /** Most nodes to find. */
  readonly limit?: number;
}

/** Walks from some nodes along the rows, breadth first; the nodes that it starts from are found first. */
export function walk(
  graph: LinkGraph,
  starts: readonly number[],
  rows: readonly Rows[],
  limits: WalkLimits = {},
): Walk {
  const { depth = Number.POSITIVE_INFINITY, accepts = () => true, limit = Number.POSITIVE_INFINITY } = limits;
  const set = graph.nodeSet();
  for (const start of starts) addNode(set, start);
  const levels = [0];
  const visit = (target: number) => {
    if (set.size < limit && accepts(target)) addNode(set, target);
  };
  for (let from = 0; from < set.size; from = levels.at(-1) ?? 0) {
    const end = set.size;
    levels.push(end);
    if (levels.length > depth + 1) break;
    for (let at = from; at < end; at += 1) {
      for (const each of rows) eachTarget(each, set.nodes[at] ?? 0, visit);
    }
  }
  return { set, levels };
}

/** A ref that was reached, and in how many steps. */
export interface Reached {
  readonly ref: string;
  readonly distance: number;
}

/**
 * The given refs (0) and everything that they lead to by relations of one type, nearest first. Given refs that nothing
 * in the catalog has or names are left out.
 */
export function reach(catalog: Catalog, refs: readonly string[], type: string): Reached[] {
  const graph = linkGraph(catalog);
  const starts = refs.flatMap((ref) => graph.nodeOf(ref) ?? []);
  const { set, levels } = walk(graph, starts, [graph.rows(type)]);
  const found: Reached[] = [];
  for (const [distance, from] of levels.entries()) {
    for (const ref of graph.refsOf(set.nodes.subarray(from, levels[distance + 1] ?? from))) {
      found.push({ ref, distance });
    }
  }
  return found;
}
