import type { GraphNode } from '../views/graph.ts';
import type { GraphSubject } from './graph-input.ts';
import { measureText, truncateText } from './text-width.ts';

/** Font sizes that the style sheet `graph.css` sets, in the drawing's units (CSS pixels at natural size). */
export const fontSize = { title: 13, subtitle: 11, label: 11 } as const;

/** How roomy a drawing is: many rows get one line each. */
export interface Density {
  readonly nodeHeight: number;
  readonly rowGap: number;
  readonly bundleGap: number;
}

/** Title and subtitle. */
export const roomy: Density = { nodeHeight: 44, rowGap: 12, bundleGap: 26 };
/** Title only. */
export const dense: Density = { nodeHeight: 30, rowGap: 8, bundleGap: 20 };

/** Room left of the text: the glyph with its margins. */
const textInset = 36;
const textEnd = 13;

/** Width of a column in which all of `subjects` are drawn, between `least` and `most`. */
export function columnWidth(subjects: readonly GraphSubject[], density: Density, least: number, most: number): number {
  const wanted = subjects.map((subject) => textInset + textWidth(subject, density) + textEnd);
  return Math.ceil(Math.min(most, Math.max(least, ...wanted)));
}

function textWidth(subject: GraphSubject, density: Density): number {
  const title = measureText(subject.title, fontSize.title);
  return density === dense ? title : Math.max(title, measureText(subject.subtitle, fontSize.subtitle));
}

/** A box in the drawing's units, top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A subject as a node in its box, its text cut to fit. */
export function nodeInBox(subject: GraphSubject, box: Box, focus: boolean, relation?: string): GraphNode {
  const room = box.width - textInset - textEnd;
  return {
    id: subject.ref,
    title: truncateText(subject.title, fontSize.title, room),
    subtitle: box.height < roomy.nodeHeight ? '' : truncateText(subject.subtitle, fontSize.subtitle, room),
    fullTitle: subject.title,
    ...(relation !== undefined && { relation }),
    glyph: subject.glyph,
    ...(subject.url !== undefined && { url: subject.url }),
    focus,
    missing: subject.missing ?? false,
    ...box,
  };
}

/** The smallest box around `boxes`; none gives an empty box at the origin. */
export function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
