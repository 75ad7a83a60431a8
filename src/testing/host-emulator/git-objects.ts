import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** One object of a Git repository. */
interface GitObject {
  readonly type: 'blob' | 'tree' | 'commit';
  readonly content: Buffer;
}

interface TreeItem {
  readonly mode: '100644' | '40000';
  readonly oid: string;
}

/** Git objects in memory, made without Git and written as loose objects when Git is to serve them. */
export class GitObjects {
  readonly #objects = new Map<string, GitObject>();
  readonly #written = new Set<string>();
  readonly #forgotten = new Set<string>();

  /** Adds a commit of these files and gives back its id. */
  commit(files: ReadonlyMap<string, Buffer>, parent: string | undefined, date: string): string {
    const when = `Robin Example <robin@example.com> ${Math.floor(Date.parse(date) / 1000)} +0000`;
    const parents = parent ? `parent ${parent}\n` : '';
    const tree = this.#addTree([...files]);
    const text = `tree ${tree}\n${parents}author ${when}\ncommitter ${when}\n\nChange files\n`;
    return this.#add('commit', Buffer.from(text));
  }

  /** The id of what a commit has at a path, if it has anything there. */
  find(commit: string, path: string): string | undefined {
    let oid = this.treeOf(commit);
    for (const name of path.split('/')) {
      const item = oid === undefined ? undefined : this.#items(oid).get(name);
      if (!item) return undefined;
      oid = item.oid;
    }
    return oid;
  }

  /** Path and content of every file of a commit. */
  *filesOf(commit: string): Generator<[path: string, content: Buffer]> {
    const open: [prefix: string, tree: string][] = [['', this.treeOf(commit) ?? '']];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const [name, { mode, oid }] of this.#items(next[1])) {
        if (mode === '40000') open.push([`${next[0]}${name}/`, oid]);
        else yield [next[0] + name, this.#objects.get(oid)?.content ?? Buffer.alloc(0)];
      }
    }
  }

  /** The id of a commit's tree. */
  treeOf(commit: string): string | undefined {
    return this.#objects
      .get(commit)
      ?.content.toString()
      .match(/^tree ([0-9a-f]+)$/m)?.[1];
  }

  /** Committer date, ISO 8601. */
  dateOf(commit: string): string {
    const seconds = this.#objects
      .get(commit)
      ?.content.toString()
      .match(/^committer .* (\d+) /m)?.[1];
    return new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
  }

  /** An object by its id. */
  read(oid: string): GitObject | undefined {
    return this.#objects.get(oid);
  }

  /** Forgets whatever these commits do not lead to, as hosts do now and then after a force-push. */
  keepOnly(commits: Iterable<string>): void {
    const reached = new Set<string>();
    const open = [...commits];
    for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
      const object = this.#objects.get(oid);
      if (!object || reached.has(oid)) continue;
      reached.add(oid);
      if (object.type === 'tree') open.push(...[...this.#items(oid).values()].map((item) => item.oid));
      const named =
        object.type === 'commit' ? object.content.toString().matchAll(/^(?:tree|parent) ([0-9a-f]+)$/gm) : [];
      open.push(...[...named].map((match) => match[1] ?? ''));
    }
    for (const oid of this.#objects.keys()) {
      if (reached.has(oid)) continue;
      this.#objects.delete(oid);
      if (this.#written.delete(oid)) this.#forgotten.add(oid);
    }
  }

  /** An object, and for a commit or tree every tree below it. */
  *withTrees(oid: string): Generator<string> {
    yield oid;
    const type = this.#objects.get(oid)?.type;
    const trees = type === 'commit' ? [this.treeOf(oid) ?? ''] : [];
    const below = type === 'tree' ? [...this.#items(oid).values()].filter(({ mode }) => mode === '40000') : [];
    for (const tree of [...trees, ...below.map((item) => item.oid)]) yield* this.withTrees(tree);
  }

  /** Writes what a bare repository needs, with exactly these branches. */
  write(gitFolder: string, branches: ReadonlyMap<string, string>, head: string): void {
    const fileOf = (oid: string) => join(gitFolder, 'objects', oid.slice(0, 2), oid.slice(2));
    for (const oid of this.#forgotten) rmSync(fileOf(oid), { force: true });
    this.#forgotten.clear();
    for (const [oid, { type, content }] of this.#objects) {
      if (this.#written.has(oid)) continue;
      this.#written.add(oid);
      const file = fileOf(oid);
      mkdirSync(dirname(file), { recursive: true });
      if (!existsSync(file)) writeFileSync(file, deflateSync(withHeader(type, content), { level: 1 }));
    }
    rmSync(join(gitFolder, 'refs'), { recursive: true, force: true });
    mkdirSync(join(gitFolder, 'refs/heads'), { recursive: true });
    mkdirSync(join(gitFolder, 'objects'), { recursive: true });
    for (const [branch, oid] of branches) {
      mkdirSync(dirname(join(gitFolder, 'refs/heads', branch)), { recursive: true });
      writeFileSync(join(gitFolder, 'refs/heads', branch), `${oid}\n`);
    }
    writeFileSync(join(gitFolder, 'HEAD'), `ref: refs/heads/${head}\n`);
    writeFileSync(join(gitFolder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
  }

  #add(type: GitObject['type'], content: Buffer): string {
    const oid = createHash('sha1').update(withHeader(type, content)).digest('hex');
    this.#objects.set(oid, { type, content });
    return oid;
  }

  #addTree(files: readonly (readonly [path: string, content: Buffer])[]): string {
    const items = new Map<string, TreeItem>();
    const folders = new Map<string, [string, Buffer][]>();
    for (const [path, content] of files) {
      const slash = path.indexOf('/');
      if (slash < 0) items.set(path, { mode: '100644', oid: this.#add('blob', content) });
      else {
        const name = path.slice(0, slash);
        folders.set(name, [...(folders.get(name) ?? []), [path.slice(slash + 1), content]]);
      }
    }
    for (const [name, below] of folders) items.set(name, { mode: '40000', oid: this.#addTree(below) });
    // Git sorts a folder as if its name ended in a slash.
    const key = ([name, { mode }]: readonly [string, TreeItem]) => Buffer.from(mode === '40000' ? `${name}/` : name);
    const sorted = [...items].sort((a, b) => Buffer.compare(key(a), key(b)));
    const parts = sorted.map(([name, { mode, oid }]) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]),
    );
    return this.#add('tree', Buffer.concat(parts));
  }

  #items(tree: string): ReadonlyMap<string, TreeItem> {
    const items = new Map<string, TreeItem>();
    const object = this.#objects.get(tree);
    if (object?.type !== 'tree') return items;
    const { content } = object;
    for (let at = 0; at < content.length; ) {
      const end = content.indexOf(0, at);
      const [mode, name] = content.toString('utf8', at, end).split(' ');
      items.set(name ?? '', {
        mode: mode === '40000' ? mode : '100644',
        oid: content.toString('hex', end + 1, end + 21),
      });
      at = end + 21;
    }
    return items;
  }
}

function withHeader(type: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
}
