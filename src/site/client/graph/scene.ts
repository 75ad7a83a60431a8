import type { GraphData } from '../../../portal/views/graph.ts';
import type { GraphState } from './state.ts';

/** One end of an edge as seen from a node. */
export interface Neighbour {
  readonly index: number;
  readonly relation: number;
  /** The edge leads from the node to this neighbour. */
  readonly outward: boolean;
}

/** Nodes that stand together, as a box around them. */
export interface SceneGroup {
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** The graph with what every frame needs, computed once. */
export interface Scene extends Omit<GraphData, 'kinds'> {
  readonly neighbours: readonly (readonly Neighbour[])[];
  readonly radii: readonly number[];
  /** Indices of nodes, the best connected first: whose label is drawn where there is not room for all. */
  readonly byDegree: readonly number[];
  readonly groups: readonly SceneGroup[];
  /** Lower case, sorted. */
  readonly kinds: readonly string[];
  readonly titleOfKind: (kind: string) => string;
  readonly glyphOfKind: (kind: string) => string;
  readonly indexOf: ReadonlyMap<string, number>;
  /** Few enough that each label has its own place under its node. */
  readonly labelled: boolean;
}

/** How much of a node is shown. */
export type Prominence = 0 | 1 | 2;
export const hiddenNode: Prominence = 0;
export const faintNode: Prominence = 1;
export const clearNode: Prominence = 2;

/** Relations that standing together already shows: drawn only around the node that is looked at. */
export const quietRelations: ReadonlySet<string> = new Set(['partOf', 'ownedBy', 'memberOf', 'parentOf']);

/** The limit below which positions leave room for labels; the same as the drawing's. */
const labelledLimit = 250;

/** Links the data and measures it. Pure. */
export function buildScene(data: GraphData): Scene {
  const neighbours = data.nodes.map((): Neighbour[] => []);
  for (const [from, to, relation] of data.edges) {
    neighbours[from]?.push({ index: to, relation, outward: true });
    neighbours[to]?.push({ index: from, relation, outward: false });
  }
  const degree = (index: number): number => neighbours[index]?.length ?? 0;
  const labelled = data.nodes.length <= labelledLimit;
  return {
    ...data,
    neighbours,
    labelled,
    radii: data.nodes.map((_, index) => (labelled ? 12 : 5 + Math.min(6, Math.sqrt(degree(index))))),
    byDegree: data.nodes.map((_, index) => index).sort((a, b) => degree(b) - degree(a) || a - b),
    groups: groupsOf(data),
    kinds: [...new Set(data.nodes.map((node) => node.kind))].sort(),
    titleOfKind: (kind) => data.kinds[kind]?.title ?? kind,
    glyphOfKind: (kind) => data.kinds[kind]?.glyph ?? 'entity',
    indexOf: new Map(data.nodes.map((node, index) => [node.ref, index])),
  };
}

function groupsOf(data: GraphData): readonly SceneGroup[] {
  const titles = new Map(data.nodes.map((node) => [node.ref, node.title]));
  const members = new Map<string, { x: number; y: number }[]>();
  for (const node of data.nodes) {
    const group = members.get(node.group);
    if (group) group.push(node);
    else members.set(node.group, [node]);
  }
  return [...members].flatMap(([ref, points]) => {
    const title = titles.get(ref);
    if (title === undefined || points.length < 2) return [];
    const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
    const [right, bottom] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))];
    return [{ title, x: left, y: top, width: right - left, height: bottom - top, size: points.length }];
  });
}

/** What the state leaves of each node: those around the focus clear, the rest faint, filtered kinds not at all. Pure. */
export function prominenceOf(scene: Scene, state: GraphState): readonly Prominence[] {
  const shown = scene.nodes.map((node) => !state.hiddenKinds.has(node.kind));
  const focus = state.focus === undefined ? undefined : scene.indexOf.get(state.focus);
  if (focus === undefined) return shown.map((visible) => (visible ? clearNode : hiddenNode));
  const reached = reach(scene, focus, state, shown);
  return shown.map((visible, index) => (reached.has(index) ? clearNode : visible ? faintNode : hiddenNode));
}

function reach(scene: Scene, focus: number, state: GraphState, shown: readonly boolean[]): ReadonlySet<number> {
  const reached = new Set([focus]);
  let edge = [focus];
  for (let step = 0; step < state.depth; step++) {
    const next: number[] = [];
    for (const { index, relation } of edge.flatMap((from) => scene.neighbours[from] ?? [])) {
      if (reached.has(index) || !shown[index] || state.hiddenRelations.has(scene.relations[relation] ?? '')) continue;
      reached.add(index);
      next.push(index);
    }
    edge = next;
  }
  return reached;
}

/** Up to `limit` nodes whose title or ref holds all words of `query`: whole beginnings first, then the better connected. Pure. */
export function findNodes(scene: Scene, query: string, limit: number): readonly number[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: { index: number; rank: number }[] = [];
  for (const index of scene.byDegree) {
    const node = scene.nodes[index];
    if (!node) continue;
    const [title, text] = [node.title.toLowerCase(), `${node.title} ${node.ref}`.toLowerCase()];
    if (!words.every((word) => text.includes(word))) continue;
    const [first = ''] = words;
    found.push({ index, rank: title === words.join(' ') ? 0 : title.startsWith(first) ? 1 : 2 });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ index }) => index);
}
