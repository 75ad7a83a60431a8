import type { Rows } from './rows.ts';

/**
 * Strongly connected components of a graph: groups of nodes that reach each other, single nodes included. As rows:
 * component → its nodes, in reverse topological order, so that what a component leads to comes before it. Tarjan's
 * algorithm, without recursion.
 */
export function strongComponents({ starts, targets }: Rows): Rows {
  const count = starts.length - 1;
  // 0: not entered yet. A node of a finished component gets the greatest number, which lowers nothing.
  const order = new Int32Array(count);
  const finished = 0x7fffffff;
  const lowest = new Int32Array(count);
  const next = starts.slice(0, count);
  const visits = new Int32Array(count);
  const open = new Int32Array(count);
  const closed = new Int32Array(count);
  const ends: number[] = [0];
  let [entered, depth, openCount, closedCount] = [0, 0, 0, 0];
  const enter = (node: number) => {
    entered += 1;
    order[node] = entered;
    lowest[node] = entered;
    open[openCount] = node;
    visits[depth] = node;
    openCount += 1;
    depth += 1;
  };
  const lower = (node: number, value: number) => {
    if (value < (lowest[node] ?? 0)) lowest[node] = value;
  };
  const close = (node: number) => {
    if (lowest[node] !== order[node]) return;
    for (let member = -1; member !== node; closedCount += 1) {
      openCount -= 1;
      member = open[openCount] ?? node;
      order[member] = finished;
      closed[closedCount] = member;
    }
    ends.push(closedCount);
  };
  for (let root = 0; root < count; root += 1) {
    if (order[root] === 0) enter(root);
    while (depth > 0) {
      const node = visits[depth - 1] ?? 0;
      const at = next[node] ?? 0;
      if (at === starts[node + 1]) {
        depth -= 1;
        close(node);
        if (depth > 0) lower(visits[depth - 1] ?? 0, lowest[node] ?? 0);
        continue;
      }
      next[node] = at + 1;
      const target = targets[at] ?? 0;
      if (order[target] === 0) enter(target);
      else lower(node, order[target] ?? 0);
    }
  }
  return { starts: Int32Array.from(ends), targets: closed };
}
