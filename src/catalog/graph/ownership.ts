import type { Catalog } from '../entity.ts';
import { linkGraph } from './link-graph.ts';
import { addNode, sortedBetween } from './node-set.ts';
import { eachTarget, type Rows } from './rows.ts';
import { type Reached, reach, walk } from './walk.ts';

/**
 * The groups that answer for an entity: its owners first (0), then their parents (1), and so on. An owner who is a
 * person counts by their groups. Groups that are only named and not in the catalog are included.
 */
export function owningGroups(catalog: Catalog, ref: string): Reached[] {
  const graph = linkGraph(catalog);
  const owners = graph
    .targets(ref, 'ownedBy')
    .flatMap((owner) => (owner.startsWith('user:') ? graph.targets(owner, 'memberOf') : [owner]));
  return reach(catalog, owners, 'childOf');
}

/** Every group below a group, nearest first. */
export function groupDescendants(catalog: Catalog, ref: string): Reached[] {
  return reach(catalog, [ref], 'parentOf').slice(1);
}

/** Every group above a group, nearest first. */
export function groupAncestors(catalog: Catalog, ref: string): Reached[] {
  return reach(catalog, [ref], 'childOf').slice(1);
}

/** What a group, every group below it and the people of all these own, sorted: everything it is an owning group of. */
export function ownedInHierarchy(catalog: Catalog, ref: string): string[] {
  const graph = linkGraph(catalog);
  const start = graph.nodeOf(ref);
  if (start === undefined) return [];
  const below = walk(graph, [start], [graph.rows('parentOf')]).set;
  const groups = below.nodes.slice(0, below.size);
  const people = peopleOf(groups, graph.rows('hasMember'), graph.nodesOfKind('user'));
  const owned = graph.nodeSet();
  for (const owner of [...groups, ...people]) {
    eachTarget(graph.rows('ownerOf'), owner, (target) => addNode(owned, target));
  }
  return graph.refsOf(sortedBetween(owned, 0, owned.size, graph.refs.length));
}

function peopleOf(groups: Int32Array, members: Rows, [from, to]: readonly [number, number]): Set<number> {
  const people = new Set<number>();
  for (const group of groups) {
    eachTarget(members, group, (member) => {
      if (member >= from && member < to) people.add(member);
    });
  }
  return people;
}
