import { type ObjectSource, parseTree } from '../git/tree.ts';

/** A tree or commit that the walk needs is not among what was fetched. */
export class MissingObject extends Error {
  constructor(oid: string) {
    super(`object ${oid} is missing`);
    this.name = 'MissingObject';
  }
}

/** Mode and object id of what stands at a path: `100644 3f2c…`; `undefined`: nothing does. */
export type PathEntry = string | undefined;

interface PathNode {
  /** What the node stands for, when it is one of the wanted paths. */
  path?: string;
  readonly children: Map<string, PathNode>;
  /** What trees that stood here have of the wanted names, by object id. */
  readonly trees: Map<string, ReadonlyMap<string, string>>;
}

/** Looks at a few paths in many trees; each tree is read once, and only where it leads to one of them. */
export class PathTrees {
  readonly #source: ObjectSource;
  readonly #root: PathNode = newNode();

  constructor(source: ObjectSource, paths: Iterable<string>) {
    this.#source = source;
    for (const path of paths) {
      let node = this.#root;
      for (const name of path.split('/')) {
        const child = node.children.get(name) ?? newNode();
        node.children.set(name, child);
        node = child;
      }
      node.path = path;
    }
  }

  /** Wanted paths at which the trees hold different files. Rejects with {@link MissingObject}. */
  async differences(tree: string, other: string): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    await this.#compare(this.#root, `40000 ${tree}`, `40000 ${other}`, found);
    return found;
  }

  /** The file that a tree has at a wanted path. Rejects with {@link MissingObject}. */
  async entryAt(tree: string, path: string): Promise<PathEntry> {
    let entry: PathEntry = `40000 ${tree}`;
    let node = this.#root;
    for (const name of path.split('/')) {
      entry = (await this.#namesOf(node, entry)).get(name);
      node = node.children.get(name) ?? newNode();
    }
    return fileOf(entry);
  }

  async #compare(node: PathNode, one: PathEntry, other: PathEntry, found: Set<string>): Promise<void> {
    if (one === other) return;
    if (node.path !== undefined && fileOf(one) !== fileOf(other)) found.add(node.path);
    if (node.children.size === 0) return;
    const [names, otherNames] = [await this.#namesOf(node, one), await this.#namesOf(node, other)];
    for (const [name, child] of node.children) {
      await this.#compare(child, names.get(name), otherNames.get(name), found);
    }
  }

  async #namesOf(node: PathNode, entry: PathEntry): Promise<ReadonlyMap<string, string>> {
    if (entry === undefined || !isFolder(entry) || node.children.size === 0) return nothing;
    const oid = entry.slice('40000 '.length);
    const known = node.trees.get(oid);
    if (known) return known;
    let names: Map<string, string> | undefined;
    for await (const object of this.#source.read([oid])) {
      if (object.type !== 'tree' || !object.content) continue;
      names = new Map();
      for (const item of parseTree(object.content, oid.length / 2)) {
        if (node.children.has(item.name)) names.set(item.name, `${plainMode(item.mode)} ${item.oid}`);
      }
    }
    if (!names) throw new MissingObject(oid);
    node.trees.set(oid, names);
    return names;
  }
}

const nothing: ReadonlyMap<string, string> = new Map();

function newNode(): PathNode {
  return { children: new Map(), trees: new Map() };
}

function isFolder(entry: string): boolean {
  return entry.startsWith('40000 ');
}

function fileOf(entry: PathEntry): PathEntry {
  return entry !== undefined && isFolder(entry) ? undefined : entry;
}

// Of the rights of a file Git minds only whether it may be run.
function plainMode(mode: string): string {
  if (!/^0?100/.test(mode)) return mode.replace(/^0(?=40000$)/, '');
  return (Number.parseInt(mode, 8) & 0o100) === 0 ? '100644' : '100755';
}
