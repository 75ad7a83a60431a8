import type { GraphDrawing, GraphNode } from '../views/graph.ts';
import { type AreaFlow, type FlowEdge, layOutFlow, type SizedNode } from './area-layout.ts';
import { type Box, boundsOf, columnWidth, type Density, dense, nodeInBox, roomy } from './drawing-sizes.ts';
import { edgePath } from './edge-path.ts';
import type { GraphSubject } from './graph-input.ts';

/** A system or domain as it is drawn: what it holds in a frame, and what that relies on or is relied on by around it. */
export interface AreaInput {
  readonly title: string;
  readonly members: readonly GraphSubject[];
  readonly outsiders: readonly GraphSubject[];
  /** Refs; `from` relies on `to`. Distinct. */
  readonly edges: readonly FlowEdge[];
}

/** More than this, and the page's own tables read better. */
const memberLimit = 40;
/** On each side. */
const outsiderLimit = 5;
const margin = 16;
const framePadding = 18;
const frameTitle = 16;

/**
 * Draws an area, from what relies on it at the top down to what it relies on. Pure, and the same whatever the order of the
 * input; `undefined` for an area without members.
 */
export function drawArea(input: AreaInput): GraphDrawing | undefined {
  if (input.members.length === 0) return undefined;
  const area = keepMostConnected(input);
  const inside = (subject: GraphSubject) => sizeOf(subject, roomy);
  const outside = (subject: GraphSubject) => sizeOf(subject, dense);
  const flow = layOutFlow({
    members: area.members.map(inside),
    above: area.above.map(outside),
    below: area.below.map(outside),
    edges: area.edges,
  });
  return describe(area, input, flow);
}

function sizeOf(subject: GraphSubject, density: Density): SizedNode {
  return { ref: subject.ref, width: columnWidth([subject], density, 92, 180), height: density.nodeHeight };
}

interface Area extends Omit<AreaInput, 'outsiders'> {
  readonly above: readonly GraphSubject[];
  readonly below: readonly GraphSubject[];
}

function subjectsOf({ above, members, below }: Area): readonly GraphSubject[] {
  return [...above, ...members, ...below];
}

/** The members and neighbours with the most edges, in the order of their titles. */
function keepMostConnected(input: AreaInput): Area {
  const degrees = new Map<string, number>();
  for (const { from, to } of input.edges) for (const ref of [from, to]) degrees.set(ref, (degrees.get(ref) ?? 0) + 1);
  const keep = (subjects: readonly GraphSubject[], limit: number) =>
    [...subjects]
      .sort((a, b) => (degrees.get(b.ref) ?? 0) - (degrees.get(a.ref) ?? 0) || byTitle(a, b))
      .slice(0, limit)
      .sort(byTitle);
  const members = keep(input.members, memberLimit);
  const relies = ({ ref }: GraphSubject) =>
    2 * input.edges.filter(({ from }) => from === ref).length >= (degrees.get(ref) ?? 0);
  const above = keep(input.outsiders.filter(relies), outsiderLimit);
  const below = keep(
    input.outsiders.filter((subject) => !relies(subject)),
    outsiderLimit,
  );
  const kept = new Set([...members, ...above, ...below].map(({ ref }) => ref));
  const edges = input.edges
    .filter(({ from, to }) => kept.has(from) && kept.has(to))
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  return { title: input.title, members, above, below, edges };
}

function frameAround({ x, y, width, height }: Box): Box {
  return {
    x: x - framePadding,
    y: y - framePadding - frameTitle,
    width: width + 2 * framePadding,
    height: height + 2 * framePadding + frameTitle,
  };
}

function describe(area: Area, input: AreaInput, flow: AreaFlow): GraphDrawing {
  const frame = frameAround(flow.inner);
  const bends = flow.edges.flatMap(({ points }) => points.map(([x, y]) => ({ x, y, width: 0, height: 0 })));
  const bounds = boundsOf([frame, ...flow.boxes.values(), ...bends]);
  const [dx, dy] = [margin - bounds.x, margin - bounds.y];
  const nodes = subjectsOf(area).flatMap((subject): GraphNode[] => {
    const box = flow.boxes.get(subject.ref);
    return box ? [nodeInBox(subject, shift(box, dx, dy), false)] : [];
  });
  const width = bounds.width + 2 * margin;
  return {
    width: round(width),
    height: round(bounds.height + 2 * margin),
    nodes,
    edges: flow.edges.map(({ from, to, points }) => ({
      from,
      to,
      label: '',
      path: edgePath({
        from,
        to,
        label: '',
        labelX: 0,
        labelY: 0,
        shape: 'flow',
        points: points.map(([x, y]) => [x + dx, y + dy]),
      }),
      labelX: 0,
      labelY: 0,
    })),
    clusters: [{ ...shift(frame, dx, dy), title: area.title }],
    summary: summarise(area),
    omitted: input.members.length + input.outsiders.length - nodes.length,
    focusAt: Math.round(((frame.x + frame.width / 2 + dx) / width) * 10),
  };
}

function summarise({ title, members, above, below, edges }: Area): string {
  const parts = members.length === 1 ? 'one part' : `${members.length} parts`;
  const outside = above.length + below.length;
  const around = outside === 0 ? '' : ` and ${outside} around it`;
  return edges.length === 0
    ? `${title} with ${parts}.`
    : `${title} with ${parts}${around}. An arrow leads to what is relied on.`;
}

function shift(box: Box, dx: number, dy: number): Box {
  return { x: round(box.x + dx), y: round(box.y + dy), width: round(box.width), height: round(box.height) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function byTitle(a: GraphSubject, b: GraphSubject): number {
  return compare(a.title, b.title) || compare(a.ref, b.ref);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
