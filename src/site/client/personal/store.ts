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

const baseOf = (): string => document.documentElement.dataset['base'] ?? '/';

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, longestText) : undefined;

const asRef = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= longestText && /^[^\s:/]+:[^\s:/]+\/[^\s:/]+$/.test(value)
    ? value
    : undefined;

/** A path of this portal, never an address that leads out of it: the data may have been written by anybody. */
const asPath = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value, location.origin)) return undefined;
  const { origin, pathname } = new URL(value, location.origin);
  return origin === location.origin && pathname === value && value.startsWith(baseOf()) ? value : undefined;
};

/** The entity whose page a path is. */
const refAt = (path: string): string | undefined => {
  const [, namespace, kind, name] = path.slice(baseOf().length).match(/^catalog\/([^/]+)\/([^/]+)\/([^/]+)\/$/) ?? [];
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

/** Address of an entity's page, by its canonical ref. */
export const entityUrl = (ref: string): string => {
  const [kind, namespace, name] = ref.split(/[:/]/).map(encodeURIComponent);
  return `${baseOf()}catalog/${namespace}/${kind}/${name}/`;
};

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

/** Everything that can be taken to another browser. Paths are those inside the portal, which may have moved there. */
export interface Kept {
  readonly callboard: 1;
  readonly density: Density;
  readonly starred: readonly Starred[];
  readonly teams: readonly string[];
  readonly visited: readonly Visit[];
  readonly putAway: readonly string[];
}

/** What is kept, to be written into a file. */
export const collectKept = (): Kept => ({
  callboard: 1,
  density: density(),
  starred: listStarred(),
  teams: [...myTeams()],
  visited: recent().map((visit) => ({ ...visit, path: visit.path.slice(baseOf().length) })),
  putAway: [...dismissed()],
});

/** Adds what was collected in another browser to what is here; what makes no sense is left out. `false`: nothing of it does. */
export const addKept = (data: unknown): boolean => {
  if (typeof data !== 'object' || data === null || !('callboard' in data) || data.callboard !== 1) return false;
  const fields = data as Readonly<Record<string, unknown>>;
  const listIn = (field: string): readonly Readonly<Record<string, unknown>>[] =>
    Array.isArray(fields[field]) ? fields[field].filter((item) => item !== null && typeof item === 'object') : [];
  const textsIn = (field: string): readonly unknown[] => (Array.isArray(fields[field]) ? fields[field] : []);
  const stars = listIn('starred').flatMap(({ ref, title, glyph }) => asStarred([ref, title, glyph]) ?? []);
  keepStarred(unique([...listStarred(), ...stars], ({ ref }) => ref).slice(0, mostStarred));
  setMyTeams([...myTeams(), ...textsIn('teams').flatMap((ref) => asRef(ref) ?? [])]);
  const visits = [
    ...recent(),
    ...listIn('visited').flatMap(
      ({ path, time, glyph, title }) => asVisit([baseOf() + String(path), time, glyph, title]) ?? [],
    ),
  ];
  const newest = unique(
    visits.toSorted((a, b) => b.time - a.time),
    ({ path }) => path,
  ).slice(0, mostVisits);
  const entries = newest.map(({ path, time, glyph, title }) => [path, time, glyph, title]);
  writeKept('recent', entries.length > 0 ? entries : undefined);
  for (const id of textsIn('putAway').flatMap((item) => asText(item) ?? [])) dismiss(id);
  if (fields['density'] === 'compact') setDensity('compact');
  return true;
};

/** Forgets everything. */
export const forgetKept = (): void => {
  for (const name of ['starred', 'recent', 'teams', 'dismissed'] as const) writeKept(name, undefined);
  setDensity('comfortable');
};
