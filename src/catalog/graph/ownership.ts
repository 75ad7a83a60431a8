import type { Catalog } from '../entity.ts';
import { linkGraph } from './link-graph.ts';

/** A group above or below another, and how many steps away. */
export interface RelatedGroup {
  readonly ref: string;
  readonly distance: number;
}

/**
 * The groups that answer for an entity: its owners first (0), then their parents (1), and so on. An owner who is a
 * person counts by their groups. Groups that are only named and not in the catalog are included.
 */
export function owningGroups(catalog: Catalog, ref: string): RelatedGroup[] {
  const graph = linkGraph(catalog);
  const owners = graph
    .targets(ref, 'ownedBy')
    .flatMap((owner) => (owner.startsWith('user:') ? graph.targets(owner, 'memberOf') : [owner]));
  return climb(catalog, owners, 'childOf', 0);
}

/** Every group below a group, nearest first. */
export function groupDescendants(catalog: Catalog, ref: string): RelatedGroup[] {
  return climb(catalog, [ref], 'parentOf', 0).slice(1);
}

/** Every group above a group, nearest first. */
export function groupAncestors(catalog: Catalog, ref: string): RelatedGroup[] {
  return climb(catalog, [ref], 'childOf', 0).slice(1);
}

/** What a group and every group below it own, sorted. */
export function ownedInHierarchy(catalog: Catalog, ref: string): string[] {
  const graph = linkGraph(catalog);
  const groups = climb(catalog, [ref], 'parentOf', 0);
  return [...new Set(groups.flatMap((group) => graph.targets(group.ref, 'ownerOf')))].sort();
}

function climb(catalog: Catalog, from: readonly string[], type: string, start: number): RelatedGroup[] {
  const graph = linkGraph(catalog);
  const distances = new Map(from.map((ref) => [ref, start]));
  for (const [ref, distance] of distances) {
    for (const target of graph.targets(ref, type)) {
      if (!distances.has(target)) distances.set(target, distance + 1);
    }
  }
  return [...distances].map(([ref, distance]) => ({ ref, distance }));
}
