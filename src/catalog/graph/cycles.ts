import type { Catalog } from '../entity.ts';
import { linkGraph } from './link-graph.ts';

interface Visit {
  readonly ref: string;
  readonly targets: readonly string[];
  next: number;
}

/**
 * Groups of entities that lead to each other by the given relations (strongly connected parts), each sorted, the groups
 * by their first ref. An entity that leads to itself is a group of one. Tarjan's algorithm, without recursion.
 */
export function cycles(catalog: Catalog, types: readonly string[]): string[][] {
  const graph = linkGraph(catalog);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];
  const lower = (ref: string, value: number) => lowest.set(ref, Math.min(lowest.get(ref) ?? value, value));
  const enter = (ref: string): Visit => {
    order.set(ref, order.size);
    lowest.set(ref, order.size - 1);
    stack.push(ref);
    onStack.add(ref);
    return { ref, targets: types.flatMap((type) => graph.targets(ref, type)), next: 0 };
  };
  const close = ({ ref, targets }: Visit) => {
    if (lowest.get(ref) !== order.get(ref)) return;
    const part = stack.splice(stack.lastIndexOf(ref));
    for (const member of part) onStack.delete(member);
    if (part.length > 1 || targets.includes(ref)) found.push(part.sort());
  };

  for (const { ref: root } of catalog.entities) {
    if (order.has(root)) continue;
    const visits = [enter(root)];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const target = visit.targets[visit.next];
      visit.next += 1;
      if (target === undefined) {
        visits.pop();
        close(visit);
        const parent = visits.at(-1);
        if (parent) lower(parent.ref, lowest.get(visit.ref) ?? 0);
      } else if (!order.has(target)) {
        visits.push(enter(target));
      } else if (onStack.has(target)) {
        lower(visit.ref, order.get(target) ?? 0);
      }
    }
  }
  return found.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
