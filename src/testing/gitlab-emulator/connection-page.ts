import { GraphQLError } from 'graphql';

/** What a connection is asked for. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** A page is never longer than this, whatever was asked for. */
const longestPage = 100;

/** How the items of a connection are told apart and sorted. */
export interface Order<Item> {
  /** What a cursor says of an item. */
  readonly keyOf: (item: Item) => Readonly<Record<string, string>>;
  /** Like the argument of `sort`, for two of those. */
  readonly compare: (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) => number;
}

/** The newest first: what GitLab does when nothing else is said. */
export function newestFirst<Item extends { readonly id: number }>(): Order<Item> {
  return { keyOf: ({ id }) => ({ id: String(id) }), compare: (a, b) => Number(b['id']) - Number(a['id']) };
}

/**
 * One page of a connection by keyset: a cursor says what the last item was sorted by, so that what comes and goes meanwhile
 * moves nothing. Longer pages than 100 are cut without a word, as the host does.
 */
export function describePage<Item>(
  all: readonly Item[],
  { first, last, after, before }: PageArguments,
  { keyOf, compare }: Order<Item>,
  describe: (item: Item) => unknown,
): Record<string, unknown> {
  const sorted = [...all].sort((a, b) => compare(keyOf(a), keyOf(b)));
  const from = after ? readCursor(after) : undefined;
  const to = before ? readCursor(before) : undefined;
  const between = sorted.filter(
    (item) => (!from || compare(keyOf(item), from) > 0) && (!to || compare(keyOf(item), to) < 0),
  );
  const size = Math.min(first ?? last ?? longestPage, longestPage);
  const backwards = typeof last === 'number' && typeof first !== 'number';
  const items = backwards ? between.slice(Math.max(0, between.length - size)) : between.slice(0, size);
  const cursorOf = (item: Item | undefined) => (item === undefined ? null : writeCursor(keyOf(item)));
  return {
    count: all.length,
    nodes: () => items.map(describe),
    edges: () => items.map((item) => ({ cursor: cursorOf(item), node: describe(item) })),
    pageInfo: {
      hasNextPage: backwards ? to !== undefined : between.length > items.length,
      hasPreviousPage: backwards ? between.length > items.length : from !== undefined,
      startCursor: cursorOf(items[0]),
      endCursor: cursorOf(items.at(-1)),
    },
  };
}

function writeCursor(key: Readonly<Record<string, string>>): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function readCursor(cursor: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, string>;
  } catch {
    throw new GraphQLError('Please provide a valid cursor');
  }
}
