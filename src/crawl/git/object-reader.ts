import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitError } from './git-error.ts';
import { cleanOutput, killGroup, startGit } from './run-git.ts';

/** An object that Git knows. */
export interface GitObject {
  readonly oid: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Absent when it was not accepted. */
  readonly content?: Buffer;
}

/**
 * Reads objects of one repository through one `git cat-file --batch` that is started when first needed. Never fetches. One
 * reading at a time; close it in the end.
 */
export class ObjectReader {
  readonly #gitFolder: string;
  readonly #signal: AbortSignal;
  #child: ChildProcessWithoutNullStreams | undefined;
  #chunks: AsyncIterator<Buffer> | undefined;
  #errors: Buffer[] = [];
  #rest: Buffer = Buffer.alloc(0);

  constructor(gitFolder: string, signal: AbortSignal) {
    this.#gitFolder = gitFolder;
    this.#signal = signal;
  }

  /**
   * Gives back each object in turn, leaving out those that the repository does not have. The content of an object is held
   * only when `accept` says so of its size. Must be read to its end.
   */
  async *read(oids: readonly string[], accept: (size: number) => boolean = () => true): AsyncGenerator<GitObject> {
    if (oids.length === 0) return;
    this.#start().stdin.write(`${oids.join('\n')}\n`);
    for (const oid of oids) {
      const [name, type, size] = (await this.#readLine()).split(' ');
      if (type === 'missing') continue;
      if (name !== oid || size === undefined) throw new GitError('cat-file', `unexpected answer for ${oid}`);
      const bytes = Number(size);
      const content = await this.#readBytes(bytes, accept(bytes));
      await this.#readBytes(1, false);
      yield { oid, type: type ?? '', size: bytes, ...(content && { content }) };
    }
  }

  /** Ends the process, if there is one. Reading again starts a new one. */
  close(): void {
    if (this.#child) killGroup(this.#child);
    this.#child = undefined;
    this.#errors = [];
    this.#rest = Buffer.alloc(0);
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = startGit(['cat-file', '--batch'], { gitFolder: this.#gitFolder, signal: this.#signal });
    child.stderr.on('data', (chunk: Buffer) => this.#errors.push(chunk));
    child.on('error', (error) => child.stdout.destroy(error));
    this.#child = child;
    this.#chunks = child.stdout[Symbol.asyncIterator]();
    return child;
  }

  async #readLine(): Promise<string> {
    let end = this.#rest.indexOf(10);
    while (end < 0) {
      this.#rest = Buffer.concat([this.#rest, await this.#nextChunk()]);
      end = this.#rest.indexOf(10);
    }
    const line = this.#rest.toString('utf8', 0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  async #readBytes(count: number, keep: boolean): Promise<Buffer | undefined> {
    const kept: Buffer[] = [];
    let left = count;
    while (left > 0) {
      if (this.#rest.length === 0) this.#rest = await this.#nextChunk();
      const taken = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(taken.length);
      left -= taken.length;
      if (keep) kept.push(taken);
    }
    return keep ? Buffer.concat(kept) : undefined;
  }

  async #nextChunk(): Promise<Buffer> {
    const next = await this.#chunks?.next();
    if (next && !next.done) return next.value;
    this.#signal.throwIfAborted();
    throw new GitError('cat-file', cleanOutput(Buffer.concat(this.#errors), {}) || 'it ended early');
  }
}
