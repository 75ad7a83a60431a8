import { matchPaths } from '../../../catalog/locations/match-paths.ts';
import { isAddress, type WrittenNavItem } from '../mkdocs-nav.ts';
import { folderOf, isWithin, joinPath, resolveInside } from '../repository-paths.ts';
import type { FolderOrder, FolderSort, OrderEntry } from './folder-order.ts';
import { inFolder, nameOf, type PageFolder, pagesBelow, titleOfName } from './page-tree.ts';
import { sortItems } from './sort-items.ts';

/** What ordering needs to know of a site. */
export interface Ordering {
  readonly tree: PageFolder;
  /** What the ordering file of a folder says, if it has one. */
  readonly orderOf: (folder: string) => FolderOrder | undefined;
  readonly titleOf: (uri: string) => string;
  /** How folders are ordered that do not say otherwise. */
  readonly defaults: {
    readonly entries?: readonly OrderEntry[];
    readonly sort?: FolderSort;
    readonly collapse?: boolean;
  };
  /** Pages that are in no navigation unless they are named. */
  readonly hidden: ReadonlySet<string>;
  /** Called for an entry that names nothing, with the folder whose file has it. */
  readonly report: (folder: string, target: string) => void;
}

/** An entry of the navigation with the path that it stands for, to be sorted by. */
export interface PlacedItem {
  readonly item: WrittenNavItem;
  readonly path: string;
  readonly isSection: boolean;
}

interface Walk extends Ordering {
  readonly used: Set<string>;
  readonly folders: ReadonlyMap<string, PageFolder>;
  readonly pages: ReadonlySet<string>;
}

/** What a folder's entries follow: its own ordering file over those above. */
interface Rules {
  readonly sort: FolderSort | undefined;
  readonly collapse: boolean;
  readonly appendRest: boolean;
  readonly keepNames: boolean;
  readonly ignore: readonly string[];
}

const everything: readonly OrderEntry[] = [{ type: 'rest', pattern: '*' }];

/** Navigation of a site by the ordering files of its folders; `entries`: what the site's own configuration says at its top. */
export function orderNavigation(ordering: Ordering, entries?: readonly OrderEntry[]): readonly WrittenNavItem[] {
  const folders = new Map<string, PageFolder>();
  const collect = (folder: PageFolder) => {
    folders.set(folder.path, folder);
    folder.folders.forEach(collect);
  };
  collect(ordering.tree);
  const walk: Walk = {
    ...ordering,
    used: new Set(['', ...ordering.hidden]),
    folders,
    pages: new Set(pagesBelow(ordering.tree)),
  };
  const order = entries === undefined ? (ordering.orderOf('') ?? {}) : { entries };
  const { sort, collapse = false } = ordering.defaults;
  const rules: Rules = { sort, collapse, appendRest: false, keepNames: false, ignore: [] };
  return resolveFolder(ordering.tree, order, rules, walk);
}

/** Pages that are named come first, then folders, then what patterns match among the rest; the result is in written order. */
function resolveFolder(folder: PageFolder, order: FolderOrder, above: Rules, walk: Walk): readonly WrittenNavItem[] {
  const rules = rulesOf(folder, order, above);
  const below = order.sortsOnlyHere ? { ...rules, sort: above.sort } : rules;
  const written = order.entries ?? walk.defaults.entries ?? everything;
  const entries = rules.appendRest ? [...written, ...everything] : written;
  markPages(entries, folder, walk);
  const resolved = new Map<OrderEntry, readonly WrittenNavItem[]>();
  const named = flatten(entries);
  for (const entry of named) if (entry.type === 'item') resolved.set(entry, resolveItem(entry, folder, below, walk));
  // A pattern gets what it names before everything does.
  const rests = named.filter((entry) => entry.type === 'rest');
  for (const entry of [...rests.filter(isNarrow), ...rests.filter((entry) => !isNarrow(entry))])
    resolved.set(entry, resolveRest(entry, folder, rules.sort, below, walk));
  return assemble(entries, resolved);
}

function isNarrow(entry: OrderEntry): boolean {
  return entry.type === 'rest' && entry.pattern !== '*';
}

function rulesOf(folder: PageFolder, order: FolderOrder, above: Rules): Rules {
  const ignore = order.ignore?.flatMap((pattern) => {
    if (pattern === '$inherit') return above.ignore;
    const bare = pattern.replace(/\/$/, '');
    const own = bare.startsWith('/') ? bare.slice(1) : `**/${bare}`;
    return [joinPath(folder.path, own), joinPath(folder.path, `${own}/**`)];
  });
  return {
    sort: order.sort ? { ...(order.sortsOnlyHere ? {} : above.sort), ...order.sort } : above.sort,
    collapse: order.collapseBelow ?? above.collapse,
    appendRest: order.appendRest ?? above.appendRest,
    keepNames: order.keepNames ?? above.keepNames,
    ignore: ignore ?? above.ignore,
  };
}

function flatten(entries: readonly OrderEntry[]): readonly OrderEntry[] {
  return entries.flatMap((entry) => (entry.type === 'section' ? flatten(entry.entries) : [entry]));
}

function assemble(
  entries: readonly OrderEntry[],
  resolved: ReadonlyMap<OrderEntry, readonly WrittenNavItem[]>,
): readonly WrittenNavItem[] {
  return entries.flatMap((entry): readonly WrittenNavItem[] => {
    if (entry.type !== 'section') return resolved.get(entry) ?? [];
    const children = assemble(entry.entries, resolved);
    return children.length > 0 ? [{ title: entry.title, children }] : [];
  });
}

function targetOf(target: string, folder: PageFolder): string | undefined {
  const path = target.split(/[?#]/)[0] ?? '';
  return path.startsWith('/') ? resolveInside('', path.slice(1)) : resolveInside(folder.path, path);
}

function markPages(entries: readonly OrderEntry[], folder: PageFolder, walk: Walk): void {
  for (const entry of flatten(entries)) {
    const path = entry.type === 'item' ? targetOf(entry.target, folder) : undefined;
    if (path !== undefined && walk.pages.has(path)) walk.used.add(path);
  }
}

function resolveItem(
  entry: OrderEntry & { readonly type: 'item' },
  folder: PageFolder,
  rules: Rules,
  walk: Walk,
): readonly WrittenNavItem[] {
  const { target, title } = entry;
  const titled = title === undefined ? {} : { title };
  const path = isAddress(target) ? undefined : targetOf(target, folder);
  if (path !== undefined && walk.pages.has(path)) return [{ ...titled, target: path }];
  const found = path === undefined || path === folder.path ? undefined : walk.folders.get(path);
  if (found) return walk.used.has(found.path) ? [] : sectionOf(found, rules, walk, title).map(({ item }) => item);
  if (isAddress(target)) return [{ ...titled, target }];
  walk.report(folder.path, target);
  return [];
}

function resolveRest(
  entry: OrderEntry & { readonly type: 'rest' },
  folder: PageFolder,
  ownSort: FolderSort | undefined,
  rules: Rules,
  walk: Walk,
): readonly WrittenNavItem[] {
  const isFree = (path: string) => !walk.used.has(path);
  const flat = entry.flat ? pagesBelow(folder).filter(isFree) : undefined;
  const matches = flat ? matching(flat.map(nameOf), entry.pattern, flat) : matchBelow(entry.pattern, folder, walk);
  const kept = matches.filter((path) => isFree(path) && !isIgnored(path, rules.ignore));
  const items = kept.flatMap((path): readonly PlacedItem[] => {
    // One of these may have been taken by an ordering file deeper down.
    if (!isFree(path)) return [];
    const below = walk.folders.get(path);
    if (below) return walk.orderOf(path)?.hide ? [] : sectionOf(below, rules, walk);
    walk.used.add(path);
    return [{ item: { target: path }, path, isSection: false }];
  });
  const sort = entry.sort ? { ...ownSort, ...entry.sort } : ownSort;
  return sortItems(items, sort, walk.titleOf).map(({ item }) => item);
}

/** Pages and folders below a folder that a pattern matches; `*` is the folder's own. */
function matchBelow(pattern: string, folder: PageFolder, walk: Walk): readonly string[] {
  const own = [...folder.pages, ...folder.folders.map(({ path }) => path)];
  if (pattern === '*') return own;
  const isDeep = pattern.includes('/');
  const candidates = isDeep
    ? [...walk.pages, ...walk.folders.keys()].filter((path) => isWithin(path, folder.path))
    : own;
  const full = inFolder(folder, pattern.replace(/^(?:\.?\/)+/, '').replace(/\/$/, ''));
  const found = matchPaths(full, candidates) ?? [];
  return pattern.endsWith('/') ? found.filter((path) => walk.folders.has(path)) : found;
}

function matching(names: readonly string[], pattern: string, paths: readonly string[]): readonly string[] {
  if (pattern === '*') return paths;
  const matched = new Set(matchPaths(pattern, names));
  return paths.filter((path) => matched.has(nameOf(path)));
}

function isIgnored(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => (matchPaths(pattern, [path]) ?? []).length > 0);
}

/** A folder as a section, or as its only entry where single entries stand for their folder; nothing when it is empty. */
function sectionOf(folder: PageFolder, above: Rules, walk: Walk, title?: string): readonly PlacedItem[] {
  walk.used.add(folder.path);
  const order = walk.orderOf(folder.path) ?? {};
  const children = resolveFolder(folder, order, above, walk);
  const [only] = children;
  if (only === undefined) return [];
  const collapse = order.collapse ?? order.collapseBelow ?? above.collapse;
  if (collapse && children.length === 1) {
    return [{ item: only, path: only.target ?? folder.path, isSection: only.children !== undefined }];
  }
  const name = nameOf(folder.path);
  const own = title ?? order.title ?? ((order.keepNames ?? above.keepNames) ? name : titleOfName(name));
  return [{ item: { title: own, children }, path: folder.path, isSection: true }];
}

/** The entries of a configuration's own navigation, when one of them stands for more than it names: a folder or a pattern. */
export function entriesOfNav(
  items: readonly WrittenNavItem[],
  folders: ReadonlySet<string>,
): readonly OrderEntry[] | undefined {
  const standsForMore = (item: WrittenNavItem): boolean => {
    if (item.children) return item.children.some(standsForMore);
    const target = item.target ?? '';
    return isRest(target) || (!isAddress(target) && (target.includes('*') || folders.has(target.replace(/\/+$/, ''))));
  };
  return items.some(standsForMore) ? toEntries(items) : undefined;
}

function isRest(target: string): boolean {
  return /^\.\.\.\s*(?:\||$)/.test(target);
}

function toEntries(items: readonly WrittenNavItem[]): readonly OrderEntry[] {
  return items.map(({ title, target = '', children }): OrderEntry => {
    if (children) return { type: 'section', title: title ?? 'Section', entries: toEntries(children) };
    const flat = /\|\s*flat\b/.test(target);
    const filter = target
      .split('|')
      .map((part) => part.trim())
      .filter((part) => !/^(?:\.\.\.|flat|)$/.test(part))
      .at(-1);
    if (isRest(target)) return { type: 'rest', pattern: filter?.replace(/^glob=/, '') ?? '*', ...(flat && { flat }) };
    if (target.includes('*') && !isAddress(target)) {
      const rest: OrderEntry = { type: 'rest', pattern: target };
      return title === undefined ? rest : { type: 'section', title, entries: [rest] };
    }
    return { type: 'item', target, ...(title !== undefined && { title }) };
  });
}

/** Folders that hold a page or a folder. */
export function foldersOf(uris: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const uri of uris) for (let at = folderOf(uri); at !== ''; at = folderOf(at)) folders.add(at);
  return folders;
}
