import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import { GitError } from '../git-error.ts';
import type { GitObject } from '../object-reader.ts';
import { applyDelta } from './apply-delta.ts';
import { Unsuitable } from './unsuitable.ts';

/** What objects may hold together once unpacked: a small pack can describe terabytes. */
const largestContent = 64_000_000;

/** What every object costs beside its content: a small pack can hold millions of empty ones. */
const costOfObject = 400;

const types = ['', 'commit', 'tree', 'blob', 'tag', '', 'offset', 'reference'] as const;

interface Entry {
  readonly at: number;
  readonly type: (typeof types)[number];
  readonly size: number;
  /** Where the base of a delta stands in the pack, or its id. */
  readonly base?: number | string;
  /** Where the compressed content begins. */
  readonly content: number;
}

interface Sound {
  readonly type: string;
  readonly content: Buffer;
}

/** A delta, and what it is of. */
interface Delta {
  readonly entry: Entry;
  readonly content: Buffer;
}

type Algorithm = 'sha1' | 'sha256';

/**
 * Unpacks what a host sent (`gitformat-pack`, versions 2 and 3), by object id. Ids are worked out from the content, so an object is
 * what its id says. `digits` of an id tell SHA-1 from SHA-256. Throws a {@link GitError} when the pack is damaged,
 * {@link Unsuitable} when it is too much to hold.
 */
export async function readPack(pack: Buffer, digits: number): Promise<ReadonlyMap<string, GitObject>> {
  const algorithm = digits === 64 ? 'sha256' : 'sha1';
  const end = pack.length - digits / 2;
  if (end < 12 || pack.toString('latin1', 0, 4) !== 'PACK' || ![2, 3].includes(pack.readUInt32BE(4))) damaged('header');
  if (!createHash(algorithm).update(pack.subarray(0, end)).digest().equals(pack.subarray(end))) damaged('checksum');
  const count = pack.readUInt32BE(8);
  const objects = new Unpacked(algorithm);
  let at = 12;
  for (let index = 0; index < count; index += 1) {
    if (index % 500 === 499) await breathe();
    const entry = readEntry(pack, at, end, digits);
    objects.spend(entry.size + costOfObject);
    const { content, consumed } = inflate(pack.subarray(entry.content, end), entry.size);
    at = entry.content + consumed;
    if (entry.base === undefined) await objects.add(entry, { type: entry.type, content });
    else await objects.addDelta({ entry, content });
  }
  if (at !== end) damaged('length');
  if (objects.isWaiting) damaged('base of a delta');
  return objects.byId;
}

/** The objects of a pack so far. A delta may come before what it is of: it waits, and is looked at once more when that is there. */
class Unpacked {
  readonly byId = new Map<string, GitObject>();
  readonly #algorithm: Algorithm;
  readonly #byPlace = new Map<number, Sound>();
  readonly #waiting = new Map<number | string, Delta[]>();
  #bytes = 0;
  #steps = 0;

  constructor(algorithm: Algorithm) {
    this.#algorithm = algorithm;
  }

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  spend(size: number): void {
    this.#bytes += size;
    if (this.#bytes > largestContent) throw new Unsuitable('the objects are large');
  }

  async addDelta(delta: Delta): Promise<void> {
    const base = delta.entry.base ?? '';
    const sound = this.#baseOf(base);
    if (sound) return this.add(delta.entry, this.#apply(sound, delta));
    const others = this.#waiting.get(base);
    if (others) others.push(delta);
    else this.#waiting.set(base, [delta]);
  }

  async add(entry: Entry, sound: Sound): Promise<void> {
    const due = [{ entry, sound }];
    for (let each = due.pop(); each; each = due.pop()) {
      this.#steps += 1;
      if (this.#steps % 500 === 0) await breathe();
      const base = each.sound;
      for (const delta of this.#keep(each.entry, base)) {
        due.push({ entry: delta.entry, sound: this.#apply(base, delta) });
      }
    }
  }

  #keep({ at }: Entry, { type, content }: Sound): readonly Delta[] {
    this.#byPlace.set(at, { type, content });
    const size = content.length;
    const oid = createHash(this.#algorithm).update(`${type} ${size}\0`).update(content).digest('hex');
    this.byId.set(oid, { oid, type, size, content });
    const next = [...(this.#waiting.get(at) ?? []), ...(this.#waiting.get(oid) ?? [])];
    this.#waiting.delete(at);
    this.#waiting.delete(oid);
    return next;
  }

  #baseOf(base: number | string): Sound | undefined {
    if (typeof base === 'number') return this.#byPlace.get(base);
    const { type = '', content } = this.byId.get(base) ?? {};
    return content && { type, content };
  }

  #apply({ type, content }: Sound, delta: Delta): Sound {
    return { type, content: applyDelta(content, delta.content, (size) => this.spend(size)) };
  }
}

function readEntry(pack: Buffer, start: number, end: number, digits: number): Entry {
  let at = start;
  const next = () => (at < end ? (pack[at++] as number) : damaged('entry'));
  let byte = next();
  const type = types[(byte >> 4) & 7] || damaged('type');
  let size = byte & 15;
  for (let factor = 16; byte & 128; factor *= 128) {
    byte = next();
    size += (byte & 127) * factor;
    if (size > largestContent) throw new Unsuitable('an object is large');
  }
  if (type === 'offset') {
    byte = next();
    let distance = byte & 127;
    while (byte & 128) {
      byte = next();
      distance = (distance + 1) * 128 + (byte & 127);
      if (distance > start) damaged('base of a delta');
    }
    return { at: start, type, size, base: start - distance, content: at };
  }
  if (type !== 'reference') return { at: start, type, size, content: at };
  const base = pack.toString('hex', at, at + digits / 2);
  return { at: start, type, size, base, content: at + digits / 2 };
}

function inflate(bytes: Buffer, size: number): { readonly content: Buffer; readonly consumed: number } {
  try {
    const chunkSize = Math.min(65_536, Math.max(64, size + 1));
    const inflated = inflateSync(bytes, { info: true, maxOutputLength: Math.max(1, size), chunkSize });
    const { buffer, engine } = inflated as unknown as { buffer: Buffer; engine: { readonly bytesWritten: number } };
    if (buffer.length === size) return { content: buffer, consumed: engine.bytesWritten };
  } catch {
    // Said below.
  }
  return damaged('content');
}

function damaged(what: string): never {
  throw new GitError('fetch', `error: corrupt pack: its ${what} is not valid`);
}
