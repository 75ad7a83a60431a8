/**
 * Links between nodes 0…n-1 as compressed sparse rows: the targets of node `n` stand in `targets` from `starts[n]` up to
 * `starts[n + 1]`.
 */
export interface Rows {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

/** Rows of the links `sources[i]` → `targets[i]` among `count` nodes; targets of one source keep their order. */
export function makeRows(count: number, sources: ArrayLike<number>, targets: ArrayLike<number>): Rows {
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < sources.length; at += 1) {
    const after = (sources[at] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let node = 0; node < count; node += 1) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const ends = starts.slice();
  const sorted = new Int32Array(targets.length);
  for (let at = 0; at < sources.length; at += 1) {
    const source = sources[at] ?? 0;
    const place = ends[source] ?? 0;
    sorted[place] = targets[at] ?? 0;
    ends[source] = place + 1;
  }
  return { starts, targets: sorted };
}

/** All links of several rows over the same nodes; a link that more than one of them has is there as often. */
export function mergeRows(count: number, all: readonly Rows[]): Rows {
  const [only] = all;
  if (only && all.length === 1) return only;
  const sources: number[] = [];
  const targets: number[] = [];
  for (const rows of all) {
    for (let node = 0; node < count; node += 1) {
      eachTarget(rows, node, (target) => {
        sources.push(node);
        targets.push(target);
      });
    }
  }
  return makeRows(count, sources, targets);
}

/** The targets of a node; a view, not a copy. */
export function targetsOf({ starts, targets }: Rows, node: number): Int32Array {
  return targets.subarray(starts[node] ?? 0, starts[node + 1] ?? 0);
}

/** Calls `visit` with each target of a node, in order. */
export function eachTarget({ starts, targets }: Rows, node: number, visit: (target: number) => void): void {
  const end = starts[node + 1] ?? 0;
  for (let at = starts[node] ?? 0; at < end; at += 1) visit(targets[at] ?? 0);
}

/** The first target of a node; `undefined` when it has none. */
export function firstTarget({ starts, targets }: Rows, node: number): number | undefined {
  const at = starts[node] ?? 0;
  return at < (starts[node + 1] ?? 0) ? targets[at] : undefined;
}
