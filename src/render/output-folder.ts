import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * The folder that a build writes. Everything goes into a folder beside it first and replaces it in one step at the
 * end: a build that fails or is killed leaves the last good portal as it was.
 */
export class OutputFolder {
  readonly staging: string;
  readonly #target: string;
  readonly #made = new Set<string>();

  private constructor(target: string) {
    this.#target = target;
    this.staging = join(dirname(target), `.${basename(target)}.building-${randomUUID().slice(0, 8)}`);
  }

  /** Opens an output folder, clearing what a killed build may have left. */
  static async open(target: string): Promise<OutputFolder> {
    const parent = dirname(target);
    await mkdir(parent, { recursive: true });
    const leftovers = (await readdir(parent)).filter((name) => name.startsWith(`.${basename(target)}.building-`));
    await Promise.all(leftovers.map((name) => rm(join(parent, name), { recursive: true, force: true })));
    const output = new OutputFolder(target);
    await mkdir(output.staging);
    return output;
  }

  /** Writes one file; `path` is relative to the folder, with `/`. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    await writeFile(await this.#place(path), content);
  }

  /** Copies a file or a folder from elsewhere. */
  async copy(from: string, path: string): Promise<void> {
    await cp(from, await this.#place(path), { recursive: true });
  }

  /** Puts the new portal in the old one's place. */
  async commit(): Promise<void> {
    const old = `${this.staging}.old`;
    if (existsSync(this.#target)) await rename(this.#target, old);
    await rename(this.staging, this.#target);
    await rm(old, { recursive: true, force: true });
  }

  /** Throws away what was written; the old portal stays. Never rejects: what stays is cleared by the next build. */
  async discard(): Promise<void> {
    // Pages that were being written when another one failed may still come.
    await rm(this.staging, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
  }

  async #place(path: string): Promise<string> {
    const file = join(this.staging, path);
    const folder = dirname(file);
    if (!this.#made.has(folder)) {
      await mkdir(folder, { recursive: true });
      this.#made.add(folder);
    }
    return file;
  }
}
