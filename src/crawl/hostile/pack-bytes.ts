import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const typeNumbers = { commit: 1, tree: 2, blob: 3, tag: 4, offset: 6, reference: 7 } as const;

/** Id of an object, as Git works it out. */
export function idOf(type: 'commit' | 'tree' | 'blob', content: Buffer): Buffer {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest();
}

/** One entry of a pack: header, whatever stands before the content, and the content; `size` may lie. */
export function packEntry(
  type: keyof typeof typeNumbers,
  content: Buffer,
  { base = Buffer.alloc(0), size = content.length }: { readonly base?: Buffer; readonly size?: number } = {},
): Buffer {
  const head = [(typeNumbers[type] << 4) | (size & 15)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    head[head.length - 1] = (head.at(-1) ?? 0) | 128;
    head.push(rest % 128);
  }
  return Buffer.concat([Buffer.from(head), base, deflateSync(content)]);
}

/** A pack of these entries with a sound checksum. */
export function sealPack(entries: readonly Buffer[], count = entries.length): Buffer {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(count, 8);
  const body = Buffer.concat([header, ...entries]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

/** One entry of a tree object. */
export function treeEntry(mode: string, name: string | Buffer, oid: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), oid]);
}

/** A line of Git's wire format. */
export function wireLine(content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
}

/** The answer to `fetch` that holds a pack, cut into as many lines as it needs. */
export function answerWithPack(pack: Buffer, ...before: readonly Buffer[]): Buffer {
  const lines: Buffer[] = [];
  for (let at = 0; at < pack.length; at += 60_000) {
    lines.push(wireLine(Buffer.concat([Buffer.from([1]), pack.subarray(at, at + 60_000)])));
  }
  return Buffer.concat([wireLine('packfile\n'), ...before, ...lines, Buffer.from('0000')]);
}
