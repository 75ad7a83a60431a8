import type { Catalog } from '../entity.ts';
import { inverseOf, isLeading } from '../model/relation-types.ts';
import { linkGraph } from './link-graph.ts';

/** Which part of a neighbourhood is wanted; everything by default. */
export interface NeighbourhoodFilter {
  /** Types of relation to follow, as the nearer entity has them. */
  readonly relations?: readonly string[];
  /** Kinds to pass through and to include, lower case. */
  readonly kinds?: readonly string[];
}

/** Entities around one entity, and the relations among them, each pair once. */
export interface Neighbourhood {
  /** By distance, then ref; the entity itself first. `isMissing`: nothing in the catalog has this ref. */
  readonly nodes: readonly { readonly ref: string; readonly distance: number; readonly isMissing: boolean }[];
  /** Sorted. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly type: string }[];
}

/** What lies within `depth` relations of an entity, in any direction. Empty for a ref that is not in the catalog. */
export function neighbourhood(
  catalog: Catalog,
  ref: string,
  depth: number,
  filter: NeighbourhoodFilter = {},
): Neighbourhood {
  const graph = linkGraph(catalog);
  const pairs = catalog.model.relationPairs;
  if (!graph.has(ref)) return { nodes: [], edges: [] };
  const follows = (type: string) => filter.relations?.includes(type) ?? true;
  const takes = (target: string) => filter.kinds?.includes(target.slice(0, target.indexOf(':'))) ?? true;
  const distances = new Map([[ref, 0]]);
  // A map grows while it is walked, which makes it the queue.
  for (const [from, distance] of distances) {
    if (distance >= depth) continue;
    for (const { type, targetRef } of graph.relations(from)) {
      if (follows(type) && takes(targetRef) && !distances.has(targetRef)) distances.set(targetRef, distance + 1);
    }
  }
  const edges: { from: string; to: string; type: string }[] = [];
  for (const from of distances.keys()) {
    for (const { type, targetRef: to } of graph.relations(from)) {
      const inverse = inverseOf(type, pairs);
      if (!distances.has(to) || !(follows(type) || (inverse && follows(inverse)))) continue;
      if (isLeading(type, pairs)) edges.push({ from, to, type });
      // Where the other end exists, it has the leading side of the pair itself.
      else if (inverse && !graph.has(to)) edges.push({ from: to, to: from, type: inverse });
    }
  }
  const nodes = [...distances].map(([node, distance]) => ({ ref: node, distance, isMissing: !graph.has(node) }));
  return {
    nodes: nodes.sort((a, b) => a.distance - b.distance || compare(a.ref, b.ref)),
    edges: edges.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.type, b.type)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
