/** What a connection is asked for. */
export interface PageArguments {
  readonly first?: number;
  readonly after?: string | null;
}

/**
 * One page of a connection, sorted by key. A cursor names the last one given, so that what comes and goes meanwhile moves
 * nothing.
 */
export function describePage<Item>(
  all: readonly Item[],
  { first = 0, after }: PageArguments,
  key: (item: Item) => string,
  describe: (item: Item) => unknown,
): Record<string, unknown> {
  const sorted = [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const last = after ? Buffer.from(after, 'base64').toString().slice('cursor:v2:'.length) : undefined;
  const rest = last === undefined ? sorted : sorted.filter((item) => key(item) > last);
  const nodes = rest.slice(0, first);
  const end = nodes.at(-1);
  return {
    totalCount: all.length,
    nodes: nodes.map(describe),
    pageInfo: {
      hasNextPage: rest.length > first,
      hasPreviousPage: last !== undefined,
      endCursor: end === undefined ? null : Buffer.from(`cursor:v2:${key(end)}`).toString('base64'),
    },
  };
}
