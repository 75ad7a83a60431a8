import { GitError } from '../git-error.ts';

/** Ends a message. */
export const flush = '0000';
/** Separates the parts of a message. */
export const delimiter = '0001';

/** One line of Git's wire format (`gitprotocol-common`), with its length before it. */
export function pktLine(text: string): string {
  const line = `${text}\n`;
  return `${(Buffer.byteLength(line) + 4).toString(16).padStart(4, '0')}${line}`;
}

/** What stands on a line; the special ones by name. */
export type PktLine = Buffer | 'flush' | 'delimiter' | 'end';

const special = ['flush', 'delimiter', 'end'] as const;

/** Takes a message apart. Throws a {@link GitError} when it ends in the middle or is not in this format. */
export function* parsePktLines(message: Buffer): Generator<PktLine> {
  for (let at = 0; at < message.length; ) {
    const digits = message.toString('latin1', at, at + 4);
    const length = /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
    const name = special[length];
    if (name) {
      at += 4;
      yield name;
    } else if (length >= 4 && at + length <= message.length) {
      yield message.subarray(at + 4, at + length);
      at += length;
    } else throw new GitError('fetch', 'unexpected disconnect while reading the answer');
  }
}

/** The text of a line, without the line's end. */
export function textOf(line: PktLine): string {
  return typeof line === 'string' ? '' : line.toString().replace(/\n$/, '');
}
