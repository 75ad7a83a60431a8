/**
 * Strongly connected parts of a graph whose nodes are 0…count-1: groups of nodes that reach each other, single nodes
 * included, in reverse topological order (what a part leads to comes before it). `next(node, at)` is the node's target
 * number `at`, -1 past its last. Tarjan's algorithm, without recursion.
 */
export function strongParts(count: number, next: (node: number, at: number) => number): number[][] {
  const order = new Int32Array(count).fill(-1);
  const lowest = new Int32Array(count);
  const position = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const parts: number[][] = [];
  let entered = 0;
  const visits: number[] = [];
  const enter = (node: number) => {
    order[node] = entered;
    lowest[node] = entered;
    entered += 1;
    stack.push(node);
    onStack[node] = 1;
    visits.push(node);
  };
  const lower = (node: number, value: number) => {
    if (value < (lowest[node] ?? 0)) lowest[node] = value;
  };
  const close = (node: number) => {
    if (lowest[node] !== order[node]) return;
    const part = stack.splice(stack.lastIndexOf(node));
    for (const member of part) onStack[member] = 0;
    parts.push(part);
  };
  for (let root = 0; root < count; root += 1) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = visits.at(-1); node !== undefined; node = visits.at(-1)) {
      const target = next(node, position[node] ?? 0);
      position[node] = (position[node] ?? 0) + 1;
      if (target === -1) {
        visits.pop();
        close(node);
        const parent = visits.at(-1);
        if (parent !== undefined) lower(parent, lowest[node] ?? 0);
      } else if (order[target] === -1) enter(target);
      else if (onStack[target] === 1) lower(node, order[target] ?? 0);
    }
  }
  return parts;
}

/**
 * One circle for each group of nodes that lead to each other: the shortest through the group's first node, which comes
 * first. A node that leads to itself is a circle of one. `nodes` are sorted; targets beyond them are ignored.
 */
export function findCycles(nodes: readonly string[], targetsOf: (node: string) => readonly string[]): string[][] {
  const ids = new Map(nodes.map((node, id) => [node, id]));
  const targets = nodes.map((node) => targetsOf(node).flatMap((target) => ids.get(target) ?? []));
  return strongParts(nodes.length, (node, at) => targets[node]?.[at] ?? -1)
    .map((part) => shortestCircle(Math.min(...part), new Set(part), targets))
    .filter((circle) => circle.length > 0)
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((circle) => circle.map((id) => nodes[id] ?? ''));
}

function shortestCircle(start: number, part: ReadonlySet<number>, targets: readonly (readonly number[])[]): number[] {
  const from = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const target of targets[node] ?? []) {
      if (target === start) {
        const circle = [node];
        for (let at = node; at !== start; circle.unshift(at)) at = from.get(at) ?? start;
        return circle;
      }
      if (!part.has(target) || from.has(target)) continue;
      from.set(target, node);
      queue.push(target);
    }
  }
  return [];
}
