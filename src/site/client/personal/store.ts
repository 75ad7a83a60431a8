import { canKeep, onKeptChange, readKept, readKeptList, writeKept } from './kept.ts';

/** A page of an entity or of docs that was visited in this browser. */
export interface Visit {
  /** Path with the base path, as in the address. */
  readonly path: string;
  readonly title: string;
  /** Name of a glyph; the page that shows it may not have it. */
  readonly glyph: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Canonical ref of the entity whose page it is; absent: a docs page. */
  readonly ref?: string;
}

/** An entity with a star, as it was called when it got it. */
export interface Starred {
  /** Canonical. */
  readonly ref: string;
  readonly title: string;
  readonly glyph: string;
}

/** How closely lines follow one another. */
export type Density = 'comfortable' | 'compact';

/** Visits that are kept. The script of every page cuts the list at the same length. */
const mostVisits = 30;
const mostStarred = 500;
const mostTeams = 100;
const mostDismissed = 100;
const longestText = 300;

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, longestText) : undefined;

const asRef = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= longestText && /^[^\s:/]+:[^\s:/]+\/[^\s:/]+$/.test(value)
    ? value
    : undefined;

/** A path of this portal, never an address that leads out of it: the data may have been written by anybody. */
const asPath = (value: unknown): string | undefined => {
  const base = document.documentElement.dataset['base'] ?? '/';
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value, location.origin)) return undefined;
  const { origin, pathname } = new URL(value, location.origin);
  return origin === location.origin && pathname === value && value.startsWith(base) ? value : undefined;
};

/** The entity whose page a path is. */
const refAt = (path: string): string | undefined => {
  const base = document.documentElement.dataset['base'] ?? '/';
  const [, namespace, kind, name] = path.slice(base.length).match(/^catalog\/([^/]+)\/([^/]+)\/([^/]+)\/$/) ?? [];
  return name && asRef(`${kind}:${namespace}/${name}`);
};

const asVisit = (value: unknown): Visit | undefined => {
  if (!Array.isArray(value)) return undefined;
  const [path, title] = [asPath(value[0]), asText(value[3])];
  const time: unknown = value[1];
  if (path === undefined || title === undefined || typeof time !== 'number' || !Number.isFinite(time)) return undefined;
  const ref = refAt(path);
  return { path, title, glyph: asText(value[2]) ?? 'entity', time, ...(ref !== undefined && { ref }) };
};

const asStarred = (value: unknown): Starred | undefined => {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const ref = asRef(parts[0]);
  if (ref === undefined) return undefined;
  return {
    ref,
    title: asText(parts[1]) ?? ref.slice(ref.indexOf('/') + 1),
    glyph: asText(parts[2]) ?? ref.slice(0, ref.indexOf(':')),
  };
};

const unique = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] =>
  [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].reverse();

/** Entities with a star, in the order in which they got it. */
export const listStarred = (): readonly Starred[] =>
  unique(readKeptList('starred', asStarred), ({ ref }) => ref).slice(0, mostStarred);

/** Canonical refs of the entities with a star. */
export const starred = (): ReadonlySet<string> => new Set(listStarred().map(({ ref }) => ref));

const keepStarred = (list: readonly Starred[]): void =>
  writeKept('starred', list.length > 0 ? list.map(({ ref, title, glyph }) => [ref, title, glyph]) : undefined);

/** Gives an entity its star, or takes it away; says whether it has one now. The oldest star goes where there are too many. */
export const toggleStar = (
  ref: string,
  about: { readonly title?: string | undefined; readonly glyph?: string | undefined } = {},
): boolean => {
  const list = listStarred();
  const rest = list.filter((item) => item.ref !== ref);
  const added = asStarred([ref, about.title, about.glyph]);
  const isAdded = rest.length === list.length && added !== undefined;
  keepStarred(isAdded ? [...rest, added].slice(-mostStarred) : rest);
  return isAdded;
};

/** Pages of entities and docs that were visited, newest first. */
export const recent = (): readonly Visit[] =>
  unique(readKeptList('recent', asVisit), ({ path }) => path).slice(0, mostVisits);

/** Forgets which pages were visited. */
export const clearRecent = (): void => writeKept('recent', undefined);

/** Canonical refs of the teams that the reader called theirs. */
export const myTeams = (): ReadonlySet<string> => new Set(readKeptList('teams', asRef).slice(0, mostTeams));

/** Keeps which teams are the reader's. */
export const setMyTeams = (refs: Iterable<string>): void => {
  const teams = [...new Set(refs)].flatMap((ref) => asRef(ref) ?? []).slice(0, mostTeams);
  writeKept('teams', teams.length > 0 ? teams : undefined);
};

/** How closely lines follow one another. */
export const density = (): Density => (readKept('density') === 'compact' ? 'compact' : 'comfortable');

/** Keeps the density and applies it to this page; other pages apply it before they are painted. */
export const setDensity = (value: Density): void => {
  writeKept('density', value === 'compact' ? value : undefined);
  if (value === 'compact') document.documentElement.dataset['density'] = value;
  else delete document.documentElement.dataset['density'];
};

/** Ids of the announcements that were put away. */
export const dismissed = (): ReadonlySet<string> => new Set(readKeptList('dismissed', asText));

/** Puts an announcement away. */
export const dismiss = (id: string): void =>
  writeKept('dismissed', [...new Set([...dismissed(), id])].slice(-mostDismissed));

/** Calls `listener` whenever something of this changes, also in another tab. Returns how to stop that. */
export const onChange = (listener: () => void): (() => void) => onKeptChange(listener);

/** Whether what is kept outlives the page: browsers can forbid it. */
export const isKept = (): boolean => canKeep();
