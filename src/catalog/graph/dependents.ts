import type { Catalog } from '../entity.ts';
import { linkGraph } from './link-graph.ts';

/** Something that depends on an entity. */
export interface Dependent {
  readonly ref: string;
  /** 1 for what depends on it directly, also through an API that it provides. */
  readonly distance: number;
  /** The shortest chain, from the dependent to the entity; APIs between consumer and provider are part of it. */
  readonly path: readonly string[];
}

/**
 * Everything that depends on an entity: by `dependsOn`, by consuming it where it is an API, and by consuming an API that
 * it provides; directly and through others. Sorted by distance, then ref.
 */
export function dependents(catalog: Catalog, ref: string): Dependent[] {
  const graph = linkGraph(catalog);
  const seen = new Set([ref]);
  const found: Dependent[] = [];
  let level: (readonly [string, readonly string[]])[] = [[ref, [ref]]];
  for (let distance = 1; level.length > 0; distance += 1) {
    const next: (readonly [string, readonly string[]])[] = [];
    // A provided API is no dependent itself: what consumes it is at the provider's distance.
    for (const [from, path] of level) {
      const sources: (readonly [string, readonly string[]])[] = [[from, path]];
      for (const api of graph.targets(from, 'providesApi')) {
        if (!seen.has(api)) sources.push([api, [api, ...path]]);
      }
      for (const [source, chain] of sources) {
        for (const type of ['dependencyOf', 'apiConsumedBy']) {
          for (const target of graph.targets(source, type)) {
            if (seen.has(target)) continue;
            seen.add(target);
            next.push([target, [target, ...chain]]);
          }
        }
      }
    }
    for (const [target, path] of next) found.push({ ref: target, distance, path });
    level = next.sort(([a], [b]) => compare(a, b));
  }
  return found.sort((a, b) => a.distance - b.distance || compare(a.ref, b.ref));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
