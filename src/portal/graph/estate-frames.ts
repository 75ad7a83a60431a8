import type { Box } from './drawing-sizes.ts';
import type { EstateGraph, EstateNode, Position } from './estate-graph.ts';

/** A node with its label under its glyph; `graph.css` sets the same font size. */
export const labelledNode = { width: 116, height: 46, glyphMiddle: 13, fontSize: 11.5 } as const;

/** A group's frame with its members in rows. */
export interface GroupFrame extends Box {
  readonly group: string;
  /** Indices into the graph's nodes, and the box of each. */
  readonly members: readonly { readonly index: number; readonly box: Box }[];
}

const padding = 12;
const titleHeight = 26;
const rowGap = 10;
const frameGap = 16;
/** Natural width of the drawing without its margin: what a page of 1320 pixels shows without scrolling. */
const shelfWidth = 1142;
/** Members of a frame stand in this many rows, so that frames of all sizes are of one height and shelves have no holes. */
const rows = 3;

/** Sets a small estate like type: frames of one height on shelves of one width, regions one after the other. */
export function frameEstate(graph: EstateGraph): readonly GroupFrame[] {
  const shelves: Draft[][] = [[]];
  let used = 0;
  for (const draft of draftsOf(graph)) {
    const needed = draft.width + frameGap;
    if (used > 0 && used + needed > shelfWidth + frameGap) {
      shelves.push([]);
      used = 0;
    }
    shelves.at(-1)?.push(draft);
    used += needed;
  }
  let top = 0;
  return shelves.flatMap((shelf, index) => {
    const height = Math.max(...shelf.map((draft) => draft.height));
    const placed = placeShelf(shelf, top, height, index === shelves.length - 1);
    top += height + frameGap;
    return placed;
  });
}

/** Where the glyphs of the nodes are, in the order of the nodes. */
export function framedPositions(graph: EstateGraph): readonly Position[] {
  const positions = new Array<Position>(graph.nodes.length).fill({ x: 0, y: 0 });
  for (const { index, box } of frameEstate(graph).flatMap((frame) => frame.members)) {
    positions[index] = { x: box.x + box.width / 2, y: box.y + labelledNode.glyphMiddle };
  }
  return positions;
}

interface Draft {
  readonly group: string;
  readonly members: readonly number[];
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

function draftsOf({ nodes }: EstateGraph): readonly Draft[] {
  const members = new Map<string, number[]>();
  for (const [index, { group }] of nodes.entries()) members.set(group, [...(members.get(group) ?? []), index]);
  const drafts = [...members].map(([group, indices]) => draftOf(group, indices, nodes));
  const keyOf = ({ group, members: [first = 0] }: Draft): string =>
    `${nodes[first]?.region === '' ? '~' : nodes[first]?.region}\n${nodes[first]?.region === group ? '' : group}`;
  return drafts.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function draftOf(group: string, indices: readonly number[], nodes: readonly EstateNode[]): Draft {
  const keyOf = (index: number): string => {
    const node = nodes[index];
    return `${node?.ref === group ? 0 : 1}\n${node?.glyph}\n${node?.title}\n${node?.ref}`;
  };
  const members = [...indices].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const columns = Math.min(
    Math.ceil(members.length / rows),
    Math.floor((shelfWidth - 2 * padding) / labelledNode.width),
  );
  const lines = Math.ceil(members.length / columns);
  return {
    group,
    members,
    columns,
    width: columns * labelledNode.width + 2 * padding,
    height: titleHeight + lines * labelledNode.height + (lines - 1) * rowGap + padding,
  };
}

/** Shares what is left of the shelf among its frames; the last shelf keeps its natural widths. */
function placeShelf(shelf: readonly Draft[], top: number, height: number, last: boolean): readonly GroupFrame[] {
  const used = shelf.reduce((sum, draft) => sum + draft.width, (shelf.length - 1) * frameGap);
  const left = last ? 0 : shelfWidth - used;
  const columns = shelf.reduce((sum, draft) => sum + draft.columns, 0);
  let x = 0;
  return shelf.map((draft) => {
    const width = draft.width + (left * draft.columns) / columns;
    const frame = { x, y: top, width, height };
    x += width + frameGap;
    return { group: draft.group, ...frame, members: membersIn(draft, frame) };
  });
}

/** Members in even columns, the rows beginning under the title. */
function membersIn(draft: Draft, frame: Box): GroupFrame['members'] {
  const step = (frame.width - 2 * padding) / draft.columns;
  return draft.members.map((index, place) => {
    const [row, column] = [Math.floor(place / draft.columns), place % draft.columns];
    const x = frame.x + padding + step * (column + 0.5) - labelledNode.width / 2;
    const y = frame.y + titleHeight + row * (labelledNode.height + rowGap);
    return { index, box: { x, y, width: labelledNode.width, height: labelledNode.height } };
  });
}
