import type { CommitAuthor, FileAuthor, FileChange } from '../../catalog/repository-files.ts';
import { dateOf } from '../git/read-commit.ts';
import type { ObjectSource } from '../git/tree.ts';
import type { KnownFileHistory } from './known-history.ts';
import { type HistoryCommit, parseCommit } from './parse-commit.ts';
import { MissingObject, PathTrees } from './path-trees.ts';

/** What to walk over, and how far. */
export interface Walk {
  /** Where commits and trees are; where one is missing, the walk ends. */
  readonly source: ObjectSource;
  readonly head: string;
  readonly paths: readonly string[];
  /** Commits that are looked at, the newest first. */
  readonly limit: number;
  /** An earlier commit of which the history is known already. */
  readonly base?: { readonly commit: string; readonly files: ReadonlyMap<string, KnownFileHistory> };
}

/** What a walk found. */
export interface Walked {
  /** Of each path that is a file of the head. */
  readonly files: ReadonlyMap<string, KnownFileHistory>;
  /** Some file's history goes on where the walk could not. */
  readonly isCut: boolean;
  /** Some file came to the base on one way and past it on another: what both have would count twice. */
  readonly isTangled: boolean;
}

interface FileTrail {
  readonly entry: string;
  changed?: FileChange;
  since?: string;
  readonly authors: Map<string, FileAuthor>;
}

/**
 * Finds which commits changed files, as `git log -- <path>` does: a merge that has a file as one of its parents has it did not
 * change it, and only that parent is followed. A rename is a change; what was under an earlier name, or was deleted and came back, is
 * not looked for. Rejects with {@link MissingObject} when the head itself is not there.
 */
export async function walkHistory(walk: Walk): Promise<Walked> {
  const commits = new CommitReader(walk.source);
  const head = await commits.read(walk.head);
  if (!head) throw new MissingObject(walk.head);
  const trees = new PathTrees(walk.source, walk.paths);
  const trails = new Map<string, FileTrail>();
  for (const path of walk.paths) {
    const entry = await trees.entryAt(head.tree, path);
    if (entry !== undefined) trails.set(path, { entry, authors: new Map() });
  }
  const walking = new Walking(walk, commits, trees, trails);
  const how = await walking.from(head);
  return { files: new Map([...trails].map(([path, trail]) => [path, finish(trail)])), ...how };
}

/** One walk: which commits are to be looked at for which files. */
class Walking {
  readonly #walk: Walk;
  readonly #commits: CommitReader;
  readonly #trees: PathTrees;
  readonly #trails: ReadonlyMap<string, FileTrail>;
  readonly #pending = new Map<HistoryCommit, Set<string>>();
  readonly #seen = new Map<string, Set<string>>();
  #stillAt: Promise<Still> | undefined;
  readonly #takenOver = new Set<string>();
  readonly #passed = new Set<string>();
  #isCut = false;

  constructor(walk: Walk, commits: CommitReader, trees: PathTrees, trails: ReadonlyMap<string, FileTrail>) {
    this.#walk = walk;
    this.#commits = commits;
    this.#trees = trees;
    this.#trails = trails;
  }

  /** Walks on until every file's history is known, or out of reach. */
  async from(head: HistoryCommit): Promise<Pick<Walked, 'isCut' | 'isTangled'>> {
    this.#await(head, this.#trails.keys());
    for (let next = this.#takeNewest(); next; next = this.#takeNewest()) {
      const unknown = await this.#takeOver(next.commit, next.paths);
      const isTooFar = this.#seen.size > this.#walk.limit;
      if (unknown.size === 0) continue;
      if (isTooFar) this.#cut(unknown, next.commit);
      else await this.#look(next.commit, unknown).catch((error) => this.#cutIfMissing(error, unknown, next.commit));
    }
    return { isCut: this.#isCut, isTangled: [...this.#takenOver].some((path) => this.#passed.has(path)) };
  }

  #await(commit: HistoryCommit, paths: Iterable<string>): void {
    const seen = this.#seen.get(commit.oid) ?? new Set();
    this.#seen.set(commit.oid, seen);
    const pending = this.#pending.get(commit) ?? new Set();
    for (const path of paths) {
      if (seen.has(path)) continue;
      seen.add(path);
      pending.add(path);
    }
    if (pending.size > 0) this.#pending.set(commit, pending);
  }

  #takeNewest(): { readonly commit: HistoryCommit; readonly paths: ReadonlySet<string> } | undefined {
    let newest: HistoryCommit | undefined;
    for (const commit of this.#pending.keys()) if (!newest || commit.time > newest.time) newest = commit;
    if (!newest) return undefined;
    const paths = this.#pending.get(newest) ?? new Set();
    this.#pending.delete(newest);
    return { commit: newest, paths };
  }

  async #look(commit: HistoryCommit, paths: ReadonlySet<string>): Promise<void> {
    const parents: (HistoryCommit | undefined)[] = [];
    for (const oid of commit.parents) parents.push(await this.#commits.read(oid));
    const left = new Set(paths);
    const differing: HistoryCommit[] = [];
    for (const parent of parents) {
      if (!parent || left.size === 0) continue;
      const different = await this.#trees.differences(commit.tree, parent.tree);
      const same = [...left].filter((path) => !different.has(path));
      for (const path of same) left.delete(path);
      this.#await(parent, same);
      differing.push(parent);
    }
    if (parents.includes(undefined)) return this.#cut(left, commit);
    for (const path of left) {
      this.#note(path, commit);
      for (const parent of differing) {
        if ((await this.#trees.entryAt(parent.tree, path)) !== undefined) this.#await(parent, [path]);
      }
    }
  }

  #note(path: string, commit: HistoryCommit): void {
    const trail = this.#trails.get(path);
    if (!trail) return;
    const { oid, author } = commit;
    // Until the first change is found, a file is followed along one line only.
    trail.changed ??= { commit: oid, at: dateOf(commit.time), author };
    const people = new Map([author, ...commit.coAuthors].map((person) => [keyOf(person), person]));
    for (const person of people.values()) count(trail, person, 1);
  }

  #cutIfMissing(error: unknown, paths: ReadonlySet<string>, commit: HistoryCommit): void {
    if (!(error instanceof MissingObject)) throw error;
    this.#cut(paths, commit);
  }

  #cut(paths: ReadonlySet<string>, { time }: HistoryCommit): void {
    for (const path of paths) {
      this.#isCut = true;
      const trail = this.#trails.get(path);
      if (trail) trail.since = later(trail.since, dateOf(time));
    }
  }

  /** Takes what is known already; gives back the files of which nothing is. */
  async #takeOver({ oid }: HistoryCommit, paths: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const { base } = this.#walk;
    if (!base) return paths;
    this.#stillAt ??= this.#findStill(base);
    const { stillAt, behind } = await this.#stillAt;
    const same = stillAt.get(oid);
    const unknown = new Set<string>();
    for (const path of paths) {
      const [known, trail] = [base.files.get(path), this.#trails.get(path)];
      if (!known || !trail || !same?.has(path)) unknown.add(path);
      else if (!this.#takenOver.has(path)) takeOver(trail, known);
      if (!unknown.has(path)) this.#takenOver.add(path);
    }
    if (behind.has(oid)) for (const path of unknown) this.#passed.add(path);
    return unknown;
  }

  /**
   * Which files the base has as a commit before it left them, on the way that is followed from the base: of those, both have the
   * same history.
   */
  async #findStill({ commit, files }: NonNullable<Walk['base']>): Promise<Still> {
    const stillAt = new Map<string, Set<string>>();
    const behind = await this.#commits.ancestors(commit, this.#walk.limit);
    const due = [{ oid: commit, paths: new Set(files.keys()) }];
    for (const { oid, paths } of due) {
      const here = stillAt.get(oid) ?? new Set();
      stillAt.set(oid, here);
      for (const path of paths) here.add(path);
      const child = await this.#commits.read(oid);
      for (const parentOid of child?.parents ?? []) {
        const parent = await this.#commits.read(parentOid);
        if (!child || !parent || paths.size === 0 || due.length > this.#walk.limit) break;
        const different = await this.#trees.differences(child.tree, parent.tree).catch(() => undefined);
        if (!different) break;
        const same = new Set([...paths].filter((path) => !different.has(path)));
        for (const path of same) paths.delete(path);
        if (same.size > 0) due.push({ oid: parentOid, paths: same });
      }
    }
    return { stillAt, behind };
  }
}

/** What is known of the commits before the base, as far as they are here. */
interface Still {
  /** Files that are still as they are at the base, by commit. */
  readonly stillAt: ReadonlyMap<string, ReadonlySet<string>>;
  readonly behind: ReadonlySet<string>;
}

/** Commits by id, each read once. */
class CommitReader {
  readonly #source: ObjectSource;
  readonly #known = new Map<string, HistoryCommit | undefined>();

  constructor(source: ObjectSource) {
    this.#source = source;
  }

  /** `undefined`: it is not here. */
  async read(oid: string): Promise<HistoryCommit | undefined> {
    if (this.#known.has(oid)) return this.#known.get(oid);
    let commit: HistoryCommit | undefined;
    for await (const { type, content } of this.#source.read([oid])) {
      if (type === 'commit' && content) commit = parseCommit(oid, content);
    }
    this.#known.set(oid, commit);
    return commit;
  }

  /** What leads up to a commit, as far as it is here, and no more than `most`. */
  async ancestors(oid: string, most: number): Promise<ReadonlySet<string>> {
    const found = new Set([oid]);
    for (const each of found) {
      const commit = found.size > most ? undefined : await this.read(each);
      for (const parent of commit?.parents ?? []) found.add(parent);
    }
    return found;
  }
}

function takeOver(trail: FileTrail, known: KnownFileHistory): void {
  if (known.changed) trail.changed ??= known.changed;
  for (const { commits, ...person } of known.authors) count(trail, person, commits);
  if (known.since !== undefined) trail.since = later(trail.since, known.since);
}

function count(trail: FileTrail, person: CommitAuthor, commits: number): void {
  const key = keyOf(person);
  trail.authors.set(key, { ...person, commits: (trail.authors.get(key)?.commits ?? 0) + commits });
}

function keyOf({ name, email }: CommitAuthor): string {
  return `${name}\n${email}`;
}

function later(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other;
}

function finish({ entry, changed, since, authors }: FileTrail): KnownFileHistory {
  const sorted = [...authors.values()].sort((a, b) => b.commits - a.commits || (keyOf(a) < keyOf(b) ? -1 : 1));
  return { entry, ...(changed && { changed }), authors: sorted, ...(since !== undefined && { since }) };
}
