import type { RelationPair } from '../../catalog/model/kind-definition.ts';
import type { GraphData } from '../views/graph.ts';
import type { GlyphName } from '../views/shared.ts';
import type { SubjectRelation } from './graph-input.ts';
import { forwardRelation, relationPhrase } from './relation-phrases.ts';

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
  /** Phrases that read along the edge: "depends on". */
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
  const phrases = new Map<string, number>();
  const edges = new Map<string, readonly [number, number, number]>();
  const forward = relations.map((relation) => forwardRelation(relation, pairs));
  for (const type of [...new Set(forward.map((relation) => relation.type))].sort()) {
    const phrase = relationPhrase(type, pairs);
    if (!phrases.has(phrase)) phrases.set(phrase, phrases.size);
  }
  for (const relation of forward) {
    const from = indexOf.get(relation.from);
    const to = indexOf.get(relation.to);
    const phrase = phrases.get(relationPhrase(relation.type, pairs));
    if (from === undefined || to === undefined || phrase === undefined || from === to) continue;
    edges.set(`${from} ${to} ${phrase}`, [from, to, phrase]);
  }
  return {
    nodes: sorted,
    edges: [...edges.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]),
    relations: [...phrases.keys()],
  };
}

/** The estate as `graph.json` has it for the live view. */
export function estateData(graph: EstateGraph, positions: readonly Position[]): Omit<GraphData, 'kinds'> {
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
