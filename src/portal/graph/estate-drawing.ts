import { path as draw } from 'd3';
import type { GraphDrawing, GraphNode } from '../views/graph.ts';
import { type Language, textsIn } from '../views/text/texts.ts';
import { type Box, boundsOf } from './drawing-sizes.ts';
import { frameEstate, labelledNode } from './estate-frames.ts';
import type { EstateGraph, EstateNode, Position } from './estate-graph.ts';
import { labelledLimit } from './estate-positions.ts';
import { truncateText } from './text-width.ts';

const margin = 24;
/** How far an edge bows out, as a part of its length: in rows of nodes a straight one would run through those between. */
const bow = 0.14;
/** Said by the frames, or better said on the pages of the teams. */
const undrawn: ReadonlySet<string> = new Set(['partOf', 'ownedBy', 'memberOf', 'parentOf']);

/**
 * The estate as a drawing whose links work without scripts; `undefined` when it is empty, and above 250 nodes, where a page
 * would be too large to read or to load. Its edges are those of dependency; frames stand for the others.
 */
export function estateDrawing(
  graph: EstateGraph,
  positions: readonly Position[],
  language: Language = 'en',
): GraphDrawing | undefined {
  if (graph.nodes.length === 0 || graph.nodes.length > labelledLimit) return undefined;
  const frames = frameEstate(graph);
  const bounds = boundsOf(frames);
  const nodes = graph.nodes.map((entity, index) => nodeAt(entity, positions[index] ?? bounds));
  const titles = new Map(graph.nodes.map(({ ref, title }) => [ref, title]));
  const edges = graph.edges.filter(([, , relation]) => !undrawn.has(graph.relations[relation] ?? ''));
  return {
    width: Math.ceil(bounds.width + 2 * margin),
    height: Math.ceil(bounds.height + 2 * margin),
    nodes,
    edges: edges.flatMap(([from, to]) => arc(nodes[from], nodes[to])),
    clusters: frames.map(({ group, members, x, y, width, height }) => ({
      title:
        members.length === 1 ? '' : truncateText(titles.get(group) ?? '', labelledNode.fontSize, width - 2 * margin),
      ...shift({ x, y, width, height }),
    })),
    summary: textsIn(language).graph.estate(graph.nodes.length, edges.length),
    omitted: 0,
  };
}

function shift<Value extends Box>(box: Value): Value {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { ...box, x: round(box.x + margin), y: round(box.y + margin), width: round(box.width) };
}

function nodeAt({ ref: id, title, subtitle, glyph, url }: EstateNode, { x, y }: Position): GraphNode {
  const { width, height, glyphMiddle, fontSize } = labelledNode;
  const box = shift({ x: x - width / 2, y: y - glyphMiddle, width, height });
  const cut = truncateText(title, fontSize, width - 6);
  return { id, title: cut, fullTitle: title, subtitle, glyph, url, focus: false, missing: false, ...box };
}

/** From glyph to glyph, bowing to the same hand along the edge. */
function arc(from: GraphNode | undefined, to: GraphNode | undefined): GraphDrawing['edges'] {
  if (!from || !to) return [];
  const [x1, y1] = [from.x + from.width / 2, from.y + labelledNode.glyphMiddle];
  const [x2, y2] = [to.x + to.width / 2, to.y + labelledNode.glyphMiddle];
  const [bendX, bendY] = [(x1 + x2) / 2 + (y2 - y1) * bow, (y1 + y2) / 2 - (x2 - x1) * bow];
  const pen = draw();
  pen.moveTo(Math.round(x1), Math.round(y1));
  pen.quadraticCurveTo(Math.round(bendX), Math.round(bendY), Math.round(x2), Math.round(y2));
  return [{ from: from.id, to: to.id, label: '', path: pen.toString(), labelX: bendX, labelY: bendY }];
}
