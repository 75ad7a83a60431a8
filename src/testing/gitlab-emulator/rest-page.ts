import type { GitlabHost } from './gitlab-host.ts';

/** One page of a list, and the headers that say where the others are. */
export interface RestPage<Item> {
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Further on than this the host does not count by pages. https://docs.gitlab.com/administration/instance_limits/ */
export const furthestOffset = 50_000;

/** Above this many the host does not say how many there are. */
const countedItems = 10_000;

/** A page by its number. `url` is the address that was asked, without a query. */
export function pageByNumber<Item>(
  { options }: GitlabHost,
  all: readonly Item[],
  url: string,
  query: URLSearchParams,
): RestPage<Item> {
  const page = Math.max(1, Number(query.get('page') ?? 1) || 1);
  const size = sizeOf(query);
  const last = Math.max(1, Math.ceil(all.length / size));
  const counted = all.length <= countedItems && options.tellsTotals !== false;
  const next = page < last ? page + 1 : undefined;
  const previous = page > 1 && page <= last + 1 ? page - 1 : undefined;
  const link = (to: number | undefined, rel: string) =>
    to === undefined ? [] : [`<${linkTo(url, query, { page: to, per_page: size })}>; rel="${rel}"`];
  const links = [
    ...link(previous, 'prev'),
    ...link(next, 'next'),
    ...link(1, 'first'),
    ...(counted ? link(last, 'last') : []),
  ];
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: {
      link: links.join(', '),
      'x-next-page': String(next ?? ''),
      'x-page': String(page),
      'x-per-page': String(size),
      'x-prev-page': String(previous ?? ''),
      ...(counted && { 'x-total': String(all.length), 'x-total-pages': String(last) }),
    },
  };
}

/** A page by what came before: `cursor` is the parameter that says so, `keyOf` what it says. `all` is in order. */
export function pageByKey<Item>(
  all: readonly Item[],
  url: string,
  query: URLSearchParams,
  { cursor, keyOf }: { readonly cursor: string; readonly keyOf: (item: Item) => string },
): RestPage<Item> {
  const after = query.get(cursor);
  const start = after === null ? 0 : all.findIndex((item) => keyOf(item) === after) + 1;
  const size = sizeOf(query);
  const items = all.slice(start, start + size);
  const end = items.at(-1);
  const more = end !== undefined && start + size < all.length;
  return {
    items,
    headers: more ? { link: `<${linkTo(url, query, { [cursor]: keyOf(end) })}>; rel="next"` } : {},
  };
}

function sizeOf(query: URLSearchParams): number {
  return Math.min(100, Math.max(1, Number(query.get('per_page') ?? 20) || 20));
}

function linkTo(url: string, query: URLSearchParams, changes: Readonly<Record<string, string | number>>): string {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) changed.set(name, String(value));
  return `${url}?${changed}`;
}
