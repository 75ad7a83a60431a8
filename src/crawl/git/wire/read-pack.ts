import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import { GitError } from '../git-error.ts';
import type { GitObject } from '../object-reader.ts';
import { applyDelta } from './apply-delta.ts';
import { Unsuitable } from './unsuitable.ts';

/** What objects may hold together once unpacked: a small pack can describe terabytes. */
const largestContent = 128_000_000;

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
  const byPlace = new Map<number, Sound>();
  const byId = new Map<string, GitObject>();
  let waiting: { readonly entry: Entry; readonly delta: Buffer }[] = [];
  let bytes = 0;
  const spend = (size: number) => {
    bytes += size;
    if (bytes > largestContent) throw new Unsuitable('the objects are large');
  };
  const keep = (entry: Entry, sound: Sound) => {
    byPlace.set(entry.at, sound);
    const { type, content } = sound;
    const oid = createHash(algorithm).update(`${type} ${content.length}\0`).update(content).digest('hex');
    byId.set(oid, { oid, type, size: content.length, content });
  };
  const baseOf = ({ base }: Entry): Sound | undefined => {
    if (typeof base === 'number') return byPlace.get(base);
    const { type = '', content } = byId.get(base ?? '') ?? {};
    return content && { type, content };
  };
  const settle = ({ entry, delta }: (typeof waiting)[number]): boolean => {
    const base = baseOf(entry);
    if (!base) return false;
    keep(entry, { type: base.type, content: applyDelta(base.content, delta, spend) });
    return true;
  };

  let at = 12;
  for (let index = 0; index < count; index += 1) {
    if (index % 500 === 499) await breathe();
    const entry = readEntry(pack, at, end, digits);
    spend(entry.size);
    const { content, consumed } = inflate(pack.subarray(entry.content, end), entry.size);
    at = entry.content + consumed;
    if (entry.base === undefined) keep(entry, { type: entry.type, content });
    else if (!settle({ entry, delta: content })) waiting.push({ entry, delta: content });
  }
  if (at !== end) damaged('length');
  while (waiting.length > 0) {
    const left = waiting.filter((each) => !settle(each));
    if (left.length === waiting.length) damaged('base of a delta');
    waiting = left;
  }
  return byId;
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
