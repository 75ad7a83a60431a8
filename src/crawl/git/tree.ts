import { GitError } from './git-error.ts';
import type { ObjectReader } from './object-reader.ts';

/** One entry of a commit that is not a folder. */
export interface TreeEntry {
  readonly path: string;
  readonly oid: string;
  readonly kind: 'file' | 'symlink' | 'submodule';
}

/** Every entry of a commit's tree. */
export interface Tree {
  /** Sorted by path, by code units. */
  readonly entries: readonly TreeEntry[];
  /** How many paths were left out because they are not safe to use. */
  readonly refused: number;
  /** The tree holds more than {@link maximalEntries}; the rest is not listed. */
  readonly truncated: boolean;
  /** Prefix (`docs/`; the root's is empty) and object id of every folder, sorted by prefix. Absent: they are not known. */
  readonly folders?: readonly Folder[];
}

/** A tree of a few kilobytes can describe billions of paths; listing stops here. */
export const maximalEntries = 1_000_000;

/** Bytes of one path, as on Linux: nothing below a longer one is looked at. */
const longestPath = 4096;

/** Characters of all paths together; a million of them have about as many. */
const mostText = 100_000_000;

interface RawEntry {
  readonly mode: string;
  readonly name: string;
  readonly oid: string;
}

/** A folder of a tree. */
export interface Folder {
  readonly prefix: string;
  readonly oid: string;
}

/** Parses Git's tree object: `<mode> <name>\0<object id>`, repeated. Object ids are as long as `oidLength` bytes. */
export function parseTree(content: Buffer, oidLength: number): RawEntry[] {
  const entries: RawEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const end = content.indexOf(0, space);
    if (space < 0 || end < 0 || end + 1 + oidLength > content.length) break;
    entries.push({
      mode: content.toString('latin1', at, space),
      name: content.toString('utf8', space + 1, end),
      oid: content.toString('hex', end + 1, end + 1 + oidLength),
    });
    at = end + 1 + oidLength;
  }
  return entries;
}

/** Where objects come from. */
export type ObjectSource = Pick<ObjectReader, 'read'>;

/**
 * Lists a tree and everything below it, each distinct subtree read once, and not at all when `before` has it. Rejects with a
 * {@link GitError} when a subtree is missing.
 */
export async function readTree(
  reader: ObjectSource,
  root: string,
  limit = maximalEntries,
  before?: Tree,
): Promise<Tree> {
  const known = new Map<string, readonly RawEntry[]>();
  const same = new Map(isWhole(before) ? before.folders?.map(({ prefix, oid }) => [oid, prefix]) : []);
  const listed: Listed = { entries: [], folders: [], refused: 0, text: 0 };
  let truncated = false;
  let level: Folder[] = [{ prefix: '', oid: root }];
  while (level.length > 0 && !truncated) {
    const unknown = new Set(level.map(({ oid }) => oid).filter((oid) => !known.has(oid) && !same.has(oid)));
    for await (const object of reader.read([...unknown])) {
      if (object.content) known.set(object.oid, parseTree(object.content, root.length / 2));
    }
    const below: Folder[] = [];
    for (const folder of level) {
      const at = same.get(folder.oid);
      if (before && at !== undefined) takeOver(before, at, folder.prefix, listed);
      else for (const each of listFolder(folder, known.get(folder.oid), listed)) below.push(each);
      truncated = listed.entries.length + listed.folders.length + below.length > limit || listed.text > mostText;
      if (truncated) break;
    }
    level = below;
  }
  const { folders, refused } = listed;
  const entries = listed.entries.sort((a, b) => compare(a.path, b.path));
  const unique = entries.filter(({ path }, index) => path !== entries[index - 1]?.path);
  folders.sort((a, b) => compare(a.prefix, b.prefix));
  return { entries: unique, refused: refused + entries.length - unique.length, truncated, folders };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

interface Listed {
  readonly entries: TreeEntry[];
  readonly folders: Folder[];
  refused: number;
  /** Characters of all paths. */
  text: number;
}

function listFolder(folder: Folder, items: readonly RawEntry[] | undefined, listed: Listed): Folder[] {
  if (!items) throw new GitError('cat-file', `bad object: tree ${folder.oid} is missing`);
  listed.folders.push(folder);
  const below: Folder[] = [];
  for (const { name, mode, oid } of items) {
    const path = folder.prefix + name;
    listed.text += path.length;
    if (!isSafeName(name) || path.length > longestPath) listed.refused += 1;
    else if (mode === '40000') below.push({ prefix: `${path}/`, oid });
    else listed.entries.push({ path, oid, kind: kindOf(mode) });
  }
  return below;
}

// The same tree may have moved: what is below it has the same names.
function takeOver(before: Tree, from: string, to: string, listed: Listed): void {
  const { entries, folders } = listed;
  for (const entry of startingWith(before.entries, ({ path }) => path, from)) {
    const path = to + entry.path.slice(from.length);
    listed.text += path.length;
    if (path.length > longestPath) listed.refused += 1;
    else entries.push({ ...entry, path });
  }
  for (const { prefix, oid } of startingWith(before.folders ?? [], (folder) => folder.prefix, from)) {
    folders.push({ prefix: to + prefix.slice(from.length), oid });
  }
}

/** Whether everything that a commit has is listed, so that what a later one shares with it may be taken from it. */
export function isWhole(tree: Tree | undefined): tree is Tree {
  return tree?.folders !== undefined && tree.refused === 0 && !tree.truncated;
}

function* startingWith<Item>(items: readonly Item[], textOf: (item: Item) => string, start: string): Generator<Item> {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (textOf(items[middle] as Item) < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < items.length && textOf(items[at] as Item).startsWith(start); at += 1) yield items[at] as Item;
}

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}

// A tree object may hold any bytes as a name; later stages turn paths into files and URLs.
function isSafeName(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || name.toLowerCase() === '.git') return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !/[\u0000-\u001f\u007f-\u009f\\/\ufffd]/.test(name);
}
