import type { Catalog } from '../entity.ts';
import { type LinkGraph, linkGraph } from './link-graph.ts';
import { addNode, type NodeSet, positionOf, sortedBetween } from './node-set.ts';
import { firstTarget } from './rows.ts';
import type { Walk } from './walk.ts';

/** A step on the way from a dependent to the entity: something that depends, an API between, or the entity itself. */
export interface DependencyStep {
  readonly ref: string;
  /** One step nearer to the entity; `undefined`: this is the entity. */
  readonly next: DependencyStep | undefined;
}

/** Something that depends on an entity. */
export interface Dependent extends DependencyStep {
  /** 1 for what depends on it directly, also through an API that it provides. */
  readonly distance: number;
  /** Ref of its owner, the first of several. */
  readonly owner: string | undefined;
}

/** What depends on an entity. */
export interface Dependents {
  /** How many there are in all. */
  readonly count: number;
  /** How many of them are at distance 1. */
  readonly direct: number;
  /** By distance, then ref; no more than the limit. */
  readonly nearest: readonly Dependent[];
}

/**
 * Everything that depends on an entity: by `dependsOn`, by consuming it where it is an API, and through an API that it
 * provides; directly and through others. Also of a ref that is only named. All are counted, `limit` are described.
 */
export function dependents(
  catalog: Catalog,
  ref: string,
  { limit = Number.POSITIVE_INFINITY }: { readonly limit?: number } = {},
): Dependents {
  const graph = linkGraph(catalog);
  const start = graph.nodeOf(ref);
  if (start === undefined) return { count: 0, direct: 0, nearest: [] };
  const found = walkDependents(graph, start);
  return { count: found.set.size - 1, direct: (found.levels[2] ?? 1) - 1, nearest: describe(graph, found, limit) };
}

/** Refs of what depends on an entity directly, also through an API that it provides: those of `dependents` at distance 1. Sorted. */
export function directDependents(catalog: Catalog, ref: string): readonly string[] {
  const graph = linkGraph(catalog);
  const needing = (of: string) => [...graph.targets(of, 'dependencyOf'), ...graph.targets(of, 'apiConsumedBy')];
  const found = new Set([ref, ...graph.targets(ref, 'providesApi')].flatMap(needing));
  found.delete(ref);
  return [...found].sort();
}

/** The shortest way from a dependent to the entity: refs, both ends and the APIs between them included. */
export function pathOf(dependent: DependencyStep): readonly string[] {
  const path: string[] = [];
  for (let step: DependencyStep | undefined = dependent; step; step = step.next) path.push(step.ref);
  return path;
}

interface DependentsWalk extends Walk {
  /** The APIs that the walk passed through; the origin of each is the place of what provides it. */
  readonly apis: NodeSet;
}

/** The origin of a node is the place of what it depends on, or -1 less the place of the API that it depends on. */
function walkDependents(graph: LinkGraph, start: number): DependentsWalk {
  const provided = graph.rows('providesApi');
  const needed = [graph.rows('dependencyOf'), graph.rows('apiConsumedBy')];
  const set = graph.nodeSet(0);
  // What depends on an API is as near to each of its providers; by the first of them all of it is found.
  const apis = graph.nodeSet(1);
  const levels = [0];
  const visit = (node: number, origin: number) => {
    for (const { starts, targets } of needed) {
      const end = starts[node + 1] ?? 0;
      for (let at = starts[node] ?? 0; at < end; at += 1) addNode(set, targets[at] ?? 0, origin);
    }
  };
  addNode(set, start);
  for (let place = 0, end = 1; place < end; end = set.size) {
    levels.push(end);
    for (; place < end; place += 1) {
      const node = set.nodes[place] ?? 0;
      visit(node, place);
      const last = provided.starts[node + 1] ?? 0;
      for (let at = provided.starts[node] ?? 0; at < last; at += 1) {
        const api = provided.targets[at] ?? 0;
        if (addNode(apis, api, place)) visit(api, -apis.size);
      }
    }
  }
  return { set, levels, apis };
}

function describe(graph: LinkGraph, { set, levels, apis }: DependentsWalk, limit: number): Dependent[] {
  const { refs } = graph;
  const owners = graph.rows('ownedBy');
  // By place in the set. What something depends on is nearer, so it is described before.
  const steps = new Array<DependencyStep>(set.size);
  steps[0] = { ref: refs[set.nodes[0] ?? 0] ?? '', next: undefined };
  const passed = new Map<number, DependencyStep>();
  const apiStep = (place: number) => {
    const step = passed.get(place) ?? {
      ref: refs[apis.nodes[place] ?? 0] ?? '',
      next: steps[apis.origins[place] ?? 0],
    };
    passed.set(place, step);
    return step;
  };
  const found: Dependent[] = [];
  for (let distance = 1; distance < levels.length - 1 && found.length < limit; distance += 1) {
    for (const node of sortedBetween(set, levels[distance] ?? 0, levels[distance + 1] ?? 0, refs.length)) {
      if (found.length >= limit) break;
      const place = positionOf(set, node);
      const origin = set.origins[place] ?? 0;
      const owner = firstTarget(owners, node);
      const dependent: Dependent = {
        ref: refs[node] ?? '',
        next: origin < 0 ? apiStep(-1 - origin) : steps[origin],
        distance,
        owner: owner === undefined ? undefined : refs[owner],
      };
      steps[place] = dependent;
      found.push(dependent);
    }
  }
  return found;
}
