import type { Catalog } from '../entity.ts';
import { type LinkGraph, linkGraph } from './link-graph.ts';
import { addNode, positionOf } from './node-set.ts';
import { eachTarget } from './rows.ts';

/** Why one area relies on another: an entity of the one needs an entity of the other. */
export interface RelianceReason {
  readonly from: string;
  readonly to: string;
  /** The relation that `from` has, to `api` where there is one, else to `to`. */
  readonly type: string;
  /** The API of `to` that `from` needs; `undefined`: it needs `to` itself. */
  readonly api: string | undefined;
}

/** One area of the catalog relies on another. */
export interface Reliance {
  readonly from: string;
  readonly to: string;
  /** How many reasons there are in all. */
  readonly count: number;
  /** The first of them. */
  readonly reasons: readonly RelianceReason[];
}

/**
 * Which systems, or domains, rely on which others, sorted by both ends. An entity stands for the nearest of that kind
 * that it is part of (itself, if it is one); several at the same distance count each. It relies on what it depends on, on
 * APIs that it consumes, and on what provides such an API, as in `dependents`. `level` is a kind in lower case.
 */
export function rollUp(
  catalog: Catalog,
  level: string,
  { reasons: limit = 5 }: { readonly reasons?: number } = {},
): Reliance[] {
  const graph = linkGraph(catalog);
  const areas = areasOf(graph, level);
  const found = new Map<number, Map<number, Reliance & Collected>>();
  eachReliance(graph, (source, target, type, api) => {
    const reached = areas(target);
    for (const from of areas(source)) {
      for (const to of reached) {
        if (from === to) continue;
        const reliance = relianceOf(graph, found, from, to);
        reliance.count += 1;
        if (reliance.reasons.length < limit) reliance.reasons.push(describe(graph, source, target, type, api));
      }
    }
  });
  return sortedValues(found).flatMap(sortedValues);
}

function sortedValues<Value>(map: ReadonlyMap<number, Value>): Value[] {
  return Array.from(Int32Array.from(map.keys()).sort()).flatMap((key) => map.get(key) ?? []);
}

interface Collected {
  count: number;
  readonly reasons: RelianceReason[];
}

type VisitReliance = (source: number, target: number, type: string, api: number | undefined) => void;

/** Each entity with each other that it needs, by source, type, target and API. */
function eachReliance(graph: LinkGraph, visit: VisitReliance): void {
  const provided = graph.rows('apiProvidedBy');
  const needs = ['consumesApi', 'dependsOn'].map((type) => [type, graph.rows(type)] as const);
  for (let source = 0; source < graph.refs.length; source += 1) {
    for (const [type, rows] of needs) {
      eachTarget(rows, source, (target) => {
        if (target !== source) visit(source, target, type, undefined);
        eachTarget(provided, target, (provider) => {
          if (provider !== source) visit(source, provider, type, target);
        });
      });
    }
  }
}

/** For each node the areas that it stands for: a walk from all areas at once, into what is part of them. */
function areasOf(graph: LinkGraph, level: string): (node: number) => readonly number[] {
  const parts = graph.rows('hasPart');
  const areas = new Array<readonly number[] | undefined>(graph.refs.length);
  // The origin of each node is its distance from the areas.
  const set = graph.nodeSet();
  const [first, end] = graph.nodesOfKind(level);
  for (let area = first; area < end; area += 1) {
    addNode(set, area);
    areas[area] = [area];
  }
  for (let place = 0; place < set.size; place += 1) {
    const above = areas[set.nodes[place] ?? 0] ?? [];
    const distance = (set.origins[place] ?? 0) + 1;
    eachTarget(parts, set.nodes[place] ?? 0, (part) => {
      if (addNode(set, part, distance)) areas[part] = above;
      else if (set.origins[positionOf(set, part)] === distance && areas[part] !== above) {
        areas[part] = [...new Set([...(areas[part] ?? []), ...above])];
      }
    });
  }
  return (node) => areas[node] ?? [];
}

function relianceOf(
  { refs }: LinkGraph,
  found: Map<number, Map<number, Reliance & Collected>>,
  from: number,
  to: number,
): Reliance & Collected {
  const targets = found.get(from) ?? new Map<number, Reliance & Collected>();
  const reliance = targets.get(to) ?? { from: refs[from] ?? '', to: refs[to] ?? '', count: 0, reasons: [] };
  if (reliance.count === 0) found.set(from, targets.set(to, reliance));
  return reliance;
}

function describe(
  { refs }: LinkGraph,
  source: number,
  target: number,
  type: string,
  api: number | undefined,
): RelianceReason {
  return {
    from: refs[source] ?? '',
    to: refs[target] ?? '',
    type,
    api: api === undefined ? undefined : refs[api],
  };
}
