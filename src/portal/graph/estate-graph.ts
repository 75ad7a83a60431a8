import type { RelationPair } from '../../catalog/model/kind-definition.ts';
import type { GraphData } from '../views/graph.ts';
import type { GlyphName } from '../views/shared.ts';
import type { SubjectRelation } from './graph-input.ts';
import { forwardRelation } from './relation-phrases.ts';

/** An entity of the estate. */
export interface EstateNode {
  readonly ref: string;
  readonly title: string;
  readonly subtitle: string;
  readonly glyph: GlyphName;
  readonly url: string;
  /** Ref of what it stands with: the system of a component, the team of a person, itself for a system or a team. */
  readonly group: string;
  /** What the groups stand with: the domain of a system; empty: nothing. The same for all of a group. */
  readonly region: string;
}

/** The whole estate; edges are `[from, to, relation]`, indices into `nodes` and `relations`. */
export interface EstateGraph {
  /** Sorted by ref. */
  readonly nodes: readonly EstateNode[];
  readonly edges: readonly (readonly [number, number, number])[];
  /** Types, sorted: `dependsOn`. */
  readonly relations: readonly string[];
}

/** A point of the estate. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Links the estate: each pair of relations once, those to entities outside of it not at all. Pure. */
export function linkEstate(
  nodes: readonly EstateNode[],
  relations: readonly SubjectRelation[],
  pairs: readonly RelationPair[] = [],
): EstateGraph {
  const sorted = [...nodes].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const indexOf = new Map(sorted.map((node, index) => [node.ref, index]));
  const edges = new Map<string, readonly [number, number, number]>();
  const forward = relations.map((relation) => forwardRelation(relation, pairs));
  const types = [...new Set(forward.map((relation) => relation.type))].sort();
  const numbers = new Map(types.map((type, index) => [type, index]));
  for (const { from: source, to: target, type } of forward) {
    const [from, to, relation] = [indexOf.get(source), indexOf.get(target), numbers.get(type)];
    if (from === undefined || to === undefined || relation === undefined || from === to) continue;
    edges.set(`${from} ${to} ${relation}`, [from, to, relation]);
  }
  return {
    nodes: sorted,
    edges: [...edges.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]),
    relations: types,
  };
}

/** The estate as `graph.json` has it for the live view. */
export function estateData(graph: EstateGraph, positions: readonly Position[]): Omit<GraphData, 'kinds' | 'phrases'> {
  return {
    nodes: graph.nodes.map((node, index) => ({
      ref: node.ref,
      title: node.title,
      kind: node.ref.slice(0, node.ref.indexOf(':')),
      url: node.url,
      group: node.group,
      x: Math.round(positions[index]?.x ?? 0),
      y: Math.round(positions[index]?.y ?? 0),
    })),
    edges: graph.edges,
    relations: graph.relations,
  };
}
