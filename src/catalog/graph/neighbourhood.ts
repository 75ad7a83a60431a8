import type { Catalog } from '../entity.ts';
import { inverseOf, isLeading } from '../model/relation-types.ts';
import { type LinkGraph, linkGraph } from './link-graph.ts';
import { positionOf, sortedBetween } from './node-set.ts';
import { eachTarget } from './rows.ts';
import { type Walk, walk } from './walk.ts';

/** Which part of a neighbourhood is wanted; everything by default. */
export interface NeighbourhoodFilter {
  /** `out`: what an entity needs or belongs to; `in`: what needs it or belongs to it. */
  readonly direction?: 'out' | 'in' | 'both';
  /** Types of relation to follow, as the nearer entity has them. */
  readonly relations?: readonly string[];
  /** Kinds to pass through and to include, lower case. */
  readonly kinds?: readonly string[];
  /** Most entities to find; those in fewest steps are found first. */
  readonly limit?: number;
}

/** A relation in its leading direction. */
export interface NeighbourhoodEdge {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

/** Entities around one entity, and the relations among them, each pair once. */
export interface Neighbourhood {
  /** By distance, then ref; the entity itself first. `isMissing`: nothing in the catalog has this ref. */
  readonly nodes: readonly { readonly ref: string; readonly distance: number; readonly isMissing: boolean }[];
  /** Sorted by both ends, then type. A relation that is its own inverse goes from the lesser ref to the greater. */
  readonly edges: readonly NeighbourhoodEdge[];
}

/** What lies within `depth` relations of an entity, or of a ref that is only named; empty for any other ref. */
export function neighbourhood(
  catalog: Catalog,
  ref: string,
  depth: number,
  filter: NeighbourhoodFilter = {},
): Neighbourhood {
  const graph = linkGraph(catalog);
  const start = graph.nodeOf(ref);
  if (start === undefined) return { nodes: [], edges: [] };
  const types = graph.types.filter((type) => isFollowed(catalog, type, filter));
  const found = walk(
    graph,
    [start],
    types.map((type) => graph.rows(type)),
    { depth, accepts: acceptsKinds(graph, filter.kinds), ...(filter.limit !== undefined && { limit: filter.limit }) },
  );
  return { nodes: describeNodes(graph, found), edges: edgesAmong(catalog, found, new Set(types)) };
}

function isFollowed({ model }: Catalog, type: string, { direction = 'both', relations }: NeighbourhoodFilter): boolean {
  const pairs = model.relationPairs;
  const goes =
    direction === 'both' || inverseOf(type, pairs) === type || isLeading(type, pairs) === (direction === 'out');
  return goes && (relations?.includes(type) ?? true);
}

function acceptsKinds(graph: LinkGraph, kinds: readonly string[] | undefined): (node: number) => boolean {
  if (!kinds) return () => true;
  const ranges = kinds.map((kind) => graph.nodesOfKind(kind));
  return (node) => ranges.some(([from, to]) => node >= from && node < to);
}

function describeNodes(graph: LinkGraph, { set, levels }: Walk): Neighbourhood['nodes'] {
  return levels.slice(0, -1).flatMap((from, distance) =>
    Array.from(sortedBetween(set, from, levels[distance + 1] ?? from, graph.refs.length), (node) => ({
      ref: graph.refs[node] ?? '',
      distance,
      isMissing: graph.isMissing(node),
    })),
  );
}

function edgesAmong(catalog: Catalog, { set }: Walk, followed: ReadonlySet<string>): NeighbourhoodEdge[] {
  const graph = linkGraph(catalog);
  const pairs = catalog.model.relationPairs;
  const edges: NeighbourhoodEdge[] = [];
  const drawn = graph.types.filter(
    (type) => isLeading(type, pairs) && (followed.has(type) || followed.has(inverseOf(type, pairs) ?? type)),
  );
  const rows = drawn.map((type) => ({ type, links: graph.rows(type), isSymmetric: inverseOf(type, pairs) === type }));
  for (const source of sortedBetween(set, 0, set.size, graph.refs.length)) {
    const start = edges.length;
    const from = graph.refs[source] ?? '';
    for (const { type, links, isSymmetric } of rows) {
      eachTarget(links, source, (target) => {
        if (positionOf(set, target) < 0 || (isSymmetric && target < source)) return;
        edges.push({ from, to: graph.refs[target] ?? '', type });
      });
    }
    sortTail(edges, start);
  }
  return edges;
}

/** Sorts what stands from `start` on; all of it comes from one node, each type sorted already. */
function sortTail(edges: NeighbourhoodEdge[], start: number): void {
  if (edges.length - start < 2) return;
  const tail = edges.splice(start).sort((a, b) => compare(a.to, b.to) || compare(a.type, b.type));
  for (const edge of tail) edges.push(edge);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
