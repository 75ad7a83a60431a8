import { type Texts, textsIn } from '../views/text/texts.ts';
import type { GraphSubject, NeighbourhoodInput } from './graph-input.ts';
import { forwardRelation, type Placement, placeRelation, type Side } from './relation-phrases.ts';

/** Neighbours on one side that share a label, so that one line with one label leads to all of them. */
export interface Bundle {
  readonly side: Side;
  readonly label: string;
  /** The arrow points from the focus to the neighbours. */
  readonly outward: boolean;
  /** They stand inside the cluster's frame. */
  readonly member: boolean;
  readonly rank: number;
  /** In the order of their titles. */
  readonly subjects: readonly GraphSubject[];
}

/** What is drawn, before it has coordinates. */
export interface NeighbourhoodPlan {
  /** By rank, then label. */
  readonly bundles: readonly Bundle[];
  readonly omitted: number;
}

/** More than this in a column, and the page's own tables read better. */
const sideLimit = 12;
/** Below the focus there is room for a short list only; a longer one stands to the right. */
const belowLimit = 4;

interface Seat {
  readonly subject: GraphSubject;
  readonly placement: Placement;
  readonly label: string;
  readonly key: string;
}

/** Seats every neighbour on a side and keeps the most important where there are more than a column holds. Pure. */
export function planNeighbourhood(input: NeighbourhoodInput): NeighbourhoodPlan {
  const members = new Set(input.cluster?.members);
  const seats = seatNeighbours(input);
  const kept = (['left', 'right', 'below'] as const).flatMap((side) =>
    keepMostImportant(seats.filter((seat) => seat.placement.side === side)),
  );
  const bundles = new Map<string, Bundle & { subjects: GraphSubject[] }>();
  for (const { subject, placement, label, key } of kept) {
    const member = members.has(subject.ref);
    const bundleKey = `${key}\n${member}`;
    const bundle = bundles.get(bundleKey);
    if (bundle) bundle.subjects.push(subject);
    else bundles.set(bundleKey, { ...placement, label, member, subjects: [subject] });
  }
  for (const bundle of bundles.values()) bundle.subjects.sort(byTitle);
  return {
    bundles: [...bundles.values()].sort((a, b) => a.rank - b.rank || compare(a.label, b.label)),
    omitted: seats.length - kept.length,
  };
}

function seatNeighbours(input: NeighbourhoodInput): readonly Seat[] {
  const placements = placementsByRef(input);
  const seen = new Set([input.focus.ref, input.cluster?.ref]);
  const seats: Seat[] = [];
  for (const subject of [...input.neighbours].sort(byTitle)) {
    const found = placements.get(subject.ref);
    if (found === undefined || seen.has(subject.ref)) continue;
    seen.add(subject.ref);
    seats.push(seatOf(subject, found, textsIn(input.language ?? 'en').graph));
  }
  const below = seats.filter((seat) => seat.placement.side === 'below').length;
  if (below <= belowLimit) return seats;
  return seats.map((seat) =>
    seat.placement.side === 'below' ? reseat(seat, { ...seat.placement, side: 'right' }) : seat,
  );
}

function placementsByRef(input: NeighbourhoodInput): ReadonlyMap<string, Placement[]> {
  const { focus, edges, pairs = [] } = input;
  const placements = new Map<string, Placement[]>();
  const drawn = new Set<string>();
  for (const edge of edges) {
    const { from, to, type } = forwardRelation(edge, pairs);
    const focusIsSource = from === focus.ref;
    const key = `${from}\n${to}\n${type}`;
    if (from === to || drawn.has(key) || (!focusIsSource && to !== focus.ref)) continue;
    drawn.add(key);
    const other = focusIsSource ? to : from;
    placements.set(other, [...(placements.get(other) ?? []), placeRelation(type, focusIsSource, input)]);
  }
  return placements;
}

/** The most telling relation decides the side; the label also names the others that point the same way. */
function seatOf(subject: GraphSubject, placements: readonly Placement[], text: Texts['graph']): Seat {
  const sorted = [...placements].sort(
    (a, b) => a.rank - b.rank || compare(a.side, b.side) || compare(a.phrase, b.phrase),
  );
  const [first] = sorted as [Placement, ...Placement[]];
  const along = sorted.filter((other) => other.side === first.side && other.outward === first.outward);
  const phrases = [...new Set(along.map((other) => other.phrase))].slice(0, 2);
  const mutual = sorted.some((other) => other.side !== first.side && other.phrase === first.phrase);
  const label = mutual ? text.bothWays(first.phrase) : phrases.join(', ');
  return reseat({ subject, placement: first, label, key: '' }, first);
}

function reseat(seat: Seat, placement: Placement): Seat {
  return { ...seat, placement, key: `${placement.side}\n${placement.outward}\n${seat.label}` };
}

/** Takes the heaviest of each kind of relation in turn, so that forty dependents do not push out the one owner. */
function keepMostImportant(seats: readonly Seat[]): readonly Seat[] {
  if (seats.length <= sideLimit) return seats;
  const queues = new Map<string, Seat[]>();
  for (const seat of seats) queues.set(seat.key, [...(queues.get(seat.key) ?? []), seat]);
  const turns = [...queues.values()].flatMap((queue) =>
    queue
      .sort((a, b) => (b.subject.weight ?? 0) - (a.subject.weight ?? 0) || byTitle(a.subject, b.subject))
      .map((seat, turn) => ({ seat, turn })),
  );
  turns.sort((a, b) => a.turn - b.turn || a.seat.placement.rank - b.seat.placement.rank);
  return turns.slice(0, sideLimit).map(({ seat }) => seat);
}

function byTitle(a: GraphSubject, b: GraphSubject): number {
  return compare(a.title, b.title) || compare(a.ref, b.ref);
}

/** By code units: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
