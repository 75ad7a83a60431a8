import { csvOf } from './csv.ts';
import type { GraphData } from './graph.ts';

/** Something that depends on an entity, as a file of them tells it. */
export interface SavedDependent {
  readonly ref: string;
  readonly title: string;
  /** Ref of its owner, the first of several; empty: nobody. */
  readonly owner: string;
  /** 1 for what depends on it directly. */
  readonly distance: number;
  /** Refs from it to the entity, both included. */
  readonly path: readonly string[];
}

/**
 * Everything that depends on an entity of the graph, by distance, then ref: by `dependsOn`, by consuming it where it is an API, and
 * through an API that it provides, as the entity's page says; of two ways that are as short either is told. Pure.
 */
export function findSavedDependents({ nodes, edges, relations }: GraphData, ref: string): readonly SavedDependent[] {
  const start = nodes.findIndex((node) => node.ref === ref);
  if (start < 0) return [];
  const [dependsOn, consumes, provides, ownedBy] = ['dependsOn', 'consumesApi', 'providesApi', 'ownedBy'].map((type) =>
    relations.indexOf(type),
  );
  const rows = { needed: new Map<number, number[]>(), provided: new Map<number, number[]>() };
  const owners = new Map<number, number>();
  const add = (row: Map<number, number[]>, from: number, to: number) => {
    const known = row.get(from);
    if (known) known.push(to);
    else row.set(from, [to]);
  };
  for (const [from, to, relation] of edges) {
    if (relation === dependsOn || relation === consumes) add(rows.needed, to, from);
    else if (relation === provides) add(rows.provided, from, to);
    else if (relation === ownedBy && !owners.has(from)) owners.set(from, to);
  }
  const refOf = (node: number | undefined) => (node === undefined ? '' : (nodes[node]?.ref ?? ''));
  return walkOut(start, rows).map(({ node, distance, path }) => ({
    ref: refOf(node),
    title: nodes[node]?.title ?? '',
    owner: refOf(owners.get(node)),
    distance,
    path: path.map(refOf),
  }));
}

interface Found {
  readonly node: number;
  readonly distance: number;
  readonly path: readonly number[];
}

// Level by level in order of the nodes, which is that of their refs.
function walkOut(
  start: number,
  { needed, provided }: Readonly<Record<'needed' | 'provided', ReadonlyMap<number, readonly number[]>>>,
): readonly Found[] {
  const all: Found[] = [];
  const seen = new Set([start]);
  const passed = new Set<number>();
  for (let level: readonly Found[] = [{ node: start, distance: 0, path: [start] }]; level.length > 0; ) {
    const next: Found[] = [];
    const visit = (node: number, { distance, path }: Found) => {
      for (const dependent of needed.get(node) ?? []) {
        if (seen.has(dependent)) continue;
        seen.add(dependent);
        next.push({ node: dependent, distance: distance + 1, path: [dependent, ...path] });
      }
    };
    for (const found of level) {
      visit(found.node, found);
      for (const api of provided.get(found.node) ?? []) {
        if (passed.has(api)) continue;
        passed.add(api);
        visit(api, { ...found, path: [api, ...found.path] });
      }
    }
    level = next.sort((a, b) => a.node - b.node);
    all.push(...level);
  }
  return all;
}

/** The same as comma-separated values by RFC 4180, with a line of names. Cells that a spreadsheet would run are kept from it. */
export function dependentsAsCsv(dependents: readonly SavedDependent[]): string {
  const lines = dependents.map(({ ref, title, owner, distance, path }) => [
    ref,
    title,
    owner,
    String(distance),
    path.join(' > '),
  ]);
  return csvOf([['entity', 'title', 'owner', 'distance', 'path'], ...lines]);
}
