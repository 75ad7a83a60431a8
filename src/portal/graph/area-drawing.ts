import type { GraphDrawing, GraphNode } from '../views/graph.ts';
import { type Language, textsIn } from '../views/text/texts.ts';
import { type Area, type AreaInput, chooseArea, subjectsOf } from './area-choice.ts';
import { type AreaFlow, layOutFlow, type SizedNode } from './area-layout.ts';
import { type Box, boundsOf, columnWidth, type Density, dense, nodeInBox, roomy } from './drawing-sizes.ts';
import { edgePath } from './edge-path.ts';
import type { GraphSubject } from './graph-input.ts';

const margin = 16;
const framePadding = 18;
const frameTitle = 16;

/**
 * Draws an area, from what relies on it at the top down to what it relies on. Pure, and the same whatever the order of the
 * input; `undefined` for an area without members.
 */
export function drawArea(input: AreaInput): GraphDrawing | undefined {
  if (input.members.length === 0) return undefined;
  const area = chooseArea(input);
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
    summary: summarise(area, input.language),
    omitted: input.members.length + input.outsiders.length - nodes.length,
    focusAt: Math.round(((frame.x + frame.width / 2 + dx) / width) * 10),
  };
}

function summarise({ title, members, above, below, edges }: Area, language: Language = 'en'): string {
  return textsIn(language).graph.area(title, members.length, above.length + below.length, edges.length > 0);
}

function shift(box: Box, dx: number, dy: number): Box {
  return { x: round(box.x + dx), y: round(box.y + dy), width: round(box.width), height: round(box.height) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
