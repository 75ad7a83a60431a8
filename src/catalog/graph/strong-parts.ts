import type { Catalog } from '../entity.ts';
import { linkGraph } from './link-graph.ts';
import { eachTarget, mergeRows, type Rows } from './rows.ts';
import { strongComponents } from './strong-components.ts';

/**
 * Every ref of the catalog in groups that reach each other by relations of the given types, each group sorted; what does
 * not come back to itself is a group of one. What a group leads to comes before it.
 */
export function strongParts(catalog: Catalog, types: readonly string[]): string[][] {
  const { refs, rows } = linkGraph(catalog);
  const links = mergeRows(refs.length, types.map(rows));
  return groupsOf(strongComponents(links), refs, () => true);
}

/**
 * The groups in which relations of the given types lead round: several refs that reach each other, or one that leads to
 * itself. Each is sorted, and the groups by their first ref.
 */
export function cycles(catalog: Catalog, types: readonly string[]): string[][] {
  const { refs, rows } = linkGraph(catalog);
  const links = mergeRows(refs.length, types.map(rows));
  const groups = groupsOf(strongComponents(links), refs, (size, first) => size > 1 || leadsTo(links, first, first));
  return groups.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

function groupsOf(
  { starts, targets }: Rows,
  refs: readonly string[],
  isWanted: (size: number, first: number) => boolean,
): string[][] {
  const groups: string[][] = [];
  for (let group = 0; group < starts.length - 1; group += 1) {
    const [from = 0, to = 0] = [starts[group], starts[group + 1]];
    if (!isWanted(to - from, targets[from] ?? 0)) continue;
    groups.push(Array.from(targets.slice(from, to).sort(), (node) => refs[node] ?? ''));
  }
  return groups;
}

function leadsTo(links: Rows, from: number, to: number): boolean {
  let found = false;
  eachTarget(links, from, (target) => {
    if (target === to) found = true;
  });
  return found;
}
