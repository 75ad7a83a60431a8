import { type Box, fontSize } from './drawing-sizes.ts';
import type { EdgeRoute } from './edge-path.ts';
import type { Bundle } from './neighbourhood-plan.ts';
import { measureText } from './text-width.ts';

/** Where a side's bundles gather, carry their label and fan out: distances from the focus's edge. */
export interface Lane {
  readonly gather: number;
  readonly fan: number;
  /** Where the column begins. */
  readonly end: number;
}

const gatherWidth = 40;
const labelMargin = 9;
/** How far the stem of a list stands inside the focus's edge. */
const stemInset = 8;

/** The lane of a side: as wide as its longest label, and the wider the further its bundles fan out. */
export function laneFor(bundles: readonly Bundle[]): Lane {
  const label = Math.max(...bundles.map((bundle) => measureText(bundle.label, fontSize.label)));
  const most = Math.max(...bundles.map((bundle) => bundle.subjects.length));
  const fan = gatherWidth + Math.ceil(label) + 2 * labelMargin;
  return { gather: gatherWidth, fan, end: fan + (most === 1 ? 18 : Math.min(48, 24 + most * 3)) };
}

/** The edges of a bundle beside the focus: one line with the label that fans out to the boxes. */
export function sideEdges(
  bundle: Bundle,
  boxes: readonly Box[],
  focus: { ref: string; box: Box },
  lane: Lane,
): readonly EdgeRoute[] {
  const sign = bundle.side === 'left' ? -1 : 1;
  const start = sign < 0 ? focus.box.x : focus.box.x + focus.box.width;
  const middles = boxes.map((box) => box.y + box.height / 2);
  const trunk = ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2;
  return bundle.subjects.map((subject, row) => {
    const points: readonly (readonly [number, number])[] = [
      [start, 0],
      [start + sign * lane.gather, trunk],
      [start + sign * lane.fan, trunk],
      [start + sign * lane.end, middles[row] ?? trunk],
    ];
    return {
      ...(bundle.outward ? { from: focus.ref, to: subject.ref } : { from: subject.ref, to: focus.ref }),
      label: row === 0 ? bundle.label : '',
      shape: 'curve',
      points: bundle.outward ? points : points.toReversed(),
      labelX: start + (sign * (lane.gather + lane.fan)) / 2,
      labelY: trunk,
    };
  });
}

/** The edges of the list below the focus: a stem that carries the label, with a rounded branch to each box. */
export function listEdges(
  bundle: Bundle,
  boxes: readonly Box[],
  focus: { ref: string; box: Box },
  gap: number,
): readonly EdgeRoute[] {
  const x = focus.box.x + stemInset;
  const bottom = focus.box.y + focus.box.height;
  const first = boxes[0]?.y ?? bottom;
  return bundle.subjects.map((subject, row) => {
    const box = boxes[row] ?? focus.box;
    const y = box.y + box.height / 2;
    return {
      from: focus.ref,
      to: subject.ref,
      label: row === 0 ? bundle.label : '',
      shape: 'stem',
      points: [
        [x, bottom],
        [x, y],
        [box.x, y],
      ],
      labelX: x + 8 + measureText(bundle.label, fontSize.label) / 2,
      labelY: first - gap / 2,
    };
  });
}
