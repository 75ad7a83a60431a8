import { eachTarget, makeRows, type Rows } from './rows.ts';
import { strongComponents } from './strong-components.ts';

/**
 * One cycle for each group of nodes that lead to each other: the shortest through the group's first node, which comes
 * first. A node that leads to itself is a cycle of one. `nodes` are sorted; targets beyond them are ignored.
 */
export function findCycles(nodes: readonly string[], targetsOf: (node: string) => readonly string[]): string[][] {
  const ids = new Map(nodes.map((node, id) => [node, id]));
  const sources: number[] = [];
  const targets: number[] = [];
  for (const [source, node] of nodes.entries()) {
    for (const target of targetsOf(node).flatMap((each) => ids.get(each) ?? [])) {
      sources.push(source);
      targets.push(target);
    }
  }
  const links = makeRows(nodes.length, sources, targets);
  const components = strongComponents(links);
  const found: number[][] = [];
  for (let component = 0; component < components.starts.length - 1; component += 1) {
    const members = new Set<number>();
    eachTarget(components, component, (member) => members.add(member));
    const cycle = shortestCycle(Math.min(...members), members, links);
    if (cycle.length > 0) found.push(cycle);
  }
  return found.sort(([a = 0], [b = 0]) => a - b).map((cycle) => cycle.map((id) => nodes[id] ?? ''));
}

function shortestCycle(start: number, members: ReadonlySet<number>, links: Rows): number[] {
  const from = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    let isClosed = false;
    eachTarget(links, node, (target) => {
      if (target === start) isClosed = true;
      else if (members.has(target) && !from.has(target)) {
        from.set(target, node);
        queue.push(target);
      }
    });
    if (!isClosed) continue;
    const cycle = [node];
    for (let at = node; at !== start; cycle.unshift(at)) at = from.get(at) ?? start;
    return cycle;
  }
  return [];
}
