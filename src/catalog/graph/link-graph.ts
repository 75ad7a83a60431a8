import type { Catalog, Relation } from '../entity.ts';

/** A catalog's relations, ready to be walked. Refs of relations that lead to nothing have no relations of their own. */
export interface LinkGraph {
  readonly has: (ref: string) => boolean;
  /** Relations of an entity, sorted by type, then target. */
  readonly relations: (ref: string) => readonly Relation[];
  /** Targets of one type of relation, sorted. */
  readonly targets: (ref: string, type: string) => readonly string[];
}

const graphs = new WeakMap<Catalog, LinkGraph>();
const none: readonly never[] = [];

/** The graph of a catalog; made once per catalog and kept as long as it. */
export function linkGraph(catalog: Catalog): LinkGraph {
  const known = graphs.get(catalog);
  if (known) return known;
  const graph = makeGraph(catalog);
  graphs.set(catalog, graph);
  return graph;
}

function makeGraph(catalog: Catalog): LinkGraph {
  // Relations are stored with each entity both ways and sorted, so the catalog is its own adjacency list.
  const relations = (ref: string) => catalog.byRef.get(ref)?.entity.relations ?? none;
  return {
    has: (ref) => catalog.byRef.has(ref),
    relations,
    targets: (ref, type) => {
      const all = relations(ref);
      const found: string[] = [];
      for (let at = firstOf(all, type); all[at]?.type === type; at += 1) found.push(all[at]?.targetRef ?? '');
      return found;
    },
  };
}

// Relations are sorted by type; a platform team may own thousands of things.
function firstOf(relations: readonly Relation[], type: string): number {
  let low = 0;
  let high = relations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((relations[middle]?.type ?? '') < type) low = middle + 1;
    else high = middle;
  }
  return low;
}
