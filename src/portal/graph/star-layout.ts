import type { GraphNode } from '../views/graph.ts';
import { type Language, textsIn } from '../views/text/texts.ts';
import { type Box, boundsOf, columnWidth, type Density, dense, nodeInBox, roomy } from './drawing-sizes.ts';
import type { EdgeRoute } from './edge-path.ts';
import type { GraphSubject, NeighbourhoodInput } from './graph-input.ts';
import type { Bundle } from './neighbourhood-plan.ts';
import { type StackedBundle, stackAroundFrame, stackCentred, stackFrom, stackHeight } from './stacks.ts';
import { type Lane, laneFor, listEdges, sideEdges } from './star-edges.ts';

/** Nodes, edges and frame around a focus whose centre is the origin. */
export interface Layout {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly EdgeRoute[];
  readonly frame?: Box;
}

interface PlacedBundle {
  readonly bundle: Bundle;
  readonly boxes: readonly Box[];
  readonly edges: readonly EdgeRoute[];
}

const focusHeight = 52;
/** How far the list below the focus is indented. */
const indent = 28;
/** Room for a label above the list. */
const listGap = 30;
const framePadding = 14;
const frameTitle = 16;

/**
 * Lays a star out in three columns: what leads to the focus, the focus with what belongs to it, what it leads to. Every
 * bundle's label has a place of its own, so labels meet neither nodes nor each other by construction. Our own columns and
 * not dagre's ranks: a star has its layout in its relations already, dagre does not centre the focus, and it costs 5 to 11
 * ms for 8 neighbours (18 to 27 ms for 24) where this costs 0.2 ms, which is minutes in a build of 10,000 pages.
 */
export function layOutStar(input: NeighbourhoodInput, bundles: readonly Bundle[]): Layout {
  const of = (side: Bundle['side']): readonly Bundle[] => bundles.filter((bundle) => bundle.side === side);
  const [left, right, below] = [of('left'), of('right'), of('below')];
  const density = Math.max(rowsOf(left), rowsOf(right)) > 7 ? dense : roomy;
  const focus = { ref: input.focus.ref, box: focusBox(input.focus, below, density) };
  const framed = input.cluster?.members.includes(input.focus.ref) ?? false;
  const listed = placeList(
    below.filter((bundle) => framed && bundle.member),
    focus,
    focusHeight / 2,
    density,
  );
  const inner = [focus.box, ...listed.flatMap((placed) => placed.boxes)];
  const frame = framed ? frameAround(inner, [left, right], density) : undefined;
  const columns = [left, right].map((side) => placeColumn(side, focus, frame, density));
  const floor = frame ? frame.y + frame.height : focusHeight / 2;
  const others = placeList(
    below.filter((bundle) => !(framed && bundle.member)),
    focus,
    floor,
    density,
  );
  const placed = [...columns.flat(), ...listed, ...others];
  const members = placed.filter(({ bundle }) => bundle.member).flatMap(({ boxes }) => boxes);
  return {
    nodes: [nodeInBox(input.focus, focus.box, true), ...placed.flatMap((bundle) => nodesOf(bundle, input.language))],
    edges: placed.flatMap(({ edges }) => edges),
    ...(frame && { frame: widen(frame, boundsOf([focus.box, ...members])) }),
  };
}

function rowsOf(bundles: readonly Bundle[]): number {
  return bundles.reduce((sum, bundle) => sum + bundle.subjects.length, 0);
}

function focusBox(subject: GraphSubject, below: readonly Bundle[], density: Density): Box {
  const list = below.flatMap((bundle) => bundle.subjects);
  const width = Math.max(columnWidth([subject], roomy, 150, 204), columnWidth(list, density, 100, 176) + indent);
  return { x: -width / 2, y: -focusHeight / 2, width, height: focusHeight };
}

/** The frame's extent from top to bottom; how far it reaches sideways follows from who is in it. */
function frameAround(inner: readonly Box[], sides: readonly (readonly Bundle[])[], density: Density): Box {
  const heights = sides.map((side) =>
    stackHeight(
      side.filter((bundle) => bundle.member),
      density,
    ),
  );
  const bounds = boundsOf([...inner, ...heights.map((height) => ({ x: 0, y: -height / 2, width: 0, height }))]);
  return {
    ...bounds,
    y: bounds.y - framePadding - frameTitle,
    height: bounds.height + 2 * framePadding + frameTitle,
  };
}

function widen(frame: Box, members: Box): Box {
  return { ...frame, x: members.x - framePadding, width: members.width + 2 * framePadding };
}

function placeColumn(
  bundles: readonly Bundle[],
  focus: { ref: string; box: Box },
  frame: Box | undefined,
  density: Density,
): readonly PlacedBundle[] {
  if (bundles.length === 0) return [];
  const lane = laneFor(bundles);
  const crossed = frame && bundles.some((bundle) => bundle.member);
  const stack = crossed
    ? stackAroundFrame(bundles, { top: frame.y, bottom: frame.y + frame.height }, density)
    : stackCentred(bundles, density);
  const subjects = bundles.flatMap((bundle) => bundle.subjects);
  const width = columnWidth(subjects, density, 116, 176);
  return stack.map((stacked) => placeBeside(stacked, width, focus, lane, density));
}

function placeBeside(
  { bundle, tops }: StackedBundle,
  width: number,
  focus: { ref: string; box: Box },
  lane: Lane,
  density: Density,
): PlacedBundle {
  const x = bundle.side === 'left' ? focus.box.x - lane.end - width : focus.box.x + focus.box.width + lane.end;
  const boxes = tops.map((y) => ({ x, y, width, height: density.nodeHeight }));
  return { bundle, boxes, edges: sideEdges(bundle, boxes, focus, lane) };
}

function placeList(
  bundles: readonly Bundle[],
  focus: { ref: string; box: Box },
  top: number,
  density: Density,
): readonly PlacedBundle[] {
  const spaced = { ...density, bundleGap: listGap };
  return stackFrom(bundles, top + listGap, spaced).map(({ bundle, tops }) => {
    const x = focus.box.x + indent;
    const boxes = tops.map((y) => ({ x, y, width: focus.box.width - indent, height: density.nodeHeight }));
    return { bundle, boxes, edges: listEdges(bundle, boxes, focus, listGap) };
  });
}

function nodesOf({ bundle, boxes }: PlacedBundle, language: Language = 'en'): readonly GraphNode[] {
  return bundle.subjects.flatMap((subject, row) => {
    const box = boxes[row];
    const relation = bundle.outward ? bundle.label : textsIn(language).graph.toThis(bundle.label);
    return box ? [nodeInBox(subject, box, false, relation)] : [];
  });
}
