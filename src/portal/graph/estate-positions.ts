import { type Arrangement, arrange, type Disc, type Pull } from './arrange.ts';
import { framedPositions } from './estate-frames.ts';
import type { EstateGraph, Position } from './estate-graph.ts';

/** Up to this many nodes the estate is drawn as a page with every label; the live view then keeps those places. */
export const labelledLimit = 250;

/** Sideways stretch of the plane: labels are wider than high, and so are screens. */
export const stretch = 1.7;

interface Sizes {
  readonly radius: number;
  readonly gap: number;
  readonly ticks: number;
}

/** A node of the tree region → group → entity; entities are indices into the graph's nodes. */
interface Cluster {
  readonly members: readonly number[];
  readonly arrangement: Arrangement;
}

/**
 * Positions for the nodes of an estate, in their order; finite and distinct. Entities are arranged inside their group, groups
 * inside their region, regions on the plane: three small problems instead of one large one, so the cost grows with the number
 * of entities, and systems stay together, which one force over everything does not give.
 */
export function layOutEstate(graph: EstateGraph): readonly Position[] {
  const { nodes } = graph;
  if (nodes.length <= labelledLimit) return framedPositions(graph);
  const sizes: Sizes = { radius: 11, gap: 8, ticks: nodes.length > 3_000 ? 60 : 150 };
  const degrees = degreesOf(graph);
  const groups = keysToMembers(nodes.map((node) => `${node.region}\n${node.group}`));
  const inner = clustersOf(groups, nodes.length, graph.edges, sizes, (index) => ({
    radius: sizes.radius,
    weight: (degrees[index] ?? 0) + (nodes[index]?.ref === nodes[index]?.group ? 1e6 : 0),
  }));
  const groupOf = ownerOf(groups, nodes.length);
  const groupEdges = graph.edges.map(([from, to]) => [groupOf[from] ?? 0, groupOf[to] ?? 0] as const);
  const regions = keysToMembers(groups.map((members) => regionKey(graph, members)));
  const wide = { ...sizes, gap: sizes.radius * 0.5 };
  const middle = clustersOf(regions, groups.length, groupEdges, wide, (index) => discOf(inner[index]));
  const regionOf = ownerOf(regions, groups.length);
  const regionEdges = groupEdges.map(([from, to]) => [regionOf[from] ?? 0, regionOf[to] ?? 0] as const);
  const everything = [regions.map((_, index) => index)];
  const farther = { ...sizes, gap: sizes.radius };
  const [outer] = clustersOf(everything, regions.length, regionEdges, farther, (index) => discOf(middle[index]));
  return distinct(placeAll(nodes.length, outer, middle, inner));
}

function clustersOf(
  clusters: readonly (readonly number[])[],
  count: number,
  edges: readonly (readonly number[])[],
  sizes: Sizes,
  discAt: (index: number) => Disc,
): readonly Cluster[] {
  const clusterOf = ownerOf(clusters, count);
  const placeOf = new Array<number>(count).fill(0);
  for (const members of clusters) for (const [place, member] of members.entries()) placeOf[member] = place;
  const pulls = clusters.map(() => new Map<string, { source: number; target: number; count: number }>());
  for (const [from = 0, to = 0] of edges) {
    if (from === to || clusterOf[from] !== clusterOf[to]) continue;
    const [a, b] = from < to ? [from, to] : [to, from];
    const pull = pulls[clusterOf[a] ?? 0]?.get(`${a} ${b}`);
    if (pull) pull.count++;
    else pulls[clusterOf[a] ?? 0]?.set(`${a} ${b}`, { source: placeOf[a] ?? 0, target: placeOf[b] ?? 0, count: 1 });
  }
  return clusters.map((members, index) => {
    const within: readonly Pull[] = [...(pulls[index]?.values() ?? [])];
    return { members, arrangement: arrange(members.map(discAt), within, sizes.gap, sizes.ticks) };
  });
}

function discOf(cluster: Cluster | undefined): Disc {
  return { radius: cluster?.arrangement.radius ?? 0, weight: cluster?.members.length ?? 0 };
}

function placeAll(
  count: number,
  outer: Cluster | undefined,
  middle: readonly Cluster[],
  inner: readonly Cluster[],
): Position[] {
  const positions = new Array<Position>(count).fill({ x: 0, y: 0 });
  const walk = (cluster: Cluster | undefined, at: Position, visit: (member: number, point: Position) => void): void => {
    for (const [place, member] of cluster?.members.entries() ?? []) {
      const point = cluster?.arrangement.points[place] ?? { x: 0, y: 0 };
      visit(member, { x: at.x + point.x, y: at.y + point.y });
    }
  };
  walk(outer, { x: 0, y: 0 }, (region, regionAt) =>
    walk(middle[region], regionAt, (group, groupAt) =>
      walk(inner[group], groupAt, (node, at) => {
        positions[node] = { x: at.x * stretch, y: at.y };
      }),
    ),
  );
  return positions;
}

/** Two nodes on one spot could not be told apart in the live view; whole numbers are what `graph.json` carries. */
function distinct(positions: readonly Position[]): readonly Position[] {
  const taken = new Set<string>();
  return positions.map(({ x, y }) => {
    let [left, top] = [Math.round(x), Math.round(y)];
    while (taken.has(`${left} ${top}`)) left++;
    taken.add(`${left} ${top}`);
    return { x: left, y: top };
  });
}

function regionKey(graph: EstateGraph, members: readonly number[]): string {
  const first = graph.nodes[members[0] ?? 0];
  return first?.region ? `region ${first.region}` : `group ${first?.group}`;
}

function keysToMembers(keys: readonly string[]): readonly (readonly number[])[] {
  const members = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    const list = members.get(key);
    if (list) list.push(index);
    else members.set(key, [index]);
  }
  return [...members.values()];
}

function ownerOf(clusters: readonly (readonly number[])[], count: number): readonly number[] {
  const owner = new Array<number>(count).fill(0);
  for (const [index, members] of clusters.entries()) for (const member of members) owner[member] = index;
  return owner;
}

function degreesOf(graph: EstateGraph): readonly number[] {
  const degrees = new Array<number>(graph.nodes.length).fill(0);
  for (const [from, to] of graph.edges) {
    degrees[from] = (degrees[from] ?? 0) + 1;
    degrees[to] = (degrees[to] ?? 0) + 1;
  }
  return degrees;
}
