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
}

/** A tree of a few kilobytes can describe billions of paths; listing stops here. */
export const maximalEntries = 1_000_000;

interface RawEntry {
  readonly mode: string;
  readonly name: string;
  readonly oid: string;
}

interface Folder {
  readonly prefix: string;
  readonly oid: string;
}

/** Parses Git's tree object: `<mode> <name>\0<object id>`, repeated. Object ids are as long as `oidLength` bytes. */
export function parseTree(content: Buffer, oidLength: number): RawEntry[] {
  const entries: RawEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const end = content.indexOf(0, space);
    if (space < 0 || end < 0) break;
    entries.push({
      mode: content.toString('latin1', at, space),
      name: content.toString('utf8', space + 1, end),
      oid: content.toString('hex', end + 1, end + 1 + oidLength),
    });
    at = end + 1 + oidLength;
  }
  return entries;
}

/** Lists a tree and everything below it, each distinct subtree read once. */
export async function readTree(reader: ObjectReader, root: string, limit = maximalEntries): Promise<Tree> {
  const known = new Map<string, readonly RawEntry[]>();
  const entries: TreeEntry[] = [];
  let refused = 0;
  let level: Folder[] = [{ prefix: '', oid: root }];
  while (level.length > 0 && entries.length + level.length <= limit) {
    const unknown = new Set(level.map((folder) => folder.oid).filter((oid) => !known.has(oid)));
    for await (const object of reader.read([...unknown])) {
      if (object.content) known.set(object.oid, parseTree(object.content, root.length / 2));
    }
    const below: Folder[] = [];
    for (const folder of level) {
      for (const entry of known.get(folder.oid) ?? []) {
        const path = folder.prefix + entry.name;
        if (!isSafeName(entry.name)) refused += 1;
        else if (entry.mode === '40000') below.push({ prefix: `${path}/`, oid: entry.oid });
        else entries.push({ path, oid: entry.oid, kind: kindOf(entry.mode) });
      }
      if (entries.length + below.length > limit) break;
    }
    level = below;
  }
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { entries, refused, truncated: level.length > 0 };
}

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}

// A tree object may hold any bytes as a name; later stages turn paths into files and URLs.
function isSafeName(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || name.toLowerCase() === '.git') return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !/[\u0000-\u001f\u007f\\/\ufffd]/.test(name);
}
