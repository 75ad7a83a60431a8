import { Graph, layout } from '@dagrejs/dagre';
import { type Box, boundsOf } from './drawing-sizes.ts';

/** One thing relies on another. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
}

/** Boxes to be placed and what leads from one to another. */
export interface FlowInput {
  readonly members: readonly SizedNode[];
  /** Stand above all members. */
  readonly above: readonly SizedNode[];
  /** Stand below all members. */
  readonly below: readonly SizedNode[];
  readonly edges: readonly FlowEdge[];
}

/** A box without its place. */
export interface SizedNode {
  readonly ref: string;
  readonly width: number;
  readonly height: number;
}

type Point = readonly [x: number, y: number];

/** Where everything stands. */
export interface AreaFlow {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly edges: readonly (FlowEdge & { readonly points: readonly Point[] })[];
  /** Around the members alone. */
  readonly inner: Box;
}

/** Members without edges in one row. */
const abreast = 4;

/** Layered by dagre, from what relies down to what is relied on. */
export function layOutFlow({ members, above, below, edges }: FlowInput): AreaFlow {
  const graph = new Graph({ compound: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 18, edgesep: 12, ranksep: 42 });
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setNode('area', {});
  for (const { ref, width, height } of [...above, ...members, ...below]) graph.setNode(ref, { width, height });
  for (const { ref } of members) graph.setParent(ref, 'area');
  const upwards = new Set(above.map(({ ref }) => ref));
  const downwards = new Set(below.map(({ ref }) => ref));
  const isAgainst = ({ from, to }: FlowEdge) => upwards.has(to) || downwards.has(from);
  for (const edge of edges) {
    const [from, to] = isAgainst(edge) ? [edge.to, edge.from] : [edge.from, edge.to];
    graph.setEdge(from, to);
  }
  standInRows(graph, members, edges);
  layout(graph);
  const boxOf = (ref: string): Box => {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(ref) as Partial<Box>;
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  return {
    boxes: new Map([...above, ...members, ...below].map(({ ref }) => [ref, boxOf(ref)])),
    edges: edges.map((edge) => ({
      ...edge,
      points: isAgainst(edge) ? pointsOf(graph, edge.to, edge.from).reverse() : pointsOf(graph, edge.from, edge.to),
    })),
    inner: boundsOf(members.map(({ ref }) => boxOf(ref))),
  };
}

/** Members without edges would make one long row: invisible lines hang them below each other, four abreast. */
function standInRows(graph: Graph, members: readonly SizedNode[], edges: readonly FlowEdge[]): void {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const loose = members.filter(({ ref }) => !linked.has(ref));
  for (const [index, { ref }] of loose.entries()) {
    const above = loose[index - abreast];
    if (above) graph.setEdge(above.ref, ref, { weight: 0 });
  }
}

function pointsOf(graph: Graph, from: string, to: string): Point[] {
  const { points = [] } = graph.edge(from, to) as { points?: readonly { x: number; y: number }[] };
  return points.map(({ x, y }) => [x, y]);
}
