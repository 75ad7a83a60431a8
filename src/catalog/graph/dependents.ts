import type { Catalog } from '../entity.ts';
import { type LinkGraph, linkGraph } from './link-graph.ts';
import { sortedBetween } from './node-set.ts';
import { eachTarget, firstTarget } from './rows.ts';
import type { Walk } from './walk.ts';

/** A step on the way from a dependent to the entity. */
export interface DependencyStep {
  readonly ref: string;
  /** What it depends on, one step nearer to the entity; `undefined`: this is the entity. */
  readonly next: DependencyStep | undefined;
  /** The API of `next` that it depends on; `undefined`: it depends on `next` itself. */
  readonly api: string | undefined;
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
  const { nodes } = found.set;
  return { count: nodes.length - 1, direct: (found.levels[2] ?? 1) - 1, nearest: describe(graph, found, limit) };
}

/** The shortest way from a dependent to the entity: refs, both ends and the APIs between them included. */
export function pathOf(dependent: DependencyStep): readonly string[] {
  const path: string[] = [];
  for (let step: DependencyStep | undefined = dependent; step; step = step.next) {
    path.push(step.ref);
    if (step.api !== undefined) path.push(step.api);
  }
  return path;
}

interface DependentsWalk extends Walk {
  /** Beside the nodes of the set: the place of the one that it depends on, and the API between them or -1. */
  readonly parents: readonly number[];
  readonly apis: readonly number[];
}

function walkDependents(graph: LinkGraph, start: number): DependentsWalk {
  const provided = graph.rows('providesApi');
  const [needed, consumed] = [graph.rows('dependencyOf'), graph.rows('apiConsumedBy')];
  const set = graph.nodeSet(0);
  set.add(start);
  const [parents, apis, levels] = [[-1], [-1], [0]];
  // What depends on an API is as near to each of its providers; by the first of them all of it is found.
  const passed = graph.nodeSet(1);
  let [at, api] = [0, -1];
  const visit = (node: number) => {
    if (!set.add(node)) return;
    parents.push(at);
    apis.push(api);
  };
  const visitDependents = (node: number) => {
    eachTarget(needed, node, visit);
    eachTarget(consumed, node, visit);
  };
  const passThrough = (node: number) => {
    if (!passed.add(node)) return;
    api = node;
    visitDependents(node);
  };
  for (let end = 1; at < end; end = set.nodes.length) {
    levels.push(end);
    for (; at < end; at += 1) {
      api = -1;
      visitDependents(set.nodes[at] ?? 0);
      eachTarget(provided, set.nodes[at] ?? 0, passThrough);
    }
  }
  return { set, levels, parents, apis };
}

function describe(graph: LinkGraph, { set, levels, parents, apis }: DependentsWalk, limit: number): Dependent[] {
  const { refs } = graph;
  const refOf = (node = -1) => (node === -1 ? undefined : refs[node]);
  const owners = graph.rows('ownedBy');
  // By place in the set. What something depends on is nearer, so it is described before.
  const steps = new Array<DependencyStep>(set.nodes.length);
  steps[0] = { ref: refs[set.nodes[0] ?? 0] ?? '', next: undefined, api: undefined };
  const found: Dependent[] = [];
  for (let distance = 1; distance < levels.length - 1 && found.length < limit; distance += 1) {
    for (const node of sortedBetween(set, levels[distance] ?? 0, levels[distance + 1] ?? 0, refs.length)) {
      if (found.length >= limit) break;
      const at = set.positionOf(node);
      const dependent: Dependent = {
        ref: refs[node] ?? '',
        next: steps[parents[at] ?? 0],
        api: refOf(apis[at]),
        distance,
        owner: refOf(firstTarget(owners, node)),
      };
      steps[at] = dependent;
      found.push(dependent);
    }
  }
  return found;
}
