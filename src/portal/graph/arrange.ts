import { forceCollide, forceLink, forceSimulation, forceX, forceY, packEnclose, type SimulationNodeDatum } from 'd3';

/** Something round that takes room. */
export interface Disc extends SimulationNodeDatum {
  readonly radius: number;
  /** Heavier stands nearer to the middle. */
  readonly weight: number;
}

/** A pull between two discs, by their positions in the list. */
export interface Pull {
  readonly source: number;
  readonly target: number;
  readonly count: number;
}

/** Discs around the origin; `radius` encloses them all. */
export interface Arrangement {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly radius: number;
}

/** More than this in one place is laid in a spiral only: forces would cost more than their order is worth. */
const forceLimit = 600;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * Places discs around a common centre without overlap (but for a rest that forces leave), the linked ones near each other.
 * Deterministic: starts from a spiral, and d3-force draws its jiggle from a fixed sequence.
 */
export function arrange(discs: readonly Disc[], pulls: readonly Pull[], gap: number, ticks: number): Arrangement {
  const nodes = spiral(discs, gap);
  if (nodes.length > 1 && nodes.length <= forceLimit) settle(nodes, pulls, gap, ticks);
  const circle = packEnclose(nodes.map((node) => ({ x: node.x ?? 0, y: node.y ?? 0, r: node.radius })));
  return {
    points: nodes.map((node) => ({ x: (node.x ?? 0) - circle.x, y: (node.y ?? 0) - circle.y })),
    radius: circle.r,
  };
}

/** A sunflower: the heaviest in the middle, each further disc where the area of those before it ends. */
function spiral(discs: readonly Disc[], gap: number): Disc[] {
  const order = discs.map((_, index) => index);
  order.sort((a, b) => (discs[b]?.weight ?? 0) - (discs[a]?.weight ?? 0) || a - b);
  const nodes: Disc[] = discs.map((disc) => ({ ...disc }));
  let area = 0;
  for (const [turn, index] of order.entries()) {
    const node = nodes[index];
    if (!node) continue;
    const size = (node.radius + gap / 2) ** 2;
    const distance = turn === 0 ? 0 : Math.sqrt((area + size / 2) * 1.3);
    area += size;
    node.x = distance * Math.cos(turn * goldenAngle);
    node.y = distance * Math.sin(turn * goldenAngle);
  }
  return nodes;
}

function settle(nodes: Disc[], pulls: readonly Pull[], gap: number, ticks: number): void {
  const radiusOf = (node: unknown): number => (node as Disc).radius;
  const links = pulls.map((pull) => ({ ...pull }));
  forceSimulation(nodes)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force(
      'link',
      forceLink<Disc, (typeof links)[number]>(links)
        .distance((link) => radiusOf(link.source) + radiusOf(link.target) + gap)
        .strength((link) => Math.min(0.5, 0.08 * Math.sqrt(link.count))),
    )
    .force('x', forceX<Disc>().strength(0.09))
    .force('y', forceY<Disc>().strength(0.09))
    .force('collide', forceCollide<Disc>((disc) => disc.radius + gap / 2).iterations(3))
    .stop()
    .tick(ticks);
}
