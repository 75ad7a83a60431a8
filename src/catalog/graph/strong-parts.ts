import type { Catalog } from '../entity.ts';
import { type LinkGraph, linkGraph } from './link-graph.ts';
import { mergeRows, type Rows, targetsOf } from './rows.ts';
import { strongComponents } from './strong-components.ts';

/**
 * Every ref of the catalog in groups that reach each other by relations of the given types, each group sorted; what does
 * not come back to itself is a group of one. What a group leads to comes before it.
 */
export function strongParts(catalog: Catalog, types: readonly string[]): string[][] {
  const graph = linkGraph(catalog);
  const links = mergeRows(graph.refs.length, types.map(graph.rows));
  return groupsOf(graph, strongComponents(links), () => true);
}

/**
 * The groups in which relations of the given types lead round: several refs that reach each other, or one that leads to
 * itself. Each is sorted, and the groups by their first ref.
 */
export function cycles(catalog: Catalog, types: readonly string[]): string[][] {
  const graph = linkGraph(catalog);
  const links = mergeRows(graph.refs.length, types.map(graph.rows));
  const groups = groupsOf(graph, strongComponents(links), (size, first) => size > 1 || leadsTo(links, first, first));
  return groups.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

function groupsOf(
  { refsOf }: LinkGraph,
  { starts, targets }: Rows,
  isWanted: (size: number, first: number) => boolean,
): string[][] {
  const groups: string[][] = [];
  for (let group = 0; group < starts.length - 1; group += 1) {
    const [from = 0, to = 0] = [starts[group], starts[group + 1]];
    if (!isWanted(to - from, targets[from] ?? 0)) continue;
    groups.push(refsOf(targets.subarray(from, to).sort()));
  }
  return groups;
}

function leadsTo(links: Rows, from: number, to: number): boolean {
  return targetsOf(links, from).includes(to);
}
