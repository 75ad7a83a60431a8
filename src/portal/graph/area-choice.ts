import type { Language } from '../views/text/texts.ts';
import type { FlowEdge } from './area-layout.ts';
import type { GraphSubject } from './graph-input.ts';

/** A system or domain as it is: what it holds, and what that relies on or is relied on by around it. */
export interface AreaInput {
  readonly title: string;
  readonly members: readonly GraphSubject[];
  readonly outsiders: readonly GraphSubject[];
  /** Refs; `from` relies on `to`. Distinct. */
  readonly edges: readonly FlowEdge[];
  /** Of the words; absent: English. */
  readonly language?: Language;
}

/** What is drawn of an area, in the order of titles. */
export interface Area extends Omit<AreaInput, 'outsiders'> {
  /** Neighbours that mostly rely on the area. */
  readonly above: readonly GraphSubject[];
  /** Neighbours that the area mostly relies on. */
  readonly below: readonly GraphSubject[];
}

/** With more members than the first, or while there are more lines than can be told apart, fewer are drawn. */
const memberLimits = [40, 28, 20, 14, 10] as const;
const edgeLimit = 90;
/** On each side. */
const outsiderLimit = 5;

/** Chooses the best connected members and neighbours of an area: as many as a drawing holds that can still be read. */
export function chooseArea(input: AreaInput): Area {
  const [reliances, degrees] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, ref: string) => counts.set(ref, (counts.get(ref) ?? 0) + 1);
  for (const { from, to } of input.edges) {
    count(reliances, from);
    for (const ref of [from, to]) count(degrees, ref);
  }
  const degree = ({ ref }: GraphSubject) => degrees.get(ref) ?? 0;
  const byDegree = (a: GraphSubject, b: GraphSubject) => degree(b) - degree(a) || byTitle(a, b);
  const relies = (subject: GraphSubject) => 2 * (reliances.get(subject.ref) ?? 0) >= degree(subject);
  const members = [...input.members].sort(byDegree);
  const outsiders = [...input.outsiders].sort(byDegree);
  const above = outsiders.filter(relies).slice(0, outsiderLimit).sort(byTitle);
  const below = outsiders
    .filter((subject) => !relies(subject))
    .slice(0, outsiderLimit)
    .sort(byTitle);
  const areas = memberLimits.map((limit): Area => {
    const kept = { members: members.slice(0, limit).sort(byTitle), above, below };
    return { title: input.title, ...kept, edges: edgesBetween(input.edges, subjectsOf(kept)) };
  });
  return (areas.find(({ edges }) => edges.length <= edgeLimit) ?? areas.at(-1)) as Area;
}

/** Everything that is drawn of an area. */
export function subjectsOf({
  above,
  members,
  below,
}: Pick<Area, 'above' | 'members' | 'below'>): readonly GraphSubject[] {
  return [...above, ...members, ...below];
}

function edgesBetween(edges: readonly FlowEdge[], subjects: readonly GraphSubject[]): readonly FlowEdge[] {
  const kept = new Set(subjects.map(({ ref }) => ref));
  return edges
    .filter(({ from, to }) => kept.has(from) && kept.has(to))
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
}

function byTitle(a: GraphSubject, b: GraphSubject): number {
  return compare(a.title, b.title) || compare(a.ref, b.ref);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
